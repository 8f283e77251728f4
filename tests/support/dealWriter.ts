import { acceptApplication } from '../../server/financing/applications/acceptApplication';
import { startDueDiligence } from '../../server/financing/applications/startDueDiligence';
import { submitApplication } from '../../server/financing/applications/submitApplication';
import { withdrawApplication } from '../../server/financing/applications/withdrawApplication';
import { withdrawDemand } from '../../server/financing/demands/withdrawDemand';
import { makeOffer } from '../../server/financing/offers/makeOffer';
import type { Product } from '../../server/products/tables';
import type { Actor } from '../../server/shared/actor';
import { aDemand, demandNow, offerInput, submission } from './deals';
import type { Firm } from './enterprises';
import { type World, worldAt } from './world';

/** What a writer is given on its command line. */
export type WritersTask = {
  readonly place: World['place'];
  readonly firms: readonly Firm[];
  readonly bank: Actor;
  readonly product: Product;
  readonly seed: number;
};

/** A write that was acknowledged: it must be there for ever after. */
export type Acknowledged = { readonly kind: 'application' | 'demand'; readonly id: string; readonly version: number };

/** A program of its own: deals of several firms side by side until it is killed, each acknowledged write on a line. */
const task = JSON.parse(process.argv[2] ?? '') as WritersTask;
const world = worldAt(task.place);
await Promise.all(task.firms.map((firm, place) => dealOnAndOn(firm, task.seed * 1_000 + place)));

async function dealOnAndOn(firm: Firm, seed: number): Promise<never> {
  const { bank, product } = task;
  const draw = drawing(seed);
  for (;;) {
    const demand = acknowledge('demand', await aDemand(world, firm));
    const input = submission({ product, demand });
    let { id, version } = acknowledge(
      'application',
      await submitApplication(world.contextFor(firm.actor), { input, idempotencyKey: `writer-${demand.id}` }),
    );
    const steps = [
      () => acceptApplication(world.contextFor(bank), { id, version }),
      () => startDueDiligence(world.contextFor(bank), { id, version }),
    ];
    for (const step of steps.slice(0, Math.floor(draw() * 3))) ({ id, version } = acknowledge('application', await step()));
    if (draw() < 0.5 && version === 3) {
      await makeOffer(world.contextFor(bank), { id, version, input: offerInput(world) });
      version += 1;
      acknowledge('application', { id, version });
    }
    acknowledge('application', await withdrawApplication(world.contextFor(firm.actor), { id, version }));
    const { version: demandVersion } = await demandNow(world, demand.id);
    acknowledge('demand', await withdrawDemand(world.contextFor(firm.actor), { id: demand.id, version: demandVersion }));
  }
}

/** Pipes are written at once: what was said was said before anything can end this process. */
function acknowledge<Row extends { readonly id: string; readonly version: number }>(kind: Acknowledged['kind'], row: Row): Row {
  const said: Acknowledged = { kind, id: row.id, version: row.version };
  process.stdout.write(`${JSON.stringify(said)}\n`);
  return row;
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
