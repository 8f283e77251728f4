import { Box, Chip, Stack, Typography, useMediaQuery } from '@mui/material';
import type { ReactNode } from 'react';
import {
  Datagrid,
  DateInput,
  FilterButton,
  FunctionField,
  List,
  type RaRecord,
  SearchInput,
  SelectArrayInput,
  SelectInput,
  SimpleList,
  TextField,
  TopToolbar,
  useTranslate,
} from 'react-admin';
import type { DealState, MatchedTransaction } from '../../generated/schema';
import { useVocabulary } from '../../products/useVocabulary';
import { Empty } from '../../shared/Empty';
import { formatAmount, formatRate, formatTerm } from '../../shared/format';
import { useLocale } from '../../shared/useLocale';
import { type Side, useSide } from '../applications/side';
import { useFlagWords } from './flags';
import { LoanStateChip } from './LoanState';

type Row = MatchedTransaction & RaRecord;

const dealStates: readonly DealState[] = [
  'disbursed',
  'overdue',
  'restructured',
  'renewed',
  'compensated',
  'settled',
  'writtenOff',
];

const word = (key: string) => `rongqiao.financing.deals.${key}`;
const label = (name: string) => word(`fields.${name}`);

/** The loans that came of applications: a bank's own, or a firm's own. */
export function TransactionList() {
  const side = useSide();
  return side ? <Transactions side={side} /> : null;
}

function Transactions({ side }: { side: Side }) {
  const translate = useTranslate();
  const isWide = useMediaQuery('(min-width: 900px)');
  const { choicesOf } = useVocabulary();
  const states = dealStates.map(state => ({ id: state, name: word(`states.${state}`) }));
  const filters = [
    <SearchInput key="q" source="q" alwaysOn placeholder={translate(word(`search.${side}`))} sx={{ minWidth: { sm: 240 } }} />,
    <DateInput key="from" source="from" label={word('from')} />,
    <DateInput key="to" source="to" label={word('to')} />,
    <SelectArrayInput key="states" source="states" label={label('state')} choices={states} />,
    <SelectInput key="label" source="label" label={label('labels')} choices={choicesOf('labels')} translateChoice={false} />,
  ];
  return (
    <List
      title={translate(word('title'))}
      filters={filters}
      exporter={false}
      empty={false}
      sort={{ field: 'disbursedOn', order: 'DESC' }}
      actions={
        <TopToolbar>
          <FilterButton />
        </TopToolbar>
      }
    >
      <Typography color="text.secondary" sx={{ p: 2, pb: 0, maxWidth: 760 }}>
        {translate(word(`lead.${side}`))}
      </Typography>
      {isWide ? <Wide side={side} /> : <Narrow side={side} />}
    </List>
  );
}

/** The other party of the loan. */
const other = (side: Side) => (side === 'bank' ? 'enterprise' : 'institution');

/** A figure and its unit stay on one line, and a name has room. */
const wholeFigures = {
  '& .MuiTableCell-alignRight, & .column-disbursedOn': { whiteSpace: 'nowrap' },
  '& td:first-of-type': { minWidth: 150 },
};

function Wide({ side }: { side: Side }) {
  const locale = useLocale();
  const hasRoom = useMediaQuery('(min-width: 1400px)');
  const translate = useTranslate();
  return (
    <Datagrid bulkActionButtons={false} rowClick="show" empty={<NoLoans />} sx={wholeFigures}>
      <TextField source={`${other(side)}.name`} label={label(other(side))} sortable={false} />
      <TextField source="productVersion.name" label={label('product')} sortable={false} />
      <FunctionField<Row>
        source="amountFen"
        label={label('amount')}
        textAlign="right"
        render={row => formatAmount(row.amountFen, locale)}
      />
      <FunctionField<Row>
        source="rateBps"
        label={label('rate')}
        textAlign="right"
        render={row => <Twofold first={formatRate(row.rateBps)} second={formatTerm(row.termMonths, locale)} />}
      />
      <TextField source="disbursedOn" label={label('disbursedOn')} />
      <FunctionField<Row>
        label={label('balance')}
        textAlign="right"
        sortable={false}
        render={row => formatAmount(row.balanceFen, locale)}
      />
      <FunctionField<Row>
        label={label('state')}
        sortable={false}
        render={row => (
          <Twofold
            first={<LoanStateChip state={row.state} />}
            second={side === 'bank' ? translate(word(`classes.${row.riskClass}`)) : null}
          />
        )}
      />
      {hasRoom ? (
        <FunctionField<Row> label={label('flags')} sortable={false} render={row => <Flags transaction={row} />} />
      ) : null}
    </Datagrid>
  );
}

/** What goes with it stands below it, so that the table keeps its width. */
const Twofold = ({ first, second }: { first: ReactNode; second: string | null }) => (
  <>
    {first}
    {second === null ? null : (
      <Typography variant="body2" color="text.secondary">
        {second}
      </Typography>
    )}
  </>
);

function Flags({ transaction }: { transaction: Row }) {
  const flagsOf = useFlagWords();
  return (
    <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap' }}>
      {flagsOf(transaction).map(flag => (
        <Chip key={flag} size="small" variant="outlined" label={flag} />
      ))}
    </Stack>
  );
}

function Narrow({ side }: { side: Side }) {
  const locale = useLocale();
  const translate = useTranslate();
  const flagsOf = useFlagWords();
  return (
    <SimpleList<Row>
      linkType="show"
      empty={<NoLoans />}
      primaryText={row => row[other(side)].name}
      secondaryText={row => (
        <Box component="span" sx={{ display: 'block' }}>
          {row.productVersion.name}
          <Box component="span" sx={{ display: 'block', color: 'text.primary' }}>
            <strong>{formatAmount(row.amountFen, locale)}</strong> · {formatRate(row.rateBps)} ·{' '}
            {formatTerm(row.termMonths, locale)}
          </Box>
          {[
            translate(word(`states.${row.state}`)),
            row.disbursedOn,
            `${translate(label('balance'))} ${formatAmount(row.balanceFen, locale)}`,
            ...flagsOf(row),
          ].join(' · ')}
        </Box>
      )}
    />
  );
}

function NoLoans() {
  const translate = useTranslate();
  return <Empty title={translate(word('empty.title'))} hint={translate(word('empty.hint'))} />;
}
