import type { Offer } from '../../generated/schema';

export type Priced = Pick<
  Offer,
  'amountFen' | 'termMonths' | 'annualisedRateBps' | 'effectiveRateBps' | 'totalInterestFen' | 'totalFeesFen'
>;

const tenThousandYuanFen = 1_000_000;

/** What the firm pays beyond what it borrows. */
export const totalCostFen = ({ totalInterestFen, totalFeesFen }: Priced): number => totalInterestFen + totalFeesFen;

/** That cost for each 10,000 yuan borrowed, in fen, rounded. */
export const costOfTenThousandFen = (offer: Priced): number =>
  Math.round((totalCostFen(offer) / offer.amountFen) * tenThousandYuanFen);

/** Whether total costs may be held against each other: all offers are for one amount and one term. */
export const isOneSize = ([first, ...others]: readonly Priced[]): boolean =>
  others.every(({ amountFen, termMonths }) => amountFen === first?.amountFen && termMonths === first.termMonths);

/** The places of the least of `figures`; none where all are equal. */
export function leastPlaces(figures: readonly number[]): number[] {
  const least = Math.min(...figures);
  const places = figures.flatMap((figure, place) => (figure === least ? [place] : []));
  return places.length === figures.length ? [] : places;
}
