import { crossMatch } from './crossMatch';
import { digestOfProducts } from './digest';
import { finishRun } from './finishRun';
import { inputsNow, inputsOf } from './inputs';
import { keepAlive } from './lease';
import { numberedFirms } from './numberedFirms';
import { findRun } from './queries';
import type { MatchRun } from './tables';
import { contextOf, type Workshop } from './workshop';

/**
 * Does the work of a run that this process has taken: reads what it is made of, matches every firm with every product,
 * and writes what came of it in one unit of work. Shows how far it is after each batch. Throws LostRun when the run is
 * no longer its own; what another server made of it stands.
 */
export async function carryOut(workshop: Workshop, run: MatchRun): Promise<MatchRun> {
  const { db, clock } = workshop;
  const inputs = await (run.replayOf === null
    ? inputsNow(db, run.startedAt ?? clock())
    : inputsOf(db, await findRun(db.read, run.replayOf)));
  const { products, firms, day, recordsSeq } = inputs;
  const productsDigest = digestOfProducts(products);
  await keepAlive(workshop, run, { day, recordsSeq, productsDigest, products: products.length, firms: firms.length });
  const found = await crossMatch({
    products,
    day,
    largest: firms.at(-1)?.number ?? 0,
    firms: numberedFirms(workshop, inputs, {
      requestId: run.id,
      afterBatch: done => keepAlive(workshop, run, { percent: Math.floor((done / firms.length) * 99) }),
    }),
  });
  return finishRun(contextOf(workshop, run.id), { ...run, productsDigest }, inputs, found);
}
