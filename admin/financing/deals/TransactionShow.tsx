import ArrowBack from '@mui/icons-material/ArrowBack';
import { Button, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { Figures } from '../../enterprises/Figures';
import type { MatchedTransaction } from '../../generated/schema';
import { useVocabulary } from '../../products/useVocabulary';
import { Answered } from '../../shared/Answered';
import { capitalised, formatAmount, formatRate, formatTerm, formatYuan } from '../../shared/format';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { useLocale, useText } from '../../shared/useLocale';
import { Section } from '../applications/Section';
import { type Side, useSide } from '../applications/side';
import { operations } from '../operations';
import { ClassSection } from './ClassSection';
import { useFlagWords } from './flags';
import { LedgerSection } from './LedgerSection';
import { LoanStateNotice } from './LoanState';
import { LoanVerbs } from './LoanVerbs';
import { RateSection } from './RateSection';
import { RepaymentSection } from './RepaymentSection';

/** One loan: its terms, what it counts as, its schedule from the day it was paid out, and what was repaid. */
export function TransactionShow() {
  const { id = '' } = useParams();
  const side = useSide();
  const translate = useTranslate();
  const query = useAsk<{ transaction: MatchedTransaction }>(operations.transactions.one, { id });
  const shown = query.data?.transaction;
  const word = (key: string) => translate(`rongqiao.financing.deals.${key}`);
  if (!side) return null;
  return (
    <Page
      title={shown ? (side === 'bank' ? shown.enterprise.name : shown.institution.name) : word('show')}
      lead={shown?.productVersion.name}
      actions={
        <>
          <Button component={Link} to="/transactions" startIcon={<ArrowBack />}>
            {word('back')}
          </Button>
          {shown ? <LoanVerbs transaction={shown} /> : null}
          {shown ? (
            <Button component={Link} to={`/applications/${shown.applicationId}/show`} variant="outlined">
              {word('seeApplication')}
            </Button>
          ) : null}
        </>
      }
    >
      <Answered query={query}>{({ transaction }) => <Loan transaction={transaction} side={side} />}</Answered>
    </Page>
  );
}

function Loan({ transaction, side }: { transaction: MatchedTransaction; side: Side }) {
  return (
    <Stack spacing={2}>
      <LoanStateNotice transaction={transaction} />
      <Terms transaction={transaction} side={side} />
      <RepaymentSection transaction={transaction} />
      <LedgerSection transaction={transaction} />
      <RateSection transaction={transaction} />
      {side === 'bank' ? <ClassSection transaction={transaction} /> : null}
    </Stack>
  );
}

function Terms({ transaction, side }: { transaction: MatchedTransaction; side: Side }) {
  const translate = useTranslate();
  const text = useText();
  const locale = useLocale();
  const { labelOf } = useVocabulary();
  const flags = useFlagWords()(transaction);
  const { offer, ledger, labels } = transaction;
  const comma = translate('rongqiao.products.say.comma');
  const field = (key: string) => translate(`rongqiao.financing.deals.fields.${key}`);
  const figures = {
    amount: formatAmount(transaction.amountFen, locale),
    balance: translate('rongqiao.financing.offers.yuan', { amount: formatYuan(transaction.balanceFen) }),
    rate: formatRate(ledger.rateBps),
    annualised: formatRate(offer.annualisedRateBps),
    term: formatTerm(transaction.termMonths, locale),
    disbursedOn: transaction.disbursedOn,
    maturesOn: ledger.maturesOn,
    repaymentMethod: capitalised(labelOf('repaymentMethods', offer.repaymentMethod)),
    ...(side === 'bank'
      ? {
          county: text(transaction.county),
          industry: text(transaction.industry) || '—',
          size: translate(`rongqiao.financing.deals.sizes.${transaction.sizeClass}`),
        }
      : {}),
    flags: flags.join(comma) || '—',
    labels: labels.map(code => labelOf('labels', code)).join(comma) || '—',
    channel: translate(`rongqiao.financing.applications.channels.${transaction.channel}`),
  };
  return (
    <Section title={translate('rongqiao.financing.deals.show')}>
      <Figures figures={Object.entries(figures).map(([key, value]) => ({ term: field(key), value }))} />
    </Section>
  );
}
