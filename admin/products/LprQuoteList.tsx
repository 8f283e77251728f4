import { Typography, useMediaQuery } from '@mui/material';
import { Datagrid, FunctionField, List, type RaRecord, TextField, TopToolbar, usePermissions, useTranslate } from 'react-admin';
import type { Me } from '../authProvider';
import type { LprQuote } from '../generated/schema';
import { Empty } from '../shared/Empty';
import { formatRate } from '../shared/format';
import { LprChart } from './lpr/LprChart';
import { RecordLprQuote } from './lpr/RecordLprQuote';
import { useVocabulary } from './useVocabulary';

type Row = LprQuote & RaRecord;

/** The loan prime rate as published, its course since it was reformed, and, for the operator, the next publication. */
export function LprQuoteList() {
  const translate = useTranslate();
  const { labelOf } = useVocabulary();
  const { permissions: me } = usePermissions<Me>();
  const isWide = useMediaQuery('(min-width: 600px)');
  const mayRecord = me?.organisation.kind === 'operator' && me.role !== 'auditor';
  const label = (key: string) => `rongqiao.products.lpr.${key}`;
  return (
    <List
      title={translate(label('title'))}
      sort={{ field: 'publishedOn', order: 'DESC' }}
      exporter={false}
      empty={false}
      actions={<TopToolbar sx={{ bgcolor: { xs: 'transparent' } }}>{mayRecord ? <RecordLprQuote /> : null}</TopToolbar>}
    >
      <Typography color="text.secondary" sx={{ p: 2, pb: 0 }}>
        {translate(label('lead'))}
      </Typography>
      <LprChart />
      <Datagrid
        sx={isWide ? {} : { '& .MuiTableCell-root': { px: 1 } }}
        bulkActionButtons={false}
        rowClick={false}
        empty={<Empty title={translate(label('empty'))} />}
      >
        <TextField source="publishedOn" label={label('publishedOn')} />
        <FunctionField<Row> label={label('tenor')} sortBy="tenor" render={({ tenor }) => labelOf('lprTenors', tenor)} />
        <FunctionField<Row>
          label={label('rate')}
          sortBy="rateBps"
          textAlign="right"
          render={({ rateBps }) => formatRate(rateBps)}
        />
        {isWide ? <TextField source="source" label={label('source')} sortable={false} /> : null}
      </Datagrid>
    </List>
  );
}
