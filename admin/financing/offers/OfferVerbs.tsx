import { Alert, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, Stack } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Application, Offer } from '../../generated/schema';
import { Failed } from '../../shared/Answered';
import { formatRate } from '../../shared/format';
import { ReasonDialog } from '../ReasonDialog';
import { useRun } from '../useRun';
import { CounterDialog } from './CounterDialog';
import { useOfferFigures } from './OfferFigures';

/** How each verb stands among the others, and under which words its dialog is. */
const verbs = {
  acceptOffer: { variant: 'contained', color: 'primary' },
  counterOffer: { variant: 'outlined', color: 'primary' },
  declineOffer: { variant: 'outlined', color: 'error' },
  withdrawOffer: { variant: 'outlined', color: 'error' },
} as const;
type Verb = keyof typeof verbs;

type Props = { offer: Offer; application: Application };

/** What the reader may do with the offer now: the firm accept it, ask for other terms or decline it, the bank withdraw it. */
export function OfferVerbs({ offer, application }: Props) {
  const translate = useTranslate();
  const [chosen, setChosen] = useState<Verb | null>(null);
  const offered = (Object.keys(verbs) as Verb[]).filter(verb => offer.allowedVerbs.includes(verb));
  if (offered.length === 0) return null;
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ mt: 2, flexWrap: 'wrap' }}>
      {offered.map(verb => (
        <Button key={verb} size="large" {...verbs[verb]} onClick={() => setChosen(verb)}>
          {translate(`rongqiao.financing.applications.verbs.${verb}`)}
        </Button>
      ))}
      {chosen ? <VerbDialog verb={chosen} offer={offer} application={application} onClose={() => setChosen(null)} /> : null}
    </Stack>
  );
}

type DialogProps = Props & { onClose: () => void };

function VerbDialog({ verb, ...props }: DialogProps & { verb: Verb }) {
  const translate = useTranslate();
  if (verb === 'acceptOffer') return <AcceptDialog {...props} />;
  if (verb === 'counterOffer') return <CounterDialog {...props} />;
  const word = (key: string) => translate(`rongqiao.financing.offers.${verb === 'declineOffer' ? 'decline' : 'withdraw'}.${key}`);
  return (
    <ReasonDialog
      resource="offers"
      record={props.offer}
      verb={verb}
      words={{ title: word('title'), text: word('text'), reason: word('reason') }}
      isGrave
      onClose={props.onClose}
    />
  );
}

function AcceptDialog({ offer, application, onClose }: DialogProps) {
  const translate = useTranslate();
  const figures = useOfferFigures()(offer);
  const { run, isRunning, refusal } = useRun('offers', 'acceptOffer', onClose);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.offers.accept.${key}`, values);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{word('title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <DialogContentText>
            {word('text', { amount: figures.amount, term: figures.term, rate: formatRate(offer.annualisedRateBps) })}
          </DialogContentText>
          <Alert severity="info">
            {word('cost', { bank: application.institution.name, cost: figures.totalCost, method: figures.repaymentMethod })}
          </Alert>
          {refusal ? <Failed error={refusal} /> : null}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" loading={isRunning} onClick={() => void run({ id: offer.id, version: offer.version })}>
          {translate('rongqiao.financing.applications.verbs.acceptOffer')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
