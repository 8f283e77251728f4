import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { MeasureCell, MeasureTable } from '../../generated/schema';
import { useLocale, useText } from '../../shared/useLocale';
import { Disclosed } from '../Disclosed';
import { largestFirst, tableWriting } from '../figure';

/** One measure month by month: a line for each month from the latest, a column for each bank, county or the like, largest first. */
export function MonthlyTable({ table, heading }: { table: MeasureTable; heading: string }) {
  const translate = useTranslate();
  const text = useText();
  const locale = useLocale();
  const { write, unit } = tableWriting(table.measure.unit, locale);
  const cells = new Map([...table.rows, ...table.totals].map(cell => [nameOf(cell.keys), cell]));
  const months = new Map(table.rows.map(({ keys, labels }) => [keys[0] ?? null, labels[0]]));
  const columns = table.totals
    .filter(({ keys }) => keys[0] === null && keys[1] !== null)
    .sort((a, b) => largestFirst(a.value, b.value));
  const lines: readonly (string | null)[] = [null, ...[...months.keys()].reverse()];
  return (
    <div>
      {unit ? (
        <Typography variant="body2" color="text.secondary" align="right">
          {translate('rongqiao.oversight.unit', { unit })}
        </Typography>
      ) : null}
      <TableContainer sx={{ maxHeight: 560 }} tabIndex={0}>
        <Table size="small" stickyHeader sx={{ '& td, & th': { whiteSpace: 'nowrap', px: { xs: 1, sm: 2 } } }}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ ...firstColumn, bgcolor: 'background.default', zIndex: 3 }}>{heading}</TableCell>
              <TableCell align="right">{translate('rongqiao.oversight.total')}</TableCell>
              {columns.map(({ keys, labels }) => (
                <TableCell key={keys[1]} align="right">
                  {text(labels[1])}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {lines.map(month => (
              <TableRow key={month ?? 'total'} hover sx={month === null ? { '& td, & th': { fontWeight: 650 } } : {}}>
                <TableCell component="th" scope="row" sx={firstColumn}>
                  {month === null ? translate('rongqiao.oversight.total') : text(months.get(month))}
                </TableCell>
                {[null, ...columns.map(({ keys }) => keys[1] ?? null)].map(key => (
                  <TableCell key={key ?? 'total'} align="right">
                    <Cell cell={cells.get(nameOf([month, key]))} write={write} />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </div>
  );
}

const firstColumn = { position: 'sticky', left: 0, bgcolor: 'background.paper', zIndex: 1 } as const;

const Cell = ({ cell, write }: { cell: MeasureCell | undefined; write: (value: number) => string }) =>
  cell ? <Disclosed figure={cell} write={write} /> : null;

const nameOf = (keys: readonly (string | null)[]): string => JSON.stringify(keys);
