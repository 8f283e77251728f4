import {
  Button,
  Paper,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
  useMediaQuery,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { LedgerRow, MatchedTransaction } from '../../generated/schema';
import { formatYuan } from '../../shared/format';
import { Section } from '../applications/Section';

const rowsShown = 12;
const columns = ['principal', 'interest', 'fee', 'due', 'paid', 'open', 'balance'] as const;
type Column = (typeof columns)[number];

const figuresOf = (row: LedgerRow): Record<Column, number> => ({
  principal: row.principalFen,
  interest: row.interestFen,
  fee: row.feeFen,
  due: row.dueFen,
  paid: row.paidFen,
  open: row.openFen,
  balance: row.balanceFen,
});

/** What of a loan is due when, what of it was paid, what is open, and since how many days: the same for the firm and its bank. */
export function LedgerSection({ transaction: { ledger } }: { transaction: MatchedTransaction }) {
  const translate = useTranslate();
  const isWide = useMediaQuery('(min-width: 900px)');
  const [showsAll, setShowsAll] = useState(false);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.deals.ledger.${key}`, values);
  const { rows, next } = ledger;
  // The year around today: paid long ago is not what one looks for.
  const firstOpen = rows.findIndex(({ openFen }) => openFen > 0);
  const from = Math.max(0, Math.min((firstOpen < 0 ? rows.length : firstOpen) - 3, rows.length - rowsShown));
  const shown = showsAll ? rows : rows.slice(from, from + rowsShown);
  const withFees = rows.some(({ feeFen }) => feeFen > 0);
  const wanted = columns.filter(column => column !== 'fee' || withFees);
  return (
    <Section
      title={word('title')}
      lead={[next ? word('next', { day: next.dueOn, amount: formatYuan(next.openFen) }) : null, word('hint')]
        .filter(Boolean)
        .join(' · ')}
    >
      <Stack spacing={1}>
        {isWide ? <WideRows rows={shown} columns={wanted} /> : <NarrowRows rows={shown} columns={wanted} />}
        {shown.length < rows.length ? (
          <Button onClick={() => setShowsAll(true)} sx={{ alignSelf: 'flex-start' }}>
            {translate('rongqiao.financing.offers.schedule.more', { smart_count: rows.length })}
          </Button>
        ) : null}
      </Stack>
    </Section>
  );
}

type RowsProps = { rows: readonly LedgerRow[]; columns: readonly Column[] };

function useColumnWord() {
  const translate = useTranslate();
  return (column: Column): string =>
    column === 'paid' || column === 'open'
      ? translate(`rongqiao.financing.deals.ledger.${column}`)
      : translate(`rongqiao.financing.offers.schedule.${column}`);
}

function WideRows({ rows, columns: wanted }: RowsProps) {
  const translate = useTranslate();
  const word = useColumnWord();
  const ledgerWord = (key: string) => translate(`rongqiao.financing.deals.ledger.${key}`);
  return (
    <TableContainer>
      <Table size="small" aria-label={ledgerWord('title')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('rongqiao.financing.offers.schedule.number')}</TableCell>
            <TableCell>{translate('rongqiao.financing.offers.schedule.dueOn')}</TableCell>
            {wanted.map(column => (
              <TableCell key={column} align="right">
                {word(column)}
              </TableCell>
            ))}
            <TableCell align="right">{ledgerWord('daysPastDue')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(row => (
            <TableRow key={row.number} sx={colourOf(row)}>
              <TableCell>{row.number}</TableCell>
              <TableCell>
                {row.dueOn}
                {row.isEarly ? ` (${ledgerWord('early')})` : ''}
              </TableCell>
              {wanted.map(column => (
                <TableCell key={column} align="right" sx={{ fontWeight: column === 'due' ? 600 : 400 }}>
                  {formatYuan(figuresOf(row)[column])}
                </TableCell>
              ))}
              <TableCell align="right">{row.daysPastDue === 0 ? '—' : row.daysPastDue}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

/** What is past due stands out, what is paid stands back. */
const colourOf = ({ daysPastDue, openFen }: LedgerRow) => ({
  '& td': { color: daysPastDue > 0 ? 'error.main' : openFen === 0 ? 'text.secondary' : 'text.primary' },
});

function NarrowRows({ rows, columns: wanted }: RowsProps) {
  const translate = useTranslate();
  const word = useColumnWord();
  const ledgerWord = (key: string) => translate(`rongqiao.financing.deals.ledger.${key}`);
  return (
    <Stack component="ol" spacing={0.75} sx={{ m: 0, p: 0, listStyle: 'none' }} aria-label={ledgerWord('title')}>
      {rows.map(row => (
        <Paper component="li" variant="outlined" key={row.number} sx={{ px: 1.5, py: 1 }}>
          <Stack direction="row" spacing={1} sx={{ justifyContent: 'space-between' }}>
            <Typography variant="body2">
              {row.number}. {row.dueOn}
              {row.isEarly ? ` (${ledgerWord('early')})` : ''}
            </Typography>
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {formatYuan(row.dueFen)}
            </Typography>
          </Stack>
          <Typography variant="body2" color={row.daysPastDue > 0 ? 'error' : 'text.secondary'}>
            {wanted
              .filter(column => column !== 'due')
              .map(column => `${word(column)} ${formatYuan(figuresOf(row)[column])}`)
              .join(' · ')}
            {row.daysPastDue > 0 ? ` · ${ledgerWord('daysPastDue')} ${row.daysPastDue}` : ''}
          </Typography>
        </Paper>
      ))}
    </Stack>
  );
}
