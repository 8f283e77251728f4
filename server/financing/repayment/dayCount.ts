import { type CalendarDate, daysBetween } from '../../shared/dates';
import type { Fen } from '../../shared/money';
import { type Bps, bpsPerUnit } from '../../shared/rate';

/**
 * How days become parts of a year. Under 30/360 a whole month of the loan's calendar is a twelfth of the year and a broken
 * period counts its actual days over 360; under the other two every period counts its actual days.
 */
export const dayBases = ['ACT/360', 'ACT/365', '30/360'] as const;
export type DayBasis = (typeof dayBases)[number];

/** A stretch that interest is reckoned over; `wholeMonths` is null when it is broken: it does not run from due day to due day. */
export type Period = { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate; readonly wholeMonths: number | null };

export const yearDays = (basis: DayBasis): number => (basis === 'ACT/365' ? 365 : 360);

/**
 * The days that `period` counts for interest. Actual days for every broken period, also under 30/360: a first period of five
 * days costs five days, never a month (the fault of apache/fineract #1562).
 */
export const interestDays = ({ startsOn, endsOn, wholeMonths }: Period, basis: DayBasis): number =>
  basis === '30/360' && wholeMonths !== null ? wholeMonths * 30 : daysBetween(startsOn, endsOn);

/** One, in the unit of rate times days: what a growth of `rateBps * days` is a part of. */
export const unitGrowth = (basis: DayBasis): number => bpsPerUnit * yearDays(basis);

/**
 * The interest on `fenDays` (balance times days, summed: 积数) at `rateBps` a year, in fen. Exact in integers, then rounded
 * once, half a fen up.
 */
export const interestOn = (fenDays: bigint, rateBps: Bps, basis: DayBasis): Fen =>
  roundedQuotient(fenDays * BigInt(rateBps), BigInt(unitGrowth(basis)));

/** `part / whole` for a part of zero or more, to the nearest whole number, a half going up. */
export const roundedQuotient = (part: bigint, whole: bigint): number => Number((2n * part + whole) / (2n * whole));
