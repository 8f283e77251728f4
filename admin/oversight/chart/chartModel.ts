import type { MeasureCell, MeasureTable } from '../../generated/schema';
import { largestFirst } from '../figure';

type Text = { readonly zh: string; readonly en: string };

/** One value of a chart; null is no bar and no point, and `isHidden` says that it is because it is withheld. */
export type Point = Pick<MeasureCell, 'value' | 'isHidden'>;

export type ChartModel = {
  /** bars: months or the like beside each other; ranking: bars below each other, the longest first; lines: one for each series. */
  readonly shape: 'bars' | 'ranking' | 'lines';
  readonly categories: readonly Text[];
  readonly series: readonly { readonly name: Text; readonly points: readonly Point[] }[];
  /** How many series the table has that the chart leaves out. */
  readonly seriesLeftOut: number;
};

/** More lines than these cannot be told apart. */
const seriesMax = 7;

const noPoint: Point = { value: null, isHidden: false };

/** What a chart of `table` shows: its rows, or, where they are month by month, a line for each of the largest. */
export function chartModel(table: MeasureTable): ChartModel {
  return table.groupBy.length > 1 ? linesOf(table) : barsOf(table);
}

function barsOf({ measure, groupBy, rows }: MeasureTable): ChartModel {
  const isByMonth = groupBy[0] === 'month';
  const shown = isByMonth ? rows : byValue(rows);
  return {
    shape: !isByMonth ? 'ranking' : measure.unit === 'bps' ? 'lines' : 'bars',
    categories: shown.map(({ labels }) => labels[0] ?? measure.label),
    series: [{ name: measure.label, points: shown }],
    seriesLeftOut: 0,
  };
}

function linesOf({ measure, rows, totals }: MeasureTable): ChartModel {
  const months = new Map(rows.map(row => [row.keys[0] ?? '', row.labels[0] ?? measure.label]));
  const cells = new Map(rows.map(row => [nameOf(row.keys), row]));
  const lines = byValue(totals.filter(({ keys }) => keys[0] === null && keys[1] !== null));
  return {
    shape: 'lines',
    categories: [...months.values()],
    series: lines.slice(0, seriesMax).map(({ keys, labels }) => ({
      name: labels[1] ?? measure.label,
      points: [...months.keys()].map(month => cells.get(nameOf([month, keys[1] ?? null])) ?? noPoint),
    })),
    seriesLeftOut: Math.max(0, lines.length - seriesMax),
  };
}

const nameOf = (keys: MeasureCell['keys']): string => JSON.stringify(keys);

const byValue = (cells: readonly MeasureCell[]): MeasureCell[] => [...cells].sort((a, b) => largestFirst(a.value, b.value));
