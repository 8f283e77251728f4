import { Box, Stack, Typography, useMediaQuery } from '@mui/material';
import {
  AutocompleteInput,
  Datagrid,
  FunctionField,
  List,
  type RaRecord,
  SimpleList,
  TextField,
  TextInput,
  useTranslate,
} from 'react-admin';
import type { AuditEntry } from '../generated/schema';
import { Empty } from '../shared/Empty';
import { formatInstant } from '../shared/format';
import { auditWords } from './auditWords';

type Row = AuditEntry & RaRecord;

/** What was done, newest first; nothing here can be changed. */
export function AuditEntryList() {
  const translate = useTranslate();
  const isWide = useMediaQuery('(min-width: 900px)');
  const say = (key: string) => translate(`rongqiao.identity.audit.${key}`);
  const filters = [
    <AutocompleteInput
      key="verb"
      source="verb"
      alwaysOn
      label="rongqiao.identity.audit.verb"
      choices={Object.keys(auditWords.zh.verbs).map(id => ({ id, name: `rongqiao.identity.audit.verbs.${id}` }))}
    />,
    <TextInput key="subjectId" source="subjectId" alwaysOn label="rongqiao.identity.audit.filterSubject" />,
  ];
  return (
    <List
      title={translate('rongqiao.identity.audit.title')}
      filters={filters}
      exporter={false}
      empty={false}
      actions={false}
      sort={{ field: 'id', order: 'DESC' }}
    >
      <Typography color="text.secondary" sx={{ p: 2, pb: 0 }}>
        {translate('rongqiao.identity.audit.lead')}
      </Typography>
      {isWide ? (
        <Datagrid
          bulkActionButtons={false}
          rowClick={false}
          expand={<Details />}
          empty={<Empty title={translate('rongqiao.identity.audit.empty')} />}
        >
          <FunctionField<Row> label="rongqiao.identity.audit.at" render={row => formatInstant(row.at)} />
          <TextField source="actorName" label="rongqiao.identity.audit.actor" sortable={false} />
          <FunctionField<Row> label="rongqiao.identity.audit.verb" render={row => say(`verbs.${row.verb}`)} />
          <FunctionField<Row> label="rongqiao.identity.audit.subject" render={row => <Subject entry={row} />} />
          <TextField source="reason" label="rongqiao.identity.audit.reason" sortable={false} emptyText="—" />
        </Datagrid>
      ) : (
        <SimpleList<Row>
          linkType={false}
          primaryText={row => `${say(`verbs.${row.verb}`)} · ${row.actorName}`}
          secondaryText={row => (
            <Stack component="span">
              <span>{formatInstant(row.at)}</span>
              <Subject entry={row} />
              {row.reason ? <span>{row.reason}</span> : null}
            </Stack>
          )}
        />
      )}
    </List>
  );
}

/** What it was done to: its kind in words, and the id that it is searched by. */
function Subject({ entry }: { entry: Row }) {
  const translate = useTranslate();
  return (
    <span>
      {translate(`rongqiao.identity.audit.subjects.${entry.subjectKind}`)}{' '}
      <Box component="span" sx={{ color: 'text.secondary', fontFamily: 'monospace', fontSize: 12, overflowWrap: 'anywhere' }}>
        {entry.subjectId}
      </Box>
    </span>
  );
}

const Details = () => (
  <FunctionField<Row>
    render={row => (
      <Box sx={{ p: 1, fontFamily: 'monospace', fontSize: 13, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {JSON.stringify(row.details, null, 2)}
        {'\n'}
        {row.hash}
      </Box>
    )}
  />
);
