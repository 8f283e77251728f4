import { Button } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { RongqiaoDataProvider } from '../dataProvider';
import { FormDialog } from '../shared/FormDialog';
import { Field } from '../shared/Refused';

/** Gives a user who has lost the password a new one. */
export function ResetPassword({ user }: { user: { id: string; version: number; username: string } }) {
  const [isOpen, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [isRunning, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const dataProvider = useDataProvider<RongqiaoDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  const translate = useTranslate();

  const run = async () => {
    setRunning(true);
    setRefusal(null);
    try {
      await dataProvider.run('users', 'resetPassword', { id: user.id, version: user.version, password });
      notify('rongqiao.shared.done', { type: 'success', messageArgs: { verb: translate('rongqiao.identity.users.reset') } });
      setOpen(false);
      setPassword('');
      refresh();
    } catch (error) {
      setRefusal(error as Error);
    } finally {
      setRunning(false);
    }
  };

  const open = () => {
    setRefusal(null);
    setOpen(true);
  };

  return (
    <>
      <Button variant="outlined" onClick={open}>
        {translate('rongqiao.identity.users.reset')}
      </Button>
      {isOpen ? (
        <FormDialog
          title={`${translate('rongqiao.identity.users.reset')} · ${user.username}`}
          text={translate('rongqiao.identity.users.resetText')}
          confirm={translate('rongqiao.identity.users.reset')}
          isRunning={isRunning}
          isOff={password === ''}
          refusal={refusal}
          onConfirm={() => void run()}
          onClose={() => setOpen(false)}
        >
          <Field
            fullWidth
            type="password"
            autoComplete="new-password"
            name="password"
            label={translate('rongqiao.identity.fields.next')}
            helperText={translate('rongqiao.identity.fields.passwordHelp')}
            value={password}
            onChange={event => setPassword(event.target.value)}
          />
        </FormDialog>
      ) : null}
    </>
  );
}
