import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, MenuItem, Stack } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Application, Offer } from '../../generated/schema';
import { wanScale } from '../../products/figures';
import { FigureField } from '../../products/form/FigureField';
import { formatAmount, formatInstant, formatRate, formatTerm } from '../../shared/format';
import { Field, Refused } from '../../shared/Refused';
import { useLocale } from '../../shared/useLocale';
import { useRun } from '../useRun';

type Attestation = 'yes' | 'no' | 'unknown';

type Props = { application: Pick<Application, 'id' | 'version'>; offer: Offer; onClose: () => void };

/** Records that the loan was paid out, with what only the bank can say of it. */
export function DisburseDialog({ application, offer, onClose }: Props) {
  const translate = useTranslate();
  const locale = useLocale();
  const today = formatInstant(new Date().toISOString()).slice(0, 10);
  const [disbursedOn, setDisbursedOn] = useState(today);
  const [attestation, setAttestation] = useState<Attestation>('unknown');
  const [householdCreditFen, setHouseholdCreditFen] = useState<number | null>(null);
  const { run, isRunning, refusal } = useRun('applications', 'disburse', onClose);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.deals.disburse.${key}`, values);
  const isTooLow = householdCreditFen !== null && householdCreditFen < offer.amountFen;
  const isOff = disbursedOn === '' || disbursedOn > today || isTooLow || Number.isNaN(householdCreditFen);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{word('title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <DialogContentText>
            {word('text', {
              amount: formatAmount(offer.amountFen, locale),
              term: formatTerm(offer.termMonths, locale),
              rate: formatRate(offer.rateBps),
            })}
          </DialogContentText>
          <Refused refusal={refusal}>
            <Field
              type="date"
              required
              name="disbursedOn"
              label={word('on')}
              value={disbursedOn}
              onChange={event => setDisbursedOn(event.target.value)}
              slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }}
            />
            <Field
              select
              name="isAttestedFirst"
              label={word('attested')}
              helperText={word('attestedHelp')}
              value={attestation}
              onChange={event => setAttestation(event.target.value as Attestation)}
            >
              {(['yes', 'no', 'unknown'] as const).map(each => (
                <MenuItem key={each} value={each}>
                  {word(`attestations.${each}`)}
                </MenuItem>
              ))}
            </Field>
            <FigureField
              name="householdCreditFen"
              label={word('household')}
              unit={translate('rongqiao.products.units.wan')}
              scale={wanScale}
              value={householdCreditFen}
              onChange={setHouseholdCreditFen}
              isWrong={isTooLow}
              helperText={word(isTooLow ? 'householdLow' : 'householdHelp')}
            />
          </Refused>
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          loading={isRunning}
          disabled={isOff}
          onClick={() =>
            void run({
              id: application.id,
              version: application.version,
              disbursedOn,
              isAttestedFirst: attestation === 'unknown' ? null : attestation === 'yes',
              householdCreditFen,
            })
          }
        >
          {word('confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
