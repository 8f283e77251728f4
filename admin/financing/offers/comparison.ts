import type { Offer } from '../../generated/schema';

export type Priced = Pick<Offer, 'amountFen' | 'termMonths' | 'repaymentMethod' | 'totalInterestFen' | 'totalFeesFen'>;

const tenThousandYuanFen = 1_000_000;

/** What the firm pays beyond what it borrows. */
export const totalCostFen = ({ totalInterestFen, totalFeesFen }: Priced): number => totalInterestFen + totalFeesFen;

/** That cost for each 10,000 yuan borrowed, in fen, rounded. */
export const costOfTenThousandFen = (offer: Priced): number =>
  Math.round((totalCostFen(offer) / offer.amountFen) * tenThousandYuanFen);

/**
 * Whether sums of money may be held against each other: all offers lend one amount for one term and have it back in one way.
 * Interest on a principal kept to the end is more money at a lower rate.
 */
export const isOneShape = ([first, ...others]: readonly Priced[]): boolean =>
  others.every(
    ({ amountFen, termMonths, repaymentMethod }) =>
      amountFen === first?.amountFen && termMonths === first.termMonths && repaymentMethod === first.repaymentMethod,
  );

/** The places of the least of `figures`; none where all are equal. */
export function leastPlaces(figures: readonly number[]): number[] {
  const least = Math.min(...figures);
  const places = figures.flatMap((figure, place) => (figure === least ? [place] : []));
  return places.length === figures.length ? [] : places;
}
