import type { MeasureUnit } from '../generated/schema';
import type { Locale } from '../i18n';
import { formatAmount, formatCount, formatRate, withTwoDecimals } from '../shared/format';

/** How the figures of one column or axis are written: all in the same unit, so that they can be compared by eye. */
export type Writing = {
  /** The unit behind the heading: empty for what is counted, whose measure says of what. */
  readonly unit: string;
  /** A value in that unit, without it. */
  readonly write: (value: number) => string;
  /** A value in that unit as a number, for an axis. */
  readonly scale: (value: number) => number;
};

const inYuan = (fenPerUnit: number, unit: string): Writing => ({
  unit,
  write: fen => withTwoDecimals(fen / fenPerUnit),
  scale: fen => fen / fenPerUnit,
});

const counted: Writing = { unit: '', write: value => value.toLocaleString('en-US'), scale: value => value };
const inDays = (locale: Locale): Writing => ({ ...counted, unit: locale === 'zh' ? '工作日' : 'working days' });
const rated: Writing = { unit: '%', write: bps => formatRate(bps).replace(' %', ''), scale: bps => bps / 100 };

/** An amount of a whole city with its unit: like any other, but in billions where English has them. */
export const formatCityAmount = (fen: number, locale: Locale): string =>
  locale === 'en' && Math.abs(fen) >= 1e11
    ? `CNY ${(fen / 1e11).toLocaleString('en-US', { maximumFractionDigits: 3 })} billion`
    : formatAmount(fen, locale);

/** A value that stands alone, with its unit. */
export const formatFigure = (value: number, unit: MeasureUnit, locale: Locale): string =>
  ({
    fen: () => formatCityAmount(value, locale),
    bps: () => formatRate(value),
    count: () => formatCount(value),
    days: () => `${formatCount(value)} ${inDays(locale).unit}`,
  })[unit]();

/** Tables write money to the 万元 that contracts are in; English, which has no such unit, millions to the same depth. */
export function tableWriting(unit: MeasureUnit, locale: Locale): Writing {
  if (unit === 'count') return counted;
  if (unit === 'bps') return rated;
  if (unit === 'days') return inDays(locale);
  return locale === 'zh' ? inYuan(1e6, '万元') : inYuan(1e8, 'CNY million');
}

/** Axes write money in the largest unit that leaves their longest bar a readable number. */
export function axisWriting(unit: MeasureUnit, locale: Locale, values: readonly (number | null)[]): Writing {
  if (unit !== 'fen') return tableWriting(unit, locale);
  const largestFen = Math.max(0, ...values.map(value => Math.abs(value ?? 0)));
  if (locale === 'en' && largestFen < 1e8) return inYuan(1e5, 'CNY thousand');
  if (locale === 'en') return largestFen >= 1e11 ? inYuan(1e11, 'CNY billion') : inYuan(1e8, 'CNY million');
  return largestFen >= 1e10 ? inYuan(1e10, '亿元') : inYuan(1e6, '万元');
}

/** Orders values from the largest; what has none keeps its order at the end. */
export const largestFirst = (a: number | null | undefined, b: number | null | undefined): number =>
  (b ?? Number.NEGATIVE_INFINITY) - (a ?? Number.NEGATIVE_INFINITY) || 0;
