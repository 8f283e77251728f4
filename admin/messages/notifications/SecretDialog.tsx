import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

/** Shows the secret of a webhook this once. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const translate = useTranslate();
  const say = (key: string) => translate(`rongqiao.messages.webhooks.secret.${key}`);
  return (
    <Dialog open fullWidth maxWidth="sm">
      <DialogTitle>{say('title')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{say('text')}</DialogContentText>
        <TextField
          fullWidth
          multiline
          label={say('label')}
          value={secret}
          onFocus={event => event.target.select()}
          slotProps={{ input: { readOnly: true, sx: { fontFamily: 'monospace' } } }}
        />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {say('kept')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
