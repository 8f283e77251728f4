import type { Reader } from '../../database/database';
import type { Text } from '../../shared/text';
import type { Cell } from '../disclosure/lines';
import type { DimensionName } from './dimensions';
import type { Period } from './period';

/** count: how many; fen: money; bps: a rate or share in basis points; days: working days. All are whole numbers. */
export const measureUnits = ['count', 'fen', 'bps', 'days'] as const;
export type MeasureUnit = (typeof measureUnits)[number];

export type MeasureRequest = Period & { readonly groupBy: readonly DimensionName[] };

/** One cell with its value; null where there is nothing to compute it from, which is not zero. */
export type Figure = Cell & { readonly value: number | null };

/** A figure that regulators read: what it is called, what it says, how it may be broken down and how it is computed. */
export type Measure = {
  readonly name: string;
  readonly label: Text;
  /** The sentence the regulator reads beside the figure. */
  readonly definition: Text;
  readonly unit: MeasureUnit;
  readonly dimensions: readonly DimensionName[];
  /** Without a breakdown: the whole period, its last month (what was reported), or now. */
  readonly covers: 'period' | 'lastMonth' | 'now';
  /** False for what everybody may count, such as published products. */
  readonly isConfidential: boolean;
  /** The value of a cell that nothing fell into: zero for sums and counts, null for averages and reported figures. */
  readonly whenEmpty: 0 | null;
  /** Every cell with something in it: of the finest grouping and, where cells add up, of all its totals. */
  readonly figures: (read: Reader, request: MeasureRequest) => Promise<readonly Figure[]>;
};
