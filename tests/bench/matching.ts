import type { Bench } from './figure';
import { crossFigures, duckDbCross, rowRivalsCross, twinFigure } from './matching/cross';
import { bytesPerFirm, engineOf } from './matching/engine';
import type { Firms } from './matching/firms';
import { forwardFigures } from './matching/forward';
import { drawProducts } from './matching/products';
import { reverseFigures } from './matching/reverse';
import { sqlitePopulation } from './matching/rivals/sqlite';
import { mixOf, rulesWithoutRequest, stageOf } from './matching/stage';
import { threadsFigure } from './matching/threads';

const seed = 42;
const small: Firms = { seed, count: 3_050, place: 'city' };
const city: Firms = { seed, count: 143_700, place: 'city' };
const province: Firms = { seed, count: 1_000_000, place: 'province' };

/**
 * The engine in each direction against those who can do the same, in one process and by turns. Every answer is compared
 * with the naive evaluator's and the engine's before a clock runs; a difference ends the bench.
 */
export const bench: Bench = async report => {
  const products = drawProducts();
  const engine = engineOf(products);
  await forwardFigures(engine, small, report);

  const first = await stageOf(engine, small);
  await crossFigures(first, [...(await rowRivalsCross(first)), ...duckDbCross(first, {})], report);
  first.duckDb.close();

  const sqlite = sqlitePopulation(rulesWithoutRequest(products));
  const second = await stageOf(engine, city, [sqlite]);
  report({ figure: 'outcomes', value: mixOf(second).yes, unit: 'percent yes', ...mixOf(second) });
  await crossFigures(second, duckDbCross(second, { twoValued: 120, threeValued: 500 }), report);
  await reverseFigures(second, { floor: 25, sqlite }, report);
  await twinFigure(second, report);
  report({ figure: 'memory', value: bytesPerFirm(engine), unit: 'bytes a firm', ceiling: 24 });
  second.duckDb.close();

  const third = await stageOf(engine, province);
  await crossFigures(third, duckDbCross(third, { twoValued: 100 }), report);
  await reverseFigures(third, { floor: 15 }, report);
  await threadsFigure(third, report);
  third.duckDb.close();
};
