import type { CalendarDate } from '../shared/dates';
import { type LprQuote, lprOn } from '../shared/rate';
import type { Pricing } from './terms';

/** The annual rates of a loan on a day, in basis points; null where not stated. `lpr`: the quotation they rest on. */
export type Rates = { readonly rateBpsMin: number | null; readonly rateBpsMax: number | null; readonly lpr: LprQuote | null };

/**
 * What `pricing` comes to on `date` by `quotes`: a fixed range as it stands, a spread on the quotation that holds that
 * day. Not stated, or before the first quotation, the rates are unknown. Never below zero.
 */
export function ratesOn(pricing: Pricing | null, date: CalendarDate, quotes: readonly LprQuote[]): Rates {
  if (pricing === null) return unknownRates;
  if (pricing.kind === 'fixed') return { rateBpsMin: pricing.rateBpsMin, rateBpsMax: pricing.rateBpsMax, lpr: null };
  const lpr = lprOn(date, pricing.tenor, quotes);
  if (lpr === null) return unknownRates;
  return {
    rateBpsMin: Math.max(0, lpr.rateBps + pricing.spreadBpsMin),
    rateBpsMax: Math.max(0, lpr.rateBps + pricing.spreadBpsMax),
    lpr,
  };
}

const unknownRates: Rates = { rateBpsMin: null, rateBpsMax: null, lpr: null };
