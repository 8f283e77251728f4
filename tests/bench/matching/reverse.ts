import type { Figure } from '../figure';
import { mustAgree } from './agreement';
import { against } from './cross';
import { type Contender, load, median, race, rounded } from './race';
import type { SqlitePopulation } from './rivals/sqlite';
import { everyFifth, type Stage } from './stage';

/** One product against all firms: the mean of every fifth product. */
export async function reverseFigures(
  stage: Stage,
  { floor, sqlite }: { readonly floor: number; readonly sqlite?: SqlitePopulation },
  report: (figure: Figure) => void,
): Promise<void> {
  const { engine, ours, firms, duckDb } = stage;
  const { population } = ours;
  const sample = everyFifth(engine);
  // A run asks for every product of the sample, so that what is reported is one product.
  const share = sample.length;
  const few = sample.slice(0, 8);
  for (const product of sqlite ? few : [])
    mustAgree(`SQLite on product ${product}`, sqlite?.certain(product), engine.reach(population, product).eligible);
  const contenders: Contender[] = [
    {
      name: 'engine',
      run: () => sample.map(product => engine.reach(population, product)),
      times: Math.max(2, Math.round(1_000_000 / firms.count)),
      share,
    },
    {
      name: 'bitmaps',
      run: () => sample.map(product => engine.reverse(population, product)),
      times: Math.max(2, Math.round(500_000 / firms.count)),
      share,
    },
    {
      name: 'DuckDB',
      run: async () => {
        for (const product of sample) await duckDb.certain(product);
      },
      times: 1,
      share,
    },
    ...(sqlite ? [{ name: 'SQLite', run: () => few.map(sqlite.certain), times: 1, share: few.length }] : []),
  ];
  const [counts, bitmaps, duck, lite] = await race(contenders);
  if (counts === undefined || bitmaps === undefined || duck === undefined) throw new Error('someone did not run');
  const what = `reverse, 1 × ${firms.count}`;
  report({ figure: `${what}, with both bitmaps`, value: rounded(median(bitmaps.ms)), unit: 'ms', load: load() });
  report(against(what, { rival: 'DuckDB, one thread, prepared, two-valued', floor }, counts, duck));
  if (lite) report(against(what, { rival: 'better-sqlite3, prepared, two-valued' }, counts, lite));
}
