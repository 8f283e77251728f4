import type { Figure } from '../figure';
import { mustAgree } from './agreement';
import { crossBitmaps, engineOf, productsOf, verdictsOf } from './engine';
import { blockOf, numbersAt } from './firms';
import { type Contender, clockRatio, load, median, race, ratio, rounded, type Times } from './race';
import { jsonRulesEngine } from './rivals/jsonRulesEngine';
import type { RowRival } from './rivals/rival';
import { zenTable } from './rivals/zenTable';
import { everyFifth, rulesWithoutRequest, type Stage } from './stage';

type Report = (figure: Figure) => void;
type Floor = { readonly rival: string; readonly floor?: number };

/** All products against all firms, how many are certain and possible, against whoever can say so at that size. */
export async function crossFigures(stage: Stage, rivals: readonly (Contender & Floor)[], report: Report): Promise<void> {
  const { engine, ours, firms } = stage;
  const cross: Contender = {
    name: 'engine',
    run: () => engine.cross(ours.population),
    times: Math.max(3, Math.round(2_000_000 / firms.count)),
  };
  const [own, ...others] = await race([cross, ...rivals]);
  if (own === undefined) throw new Error('the engine did not run');
  report({
    figure: `cross, ${engine.products.length} × ${firms.count}`,
    value: rounded(median(own.ms)),
    unit: 'ms',
    load: load(),
  });
  others.forEach((times, index) => {
    const rival = rivals[index];
    if (rival) report(against(`cross, ${engine.products.length} × ${firms.count}`, rival, own, times));
  });
}

export const against = (
  what: string,
  { rival, floor, share }: Floor & { readonly share?: number },
  own: Times,
  other: Times,
): Figure => ({
  figure: `${what}, against ${rival}`,
  value: rounded(ratio(other, own)),
  unit: 'times less processor time',
  byTheClock: rounded(clockRatio(other, own)),
  ...(floor === undefined ? {} : { floor }),
  engineMs: rounded(median(own.ms)),
  rivalMs: rounded(median(other.ms)),
  ...(share === undefined ? {} : { rivalScaledFrom: rounded(share) }),
  load: load(),
});

/** DuckDB's own best ways to ask: a count for each product, and a pair of counts. */
export function duckDbCross(
  stage: Stage,
  floors: { readonly twoValued?: number; readonly threeValued?: number },
): (Contender & Floor)[] {
  const { duckDb, engine } = stage;
  const sample = everyFifth(engine);
  const share = sample.length / engine.products.length;
  const each = (ask: (product: number) => Promise<unknown>) => async (): Promise<void> => {
    for (const product of sample) await ask(product);
  };
  const name = 'DuckDB, one thread, a prepared query for each product';
  return [
    { name, rival: `${name}, two-valued`, run: each(duckDb.certain), times: 1, share, floor: floors.twoValued },
    ...(floors.threeValued === undefined
      ? []
      : [{ name, rival: `${name}, three-valued`, run: each(duckDb.both), times: 1, share, floor: floors.threeValued }]),
  ];
}

/** Engines that judge firm by firm, on a sample of firms; their answers on it are checked first. */
export async function rowRivalsCross(stage: Stage): Promise<(Contender & Floor)[]> {
  const { engine, firms, ours } = stage;
  const rules = rulesWithoutRequest(productsOf(engine));
  const contender = async (
    make: typeof jsonRulesEngine | typeof zenTable,
    sample: number,
    floor: number,
  ): Promise<Contender & Floor> => {
    const rival: RowRival<Record<string, number>> = make(rules);
    const block = blockOf(firms, 0, sample);
    const inputs = Array.from({ length: sample }, (_, row) => rival.inputOf(numbersAt(block, row, null)));
    const verdicts = verdictsOf(
      crossBitmaps(engine, ours.population),
      inputs.map((_, row) => row),
    );
    for (const [row, input] of inputs.entries()) {
      const eligible = verdicts[row]?.flatMap((verdict, product) => (verdict === 2 ? [product] : []));
      mustAgree(`${rival.name} on firm ${row}`, await rival.eligible(input), eligible);
    }
    const run = async (): Promise<void> => {
      for (const input of inputs) await rival.eligible(input);
    };
    return { name: rival.name, rival: rival.name, run, times: 1, share: sample / firms.count, floor };
  };
  return [await contender(jsonRulesEngine, 15, 500_000), await contender(zenTable, 150, 20_000)];
}

/** The kernel of WebAssembly against the same program in plain TypeScript. */
export async function twinFigure({ engine, ours, firms }: Stage, report: Report): Promise<void> {
  const twin = engineOf(productsOf(engine), 'twin');
  const population = ours.population;
  mustAgree('the twin', twin.cross(population), engine.cross(population));
  const [own, other] = await race([
    { name: 'engine', run: () => engine.cross(population), times: 10 },
    { name: 'twin', run: () => twin.cross(population), times: 1 },
  ]);
  if (own && other) report(against(`kernel, ${firms.count} firms`, { rival: 'its twin in TypeScript', floor: 8 }, own, other));
}
