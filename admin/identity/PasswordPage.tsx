import { Button, Paper, Stack } from '@mui/material';
import { useState } from 'react';
import { Form, PasswordInput, required, useNotify, useRedirect, useTranslate } from 'react-admin';
import { ask } from '../client';
import { Page } from '../shared/Page';
import { RefusedOfForm } from '../shared/Refused';
import { changePasswordDocument } from './operations';

/** Changes one's own password. */
export function PasswordPage() {
  const translate = useTranslate();
  const notify = useNotify();
  const redirect = useRedirect();
  const [refusal, setRefusal] = useState<Error | null>(null);

  const submit = async (values: Record<string, unknown>) => {
    try {
      await ask(changePasswordDocument, values);
      notify('rongqiao.identity.passwordChanged', { type: 'success' });
      redirect('/');
    } catch (error) {
      setRefusal(error as Error);
    }
  };

  return (
    <Page title={translate('rongqiao.identity.changePassword')}>
      <Paper sx={{ p: 3, maxWidth: 480 }}>
        <Form onSubmit={submit}>
          <Stack spacing={1}>
            <PasswordInput
              source="current"
              label="rongqiao.identity.fields.current"
              validate={required()}
              autoComplete="current-password"
            />
            <PasswordInput
              source="next"
              label="rongqiao.identity.fields.next"
              helperText="rongqiao.identity.fields.passwordHelp"
              validate={required()}
              autoComplete="new-password"
            />
            <RefusedOfForm refusal={refusal} />
            <Button type="submit" variant="contained">
              {translate('rongqiao.identity.changePassword')}
            </Button>
          </Stack>
        </Form>
      </Paper>
    </Page>
  );
}
