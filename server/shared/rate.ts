import { type CalendarDate, calendarDate } from './dates';
import { lprHistory } from './lprHistory';
import { invalidInput } from './refusals';

/** A rate is whole basis points per year: 1 bp is 0.01 %, so 3.45 % is 345. */
export type Bps = number;

export const bpsPerPercent = 100;
/** One, as a share or a rate, in basis points. */
export const bpsPerUnit = 10_000;

/** The tenors of the loan prime rate: one year, and five years and more. */
export const lprTenors = ['1Y', '5Y'] as const;
export type LprTenor = (typeof lprTenors)[number];

/** One published rate: it holds from its day until the next publication. */
export type LprQuote = { readonly publishedOn: CalendarDate; readonly tenor: LprTenor; readonly rateBps: Bps };

/** Every quote since the rate's reform of August 2019, oldest first; the rows that a new database starts with. */
export const lprQuotes: readonly LprQuote[] = lprHistory
  .replaceAll(/,\n\s+/g, ', ')
  .trim()
  .split('\n')
  .flatMap(line => {
    const [year = '', publications = ''] = line.split(': ');
    return publications.split(', ').flatMap(publication => {
      const [day = '', oneYear, fiveYears] = publication.split(' ');
      const publishedOn = calendarDate(`${year}-${day}`);
      return [
        { publishedOn, tenor: '1Y' as const, rateBps: Number(oneYear) },
        { publishedOn, tenor: '5Y' as const, rateBps: Number(fiveYears) },
      ];
    });
  });

/**
 * The quote of `tenor` that holds on `date`: the last one published on or before it. Null before the first publication.
 * `quotes` in any order; by default those that are built in.
 */
export function lprOn(date: CalendarDate, tenor: LprTenor, quotes: readonly LprQuote[] = lprQuotes): LprQuote | null {
  let latest: LprQuote | null = null;
  for (const quote of quotes) {
    if (quote.tenor !== tenor || quote.publishedOn > date) continue;
    if (latest === null || quote.publishedOn > latest.publishedOn) latest = quote;
  }
  return latest;
}

/**
 * The annual rate of a loan priced at LPR plus `spreadBps` (below zero for a cut) on `date`, in basis points.
 * Refuses a day before the first publication: until 2019-08-20 the benchmark lending rate applied.
 */
export function lprPlus(tenor: LprTenor, spreadBps: Bps, date: CalendarDate, quotes: readonly LprQuote[] = lprQuotes): Bps {
  const quote = lprOn(date, tenor, quotes);
  if (quote === null)
    throw invalidInput('date', date, 'lpr.beforeFirst', {
      zh: `${date} 尚无贷款市场报价利率（LPR），请选择首次公布日及以后的日期。`,
      en: `There is no loan prime rate on ${date}: choose a day on or after its first publication.`,
    });
  return quote.rateBps + spreadBps;
}

/** `bps` in percent with two decimals, exact: 345 is "3.45 %", -30 is "-0.30 %". */
export function formatPercent(bps: Bps): string {
  const digits = String(Math.abs(bps)).padStart(3, '0');
  return `${bps < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)} %`;
}

/** A percentage with at most two decimals ("3.45", "-0.3", "4%") as basis points, exactly; null for anything else. */
export function parsePercent(text: string): Bps | null {
  const match = /^(-?)(\d{1,7})(?:\.(\d{1,2}))?\s*[%％]?$/.exec(text.trim());
  if (!match) return null;
  const bps = Number(match[2]) * bpsPerPercent + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' && bps !== 0 ? -bps : bps;
}

/**
 * The share of `part` in `whole` in basis points, rounded half away from zero. Null when the whole is zero or below: a
 * share of nothing is not zero.
 */
export function shareBps(part: number, whole: number): Bps | null {
  if (whole <= 0) return null;
  const share = (part / whole) * bpsPerUnit;
  return Math.sign(share) * Math.round(Math.abs(share)) || 0;
}
