import type { ComparedOffer, Offer } from '../../../generated/schema';

export type Priced = Pick<Offer, 'amountFen' | 'totalInterestFen' | 'totalFeesFen'>;

const tenThousandYuanFen = 1_000_000;

/** What the firm pays beyond what it borrows. */
export const totalCostFen = ({ totalInterestFen, totalFeesFen }: Priced): number => totalInterestFen + totalFeesFen;

/** That cost for each 10,000 yuan borrowed, in fen, rounded. */
export const costOfTenThousandFen = (offer: Priced): number =>
  Math.round((totalCostFen(offer) / offer.amountFen) * tenThousandYuanFen);

/** The places of the least of `figures`; none where all are equal. */
export function leastPlaces(figures: readonly number[]): number[] {
  const least = Math.min(...figures);
  const places = figures.flatMap((figure, place) => (figure === least ? [place] : []));
  return places.length === figures.length ? [] : places;
}

/** A for the first offer, B for the next: its name in charts and narrow headings. */
export const letterOf = (place: number): string => String.fromCharCode('A'.charCodeAt(0) + place);

/** An offer of a comparison by its letter and its bank. */
export const nameOf = ({ offer }: ComparedOffer, place: number): string =>
  `${letterOf(place)} ${offer.application.institution.name}`;

/** The annualised rate net of subsidies in millionths; of an offer without any, the rate itself. */
export const netRatePpm = ({ support, annualisedRateBps }: Offer): number =>
  support.netAnnualisedRatePpm ?? annualisedRateBps * 100;
