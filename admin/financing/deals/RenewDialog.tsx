import { Alert, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { MatchedTransaction } from '../../generated/schema';
import { FormDialog } from '../../shared/FormDialog';
import { formatAmount } from '../../shared/format';
import { useAsk } from '../../shared/useAsk';
import { useLocale } from '../../shared/useLocale';
import { operations } from '../operations';
import { useRun } from '../useRun';
import { type LoanReason, LoanReasonFields } from './LoanReasonDialog';

type Props = { transaction: MatchedTransaction; onClose: () => void };
type Answer = { transactions: { items: readonly MatchedTransaction[] } };

/** The bank settles a loan by a newer one to the same firm, for a coded reason. */
export function RenewDialog({ transaction: { id, version, enterprise, disbursedOn, balanceFen }, onClose }: Props) {
  const translate = useTranslate();
  const locale = useLocale();
  const list = { perPage: 100, filter: { enterpriseId: enterprise.id, from: disbursedOn, states: ['disbursed'] } };
  const { data } = useAsk<Answer>(operations.transactions.list, { list });
  const [renewedById, setRenewedById] = useState('');
  const [reason, setReason] = useState<LoanReason>({ reasonCode: '', reasonText: null, isGiven: false });
  const { run, isRunning, refusal } = useRun('transactions', 'renewLoan', onClose);
  const word = (key: string) => translate(`rongqiao.financing.deals.renewing.${key}`);
  const verb = translate('rongqiao.financing.applications.verbs.renewLoan');
  const offered = (data?.transactions.items ?? []).filter(each => each.id !== id && each.amountFen >= balanceFen);
  const { isGiven, ...given } = reason;
  return (
    <FormDialog
      title={verb}
      text={word('text')}
      confirm={verb}
      isRunning={isRunning}
      isOff={!isGiven || renewedById === ''}
      refusal={refusal}
      onConfirm={() => void run({ id, version, renewedById, ...given })}
      onClose={onClose}
    >
      {data && offered.length === 0 ? <Alert severity="info">{word('none')}</Alert> : null}
      <TextField
        select
        required
        label={word('by')}
        value={renewedById}
        disabled={offered.length === 0}
        onChange={event => setRenewedById(event.target.value)}
      >
        {offered.map(each => (
          <MenuItem key={each.id} value={each.id}>
            {each.disbursedOn} · {each.productVersion.name} · {formatAmount(each.amountFen, locale)}
          </MenuItem>
        ))}
      </TextField>
      <LoanReasonFields verb="renewLoan" onChange={setReason} />
    </FormDialog>
  );
}
