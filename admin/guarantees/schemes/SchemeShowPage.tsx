import ArrowBack from '@mui/icons-material/ArrowBack';
import { Alert, Box, Button, LinearProgress, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { Section } from '../../financing/applications/Section';
import type { RiskSharingScheme, SchemeStanding } from '../../generated/schema';
import { useVocabulary } from '../../products/useVocabulary';
import { Answered } from '../../shared/Answered';
import { formatAmount, formatInstant, formatRate } from '../../shared/format';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { useLocale } from '../../shared/useLocale';
import { VerbButtons } from '../../shared/VerbButtons';
import { Facts } from '../Facts';
import { schemeDocument } from '../operations';
import { LossExample } from './LossExample';
import { useCostWords } from './SchemeListPage';
import { SchemeStateChip } from './SchemeStateChip';

const verb = (name: string, extra: { isGrave?: boolean } = {}) => ({
  label: `rongqiao.guarantees.schemes.verbs.${name}`,
  consequence: `rongqiao.guarantees.schemes.consequences.${name}`,
  ...extra,
});
const verbs = { closeScheme: verb('closeScheme', { isGrave: true }), reopenScheme: verb('reopenScheme') };

/** One scheme: who pays what of a loss, its terms, and where it stands at its stops. */
export function SchemeShowPage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const query = useAsk<{ scheme: RiskSharingScheme }>(schemeDocument, { id });
  const scheme = query.data?.scheme;
  const word = (key: string) => translate(`rongqiao.guarantees.schemes.${key}`);
  return (
    <Page
      title={scheme?.name ?? word('title')}
      lead={scheme?.owner.name}
      actions={
        <>
          <Button component={Link} to="/schemes" startIcon={<ArrowBack />}>
            {word('back')}
          </Button>
          {scheme?.allowedVerbs.includes('reviseScheme') ? (
            <Button component={Link} to={`/schemes/${id}/revise`} variant="outlined">
              {word('verbs.reviseScheme')}
            </Button>
          ) : null}
          {scheme ? <VerbButtons resource="schemes" record={scheme} verbs={verbs} /> : null}
        </>
      }
    >
      <Answered query={query}>{({ scheme: shown }) => <Shown scheme={shown} />}</Answered>
    </Page>
  );
}

function Shown({ scheme }: { scheme: RiskSharingScheme }) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.guarantees.schemes.${key}`, values);
  return (
    <Stack spacing={2}>
      {scheme.isStopped ? <Alert severity="error">{word('stopped')}</Alert> : null}
      <Section title={word('whoPays')} lead={word('whoPaysLead')} action={<SchemeStateChip scheme={scheme} />}>
        <LossExample terms={scheme.terms} />
      </Section>
      {scheme.standing ? <Stops standing={scheme.standing} /> : null}
      <Terms scheme={scheme} />
    </Stack>
  );
}

function Terms({ scheme: { terms, versions } }: { scheme: RiskSharingScheme }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { labelOf } = useVocabulary();
  const costs = useCostWords();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.guarantees.schemes.${key}`, values);
  const amount = (fen: number | null) => (fen === null ? null : formatAmount(fen, locale));
  return (
    <Section title={word('terms', { number: terms.number })} lead={word('termsLead')}>
      <Facts
        facts={[
          [word('fields.overdueDays'), word('days', { smart_count: terms.overdueDays })],
          [word('fields.cost'), costs(terms).join(' · ') || word('free')],
          [word('fields.amountFenMax'), amount(terms.amountFenMax)],
          [word('fields.labels'), terms.labels.map(label => labelOf('labels', label)).join(' · ') || word('anyProduct')],
          [word('fields.firstLoss'), terms.firstLossRateBps === null ? null : formatRate(terms.firstLossRateBps)],
          [word('fields.firstLossCap'), amount(terms.firstLossCapFen)],
          [word('fields.note'), terms.note],
        ]}
      />
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1.5, overflowWrap: 'anywhere' }}>
        {word('hash', { hash: terms.termsHash.slice(0, 16), day: formatInstant(terms.createdAt).slice(0, 10) })}
        {versions.length > 1 ? ` · ${word('versions', { smart_count: versions.length })}` : ''}
      </Typography>
    </Section>
  );
}

function Stops({ standing: { stops, lentFen, overdueFen, compensatedFen, recoveredFen } }: { standing: SchemeStanding }) {
  const translate = useTranslate();
  const locale = useLocale();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.guarantees.schemes.${key}`, values);
  const say = (unit: 'fen' | 'bps', value: number) => (unit === 'fen' ? formatAmount(value, locale) : formatRate(value));
  return (
    <Section title={word('standing')} lead={word('standingLead')}>
      <Facts
        facts={[
          [word('fields.lent'), formatAmount(lentFen, locale)],
          [word('fields.overdue'), formatAmount(overdueFen, locale)],
          [word('fields.compensated'), formatAmount(compensatedFen, locale)],
          [word('fields.recovered'), formatAmount(recoveredFen, locale)],
        ]}
      />
      <Stack spacing={1.5} sx={{ mt: 2 }}>
        {stops.map(({ stop, unit, limit, used, isReached }) => (
          <Box key={stop}>
            <Typography variant="body2">
              {word(`stops.${stop}`)}{' '}
              <strong>
                {used === null ? word('noneYet') : say(unit, used)} / {say(unit, limit)}
              </strong>
              {isReached ? ` · ${word('reached')}` : ''}
            </Typography>
            <LinearProgress
              variant="determinate"
              aria-label={word(`stops.${stop}`)}
              value={Math.min(100, ((used ?? 0) / limit) * 100)}
              color={isReached ? 'error' : 'primary'}
              sx={{ height: 8, borderRadius: 4 }}
            />
          </Box>
        ))}
        {stops.length === 0 ? <Typography color="text.secondary">{word('noStops')}</Typography> : null}
      </Stack>
    </Section>
  );
}
