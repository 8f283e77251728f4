import { Alert, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, TextField } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { RongqiaoDataProvider } from '../dataProvider';

/** Gives a user who has lost the password a new one. */
export function ResetPassword({ user }: { user: { id: string; version: number; username: string } }) {
  const [isOpen, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const dataProvider = useDataProvider<RongqiaoDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  const translate = useTranslate();

  const run = async () => {
    try {
      await dataProvider.run('users', 'resetPassword', { id: user.id, version: user.version, password });
      notify('rongqiao.shared.done', { type: 'success', messageArgs: { verb: translate('rongqiao.identity.users.reset') } });
      setOpen(false);
      setPassword('');
      refresh();
    } catch (error) {
      setProblem((error as Error).message);
    }
  };

  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('rongqiao.identity.users.reset')}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} fullWidth maxWidth="xs">
        <DialogTitle>
          {translate('rongqiao.identity.users.reset')} · {user.username}
        </DialogTitle>
        <DialogContent>
          <DialogContentText>{translate('rongqiao.identity.users.resetText')}</DialogContentText>
          {problem ? <Alert severity="error">{problem}</Alert> : null}
          <TextField
            fullWidth
            margin="normal"
            type="password"
            autoComplete="new-password"
            label={translate('rongqiao.identity.fields.next')}
            helperText={translate('rongqiao.identity.fields.passwordHelp')}
            value={password}
            onChange={event => setPassword(event.target.value)}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{translate('ra.action.cancel')}</Button>
          <Button variant="contained" disabled={password === ''} onClick={() => void run()}>
            {translate('rongqiao.identity.users.reset')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
