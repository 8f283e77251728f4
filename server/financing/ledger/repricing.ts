import type { Repricing } from '../../products/vocabulary';
import { addMonths, type CalendarDate } from '../../shared/dates';
import { type Bps, type LprQuote, lprOn } from '../../shared/rate';
import type { OfferPricing } from '../offers/pricing';

/** A rate that was reset on a day, and the quotation it rests on. */
export type Reset = {
  readonly from: CalendarDate;
  readonly rateBps: Bps;
  readonly lprRateBps: Bps;
  readonly lprPublishedOn: CalendarDate;
};

export type Priced = {
  readonly pricing: OfferPricing;
  readonly rateBps: Bps;
  readonly disbursedOn: CalendarDate;
  readonly maturesOn: CalendarDate;
};

const monthsApart = { monthly: 1, quarterly: 3, anniversary: 12 } as const;

/**
 * The days between disbursement and maturity on which a loan's rate is looked at again: every first of January, or every one,
 * three or twelve months after disbursement, as the contract says. None for a fixed rate.
 */
export function repricingDays(repricing: Repricing, disbursedOn: CalendarDate, maturesOn: CalendarDate): readonly CalendarDate[] {
  if (repricing === 'fixed') return [];
  const year = Number(disbursedOn.slice(0, 4));
  const dayAfter = (count: number): CalendarDate =>
    repricing === 'yearlyJanuary'
      ? (`${year + count}-01-01` as CalendarDate)
      : addMonths(disbursedOn, count * monthsApart[repricing]);
  const days: CalendarDate[] = [];
  for (let count = 1; dayAfter(count) < maturesOn; count += 1) days.push(dayAfter(count));
  return days;
}

/**
 * The resets of a loan priced on the LPR until `today`: on each of its days the quotation then in force plus the spread of its
 * contract, never below zero. A day on which the rate stays as it was is none.
 */
export function resetsOf(
  { pricing, rateBps, disbursedOn, maturesOn }: Priced,
  quotes: readonly LprQuote[],
  today: CalendarDate,
): readonly Reset[] {
  if (pricing.kind === 'fixed') return [];
  let current = rateBps;
  return repricingDays(pricing.repricing, disbursedOn, maturesOn)
    .filter(day => day <= today)
    .flatMap(from => {
      const quote = lprOn(from, pricing.tenor, quotes);
      const next = quote === null ? current : Math.max(0, quote.rateBps + pricing.spreadBps);
      if (quote === null || next === current) return [];
      current = next;
      return [{ from, rateBps: next, lprRateBps: quote.rateBps, lprPublishedOn: quote.publishedOn }];
    });
}
