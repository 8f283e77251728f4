import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Application } from '../../generated/schema';
import { Failed } from '../../shared/Answered';
import { useRun } from '../useRun';

type Props = { application: Pick<Application, 'id' | 'version'>; onClose: () => void };

/** The bank stands by its offer after a counter-offer, and says why. */
export function KeepOfferDialog({ application: { id, version }, onClose }: Props) {
  const translate = useTranslate();
  const [reason, setReason] = useState('');
  const { run, isRunning, refusal } = useRun('applications', 'keepOffer', onClose);
  const word = (key: string) => translate(`rongqiao.financing.offers.keep.${key}`);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{word('title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <DialogContentText>{word('text')}</DialogContentText>
          <TextField
            autoFocus
            multiline
            minRows={2}
            required
            label={word('reason')}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
          {refusal ? <Failed error={refusal} /> : null}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          loading={isRunning}
          disabled={reason.trim().length < 2}
          onClick={() => void run({ id, version, reason: reason.trim() })}
        >
          {translate('rongqiao.financing.applications.verbs.keepOffer')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
