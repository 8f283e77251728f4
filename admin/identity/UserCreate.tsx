import { Typography } from '@mui/material';
import { Create, PasswordInput, required, SelectInput, SimpleForm, TextInput, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';

const roles = ['administrator', 'officer', 'auditor'];

/** A new account: of the administrator's own organisation or, for the operator, an administrator of another one. */
export function UserCreate() {
  const translate = useTranslate();
  const [parameters] = useSearchParams();
  const organisationId = parameters.get('organisationId');
  const label = (name: string) => `rongqiao.identity.fields.${name}`;
  const choices = roles.map(id => ({
    id,
    name: `${translate(`rongqiao.identity.roles.${id}`)}：${translate(`rongqiao.identity.rolesHelp.${id}`)}`,
  }));
  return (
    <Create
      redirect="list"
      title={translate('rongqiao.identity.users.create')}
      transform={(input: Record<string, unknown>) => (organisationId ? { ...input, organisationId } : input)}
    >
      <SimpleForm sx={{ maxWidth: 560 }} defaultValues={{ role: organisationId ? 'administrator' : 'officer' }}>
        {organisationId ? <Typography color="text.secondary">{parameters.get('organisationName')}</Typography> : null}
        <TextInput source="name" label={label('name')} validate={required()} autoComplete="off" />
        <TextInput source="username" label={label('username')} validate={required()} autoComplete="off" />
        {organisationId ? null : (
          <SelectInput source="role" label={label('role')} validate={required()} choices={choices} translateChoice={false} />
        )}
        <PasswordInput
          source="password"
          label={label('password')}
          helperText={label('passwordHelp')}
          validate={required()}
          autoComplete="new-password"
        />
      </SimpleForm>
    </Create>
  );
}
