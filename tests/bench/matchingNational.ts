import type { Bench } from './figure';
import { checkWithNaive, mustAgree } from './matching/agreement';
import { bytesPerFirm, crossBitmaps, engineOf, firmsPerPage, planesTouched, programOf, repeatedPlanes } from './matching/engine';
import { blocksOf, type Firms } from './matching/firms';
import { drawProducts } from './matching/products';
import { load, median, race, ratio, rounded } from './matching/race';
import { sequentialReader } from './matching/sequentialRead';

const [pages, repeats] = [15, 51];
const firms: Firms = { seed: 42, count: pages * repeats * firmsPerPage, place: 'province' };

/**
 * The firms of a whole country in one process: 983,040 different ones, 51 times over in memory of their own, so that the
 * traffic is real while the answers can be foretold.
 */
export const bench: Bench = async report => {
  const products = drawProducts();
  const engine = engineOf(products);
  const everything = programOf(engine, products);
  const distinct: number[] = [];
  let page = 0;
  const runner = repeatedPlanes(
    engine,
    at => blocksOf(firms, 2048, at * firmsPerPage, (at + 1) * firmsPerPage),
    { pages, repeats },
    ({ population }) => {
      if (page++ === 0) {
        const bitmaps = crossBitmaps(engine, population);
        checkWithNaive(products, { firms, count: firmsPerPage, sample: 30, bitmaps });
      }
      engine.cross(population).forEach(({ eligible, possible }, product) => {
        distinct[2 * product] = (distinct[2 * product] ?? 0) + eligible;
        distinct[2 * product + 1] = (distinct[2 * product + 1] ?? 0) + eligible + possible;
      });
    },
  );
  const start = performance.now();
  const counts = runner.count(everything);
  const crossMs = performance.now() - start;
  mustAgree(
    'the whole country',
    [...counts],
    distinct.map(count => count * repeats),
  );

  // A product of each family.
  const programs = products.slice(0, 12).map(product => programOf(engine, [product]));
  const touched = programs.map(planesTouched).reduce((sum, count) => sum + count, 0) / programs.length;
  const bytes = Math.round((touched * firms.count) / 8 / 64) * 64;
  // Before the compiler of the sequential read is loaded, which is none of the engine's.
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const read = await sequentialReader(runner.planes.memory);
  const { pages: first } = runner.planes;
  const [reverse, reading] = await race([
    { name: 'reverse', run: () => programs.map(program => runner.count(program)), times: 1, share: programs.length },
    { name: 'read', run: () => read(first, first + bytes), times: 4 },
  ]);
  if (reverse === undefined || reading === undefined) throw new Error('someone did not run');
  const common = { firms: firms.count, distinctFirms: pages * firmsPerPage, load: load() };
  report({
    figure: 'peak memory of the process',
    value: Math.round(peakBytes / 1_000_000),
    unit: 'MB resident',
    ceiling: 1500,
    bytesPerFirm: bytesPerFirm(engine),
    ...common,
  });
  report({
    figure: 'reverse, against a sequential read of the planes it touches',
    value: rounded(ratio(reverse, reading)),
    unit: 'times as long',
    ceiling: 5,
    engineMs: rounded(median(reverse.ms)),
    readMs: rounded(median(reading.ms)),
    readGigabytesPerSecond: rounded(bytes / median(reading.ms) / 1e6),
    planesTouched: rounded(touched),
    ...common,
  });
  report({ figure: `cross, ${products.length} × ${firms.count}`, value: Math.round(crossMs), unit: 'ms, once', ...common });
};
