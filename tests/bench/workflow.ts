import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { migrate } from '../../server/database/migrate';
import { dayOf } from '../../server/shared/dates';
import { aLoanProduct, organisationOf, submission } from '../support/deals';
import { aConsent, aFirm } from '../support/enterprises';
import { aSession } from '../support/http';
import { anActor } from '../support/identity';
import { type World, worldAt } from '../support/world';
import type { Bench } from './figure';
import { ended, percentile, started } from './platformProcess';
import { type Ask, type Dealing, deal } from './workflowDeal';
import { bareTwin } from './workflowTwin';

const clients = 32;
const dealsPerClient = 3;
const rounds = 5;
const banks = 4;
const floor = 0.15;

/**
 * Whole deals per second over HTTP, from the demand to the money paid out, by 32 clients at once, each deal of another firm and
 * each side with a session of its own; against one process that writes the same rows in as many transactions with nothing but better-sqlite3.
 * Both wait for the disk at every commit. They take turns, so that a busy machine is busy for both.
 */
export const bench: Bench = async report => {
  const folder = mkdtempSync(join(tmpdir(), 'rongqiao-bench-'));
  const children: ChildProcess[] = [];
  try {
    const place = { dataDir: join(folder, 'platform'), databaseUrl: undefined };
    await migrate({ dialect: 'sqlite', ...place });
    const dealings = await fill(worldAt(place, numberedIds()));
    const copy = { ...place, dataDir: join(folder, 'bare') };
    cpSync(place.dataDir, copy.dataDir, { recursive: true });
    const [model, ...firms] = dealings;
    if (!model) throw new Error('nobody to make a deal');
    const twin = await bareTwin(copy, model);
    const platform = await started(children, place.dataDir);
    const ask = asking(platform);
    await together(ask, firms.splice(0, clients));
    twin.write(clients);
    const turns: { ours: number; bare: number }[] = [];
    const times = { deals: [] as number[], requests: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      const made = await together(ask, firms.splice(0, clients * dealsPerClient));
      times.deals.push(...made.deals);
      times.requests.push(...made.requests);
      turns.push({ ours: made.perSecond, bare: twin.write(clients * dealsPerClient) });
    }
    twin.compareWith(place.dataDir, clients * (1 + rounds * dealsPerClient));
    report({
      figure: `whole deals by ${clients} clients over HTTP, against bare transactions writing the same rows`,
      value: rounded(
        percentile(
          turns.map(({ ours, bare }) => ours / bare),
          0.5,
        ),
        3,
      ),
      unit: 'ratio of deals per second',
      floor,
      dealsPerSecond: rounded(
        percentile(
          turns.map(({ ours }) => ours),
          0.5,
        ),
        1,
      ),
      bareDealsPerSecond: rounded(
        percentile(
          turns.map(({ bare }) => bare),
          0.5,
        ),
        1,
      ),
      ratios: turns.map(({ ours, bare }) => rounded(ours / bare, 3)),
      transactionsPerDeal: twin.transactions,
      rowsPerDeal: twin.rows,
      deals: times.deals.length,
      dealP99Ms: rounded(percentile(times.deals, 0.99), 0),
      requestP50Ms: rounded(percentile(times.requests, 0.5), 1),
      requestP99Ms: rounded(percentile(times.requests, 0.99), 1),
      rounds,
    });
  } finally {
    await Promise.all(children.map(ended));
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Ids that end in a number: users are named by their last digits. */
function numberedIds(): () => string {
  let last = 0;
  return () => {
    const random = new Uint8Array(16);
    new DataView(random.buffer).setUint32(12, ++last);
    return v7({ seq: 0, random });
  };
}

const rounded = (value: number, places: number): number => Number(value.toFixed(places));

/** A firm for every deal, and one more whose deal is recorded, each with a bank that it lets read its file. */
async function fill(world: World): Promise<Dealing[]> {
  world.setNow(new Date());
  const lenders = [];
  for (let place = 0; place < banks; place += 1) {
    const bank = await anActor(world, 'bank');
    const product = await aLoanProduct(world, bank);
    lenders.push({ bank, product, organisation: await organisationOf(world, bank), token: await aSession(world, bank) });
  }
  const dealings: Dealing[] = [];
  for (let place = 0; place <= clients * (1 + rounds * dealsPerClient); place += 1) {
    const firm = await aFirm(world);
    const lender = lenders[place % banks];
    if (!lender) throw new Error('a firm without a bank');
    await aConsent(world, firm, lender.organisation);
    const { productId, productVersionId } = submission({ product: lender.product, demand: { id: '' } as never });
    const firmToken = await aSession(world, firm.actor);
    dealings.push({ firm: firmToken, bank: lender.token, productId, productVersionId, today: dayOf(world.now()) });
  }
  await world.close();
  return dealings;
}

const asking =
  (platform: string): Ask =>
  async (token, query, variables) => {
    const response = await fetch(`${platform}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Awaited<ReturnType<Ask>>;
    if (errors || !data) throw new Error(JSON.stringify(errors ?? 'no data'));
    return { data };
  };

/** A deal of every firm, by as many clients at once as there are, each taking the next firm when it is done with one. */
async function together(ask: Ask, dealings: readonly Dealing[]) {
  const times = { deals: [] as number[], requests: [] as number[] };
  const timed: Ask = async (...asked) => {
    const from = performance.now();
    const answer = await ask(...asked);
    times.requests.push(performance.now() - from);
    return answer;
  };
  const waiting = [...dealings];
  const client = async () => {
    for (let dealing = waiting.shift(); dealing; dealing = waiting.shift()) {
      const from = performance.now();
      await deal(timed, dealing);
      times.deals.push(performance.now() - from);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return { ...times, perSecond: (dealings.length * 1_000) / (performance.now() - begun) };
}
