import { localTimeOf } from '../../shared/dates';
import { inLocale, type Locale, type Text } from '../../shared/text';
import { dimensions } from '../measures/dimensions';
import type { MeasureUnit } from '../measures/measure';
import { hiddenLegend, type MeasureCell, type MeasureTable } from '../measures/measureTable';

/** A measure as a sheet of paper: headings, lines, and what a reader must know of them. Disclosed already; nothing is looked up. */
export type Sheet = {
  readonly title: string;
  readonly headings: readonly string[];
  readonly lines: readonly (readonly (string | number | null)[])[];
  readonly notes: readonly string[];
};

/** What a hidden cell shows; never zero, never empty. */
export const hiddenMark = '—';

const units: Readonly<Record<MeasureUnit, { readonly label: Text | null; readonly shown: (value: number) => number }>> = {
  count: { label: null, shown: value => value },
  fen: { label: { zh: '元', en: 'yuan' }, shown: fen => fen / 100 },
  bps: { label: { zh: '%', en: '%' }, shown: bps => bps / 100 },
  days: { label: { zh: '工作日', en: 'working days' }, shown: value => value },
};

/** The sheet of `table` in the reader's language: its rows, then its totals. Amounts in yuan, rates in percent. */
export function sheetOf(table: MeasureTable, locale: Locale): Sheet {
  const { measure, groupBy, period, asOf, hiddenCells } = table;
  const say = (text: Text): string => inLocale(text, locale);
  const { label: unit, shown } = units[measure.unit];
  const lineOf = ({ labels, value, isHidden }: MeasureCell) => [
    ...labels.map(say),
    isHidden ? hiddenMark : value === null ? null : shown(value),
    isHidden ? say(withheld) : '',
  ];
  return {
    title: say(measure.label),
    headings: [
      ...groupBy.map(dimension => say(dimensions[dimension].label)),
      unit === null ? say(measure.label) : say(measure.label) + say({ zh: `（${unit.zh}）`, en: ` (${unit.en})` }),
      say({ zh: '备注', en: 'Note' }),
    ],
    lines: [...table.rows, ...table.totals].map(lineOf),
    notes: [
      say(measure.definition),
      measure.covers === 'now'
        ? say({ zh: '统计口径：当前', en: 'As it is now' })
        : say({ zh: `期间：${period.from} 至 ${period.to}`, en: `Period: ${period.from} to ${period.to}` }),
      say({ zh: `统计时间：${localTimeOf(asOf)}（北京时间）`, en: `As of ${localTimeOf(asOf)} (UTC+8)` }),
      ...(hiddenCells > 0 ? [say(hiddenLegend)] : []),
    ],
  };
}

const withheld: Text = { zh: '为保密不公布', en: 'withheld for confidentiality' };
