import ArrowBack from '@mui/icons-material/ArrowBack';
import { Alert, AlertTitle, Box, Button, Stack, Typography } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import type { Me } from '../../authProvider';
import { useDueWords } from '../../financing/applications/Due';
import { Section } from '../../financing/applications/Section';
import type { Guarantee } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { formatAmount, formatInstant, formatRate, formatTerm } from '../../shared/format';
import { Page } from '../../shared/Page';
import { StateChip } from '../../shared/StateChip';
import { useAsk } from '../../shared/useAsk';
import { useLocale, useText } from '../../shared/useLocale';
import { CollateralSection } from '../collateral/CollateralSection';
import { CompensationSection } from '../compensation/CompensationSection';
import { Facts } from '../Facts';
import { guaranteeDocument } from '../operations';
import { DecideButtons } from './DecideButtons';
import { GuaranteeStateChip } from './GuaranteeStateChip';
import { LimitTable } from './LimitTable';

/** A guaranteed loan as those who have to do with it see it: what is to be decided, on what, and what became of it. */
export function GuaranteeShowPage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const query = useAsk<{ guarantee: Guarantee }>(guaranteeDocument, { id });
  const shown = query.data?.guarantee;
  const word = (key: string) => translate(`rongqiao.guarantees.queue.${key}`);
  return (
    <Page
      title={shown?.enterprise.name ?? word('one')}
      lead={shown ? `${shown.institution.name} · ${shown.scheme.name}` : undefined}
      actions={
        <>
          <Button component={Link} to="/guarantees" startIcon={<ArrowBack />}>
            {word('back')}
          </Button>
          {shown ? <DecideButtons guarantee={shown} /> : null}
        </>
      }
    >
      <Answered query={query}>{({ guarantee }) => <Shown guarantee={guarantee} />}</Answered>
    </Page>
  );
}

function Shown({ guarantee }: { guarantee: Guarantee }) {
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  const word = (key: string) => translate(`rongqiao.guarantees.queue.${key}`);
  const own = guarantee.decisions.find(({ organisationId }) => organisationId === me?.organisation.id);
  return (
    <Stack spacing={2}>
      <Waiting guarantee={guarantee} />
      <CompensationSection guarantee={guarantee} />
      <Loan guarantee={guarantee} />
      {own?.role === 'guarantor' && (own.state === 'pending' || own.limits.length > 0) ? (
        <Section title={word('limits')} lead={word(own.state === 'pending' ? 'limitsToday' : 'limitsThen')}>
          {own.state === 'pending' && guarantee.limitsToday === null ? (
            <Alert severity="warning">{translate('rongqiao.guarantees.capital.unknown')}</Alert>
          ) : (
            <LimitTable limits={own.state === 'pending' ? (guarantee.limitsToday ?? []) : own.limits} />
          )}
        </Section>
      ) : null}
      <Shares guarantee={guarantee} />
      <CollateralSection collateral={guarantee.collateral} applicationId={guarantee.id} />
    </Stack>
  );
}

function Waiting({ guarantee: { state, clock, allowedVerbs } }: { guarantee: Guarantee }) {
  const translate = useTranslate();
  const due = useDueWords();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.guarantees.queue.${key}`, values);
  const isMine = allowedVerbs.length > 0;
  return (
    <Alert
      severity={isMine || state === 'claimed' ? 'warning' : state === 'rejected' || state === 'compensated' ? 'error' : 'info'}
      icon={false}
    >
      <AlertTitle sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        {word(isMine ? 'mine' : 'standing')} <GuaranteeStateChip state={state} />
      </AlertTitle>
      {word(`next.${isMine ? 'decide' : state}`)}
      {state === 'pending' && clock ? ` ${word('due', { day: clock.dueOn, due: due(clock) })}` : ''}
    </Alert>
  );
}

function Loan({ guarantee }: { guarantee: Guarantee }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { permissions: me } = usePermissions<Me>();
  const { amountFen, termMonths, balanceFen, overdueDays, guaranteedBps, enterprise, isFileOpen, transactionId } = guarantee;
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.guarantees.queue.${key}`, values);
  const reads = !!me && ['guarantor', 'insurer', 'bank'].includes(me.organisation.kind);
  const isSide = !!me && ['enterprise', 'bank'].includes(me.organisation.kind);
  return (
    <Section title={word('loan')}>
      <Facts
        facts={[
          [word('fields.amount'), formatAmount(amountFen, locale)],
          [word('fields.term'), formatTerm(termMonths, locale)],
          [
            word('fields.guaranteed'),
            `${formatAmount(Math.round((amountFen * guaranteedBps) / 10_000), locale)} (${formatRate(guaranteedBps)})`,
          ],
          [word('fields.balance'), balanceFen === null ? null : formatAmount(balanceFen, locale)],
          [word('fields.overdue'), overdueDays ? word('overdueDays', { smart_count: overdueDays }) : null],
        ]}
      />
      <Stack direction="row" useFlexGap spacing={1} sx={{ mt: 2, flexWrap: 'wrap', alignItems: 'center' }}>
        {reads && isFileOpen ? (
          <Button component={Link} to={`/enterprises/${enterprise.id}/show`} variant="outlined">
            {word('file')}
          </Button>
        ) : null}
        {reads && !isFileOpen ? (
          <Typography variant="body2" color="text.secondary">
            {word('noFile')}
          </Typography>
        ) : null}
        {isSide ? (
          <Button component={Link} to={`/applications/${guarantee.id}/show`} variant="outlined">
            {word('application')}
          </Button>
        ) : null}
        {isSide && transactionId ? (
          <Button component={Link} to={`/transactions/${transactionId}/show`} variant="outlined">
            {translate('rongqiao.financing.deals.seeDeal')}
          </Button>
        ) : null}
      </Stack>
    </Section>
  );
}

/** Who bears what of this loan, and who of them has agreed. */
function Shares({ guarantee: { terms, decisions, amountFen, sharesHash, approvedAt, scheme } }: { guarantee: Guarantee }) {
  const translate = useTranslate();
  const locale = useLocale();
  const text = useText();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.guarantees.queue.${key}`, values);
  return (
    <Section
      title={word('shares')}
      lead={
        sharesHash
          ? word('frozen', { hash: sharesHash.slice(0, 16), day: formatInstant(approvedAt).slice(0, 10) })
          : word('notFrozen')
      }
      action={
        <Button component={Link} to={`/schemes/${scheme.id}/show`}>
          {word('scheme')}
        </Button>
      }
    >
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {terms.parties.map(({ place, role, name, organisationId, shareBps }) => {
          const decision = decisions.find(each => each.organisationId === organisationId);
          return (
            <Box component="li" key={place} sx={{ py: 1, borderTop: place > 0 ? 1 : 0, borderColor: 'divider' }}>
              <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
                <Typography variant="body2" color="text.secondary" sx={{ width: 88 }}>
                  {translate(`rongqiao.guarantees.roles.${role}`)}
                </Typography>
                <Typography sx={{ flex: 1, minWidth: 140 }}>{name}</Typography>
                {decision ? (
                  <StateChip
                    state={decision.state === 'approved' ? 'active' : decision.state}
                    label={word(`decisions.${decision.state}`)}
                  />
                ) : null}
                <Typography sx={{ fontVariantNumeric: 'tabular-nums', minWidth: { sm: 150 }, textAlign: { sm: 'right' } }}>
                  {shareBps === 0
                    ? word('noShare')
                    : `${formatRate(shareBps)} · ${formatAmount(Math.round((amountFen * shareBps) / 10_000), locale)}`}
                </Typography>
              </Stack>
              {decision?.reason ? (
                <Typography variant="body2" color="error">
                  {[text(decision.reason.label), decision.reasonText].filter(Boolean).join(word('colon'))}
                </Typography>
              ) : null}
            </Box>
          );
        })}
      </Box>
    </Section>
  );
}
