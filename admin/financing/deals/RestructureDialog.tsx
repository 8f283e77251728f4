import { MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { MatchedTransaction } from '../../generated/schema';
import { percentScale } from '../../products/figures';
import { FigureField } from '../../products/form/FigureField';
import { useVocabulary } from '../../products/useVocabulary';
import { FormDialog } from '../../shared/FormDialog';
import { formatInstant } from '../../shared/format';
import { Field } from '../../shared/Refused';
import { useRun } from '../useRun';
import { type LoanReason, LoanReasonFields } from './LoanReasonDialog';

/** As the server has them. */
const methods = ['EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL', 'INTEREST_FIRST', 'LUMP_SUM', 'QUARTERLY_INTEREST'] as const;

type Props = { transaction: MatchedTransaction; onClose: () => void };

/** The bank changes how what is left of a loan is repaid, from today, for a coded reason. */
export function RestructureDialog({ transaction: { id, version, ledger }, onClose }: Props) {
  const translate = useTranslate();
  const { labelOf } = useVocabulary();
  const today = formatInstant(new Date().toISOString()).slice(0, 10);
  const [rateBps, setRateBps] = useState<number | null>(ledger.rateBps);
  const [repaymentMethod, setMethod] = useState<string>('EQUAL_PRINCIPAL');
  const [maturesOn, setMaturesOn] = useState(ledger.maturesOn > today ? ledger.maturesOn : '');
  const [reason, setReason] = useState<LoanReason>({ reasonCode: '', reasonText: null, isGiven: false });
  const { run, isRunning, refusal } = useRun('transactions', 'restructureLoan', onClose);
  const word = (key: string) => translate(`rongqiao.financing.deals.restructuring.${key}`);
  const verb = translate('rongqiao.financing.applications.verbs.restructureLoan');
  const { isGiven, ...given } = reason;
  return (
    <FormDialog
      title={verb}
      text={word('text')}
      confirm={verb}
      isRunning={isRunning}
      isOff={!isGiven || rateBps === null || Number.isNaN(rateBps) || maturesOn <= today}
      refusal={refusal}
      onConfirm={() => void run({ id, version, input: { rateBps, repaymentMethod, maturesOn }, ...given })}
      onClose={onClose}
    >
      <FigureField name="rateBps" label={word('rate')} unit="%" scale={percentScale} value={rateBps} onChange={setRateBps} />
      <Field
        select
        name="repaymentMethod"
        label={word('method')}
        value={repaymentMethod}
        onChange={event => setMethod(event.target.value)}
      >
        {methods.map(method => (
          <MenuItem key={method} value={method}>
            {labelOf('repaymentMethods', method)}
          </MenuItem>
        ))}
      </Field>
      <Field
        type="date"
        required
        name="maturesOn"
        label={word('maturesOn')}
        value={maturesOn}
        onChange={event => setMaturesOn(event.target.value)}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today } }}
      />
      <LoanReasonFields verb="restructureLoan" onChange={setReason} />
    </FormDialog>
  );
}
