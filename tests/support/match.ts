import { coordinatesOf } from '../../server/matching/coordinates';
import type { Facts } from '../../server/matching/facts';
import {
  Catalogue,
  explainProduct,
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
  return new Catalogue(products, today)
    .judge(coordinatesOf(facts), request)
    .map(({ product }) => explainProduct(product, facts, request, today));
}
