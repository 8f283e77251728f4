import { createHash } from 'node:crypto';
import { lastChangeOfProducts } from '../changes/queries';
import type { ActorContext } from '../context';
import type { Database } from '../database/database';
import { Catalogue, type MatchableProduct, productText } from '../matching/match';
import { type OfferedLoan, offeredLoans, publishedProducts } from '../products/queries';
import type { CalendarDate } from '../shared/dates';

/** The loan products in force, ready to be asked about. */
export type ProductsInForce = {
  readonly catalogue: Catalogue;
  /** What each is lent at. */
  readonly loans: readonly OfferedLoan[];
  /** SHA-256 of what each version asks, by its id. */
  readonly digests: ReadonlyMap<string, string>;
};

/** Catalogues kept: today's, and a few of the earlier days that people ask about. */
const daysKept = 4;

type Kept = { readonly stamp: string; readonly products: Promise<ProductsInForce> };

const keptOf = new WeakMap<Database, Map<CalendarDate, Kept>>();

/**
 * The loan products in force today, compiled to be judged as of `on`: once, until some product, an institution or the loan
 * prime rate changes, which is asked of the database each time.
 */
export async function productsInForce({ db, today }: ActorContext, on: CalendarDate): Promise<ProductsInForce> {
  const stamp = `${await lastChangeOfProducts(db.read)} ${today}`;
  const kept = keptOf.get(db) ?? new Map<CalendarDate, Kept>();
  keptOf.set(db, kept);
  const known = kept.get(on);
  if (known?.stamp === stamp) return known.products;
  const products = Promise.all([publishedProducts(db.read, today), offeredLoans(db.read, today)]).then(([found, loans]) => ({
    catalogue: new Catalogue(found, on),
    loans,
    digests: new Map(found.map(product => [product.versionId, digestOf(product)])),
  }));
  kept.delete(on);
  kept.set(on, { stamp, products });
  const [oldest] = kept.keys();
  if (kept.size > daysKept && oldest) kept.delete(oldest);
  try {
    return await products;
  } catch (error) {
    if (kept.get(on)?.products === products) kept.delete(on);
    throw error;
  }
}

const digestOf = (product: MatchableProduct): string => createHash('sha256').update(productText(product)).digest('hex');
