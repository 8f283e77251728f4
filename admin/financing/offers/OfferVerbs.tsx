import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Stack,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Application, Offer } from '../../generated/schema';
import { Failed } from '../../shared/Answered';
import { formatRate } from '../../shared/format';
import { useRun } from '../useRun';
import { CounterDialog } from './CounterDialog';
import { useOfferFigures } from './OfferFigures';

type Verb = 'acceptOffer' | 'declineOffer' | 'withdrawOffer';

const words: Readonly<Record<Verb, string>> = { acceptOffer: 'accept', declineOffer: 'decline', withdrawOffer: 'withdraw' };
const verbs = Object.keys(words) as Verb[];

/** What the reader may do with the offer now: the firm accept it, ask for other terms or decline it, the bank withdraw it. */
export function OfferVerbs({ offer, application }: { offer: Offer; application: Application }) {
  const translate = useTranslate();
  const [chosen, setChosen] = useState<Verb | null>(null);
  const [isCountering, setCountering] = useState(false);
  const offered = verbs.filter(verb => offer.allowedVerbs.includes(verb));
  if (offered.length === 0) return null;
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ mt: 2, flexWrap: 'wrap' }}>
      {offered.map(verb => (
        <Button
          key={verb}
          size="large"
          variant={verb === 'acceptOffer' ? 'contained' : 'outlined'}
          color={verb === 'acceptOffer' ? 'primary' : 'error'}
          onClick={() => setChosen(verb)}
        >
          {translate(`rongqiao.financing.applications.verbs.${verb}`)}
        </Button>
      ))}
      {offer.allowedVerbs.includes('counterOffer') ? (
        <Button size="large" variant="outlined" onClick={() => setCountering(true)}>
          {translate('rongqiao.financing.applications.verbs.counterOffer')}
        </Button>
      ) : null}
      {isCountering ? <CounterDialog offer={offer} application={application} onClose={() => setCountering(false)} /> : null}
      {chosen ? <VerbDialog verb={chosen} offer={offer} application={application} onClose={() => setChosen(null)} /> : null}
    </Stack>
  );
}

type DialogProps = { verb: Verb; offer: Offer; application: Application; onClose: () => void };

function VerbDialog({ verb, offer, application, onClose }: DialogProps) {
  const translate = useTranslate();
  const figures = useOfferFigures()(offer);
  const [reason, setReason] = useState('');
  const { run, isRunning, refusal } = useRun('offers', verb, onClose);
  const word = (key: string, values?: Record<string, unknown>) =>
    translate(`rongqiao.financing.offers.${words[verb]}.${key}`, values);
  const needsReason = verb !== 'acceptOffer';
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{word('title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <DialogContentText>
            {word('text', { amount: figures.amount, term: figures.term, rate: formatRate(offer.annualisedRateBps) })}
          </DialogContentText>
          {verb === 'acceptOffer' ? (
            <Alert severity="info">
              {translate('rongqiao.financing.offers.accept.cost', {
                bank: application.institution.name,
                cost: figures.totalCost,
                method: figures.repaymentMethod,
              })}
            </Alert>
          ) : null}
          {needsReason ? (
            <TextField
              autoFocus
              multiline
              minRows={2}
              required
              label={word('reason')}
              value={reason}
              onChange={event => setReason(event.target.value)}
            />
          ) : null}
          {refusal ? <Failed error={refusal} /> : null}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          color={needsReason ? 'error' : 'primary'}
          loading={isRunning}
          disabled={needsReason && reason.trim() === ''}
          onClick={() => void run({ id: offer.id, version: offer.version, ...(needsReason ? { reason: reason.trim() } : {}) })}
        >
          {translate(`rongqiao.financing.applications.verbs.${verb}`)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
