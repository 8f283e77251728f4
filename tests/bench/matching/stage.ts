import type { MatchableProduct } from '../../../server/matching/match';
import { checkWithDuckDb, checkWithNaive } from './agreement';
import { conditionsOf } from './conditions';
import { crossBitmaps, type Engine, type EngineFirms, engineFirms, productsOf } from './engine';
import { type Block, blocksOf, type Firms } from './firms';
import { type DuckDb, duckDb } from './rivals/duckdb';
import type { Rules } from './rivals/rival';

/** A population loaded into the engine and into DuckDB, whose answers have been found to be the same. */
export type Stage = { readonly firms: Firms; readonly engine: Engine; readonly ours: EngineFirms; readonly duckDb: DuckDb };

const naiveSample = 100;

export async function stageOf(
  engine: Engine,
  firms: Firms,
  others: readonly { append(block: Block): void }[] = [],
): Promise<Stage> {
  const ours = engineFirms(firms.count);
  const rival = await duckDb(rulesWithoutRequest(productsOf(engine)));
  for (const block of blocksOf(firms, 2048)) for (const each of [ours, rival, ...others]) each.append(block);
  await rival.prepare();
  const bitmaps = crossBitmaps(engine, ours.population);
  checkWithNaive(productsOf(engine), { firms, count: firms.count, sample: naiveSample, bitmaps });
  await checkWithDuckDb(engine, ours, rival);
  return { firms, engine, ours, duckDb: rival };
}

export const rulesWithoutRequest = (products: readonly MatchableProduct[]): Rules =>
  products.map(product => conditionsOf(product, { withRequest: false }));

/** Every fifth product: of each family as many, because five and the twelve families by turns share no divisor. */
export const everyFifth = (engine: Engine): readonly number[] =>
  engine.products.map((_, product) => product).filter(product => product % 5 === 0);

/** Which share of all answers is no, cannot tell and yes, in percent. */
export function mixOf({ engine, ours, firms }: Stage): {
  readonly no: number;
  readonly cannotTell: number;
  readonly yes: number;
} {
  const reaches = engine.cross(ours.population);
  const sum = (count: (reach: (typeof reaches)[number]) => number): number =>
    reaches.reduce((total, reach) => total + count(reach), 0);
  const percent = (pairs: number): number => Number(((100 * pairs) / firms.count / reaches.length).toFixed(1));
  const [yes, cannotTell] = [percent(sum(({ eligible }) => eligible)), percent(sum(({ possible }) => possible))];
  return { no: Number((100 - yes - cannotTell).toFixed(1)), cannotTell, yes };
}
