import { Alert, Box, Button, Stack, Typography, useMediaQuery } from '@mui/material';
import {
  CreateButton,
  Datagrid,
  FilterButton,
  FunctionField,
  List,
  type RaRecord,
  SearchInput,
  SelectInput,
  SimpleList,
  TextField,
  TopToolbar,
  useTranslate,
} from 'react-admin';
import { Link } from 'react-router-dom';
import type { Organisation } from '../generated/schema';
import { Empty } from '../shared/Empty';
import { formatInstant } from '../shared/format';
import { StateChip } from '../shared/StateChip';
import { useText } from '../shared/useLocale';
import { VerbButtons, type VerbWords } from '../shared/VerbButtons';

type Row = Organisation & RaRecord;

const kinds = ['enterprise', 'bank', 'guarantor', 'insurer', 'department', 'regulator', 'operator'];
const statuses = ['pending', 'active', 'rejected', 'suspended'];

const wordsOf = (verb: string, extra: Partial<VerbWords> = {}): VerbWords => ({
  label: `rongqiao.identity.verbs.${verb}`,
  consequence: `rongqiao.identity.consequences.${verb}`,
  ...extra,
});

const verbs = {
  confirmOrganisation: wordsOf('confirmOrganisation', { isPrimary: true }),
  rejectOrganisation: wordsOf('rejectOrganisation', { needsReason: true, isGrave: true }),
  suspendOrganisation: wordsOf('suspendOrganisation', { needsReason: true, isGrave: true }),
  restoreOrganisation: wordsOf('restoreOrganisation'),
};

/** Every organisation of the platform; registrations that wait come first when asked for. */
export function OrganisationList() {
  const translate = useTranslate();
  const isWide = useMediaQuery('(min-width: 900px)');
  const choices = (group: string, ids: readonly string[]) => ids.map(id => ({ id, name: `rongqiao.identity.${group}.${id}` }));
  const filters = [
    <SearchInput key="q" source="q" alwaysOn />,
    <SelectInput
      key="kind"
      source="kind"
      alwaysOn
      label="rongqiao.identity.organisations.filterKind"
      choices={choices('kinds', kinds)}
    />,
    <SelectInput
      key="status"
      source="status"
      alwaysOn
      label="rongqiao.identity.organisations.filterStatus"
      choices={choices('organisationStatus', statuses)}
    />,
  ];
  return (
    <List
      title={translate('rongqiao.identity.organisations.title')}
      filters={filters}
      sort={{ field: 'createdAt', order: 'DESC' }}
      exporter={false}
      empty={false}
      actions={
        <TopToolbar>
          <FilterButton />
          <CreateButton label="rongqiao.identity.organisations.create" />
        </TopToolbar>
      }
    >
      <Typography color="text.secondary" sx={{ p: 2, pb: 0 }}>
        {translate('rongqiao.identity.organisations.lead')}
      </Typography>
      {isWide ? (
        <Datagrid
          bulkActionButtons={false}
          rowClick={false}
          empty={<Empty title={translate('rongqiao.identity.organisations.empty')} />}
        >
          <TextField source="name" label="rongqiao.identity.fields.name" />
          <FunctionField<Row>
            label="rongqiao.identity.fields.kind"
            render={row => translate(`rongqiao.identity.kinds.${row.kind}`)}
          />
          <FunctionField<Row> label="rongqiao.identity.fields.uscc" render={row => <Uscc organisation={row} />} />
          <FunctionField<Row> label="rongqiao.identity.fields.regionCode" render={row => <Region organisation={row} />} />
          <FunctionField<Row> label="rongqiao.identity.fields.status" render={row => <Status organisation={row} />} />
          <FunctionField<Row>
            label="rongqiao.identity.fields.createdAt"
            sortBy="createdAt"
            render={row => formatInstant(row.createdAt)}
          />
          <FunctionField<Row> label="" render={row => <Verbs organisation={row} />} />
        </Datagrid>
      ) : (
        <SimpleList<Row>
          linkType={false}
          primaryText={row => row.name}
          secondaryText={row => (
            <Stack component="span" spacing={1} sx={{ mt: 0.5 }}>
              <Box component="span">
                {translate(`rongqiao.identity.kinds.${row.kind}`)} · <Region organisation={row} />
              </Box>
              <Uscc organisation={row} />
              <Status organisation={row} />
              <Verbs organisation={row} />
            </Stack>
          )}
        />
      )}
    </List>
  );
}

function Verbs({ organisation }: { organisation: Row }) {
  const translate = useTranslate();
  const claimed = organisation.claimants.map(({ name, username }) => `${name} (${username})`);
  const parameters = new URLSearchParams({ organisationId: organisation.id, organisationName: organisation.name });
  return (
    <Stack component="span" spacing={1}>
      {claimed.length > 0 ? (
        <Typography component="span" variant="body2">
          {translate('rongqiao.identity.organisations.claimedBy', { names: claimed.join('、') })}
        </Typography>
      ) : null}
      <Stack component="span" direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
        <VerbButtons resource="organisations" record={organisation} verbs={verbs} />
        {organisation.status === 'active' ? (
          <Button component={Link} to={`/users/create?${parameters}`}>
            {translate('rongqiao.identity.organisations.addAdministrator')}
          </Button>
        ) : null}
      </Stack>
    </Stack>
  );
}

function Uscc({ organisation }: { organisation: Row }) {
  const translate = useTranslate();
  return (
    <Box component="span">
      <Box component="span" sx={{ fontFamily: 'monospace' }}>
        {organisation.uscc ?? '—'}
      </Box>
      {organisation.usccVerdict === 'checkDigitMismatch' ? (
        <Alert severity="warning" sx={{ py: 0, mt: 0.5 }}>
          {translate('rongqiao.identity.usccVerdict.checkDigitMismatch')}
        </Alert>
      ) : null}
    </Box>
  );
}

const Region = ({ organisation }: { organisation: Row }) => <>{useText()(organisation.region) || '—'}</>;

function Status({ organisation }: { organisation: Row }) {
  const translate = useTranslate();
  return (
    <Box component="span">
      <StateChip state={organisation.status} label={translate(`rongqiao.identity.organisationStatus.${organisation.status}`)} />
      {organisation.statusReason ? (
        <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>
          {organisation.statusReason}
        </Typography>
      ) : null}
    </Box>
  );
}
