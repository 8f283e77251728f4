import { describe, expect, it } from 'vitest';
import type { MeasureCell, MeasureDimension, MeasureTable, MeasureUnit } from '../../generated/schema';
import { tableWriting } from '../figure';
import { chartModel } from './chartModel';
import { chartOption } from './chartOption';

const cell = (keys: readonly (string | null)[], value: number | null, isHidden = false): MeasureCell => ({
  keys,
  labels: keys.map(key => ({ zh: `${key}`, en: `${key}` })),
  value,
  isHidden,
});

const table = (unit: MeasureUnit, groupBy: readonly MeasureDimension[], cells: readonly MeasureCell[]): MeasureTable => ({
  measure: { name: 'm', unit, label: { zh: '指标', en: 'measure' }, definition: { zh: '', en: '' }, dimensions: [] },
  groupBy,
  from: '2021-01',
  to: '2021-02',
  asOf: '2026-11-23T02:00:00Z',
  hiddenCells: 0,
  legend: { zh: '', en: '' },
  rows: cells.filter(({ keys }) => !keys.includes(null)),
  totals: cells.filter(({ keys }) => keys.includes(null)),
});

describe('the shape of a chart', () => {
  it.each([
    ['amounts by month are bars beside each other', 'fen', 'month', 'bars'],
    ['rates by month are a line', 'bps', 'month', 'lines'],
    ['rates by bank are a ranking', 'bps', 'bank', 'ranking'],
  ] as const)('%s', (_, unit, dimension, shape) => {
    expect(chartModel(table(unit, [dimension], [cell(['a'], 1)])).shape).toBe(shape);
  });

  it('ranks the largest first and withheld cells last', () => {
    const model = chartModel(table('fen', ['county'], [cell(['a'], null, true), cell(['b'], 2), cell(['c'], 5)]));
    expect(model.categories.map(({ en }) => en)).toEqual(['c', 'b', 'a']);
  });

  it('draws month by month the seven largest and says how many it leaves out', () => {
    const banks = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    const cells = banks.flatMap((bank, at) => [cell(['2021-01', bank], at), cell([null, bank], at)]);
    const model = chartModel(table('fen', ['month', 'bank'], [...cells, cell(['2021-02', 'i'], 3)]));
    expect(model.series.map(({ name }) => name.en)).toEqual(['i', 'h', 'g', 'f', 'e', 'd', 'c']);
    expect(model.seriesLeftOut).toBe(2);
    expect(model.series[0]?.points.map(({ value }) => value)).toEqual([8, 3]);
    expect(model.series[1]?.points[1]).toEqual({ value: null, isHidden: false });
  });
});

describe('a withheld cell', () => {
  const drawn = chartOption({
    model: chartModel(table('count', ['month'], [cell(['2021-01'], 4), cell(['2021-02'], null, true)])),
    writing: tableWriting('count', 'en'),
    words: { text: ({ en }) => en, withheld: 'withheld', noData: 'no data' },
    look: { colours: ['#000'], textColour: '#000', lineColour: '#000', fontFamily: 'sans-serif', isNarrow: false },
  });
  const [series] = [drawn.series].flat();

  it('has no bar, and a dash at its place', () => {
    expect(series?.data).toEqual([4, '-']);
    expect(series?.markPoint?.data).toEqual([{ name: '—', coord: [1, 0] }]);
  });

  it('is a sentence in the tooltip', () => {
    const say = series?.tooltip?.valueFormatter;
    expect([say?.(4, 0), say?.(0, 1)]).toEqual(['4', 'withheld']);
  });
});
