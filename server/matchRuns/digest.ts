import { createHash } from 'node:crypto';
import { type MatchableProduct, productText } from '../matching/match';

/** SHA-256 of what the products in force ask, whatever the order they come in. */
export const digestOfProducts = (products: readonly MatchableProduct[]): string =>
  createHash('sha256').update(products.map(productText).sort().join('\n')).digest('hex');
