import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Application, Offer } from '../../generated/schema';
import { FormDialog } from '../../shared/FormDialog';
import { formatRate } from '../../shared/format';
import { useOfferFigures } from '../offers/OfferFigures';
import { useRun } from '../useRun';

type Props = { application: Application; approved: Offer; onClose: () => void };

/** The firm confirms that it has signed, with what was approved beside what the contract must state. */
export function SignDialog({ application: { id, version, contract }, approved, onClose }: Props) {
  const translate = useTranslate();
  const figures = useOfferFigures()(approved);
  const { run, isRunning, refusal } = useRun('applications', 'signContract', onClose);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.contracts.${key}`, values);
  return (
    <FormDialog
      title={word('sign')}
      text={word('signText', { number: contract?.number ?? '' })}
      confirm={word('confirmSigned')}
      isRunning={isRunning}
      refusal={refusal}
      onConfirm={() => void run({ id, version })}
      onClose={onClose}
    >
      <Alert severity="info">
        {word('check', {
          amount: figures.amount,
          term: figures.term,
          method: figures.repaymentMethod,
          rate: formatRate(contract?.annualisedRateBps ?? approved.annualisedRateBps),
        })}
      </Alert>
    </FormDialog>
  );
}
