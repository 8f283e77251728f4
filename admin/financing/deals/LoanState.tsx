import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { MatchedTransaction } from '../../generated/schema';
import { formatYuan } from '../../shared/format';
import { StateChip } from '../../shared/StateChip';
import { useText } from '../../shared/useLocale';

const severities: Partial<Record<MatchedTransaction['state'], 'success' | 'error' | 'warning'>> = {
  settled: 'success',
  overdue: 'error',
  writtenOff: 'error',
};

/** Where a loan stands when it does not simply run its course: since when, and the reason that the firm may read too. */
export function LoanStateNotice({ transaction }: { transaction: MatchedTransaction }) {
  const translate = useTranslate();
  const inLanguage = useText();
  const { state, reason, reasonText, endedOn, renewedById, ledger } = transaction;
  if (state === 'disbursed') return null;
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.deals.${key}`, values);
  const why = [reason ? inLanguage(reason.label) : null, reasonText].filter(Boolean).join(' · ');
  return (
    <Alert
      severity={severities[state] ?? 'warning'}
      action={
        renewedById ? (
          <Button component={Link} to={`/transactions/${renewedById}/show`} color="inherit" size="small">
            {word('renewing.seeNew')}
          </Button>
        ) : undefined
      }
    >
      <strong>{word(`states.${state}`)}</strong>
      {endedOn ? ` · ${word('loan.endedOn', { day: endedOn })}` : ''}
      {ledger.daysPastDue > 0 && !endedOn
        ? ` · ${word('loan.pastDue', { days: ledger.daysPastDue, amount: formatYuan(ledger.overdueFen) })}`
        : ''}
      {why ? ` · ${why}` : ''}
    </Alert>
  );
}

export function LoanStateChip({ state }: Pick<MatchedTransaction, 'state'>) {
  const translate = useTranslate();
  return <StateChip state={state} label={translate(`rongqiao.financing.deals.states.${state}`)} />;
}
