import { Box, Stack, Typography, useMediaQuery } from '@mui/material';
import { Datagrid, FunctionField, List, type RaRecord, SimpleList, TextField, TextInput, useTranslate } from 'react-admin';
import type { AuditEntry } from '../generated/schema';
import { Empty } from '../shared/Empty';
import { formatInstant } from '../shared/format';

type Row = AuditEntry & RaRecord;

/** What was done, newest first; nothing here can be changed. */
export function AuditEntryList() {
  const translate = useTranslate();
  const isWide = useMediaQuery('(min-width: 900px)');
  const filters = [
    <TextInput key="verb" source="verb" alwaysOn label="rongqiao.identity.audit.filterVerb" />,
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
          <TextField source="verb" label="rongqiao.identity.audit.verb" sortable={false} />
          <FunctionField<Row> label="rongqiao.identity.audit.subject" render={row => `${row.subjectKind} ${row.subjectId}`} />
          <TextField source="reason" label="rongqiao.identity.audit.reason" sortable={false} emptyText="—" />
        </Datagrid>
      ) : (
        <SimpleList<Row>
          linkType={false}
          primaryText={row => `${row.verb} · ${row.actorName}`}
          secondaryText={row => (
            <Stack component="span">
              <span>{formatInstant(row.at)}</span>
              <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
                {row.subjectKind} {row.subjectId}
              </Box>
              {row.reason ? <span>{row.reason}</span> : null}
            </Stack>
          )}
        />
      )}
    </List>
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
