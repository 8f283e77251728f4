import { Stack, Typography, useMediaQuery } from '@mui/material';
import {
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
import type { Enterprise } from '../generated/schema';
import { Empty } from '../shared/Empty';
import { RegionInput } from '../shared/RegionInput';
import { StateChip } from '../shared/StateChip';
import { useText } from '../shared/useLocale';
import { Uscc } from './Uscc';

type Row = Enterprise & RaRecord;

const statuses = ['pending', 'active', 'rejected', 'suspended'];
const entityTypes = ['enterprise', 'selfEmployed', 'cooperative'];

/** The firms that the reader may know of, by name, code, region and state. */
export function EnterpriseList() {
  const translate = useTranslate();
  const text = useText();
  const isWide = useMediaQuery('(min-width: 900px)');
  const label = (name: string) => `rongqiao.enterprises.enterprises.fields.${name}`;
  const filters = [
    <SearchInput
      key="q"
      source="q"
      alwaysOn
      placeholder={translate('rongqiao.enterprises.enterprises.filters.q')}
      sx={{ minWidth: { sm: 260 } }}
    />,
    <SelectInput
      key="status"
      source="status"
      alwaysOn
      label={label('status')}
      choices={statuses.map(id => ({ id, name: `rongqiao.identity.organisationStatus.${id}` }))}
    />,
    <SelectInput
      key="entityType"
      source="entityType"
      alwaysOn
      label={label('entityType')}
      choices={entityTypes.map(id => ({ id, name: `rongqiao.enterprises.enterprises.entityTypes.${id}` }))}
    />,
    <RegionInput key="regionCode" source="regionCode" label={translate(label('region'))} />,
  ];
  return (
    <List
      title={translate('rongqiao.enterprises.enterprises.title')}
      filters={filters}
      exporter={false}
      empty={false}
      perPage={25}
      sort={{ field: 'name', order: 'ASC' }}
      actions={
        <TopToolbar>
          <FilterButton />
        </TopToolbar>
      }
    >
      <Typography color="text.secondary" sx={{ p: 2, pb: 0, maxWidth: 760 }}>
        {translate('rongqiao.enterprises.enterprises.lead')}
      </Typography>
      {isWide ? (
        <Datagrid
          bulkActionButtons={false}
          rowClick="show"
          empty={<NoFirms />}
          sx={{ '& .column-foundedOn': { whiteSpace: 'nowrap' } }}
        >
          <TextField source="name" label={label('name')} />
          <FunctionField<Row> label={label('uscc')} render={row => <Uscc enterprise={row} />} />
          <FunctionField<Row> label={label('region')} render={row => text(row.region) || '—'} />
          <FunctionField<Row> label={label('industry')} render={row => text(row.industry) || '—'} />
          <TextField source="foundedOn" label={label('foundedOn')} emptyText="—" sortable={false} />
          <FunctionField<Row> label={label('status')} render={row => <Status enterprise={row} />} />
        </Datagrid>
      ) : (
        <SimpleList<Row>
          linkType="show"
          empty={<NoFirms />}
          primaryText={row => row.name}
          secondaryText={row => (
            <Stack component="span" spacing={0.5} sx={{ alignItems: 'flex-start' }}>
              {row.uscc ? <Uscc enterprise={row} /> : null}
              <span>{[row.code, text(row.region), text(row.industry)].filter(Boolean).join(' · ')}</span>
              <Status enterprise={row} />
            </Stack>
          )}
        />
      )}
    </List>
  );
}

const Status = ({ enterprise }: { enterprise: Row }) => (
  <StateChip state={enterprise.status} label={useTranslate()(`rongqiao.identity.organisationStatus.${enterprise.status}`)} />
);

function NoFirms() {
  const translate = useTranslate();
  return (
    <Empty
      title={translate('rongqiao.enterprises.enterprises.empty')}
      hint={translate('rongqiao.enterprises.enterprises.emptyHint')}
    />
  );
}
