import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, Stack } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Field, Refused } from '../shared/Refused';
import { useRun } from './useRun';

type Props = {
  /** The record that the verb is done to, and of which resource it is. */
  readonly resource: 'applications' | 'offers' | 'whiteLists';
  readonly record: { readonly id: string; readonly version: number };
  readonly verb: 'declineOffer' | 'withdrawOffer' | 'keepOffer' | 'cancelApplication' | 'leaveWhiteList';
  readonly words: { readonly title: string; readonly text: string; readonly reason: string };
  /** It takes something away from the other side. */
  readonly isGrave?: boolean;
  readonly onClose: () => void;
};

/** As the server has it. */
const reasonMin = 2;

/** Does what must be explained to the other side. */
export function ReasonDialog({ resource, record: { id, version }, verb, words, isGrave = false, onClose }: Props) {
  const translate = useTranslate();
  const [written, setWritten] = useState('');
  const { run, isRunning, refusal } = useRun(resource, verb, onClose);
  const reason = written.trim();
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{words.title}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <DialogContentText>{words.text}</DialogContentText>
          <Refused refusal={refusal}>
            <Field
              autoFocus
              multiline
              minRows={2}
              required
              name="reason"
              label={words.reason}
              value={written}
              onChange={event => setWritten(event.target.value)}
            />
          </Refused>
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          color={isGrave ? 'error' : 'primary'}
          loading={isRunning}
          disabled={reason.length < reasonMin}
          onClick={() => void run({ id, version, reason })}
        >
          {translate(`rongqiao.financing.applications.verbs.${verb}`)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
