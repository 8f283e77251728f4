import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  MenuItem,
  Stack,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Application, Reason } from '../../generated/schema';
import { Failed } from '../../shared/Answered';
import { Field, Refused } from '../../shared/Refused';
import { useAsk } from '../../shared/useAsk';
import { useText } from '../../shared/useLocale';
import { reasonsDocument } from '../operations';
import { useRun } from '../useRun';

export type RefusalVerb = 'declineApplication' | 'rejectApplication' | 'rejectGuarantee';

/** As the server has it: a reason that says too little by itself is explained in this many characters at least. */
const textMin = 10;

type Props = {
  application: Pick<Application, 'id' | 'version'>;
  verb: RefusalVerb;
  /** Whose verb it is, where not the application's. */
  resource?: 'applications' | 'guarantees';
  onClose: () => void;
};

/** Ends an application without a loan: never without a reason, and never without what would change it. */
export function RefuseDialog({ application, verb, resource = 'applications', onClose }: Props) {
  const translate = useTranslate();
  const text = useText();
  const reasons = useAsk<{ reasonCodes: readonly Reason[] }>(reasonsDocument);
  const [code, setCode] = useState('');
  const [written, setWritten] = useState('');
  const { run, isRunning, refusal } = useRun(resource, verb, onClose);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.applications.${key}`, values);
  const chosen = reasons.data?.reasonCodes.find(reason => reason.code === code);
  const isTextShort = chosen?.needsText === true && written.trim().length < textMin;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{word(`verbs.${verb}`)}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <DialogContentText>{word(`consequences.${verb}`)}</DialogContentText>
          <Refused refusal={refusal}>
            <Field
              select
              required
              name="reasonCode"
              label={word('refusal.reason')}
              value={chosen ? code : ''}
              onChange={event => setCode(event.target.value)}
              helperText={code === '' ? word('refusal.choose') : undefined}
            >
              {(reasons.data?.reasonCodes ?? []).map(reason => (
                <MenuItem key={reason.code} value={reason.code} sx={{ whiteSpace: 'normal' }}>
                  {reason.code} {text(reason.label)}
                </MenuItem>
              ))}
            </Field>
            {chosen ? <Alert severity="info">{word('refusal.change', { text: text(chosen.change) })}</Alert> : null}
            <Field
              multiline
              minRows={3}
              name="reasonText"
              label={word('refusal.text')}
              required={chosen?.needsText === true}
              error={isTextShort && written !== ''}
              helperText={isTextShort ? word('refusal.textRequired') : word('refusal.textHelp')}
              value={written}
              onChange={event => setWritten(event.target.value)}
            />
          </Refused>
          {reasons.error ? <Failed error={reasons.error} /> : null}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          color="error"
          loading={isRunning}
          disabled={!chosen || isTextShort}
          onClick={() =>
            void run({ id: application.id, version: application.version, reasonCode: code, reasonText: written.trim() || null })
          }
        >
          {word(`verbs.${verb}`)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
