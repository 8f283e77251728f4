import { Typography } from '@mui/material';
import { Create, PasswordInput, required, SelectInput, SimpleForm, TextInput, useTranslate } from 'react-admin';
import { RegionInput } from '../shared/RegionInput';

const kinds = ['bank', 'guarantor', 'insurer', 'department', 'regulator', 'operator'];

/** Sets up an organisation together with the first person who may act for it. */
export function OrganisationCreate() {
  const translate = useTranslate();
  const label = (name: string) => `rongqiao.identity.fields.${name}`;
  return (
    <Create redirect="list" title={translate('rongqiao.identity.organisations.create')}>
      <SimpleForm sx={{ maxWidth: 640 }} defaultValues={{ regionCode: null }}>
        <Typography color="text.secondary" gutterBottom>
          {translate('rongqiao.identity.organisations.createLead')}
        </Typography>
        <SelectInput
          source="kind"
          label={label('kind')}
          validate={required()}
          choices={kinds.map(id => ({ id, name: `rongqiao.identity.kinds.${id}` }))}
        />
        <TextInput source="name" label={label('name')} validate={required()} fullWidth />
        <TextInput source="shortName" label={label('shortName')} />
        <TextInput source="uscc" label={label('uscc')} helperText={label('usccHelp')} />
        <RegionInput source="regionCode" label={translate(label('regionCode'))} />
        <Typography variant="h6" component="h2" sx={{ mt: 2 }}>
          {translate('rongqiao.identity.organisations.firstAdministrator')}
        </Typography>
        <TextInput source="administratorName" label={label('contactName')} validate={required()} />
        <TextInput source="username" label={label('username')} validate={required()} autoComplete="off" />
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
