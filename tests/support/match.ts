import type { PossibleProduct } from '../../server/matching/advice';
import { coordinatesOf } from '../../server/matching/coordinates';
import type { Facts } from '../../server/matching/facts';
import {
  Catalogue,
  Explainer,
  type MatchableProduct,
  type ProductMatch,
  type RequestedFinancing,
} from '../../server/matching/match';
import type { CalendarDate } from '../../server/shared/dates';

/** The verdict on each product with its reasons, in the order of `Catalogue.judge`: both sides of the door at once. */
export function match(
  products: readonly MatchableProduct[],
  facts: Facts,
  request: RequestedFinancing | null,
  today: CalendarDate,
): readonly ProductMatch[] {
  const { explain } = new Explainer(facts, request, today);
  return new Catalogue(products, today).judge(coordinatesOf(facts), request).map(({ product }) => explain(product));
}

/** Those of the matches that are possible, as the advice on authorisations takes them. */
export const possibleOf = (matches: readonly ProductMatch[]): readonly PossibleProduct[] =>
  matches
    .filter(({ verdict }) => verdict === 'possible')
    .map(({ productId, findings }) => ({ productId, gaps: findings.filter(({ verdict }) => verdict === 'unknown') }));
