import { describe, expect, it } from 'vitest';
import type { MeasureCell, MeasureDimension, MeasureTable } from '../../generated/schema';
import { linesOf, totalOf, untilLastFilled } from './lines';

const cell = (key: string | null, value: number | null, isHidden = false): MeasureCell => ({
  keys: [key],
  labels: [{ zh: String(key), en: String(key) }],
  value,
  isHidden,
});

const table = (dimension: MeasureDimension, cells: readonly MeasureCell[]): MeasureTable => ({
  measure: { name: 'm', unit: 'count', label: { zh: '', en: '' }, definition: { zh: '', en: '' }, dimensions: [] },
  groupBy: [dimension],
  from: '2021-01',
  to: '2021-12',
  asOf: '2026-11-23T02:00:00Z',
  hiddenCells: cells.filter(({ isHidden }) => isHidden).length,
  legend: { zh: '', en: '' },
  rows: cells.filter(({ keys }) => keys[0] !== null),
  totals: cells.filter(({ keys }) => keys[0] === null),
});

const keysOf = (lines: readonly { readonly key: string }[]) => lines.map(({ key }) => key);

describe('the lines of several tables', () => {
  it('put the months from the latest and keep a gap where a measure has no such month', () => {
    const deposits = table('month', [cell('2021-01', 5), cell('2021-02', 6)]);
    const growth = table('month', [cell('2021-02', 7)]);
    const lines = linesOf([deposits, growth], 0);
    expect(keysOf(lines)).toEqual(['2021-02', '2021-01']);
    expect(lines[1]?.cells.map(found => found?.value)).toEqual([5, undefined]);
  });

  it('put banks by the chosen measure, withheld ones last', () => {
    const count = table('bank', [cell('a', 9), cell('b', 1), cell('c', 4)]);
    const amount = table('bank', [cell('a', null, true), cell('b', 100), cell('c', 300)]);
    expect(keysOf(linesOf([count, amount], 1))).toEqual(['c', 'b', 'a']);
  });
});

describe('the end of an open period', () => {
  it('is the last month with a value in any table, and a withheld cell is one', () => {
    const amount = table('month', [cell('2021-01', 5), cell('2021-02', null, true), cell('2021-03', 0), cell('2021-04', null)]);
    const rate = table('month', [cell('2021-01', 500), cell('2021-02', null)]);
    expect(untilLastFilled([amount, rate]).map(({ rows }) => keysOf(rows.map(({ keys }) => ({ key: keys[0] ?? '' }))))).toEqual([
      ['2021-01', '2021-02'],
      ['2021-01', '2021-02'],
    ]);
  });

  it('cuts nothing of what is not by month', () => {
    const banks = table('bank', [cell('a', 1), cell('b', 0)]);
    expect(untilLastFilled([banks])[0]?.rows).toHaveLength(2);
  });
});

it('a table of reported figures has no total, others theirs over everything', () => {
  expect(totalOf(table('bank', [cell('a', 1), cell(null, 1)]))?.value).toBe(1);
  expect(totalOf(table('month', [cell('2021-01', 1)]))).toBeUndefined();
});
