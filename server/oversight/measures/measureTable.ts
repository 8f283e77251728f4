import type { Context } from '../../context';
import type { Reader } from '../../database/database';
import { type Instant, monthOf, shiftMonth } from '../../shared/dates';
import { invalidInput } from '../../shared/refusals';
import type { Text } from '../../shared/text';
import { disclose } from '../disclosure/disclose';
import { noContributions } from './contributionQuery';
import { type DimensionName, dimensions, type Named } from './dimensions';
import type { Figure, Measure } from './measure';
import { monthsMax, monthsOf, type Period, readMonth, readPeriod } from './period';
import { measureNamed } from './registry';

export type MeasureQuestion = {
  readonly name: string;
  readonly groupBy: readonly string[];
  /** Months `YYYY-MM`; by default from the first with anything in it to the present one. */
  readonly from?: string | null;
  readonly to?: string | null;
};

/** One value with what it is of; null where it is hidden, and where there is nothing to compute it from. */
export type MeasureCell = {
  readonly keys: readonly (string | null)[];
  readonly labels: readonly Text[];
  readonly value: number | null;
  readonly isHidden: boolean;
};

/** A measure as regulators read it: every cell of its grouping, and beside them the totals. */
export type MeasureTable = {
  readonly measure: Measure;
  readonly groupBy: readonly DimensionName[];
  readonly period: Period;
  readonly asOf: Instant;
  readonly rows: readonly MeasureCell[];
  readonly totals: readonly MeasureCell[];
  readonly hiddenCells: number;
};

export const hiddenLegend: Text = {
  zh: '— 为保密不公布：不足三户，或可据以推算出个别单位',
  en: '— withheld for confidentiality: fewer than three firms, or one could be inferred from it',
};

const totalLabel: Text = { zh: '合计', en: 'Total' };

/**
 * A measure, broken down and disclosed: the only way by which a figure about firms leaves the platform. Refuses an
 * unknown measure, a breakdown it does not have, and a period that is none.
 */
export async function measureTable(
  { db, now, today }: Pick<Context, 'db' | 'now' | 'today'>,
  { name, groupBy: wanted, from, to }: MeasureQuestion,
): Promise<MeasureTable> {
  const measure = measureNamed(name);
  const groupBy = readGrouping(measure, wanted);
  const last = readMonth('to', to ?? monthOf(today));
  const asked = readPeriod(from ?? shiftMonth(last, 1 - monthsMax), last);
  const found = await measure.figures(db.read, { groupBy, ...asked });
  const period = from == null ? sinceFirst(asked, found, groupBy) : asked;
  const axes = await axesOf(db.read, found, groupBy, period);
  const cells = measure.covers === 'lastMonth' ? withinAxes(found, axes) : completed(found, axes, measure);
  const partitions = groupBy.map(dimension => measure.covers !== 'lastMonth' && dimensions[dimension].isPartition);
  const hidden: ReadonlySet<Figure> = measure.isConfidential ? disclose(cells, partitions) : new Set();
  const shown = cells.map(cell => ({
    keys: cell.keys,
    labels: cell.keys.map((key, at) => axes[at]?.find(named => named.key === key)?.label ?? totalLabel),
    value: hidden.has(cell) ? null : cell.value,
    isHidden: hidden.has(cell),
  }));
  return {
    measure,
    groupBy,
    period,
    asOf: now,
    rows: shown.filter(({ keys }) => !keys.includes(null)),
    totals: shown.filter(({ keys }) => keys.includes(null)),
    hiddenCells: hidden.size,
  };
}

/** A table has one breakdown, or two of which one is the month: more would leave a handful of firms in each cell. */
function readGrouping(measure: Measure, wanted: readonly string[]): DimensionName[] {
  const groupBy = wanted.map(name => {
    const dimension = measure.dimensions.find(known => known === name);
    if (dimension) return dimension;
    throw invalidInput('groupBy', name, 'groupBy.unknown', {
      zh: `「${measure.label.zh}」不能按「${name}」分组。可用：${measure.dimensions.join('、')}。`,
      en: `"${measure.label.en}" cannot be broken down by "${name}". It can by ${measure.dimensions.join(', ')}.`,
    });
  });
  const isRepeated = new Set(groupBy).size < groupBy.length;
  if (isRepeated || groupBy.length > 2 || (groupBy.length === 2 && !groupBy.includes('month')))
    throw invalidInput('groupBy', groupBy, 'groupBy.combination', {
      zh: '最多按两项分组，其中一项须为月份。',
      en: 'Break down by one thing, or by the month and one other.',
    });
  return groupBy;
}

/** The period without the months before the first that has anything in it: a chart of nothing begins with its end. */
function sinceFirst(period: Period, figures: readonly Figure[], groupBy: readonly DimensionName[]): Period {
  const at = groupBy.indexOf('month');
  if (at === -1) return period;
  const months = figures.filter(({ value }) => value !== null).flatMap(({ keys }) => keys[at] ?? []);
  return { ...period, from: (months.sort()[0] as Period['from'] | undefined) ?? period.to };
}

/** The keys of each dimension with their names: every month of the period, and of the others those that occur. */
const axesOf = (
  read: Reader,
  figures: readonly Figure[],
  groupBy: readonly DimensionName[],
  period: Period,
): Promise<(readonly Named[])[]> =>
  Promise.all(
    groupBy.map((dimension, at) => {
      const keys = dimension === 'month' ? monthsOf(period) : figures.flatMap(({ keys }) => keys[at] ?? []);
      return dimensions[dimension].named(read, [...new Set(keys)]);
    }),
  );

type Axes = readonly (readonly Named[])[];

/** The figures whose month lies in the period. */
const withinAxes = (figures: readonly Figure[], axes: Axes): Figure[] =>
  figures.filter(({ keys }) => keys.every((key, at) => axes[at]?.some(named => named.key === key)));

/** A cell for every key of every axis and for every total over them, in the order of the axes; what was not found is empty. */
function completed(figures: readonly Figure[], axes: Axes, { whenEmpty }: Measure): Figure[] {
  const byKeys = new Map(figures.map(figure => [JSON.stringify(figure.keys), figure]));
  const places = axes.reduce<(string | null)[][]>(
    (heads, axis) => heads.flatMap(head => [...axis.map(({ key }) => [...head, key]), [...head, null]]),
    [[]],
  );
  return places.map(keys => byKeys.get(JSON.stringify(keys)) ?? { keys, value: whenEmpty, behind: [noContributions] });
}
