import type { Repricing } from '../../products/vocabulary';
import type { CalendarDate } from '../../shared/dates';
import type { LprTenor } from '../../shared/rate';

/** How the rate of an offer was arrived at: agreed as it stands, or the LPR of a day and a spread, repriced as stated. */
export type OfferPricing =
  | { readonly kind: 'fixed' }
  | {
      readonly kind: 'lpr';
      readonly tenor: LprTenor;
      /** Basis points above the quotation; negative below it. */
      readonly spreadBps: number;
      readonly repricing: Repricing;
      readonly lprRateBps: number;
      readonly lprPublishedOn: CalendarDate;
    };
