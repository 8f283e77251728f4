import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Application, Offer } from '../../generated/schema';
import { percentScale } from '../../products/figures';
import { FigureField } from '../../products/form/FigureField';
import { FormDialog } from '../../shared/FormDialog';
import { formatRate } from '../../shared/format';
import { Field } from '../../shared/Refused';
import { useRun } from '../useRun';

type Props = { application: Application; approved: Offer; onClose: () => void };

/** Issues the contract of a granted credit: its number, and the annualised rate as the contract states it. */
export function ContractDialog({ application: { id, version, contract }, approved, onClose }: Props) {
  const translate = useTranslate();
  const [number, setNumber] = useState(contract?.number ?? '');
  const [annualisedRateBps, setRate] = useState<number | null>(null);
  const { run, isRunning, refusal } = useRun('applications', 'issueContract', onClose);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.contracts.${key}`, values);
  const isAnother = annualisedRateBps !== null && annualisedRateBps !== approved.annualisedRateBps;
  return (
    <FormDialog
      title={word(contract ? 'putRight' : 'issue')}
      text={word('issueText')}
      confirm={word('send')}
      isRunning={isRunning}
      isOff={number.trim() === '' || annualisedRateBps === null || isAnother}
      refusal={refusal}
      onConfirm={() => void run({ id, version, input: { number: number.trim(), annualisedRateBps } })}
      onClose={onClose}
    >
      <Field required name="number" label={word('number')} value={number} onChange={event => setNumber(event.target.value)} />
      <FigureField
        name="annualisedRateBps"
        label={word('rate')}
        unit={translate('rongqiao.products.units.percent')}
        scale={percentScale}
        isRequired
        value={annualisedRateBps}
        isWrong={isAnother}
        helperText={word(isAnother ? 'anotherRate' : 'rateHelp', { rate: formatRate(approved.annualisedRateBps) })}
        onChange={setRate}
      />
    </FormDialog>
  );
}
