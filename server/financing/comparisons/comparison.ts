import type { PricedOffer } from '../costSheets/pricedOffers';
import { type OfferMonth, offerMonths } from './months';

/** The terms whose difference makes sums of money no measure of which offer is dearer. */
export const comparedTerms = ['amount', 'term', 'repaymentMethod'] as const;
export type ComparedTerm = (typeof comparedTerms)[number];

/** What an offer costs the firm by kind, in fen over the whole loan; what others bear is left out. */
export type CostPart = {
  readonly item: PricedOffer['support']['costSheet']['items'][number]['item'];
  readonly amountFen: number;
};

export type ComparedOffer = {
  readonly priced: PricedOffer;
  readonly parts: readonly CostPart[];
  readonly months: readonly ComparedMonth[];
};

/** A month of an offer beside that of the cheapest: what is due above it, in fen; null for the cheapest itself. */
export type ComparedMonth = OfferMonth & { readonly aboveCheapestFen: number | null };

export type Comparison = {
  /** The least annualised rate, all costs in, first; those of one rate by id. */
  readonly offers: readonly ComparedOffer[];
  /** In what the offers are not alike. */
  readonly differences: readonly ComparedTerm[];
};

/** Offers side by side on one basis: the annualised rate with every cost that the firm pays in. */
export function comparisonOf(priced: readonly PricedOffer[]): Comparison {
  const ordered = [...priced].sort(cheapestFirst);
  const months = ordered.map(({ schedule }) => offerMonths(schedule));
  const [cheapest = []] = months;
  return {
    offers: ordered.map((each, place) => ({
      priced: each,
      parts: costParts(each),
      months: (months[place] ?? []).map((month, number) => ({
        ...month,
        aboveCheapestFen: place === 0 ? null : month.dueFen - (cheapest[number]?.dueFen ?? 0),
      })),
    })),
    differences: differencesOf(ordered),
  };
}

const cheapestFirst = ({ offer: one }: PricedOffer, { offer: other }: PricedOffer): number =>
  one.annualisedRateBps - other.annualisedRateBps || (one.id < other.id ? -1 : 1);

function differencesOf(priced: readonly PricedOffer[]): ComparedTerm[] {
  const values = {
    amount: priced.map(({ offer }) => offer.amountFen),
    term: priced.map(({ offer }) => offer.termMonths),
    repaymentMethod: priced.map(({ offer }) => offer.repaymentMethod),
  };
  return comparedTerms.filter(term => new Set<number | string>(values[term]).size > 1);
}

/** The lines of the cost sheet that the firm pays, those of one kind together, in the order of the sheet. */
function costParts({ support: { costSheet } }: PricedOffer): CostPart[] {
  const sums = new Map<CostPart['item'], number>();
  for (const { item, amountFen, mark } of costSheet.items) if (mark === null) sums.set(item, (sums.get(item) ?? 0) + amountFen);
  return [...sums].map(([item, amountFen]) => ({ item, amountFen }));
}
