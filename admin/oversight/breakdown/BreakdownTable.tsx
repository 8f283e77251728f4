import {
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableFooter,
  TableHead,
  TableRow,
  TableSortLabel,
  useMediaQuery,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import type { MeasureCell, MeasureTable } from '../../generated/schema';
import { useLocale, useText } from '../../shared/useLocale';
import { usePunctuation } from '../../shared/usePunctuation';
import { Disclosed } from '../Disclosed';
import { tableWriting } from '../figure';
import { linesOf, totalOf } from './lines';

type Props = {
  /** Of several measures over the same single breakdown. */
  tables: readonly MeasureTable[];
  /** The measure that the chart draws and the lines are sorted by. */
  chosen: string;
  /** What the lines are: months, banks. */
  heading: string;
  onChoose: (measure: string) => void;
};

/** Every measure of a breakdown side by side; on a phone the chosen one. */
export function BreakdownTable({ tables, chosen, heading, onChoose }: Props) {
  const translate = useTranslate();
  const text = useText();
  const isWide = useMediaQuery('(min-width: 900px)');
  const shown = isWide ? tables : tables.filter(({ measure }) => measure.name === chosen);
  const lines = linesOf(
    shown,
    shown.findIndex(({ measure }) => measure.name === chosen),
  );
  const totals = shown.map(totalOf);
  const isByMonth = tables[0]?.groupBy[0] === 'month';
  return (
    <TableContainer sx={{ maxHeight: 560 }} tabIndex={0}>
      <Table size="small" stickyHeader sx={{ '& td, & th': { px: { xs: 1, sm: 2 } } }}>
        <TableHead>
          <TableRow>
            <TableCell>{heading}</TableCell>
            {shown.map(table => (
              <Heading
                key={table.measure.name}
                table={table}
                isChosen={table.measure.name === chosen}
                onChoose={() => onChoose(table.measure.name)}
              />
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map(({ key, label, cells }) => (
            <TableRow key={key} hover>
              <TableCell component="th" scope="row" sx={isByMonth ? { whiteSpace: 'nowrap' } : { overflowWrap: 'anywhere' }}>
                {text(label)}
              </TableCell>
              {cells.map((cell, at) => (
                <Figure key={shown[at]?.measure.name} cell={cell} table={shown[at]} />
              ))}
            </TableRow>
          ))}
        </TableBody>
        {totals.some(Boolean) ? (
          <TableFooter>
            <TableRow>
              <TableCell component="th" scope="row" sx={totalLook}>
                {translate('rongqiao.oversight.total')}
              </TableCell>
              {totals.map((cell, at) => (
                <Figure key={shown[at]?.measure.name} cell={cell} table={shown[at]} isTotal />
              ))}
            </TableRow>
          </TableFooter>
        ) : null}
      </Table>
    </TableContainer>
  );
}

const totalLook = {
  fontWeight: 650,
  fontSize: 'inherit',
  color: 'text.primary',
  position: 'sticky',
  bottom: 0,
  bgcolor: 'background.default',
} as const;

function Heading({
  table: { measure, groupBy },
  isChosen,
  onChoose,
}: {
  table: MeasureTable;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const text = useText();
  const locale = useLocale();
  const { aside } = usePunctuation();
  const { unit } = tableWriting(measure.unit, locale);
  // Months stand in their own order, whatever the chart shows.
  const isSorted = isChosen && groupBy[0] !== 'month';
  return (
    <TableCell align="right" sortDirection={isSorted ? 'desc' : false}>
      <TableSortLabel
        active={isSorted}
        hideSortIcon
        sx={isChosen ? { color: 'text.primary' } : {}}
        direction="desc"
        onClick={onChoose}
      >
        {text(measure.label)}
        {unit ? aside(unit) : ''}
      </TableSortLabel>
    </TableCell>
  );
}

type FigureProps = { cell: MeasureCell | undefined; table: MeasureTable | undefined; isTotal?: boolean };

function Figure({ cell, table, isTotal = false }: FigureProps) {
  const locale = useLocale();
  return (
    <TableCell align="right" sx={isTotal ? totalLook : { whiteSpace: 'nowrap' }}>
      {cell && table ? <Disclosed figure={cell} write={tableWriting(table.measure.unit, locale).write} /> : null}
    </TableCell>
  );
}
