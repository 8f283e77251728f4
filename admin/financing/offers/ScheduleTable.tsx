import {
  Button,
  Paper,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableFooter,
  TableHead,
  TableRow,
  Typography,
  useMediaQuery,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Instalment, RepaymentSchedule } from '../../generated/schema';
import { formatYuan } from '../../shared/format';

const rowsShown = 12;
const columns = ['principal', 'interest', 'fee', 'due', 'balance'] as const;

/** A loan without fees on its way needs no column of zeros. */
const columnsOf = ({ feeFen }: RepaymentSchedule['totals']) => columns.filter(column => column !== 'fee' || feeFen > 0);

type Props = {
  schedule: RepaymentSchedule;
  hint: string;
  /** The place is narrow whatever the width of the page. */
  isNarrow?: boolean;
};

/** What is due when, row by row with the totals; the first year of a long loan, the rest on demand. */
export function ScheduleTable({ schedule, hint, isNarrow = false }: Props) {
  const translate = useTranslate();
  const isWide = useMediaQuery('(min-width: 760px)');
  const [showsAll, setShowsAll] = useState(false);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.offers.schedule.${key}`, values);
  const rows = showsAll ? schedule.rows : schedule.rows.slice(0, rowsShown);
  return (
    <Stack spacing={1}>
      <Typography variant="body2" color="text.secondary">
        {hint}
        {schedule.feeAtDisbursementFen > 0
          ? ` ${word('atDisbursement', { amount: formatYuan(schedule.feeAtDisbursementFen) })}`
          : ''}
      </Typography>
      {isWide && !isNarrow ? (
        <WideRows rows={rows} totals={schedule.totals} />
      ) : (
        <NarrowRows rows={rows} totals={schedule.totals} />
      )}
      {rows.length < schedule.rows.length ? (
        <Button onClick={() => setShowsAll(true)} sx={{ alignSelf: 'flex-start' }}>
          {word('more', { smart_count: schedule.rows.length })}
        </Button>
      ) : null}
    </Stack>
  );
}

type RowsProps = { rows: readonly Instalment[]; totals: RepaymentSchedule['totals'] };

const figuresOf = (row: Instalment) => ({
  principal: row.principalFen,
  interest: row.interestFen,
  fee: row.feeFen,
  due: row.dueFen,
  balance: row.balanceFen,
});

function WideRows({ rows, totals }: RowsProps) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.financing.offers.schedule.${key}`);
  const shown = columnsOf(totals);
  return (
    <TableContainer>
      <Table size="small" aria-label={word('title')}>
        <TableHead>
          <TableRow>
            <TableCell>{word('number')}</TableCell>
            <TableCell>{word('dueOn')}</TableCell>
            {shown.map(column => (
              <TableCell key={column} align="right">
                {word(column)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(row => (
            <TableRow key={row.number}>
              <TableCell>{row.number}</TableCell>
              <TableCell>{row.dueOn}</TableCell>
              {shown.map(column => (
                <TableCell key={column} align="right" sx={{ fontWeight: column === 'due' ? 600 : 400 }}>
                  {formatYuan(figuresOf(row)[column])}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
        <TableFooter>
          <TableRow sx={{ '& td': { fontWeight: 600, color: 'text.primary', fontSize: '0.875rem' } }}>
            <TableCell colSpan={2}>{word('total')}</TableCell>
            <TableCell align="right">{formatYuan(totals.principalFen)}</TableCell>
            <TableCell align="right">{formatYuan(totals.interestFen)}</TableCell>
            {totals.feeFen > 0 ? <TableCell align="right">{formatYuan(totals.feeFen)}</TableCell> : null}
            <TableCell align="right">{formatYuan(totals.dueFen)}</TableCell>
            <TableCell />
          </TableRow>
        </TableFooter>
      </Table>
    </TableContainer>
  );
}

function NarrowRows({ rows, totals }: RowsProps) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.financing.offers.schedule.${key}`);
  const parts = (figures: Partial<Record<(typeof columns)[number], number>>) =>
    columnsOf(totals)
      .filter(column => column !== 'due' && figures[column] !== undefined)
      .map(column => `${word(column)} ${formatYuan(figures[column])}`)
      .join(' · ');
  return (
    <Stack component="ol" spacing={0.75} sx={{ m: 0, p: 0, listStyle: 'none' }} aria-label={word('title')}>
      {rows.map(row => (
        <NarrowRow
          key={row.number}
          name={`${row.number}. ${row.dueOn}`}
          due={formatYuan(row.dueFen)}
          parts={parts(figuresOf(row))}
        />
      ))}
      <NarrowRow
        name={word('total')}
        due={formatYuan(totals.dueFen)}
        parts={parts({ principal: totals.principalFen, interest: totals.interestFen, fee: totals.feeFen })}
      />
    </Stack>
  );
}

const NarrowRow = ({ name, due, parts }: { name: string; due: string; parts: string }) => (
  <Paper component="li" variant="outlined" sx={{ px: 1.5, py: 1 }}>
    <Stack direction="row" spacing={1} sx={{ justifyContent: 'space-between' }}>
      <Typography variant="body2">{name}</Typography>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {due}
      </Typography>
    </Stack>
    <Typography variant="body2" color="text.secondary">
      {parts}
    </Typography>
  </Paper>
);
