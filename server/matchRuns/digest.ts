import { createHash } from 'node:crypto';
import { ruleText } from '../matching/canonical';
import type { MatchableProduct } from '../matching/match';

/** SHA-256 of what the products in force ask, whatever the order they come in. */
export function digestOfProducts(products: readonly MatchableProduct[]): string {
  const lines = products.map(({ id, versionId, rule, terms }) => stableText({ id, versionId, rule: ruleText(rule), terms }));
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

/** JSON with the keys of every object in order. */
const stableText = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
