import { Box, Stack, useMediaQuery } from '@mui/material';
import { Datagrid, FunctionField, List, NumberField, type RaRecord, SimpleList, TextField, useTranslate } from 'react-admin';
import { useClassName } from '../enterprises/useDataClasses';
import type { ImportBatch } from '../generated/schema';
import { Empty } from '../shared/Empty';
import { formatCount, formatInstant } from '../shared/format';
import { StateChip } from '../shared/StateChip';
import { usePunctuation } from '../shared/usePunctuation';

type Row = ImportBatch & RaRecord;

const open = (id: RaRecord['id']) => `/imports/${id}`;

/** The files that were brought before, newest first; each opens what became of it. */
export function PastImports() {
  const translate = useTranslate();
  const isWide = useMediaQuery('(min-width: 900px)');
  const label = (name: string) => `rongqiao.imports.columns.${name}`;
  const empty = <Empty title={translate('rongqiao.imports.emptyPast')} />;
  return (
    <List
      resource="importBatches"
      title=" "
      sort={{ field: 'createdAt', order: 'DESC' }}
      perPage={10}
      exporter={false}
      actions={false}
      empty={false}
      disableSyncWithLocation
    >
      {isWide ? (
        <Datagrid bulkActionButtons={false} rowClick={open} empty={empty}>
          <FunctionField<Row> label={label('at')} sortBy="createdAt" render={row => formatInstant(row.createdAt)} />
          <TextField source="fileName" label={label('file')} sortable={false} />
          <FunctionField<Row> label={label('kind')} sortBy="kind" render={row => <What batch={row} />} />
          <FunctionField<Row> label={label('state')} sortBy="state" render={row => <State batch={row} />} />
          <NumberField source="rowsRead" label={label('rows')} />
          <NumberField source="rowsNew" label={label('new')} sortable={false} />
          <NumberField source="rowsKnown" label={label('known')} sortable={false} />
          <NumberField source="problemCount" label={label('problems')} sortable={false} />
        </Datagrid>
      ) : (
        <SimpleList<Row>
          rowClick={open}
          empty={empty}
          primaryText={row => (
            <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
              {row.fileName}
            </Box>
          )}
          secondaryText={row => (
            <Stack component="span" spacing={0.5} sx={{ alignItems: 'flex-start' }}>
              <What batch={row} />
              <span>
                {formatInstant(row.createdAt)} ·{' '}
                {translate('rongqiao.imports.batch.rows', { smart_count: row.rowsRead, count: formatCount(row.rowsRead) })}
              </span>
              <State batch={row} />
            </Stack>
          )}
        />
      )}
    </List>
  );
}

const State = ({ batch }: { batch: Row }) => (
  <StateChip state={batch.state} label={useTranslate()(`rongqiao.imports.states.${batch.state}`)} />
);

function What({ batch }: { batch: Row }) {
  const punctuation = usePunctuation();
  const translate = useTranslate();
  const nameOf = useClassName();
  const kind = translate(`rongqiao.imports.kinds.${batch.kind}`);
  return <span>{batch.dataClass ? punctuation.pair(kind, nameOf(batch.dataClass)) : kind}</span>;
}
