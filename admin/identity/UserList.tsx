import { Stack, Typography, useMediaQuery } from '@mui/material';
import {
  CreateButton,
  Datagrid,
  FunctionField,
  List,
  type RaRecord,
  SearchInput,
  SimpleList,
  TextField,
  TopToolbar,
  useTranslate,
} from 'react-admin';
import type { User } from '../generated/schema';
import { Empty } from '../shared/Empty';
import { formatInstant } from '../shared/format';
import { StateChip } from '../shared/StateChip';
import { VerbButtons, type VerbWords } from '../shared/VerbButtons';
import { ResetPassword } from './ResetPassword';

type Row = User & RaRecord;

const verbs: Readonly<Record<string, VerbWords>> = {
  disableUser: {
    label: 'rongqiao.identity.verbs.disableUser',
    consequence: 'rongqiao.identity.consequences.disableUser',
    isGrave: true,
  },
  enableUser: { label: 'rongqiao.identity.verbs.enableUser', consequence: 'rongqiao.identity.consequences.enableUser' },
};

/** The accounts that this administrator looks after. */
export function UserList() {
  const translate = useTranslate();
  const isWide = useMediaQuery('(min-width: 900px)');
  return (
    <List
      title={translate('rongqiao.identity.users.title')}
      filters={[<SearchInput key="q" source="q" alwaysOn />]}
      sort={{ field: 'createdAt', order: 'DESC' }}
      exporter={false}
      empty={false}
      actions={
        <TopToolbar>
          <CreateButton label="rongqiao.identity.users.create" />
        </TopToolbar>
      }
    >
      <Typography color="text.secondary" sx={{ p: 2, pb: 0 }}>
        {translate('rongqiao.identity.users.lead')}
      </Typography>
      {isWide ? (
        <Datagrid bulkActionButtons={false} rowClick={false} empty={<Empty title={translate('rongqiao.identity.users.empty')} />}>
          <TextField source="username" label="rongqiao.identity.fields.username" />
          <TextField source="name" label="rongqiao.identity.fields.name" sortable={false} />
          <TextField source="organisation.name" label="rongqiao.identity.fields.organisation" sortable={false} />
          <FunctionField<Row>
            label="rongqiao.identity.fields.role"
            render={row => translate(`rongqiao.identity.roles.${row.role}`)}
          />
          <FunctionField<Row> label="rongqiao.identity.fields.status" render={row => <Status user={row} />} />
          <FunctionField<Row> label="" render={row => <Verbs user={row} />} />
        </Datagrid>
      ) : (
        <SimpleList<Row>
          linkType={false}
          primaryText={row => `${row.name} · ${row.username}`}
          secondaryText={row => (
            <Stack component="span" spacing={1} sx={{ mt: 0.5 }}>
              <span>
                {row.organisation.name} · {translate(`rongqiao.identity.roles.${row.role}`)}
              </span>
              <Status user={row} />
              <Verbs user={row} />
            </Stack>
          )}
        />
      )}
    </List>
  );
}

const Verbs = ({ user }: { user: Row }) => (
  <Stack direction="row" component="span" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
    <VerbButtons resource="users" record={user} verbs={verbs} />
    {user.allowedVerbs.includes('resetPassword') ? <ResetPassword user={user} /> : null}
  </Stack>
);

function Status({ user }: { user: Row }) {
  const translate = useTranslate();
  return (
    <span>
      <StateChip state={user.status} label={translate(`rongqiao.identity.userStatus.${user.status}`)} />
      {user.lockedUntil && new Date(user.lockedUntil) > new Date() ? (
        <Typography component="span" variant="body2" color="error" sx={{ display: 'block' }}>
          {translate('rongqiao.identity.fields.lockedUntil')} {formatInstant(user.lockedUntil)}
        </Typography>
      ) : null}
    </span>
  );
}
