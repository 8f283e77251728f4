import { type DisclosedFigure, disclosedCount, disclosedParts } from '../oversight/disclosure/disclosedFigure';
import type { MatchRun, MatchRunProduct } from './tables';

/** What moved for one product, as people are shown it: few firms are hidden, and with them what would give them away. */
export type DisclosedProduct = Pick<MatchRunProduct, 'productId' | 'versionId' | 'isInForce'> & {
  readonly [Column in CountedColumn]: DisclosedFigure;
};

const countedColumns = ['eligible', 'possible', 'entered', 'left'] as const;
export type CountedColumn = (typeof countedColumns)[number];

/** The products of a run, those that most firms entered or left first. Every count is of firms, and the sums are shown too. */
export function disclosedProducts(rows: readonly MatchRunProduct[]): DisclosedProduct[] {
  const columns = Object.fromEntries(countedColumns.map(column => [column, disclosedColumn(rows, column)]));
  return [...rows].sort(mostMovedFirst).map(({ productId, versionId, isInForce }) => ({
    productId,
    versionId,
    isInForce,
    ...(Object.fromEntries(countedColumns.map(column => [column, columns[column]?.[productId]])) as Record<
      CountedColumn,
      DisclosedFigure
    >),
  }));
}

function disclosedColumn(rows: readonly MatchRunProduct[], column: CountedColumn): Readonly<Record<string, DisclosedFigure>> {
  const behind = (sum: number) => ({ sum, respondents: sum, largest: null });
  const whole = behind(rows.reduce((sum, row) => sum + row[column], 0));
  return disclosedParts(whole, Object.fromEntries(rows.map(row => [row.productId, behind(row[column])]))).parts;
}

const mostMovedFirst = (a: MatchRunProduct, b: MatchRunProduct): number =>
  b.entered + b.left - (a.entered + a.left) || b.eligible - a.eligible || (a.productId < b.productId ? -1 : 1);

/** A total of a run; null until it has finished. */
export const disclosedTotal = (run: MatchRun, column: CountedColumn | 'told'): DisclosedFigure | null => {
  const total = run[column];
  return total === null ? null : disclosedCount(total, total);
};
