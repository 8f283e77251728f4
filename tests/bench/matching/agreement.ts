import type { MatchableProduct } from '../../../server/matching/match';
import type { Bitmaps } from '../../../server/matching/runner';
import { type Engine, type EngineFirms, verdictsOf } from './engine';
import { blockOf, type Firms, factsAt } from './firms';
import { naive } from './oracle';
import type { DuckDb } from './rivals/duckdb';

/** Throws unless the two are the same. */
export function mustAgree(what: string, got: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(got), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: ${one} is not ${other}`);
}

/** The engine against the naive evaluator, verdict by verdict, on firms spread over the first `count`. */
export function checkWithNaive(
  products: readonly MatchableProduct[],
  { firms, count, sample, bitmaps }: { firms: Firms; count: number; sample: number; bitmaps: readonly Bitmaps[] },
): void {
  const rows = Array.from({ length: sample }, (_, index) => Math.floor(((index + 0.5) * count) / sample));
  const verdicts = verdictsOf(bitmaps, rows);
  rows.forEach((row, place) => {
    const facts = factsAt(blockOf(firms, row, 1), 0);
    const expected = products.map(product => naive(product, facts, { hasRequest: false }));
    mustAgree(`the engine on firm ${row} of ${firms.count}`, verdicts[place], expected);
  });
}

/** The engine against DuckDB: how many firms each product reaches, certainly and possibly, over the whole population. */
export async function checkWithDuckDb(engine: Engine, { population }: EngineFirms, duckDb: DuckDb): Promise<void> {
  for (const [product, { eligible, possible }] of engine.cross(population).entries()) {
    mustAgree(`DuckDB on product ${product}`, await duckDb.both(product), { certain: eligible, possible: eligible + possible });
    mustAgree(`DuckDB's count on product ${product}`, await duckDb.certain(product), eligible);
    mustAgree(`one product alone, ${product}`, engine.reach(population, product), { eligible, possible });
  }
}
