import { Create, PasswordInput, required, SelectInput, SimpleForm, TextInput, useTranslate } from 'react-admin';

const roles = ['administrator', 'officer', 'auditor'];

/** A new account of the administrator's own organisation. */
export function UserCreate() {
  const translate = useTranslate();
  const label = (name: string) => `rongqiao.identity.fields.${name}`;
  return (
    <Create redirect="list" title={translate('rongqiao.identity.users.create')}>
      <SimpleForm sx={{ maxWidth: 560 }} defaultValues={{ role: 'officer' }}>
        <TextInput source="name" label={label('name')} validate={required()} autoComplete="off" />
        <TextInput source="username" label={label('username')} validate={required()} autoComplete="off" />
        <SelectInput
          source="role"
          label={label('role')}
          validate={required()}
          choices={roles.map(id => ({
            id,
            name: `${translate(`rongqiao.identity.roles.${id}`)}：${translate(`rongqiao.identity.rolesHelp.${id}`)}`,
          }))}
          translateChoice={false}
        />
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
