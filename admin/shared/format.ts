import type { Locale } from '../i18n';

// Made once: to make what writes a figure or a moment takes a hundred times as long as to write one.
const atMostTwoDecimals = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const twoDecimals = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const minute = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** An amount of fen with its unit, as people say it: 元 below 1 万元, 万元 below 1 亿元, 亿元 above; CNY in English. */
export function formatAmount(fen: number | null | undefined, locale: Locale): string {
  if (fen === null || fen === undefined) return '—';
  const yuan = fen / 100;
  const size = Math.abs(yuan);
  if (locale === 'zh') {
    if (size >= 1e8) return `${digits(yuan / 1e8)} 亿元`;
    if (size >= 1e4) return `${digits(yuan / 1e4)} 万元`;
    return `${toTheFen(yuan)} 元`;
  }
  if (size >= 1e6) return `CNY ${digits(yuan / 1e6)} million`;
  return `CNY ${toTheFen(yuan)}`;
}

const digits = (value: number): string => atMostTwoDecimals.format(value);

/** Whole yuan without decimals, others with both: never the tenth of a yuan alone. */
const toTheFen = (yuan: number): string => (Number.isInteger(yuan) ? digits(yuan) : withTwoDecimals(yuan));

/** A figure with two decimals, as those below it have them: "12,345.60". */
export const withTwoDecimals = (value: number): string => twoDecimals.format(value);

/** An amount of fen in yuan, exact to the fen and without its unit, as a column of a table holds it: "12,345.60". */
export const formatYuan = (fen: number | null | undefined): string =>
  fen === null || fen === undefined ? '—' : withTwoDecimals(fen / 100);

/** Basis points as per cent with two decimals: 345 is "3.45 %". */
export const formatRate = (bps: number | null | undefined): string =>
  bps === null || bps === undefined ? '—' : `${(bps / 100).toFixed(2)} %`;

export const formatTerm = (months: number | null | undefined, locale: Locale): string =>
  months === null || months === undefined
    ? '—'
    : locale === 'zh'
      ? `${months} 个月`
      : `${months} ${months === 1 ? 'month' : 'months'}`;

/** Days on average, as people say them: below two days in days and hours. */
export function formatDays(days: number, locale: Locale): string {
  const hours = Math.round(days * 24);
  const [whole, rest] = days < 2 ? [Math.floor(hours / 24), hours % 24] : [Math.round(days * 10) / 10, 0];
  const parts = [
    ...(whole > 0 ? [locale === 'zh' ? `${whole} 天` : `${whole} ${whole === 1 ? 'day' : 'days'}`] : []),
    ...(rest > 0 || whole === 0 ? [locale === 'zh' ? `${rest} 小时` : `${rest} ${rest === 1 ? 'hour' : 'hours'}`] : []),
  ];
  return parts.join(' ');
}

/** Words as they begin where they stand alone, in a list of choices or beside their name: our English words start small. */
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A moment in Asia/Shanghai to the minute. */
export const formatInstant = (instant: string | null | undefined): string => (instant ? minute.format(new Date(instant)) : '—');

export const formatCount = (count: number | null | undefined): string =>
  count === null || count === undefined ? '—' : count.toLocaleString('en-US');
