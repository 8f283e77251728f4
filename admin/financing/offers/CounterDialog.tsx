import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  ListItemText,
  MenuItem,
  Stack,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Application, Offer, RepaymentMethod, SecurityKind } from '../../generated/schema';
import { percentScale, wanScale, wholeScale } from '../../products/figures';
import { FigureField } from '../../products/form/FigureField';
import { useVocabulary } from '../../products/useVocabulary';
import { Failed } from '../../shared/Answered';
import { useRun } from '../useRun';
import { useOfferFigures } from './OfferFigures';

/** As the server has it. */
export const roundsMax = 3;

type Props = { offer: Offer; application: Application; onClose: () => void };

/** What the firm would take instead of an offer: it opens with the offer's own terms, each with what was offered beneath. */
export function CounterDialog({ offer, application: { productVersion, counterOffers }, onClose }: Props) {
  const translate = useTranslate();
  const figures = useOfferFigures()(offer);
  const { choicesOf, labelOf } = useVocabulary();
  const [amountFen, setAmountFen] = useState<number | null>(offer.amountFen);
  const [termMonths, setTermMonths] = useState<number | null>(offer.termMonths);
  const [rateBps, setRateBps] = useState<number | null>(offer.rateBps);
  const [repaymentMethod, setRepaymentMethod] = useState<RepaymentMethod>(offer.repaymentMethod);
  const [securities, setSecurities] = useState<readonly SecurityKind[]>(offer.securities);
  const [note, setNote] = useState('');
  const { run, isRunning, refusal } = useRun('offers', 'counterOffer', onClose);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.offers.counter.${key}`, values);
  const unit = (key: string) => translate(`rongqiao.products.units.${key}`);
  const offered = (list: 'repaymentMethods' | 'securities') =>
    choicesOf(list).filter(
      ({ id }) => productVersion[list].length === 0 || (productVersion[list] as readonly string[]).includes(id),
    );
  const isWrong = (value: number | null) => value === null || !Number.isSafeInteger(value) || value <= 0;
  const was = (value: string) => word('was', { value });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{word('number', { round: counterOffers.length + 1, most: roundsMax })}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <DialogContentText>{word('lead')}</DialogContentText>
          <FigureField
            label={word('amount')}
            unit={unit('wan')}
            scale={wanScale}
            isRequired
            value={amountFen}
            isWrong={isWrong(amountFen)}
            helperText={was(figures.amount)}
            onChange={setAmountFen}
          />
          <FigureField
            label={word('term')}
            unit={unit('month')}
            scale={wholeScale}
            isRequired
            value={termMonths}
            isWrong={isWrong(termMonths)}
            helperText={was(figures.term)}
            onChange={setTermMonths}
          />
          <FigureField
            label={word('rate')}
            unit={unit('percent')}
            scale={percentScale}
            isRequired
            value={rateBps}
            isWrong={rateBps === null || !Number.isSafeInteger(rateBps)}
            helperText={was(figures.rate)}
            onChange={setRateBps}
          />
          <TextField
            select
            label={word('repaymentMethod')}
            value={repaymentMethod}
            helperText={was(figures.repaymentMethod)}
            onChange={event => setRepaymentMethod(event.target.value as RepaymentMethod)}
          >
            {offered('repaymentMethods').map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            select
            label={word('securities')}
            value={securities}
            helperText={was(figures.securities)}
            onChange={event => setSecurities(event.target.value as unknown as SecurityKind[])}
            slotProps={{
              select: {
                multiple: true,
                renderValue: chosen => (chosen as SecurityKind[]).map(code => labelOf('securities', code)).join(', '),
              },
            }}
          >
            {offered('securities').map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                <Checkbox size="small" checked={(securities as readonly string[]).includes(id)} />
                <ListItemText primary={name} />
              </MenuItem>
            ))}
          </TextField>
          <TextField
            multiline
            minRows={2}
            label={word('note')}
            helperText={word('noteHelp')}
            value={note}
            onChange={event => setNote(event.target.value)}
          />
          {refusal ? <Failed error={refusal} /> : null}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          loading={isRunning}
          disabled={isWrong(amountFen) || isWrong(termMonths) || rateBps === null || !Number.isSafeInteger(rateBps)}
          onClick={() =>
            void run({
              id: offer.id,
              version: offer.version,
              input: { amountFen, termMonths, rateBps, repaymentMethod, securities, note: note.trim() || null },
            })
          }
        >
          {word('send')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
