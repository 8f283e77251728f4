import type { MeasureCell, MeasureTable } from '../../generated/schema';
import { largestFirst } from '../figure';

type Text = { readonly zh: string; readonly en: string };

/** One line of a breakdown: what it is about, and its cell of every measure; nothing where a measure has none. */
export type Line = {
  readonly key: string;
  readonly label: Text;
  readonly cells: readonly (MeasureCell | undefined)[];
};

/** The lines that tables over the same single breakdown have together: months from the latest, others by `sortedBy`, largest first. */
export function linesOf(tables: readonly MeasureTable[], sortedBy: number): Line[] {
  const byKey = tables.map(({ rows }) => new Map(rows.map(row => [row.keys[0] ?? '', row])));
  const labels = new Map(tables.flatMap(({ rows }) => rows.map(({ keys, labels: [label] }) => [keys[0] ?? '', label] as const)));
  const lines = [...labels].flatMap(([key, label]) => (label ? [{ key, label, cells: byKey.map(cells => cells.get(key)) }] : []));
  if (tables[0]?.groupBy[0] === 'month') return lines.sort((a, b) => (a.key < b.key ? 1 : -1));
  return lines.sort((a, b) => largestFirst(a.cells[sortedBy]?.value, b.cells[sortedBy]?.value));
}

/** Whether something stands in a cell: a value, or one that is withheld. */
const isFilled = ({ value, isHidden }: MeasureCell): boolean => isHidden || (value !== null && value !== 0);

/**
 * `table` up to the last month that any table has something in. Without an end the period runs to the present month,
 * and months after the last deal or report would only push the others together.
 */
export function untilLastFilled(tables: readonly MeasureTable[]): MeasureTable[] {
  const last = tables
    .flatMap(({ rows }) => rows.filter(isFilled).map(({ keys }) => keys[0] ?? ''))
    .sort()
    .at(-1);
  return tables.map(table =>
    table.groupBy[0] === 'month' && last ? { ...table, rows: table.rows.filter(({ keys }) => (keys[0] ?? '') <= last) } : table,
  );
}

/** The total over everything, where the measure has one. */
export const totalOf = ({ totals }: MeasureTable): MeasureCell | undefined =>
  totals.find(({ keys }) => keys.every(key => key === null));
