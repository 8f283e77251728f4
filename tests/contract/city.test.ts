import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { massReads } from '../../server/enterprises/accessLog/tables';
import { revokeConsent } from '../../server/enterprises/consents/revokeConsent';
import type { Consent } from '../../server/enterprises/consents/tables';
import { suspendOrganisation } from '../../server/identity/organisations/suspendOrganisation';
import type { Organisation } from '../../server/identity/tables';
import { City } from '../../server/matchmaking/city';
import type { Actor } from '../../server/shared/actor';
import { aConsent, aFirm, aRecord, type Firm, keep } from '../support/enterprises';
import { actorOf, anOrganisation, aUser } from '../support/identity';
import { openWorld, type World, worldBegins } from '../support/world';

let world: World;
let operator: Organisation;
let operating: Actor;
let warnings: string[];
beforeEach(async () => {
  world = await openWorld();
  operator = await anOrganisation(world, { kind: 'operator', name: '融桥运营' });
  operating = actorOf(operator, await aUser(world, operator));
  warnings = [];
});
afterEach(() => world.close());

const aCity = (): City =>
  new City({
    db: world.db,
    clock: world.now,
    newId: world.newId,
    log: {
      info: () => undefined,
      warn: (said: unknown) => warnings.push((said as { why: string }).why),
      error: () => undefined,
    },
    config: { dataDir: world.place.dataDir },
  });

/** More rows than any city of these tests has. */
const rowsMax = 200;

/** What a city knows, whatever rows its firms have: how often each row of coordinates occurs. */
function contents(city: City): string[] {
  const { population, firms } = city.now ?? { population: null, firms: 0 };
  const rows = Array.from({ length: rowsMax }, (_, row) => textOf(population?.coordinates(row) ?? new Float64Array()));
  const known = rows.filter(row => row !== '');
  expect(known).toHaveLength(firms);
  return known.sort();
}

const textOf = (coordinates: Float64Array): string =>
  [...coordinates].flatMap((value, axis) => (Number.isNaN(value) ? [] : [`${axis}: ${value}`])).join(', ');

async function builtAnew(): Promise<string[]> {
  const city = aCity();
  // No file of an earlier city: it is read from the records.
  await writeFile(join(world.place.dataDir, 'city.snapshot'), '');
  await city.follow();
  return contents(city);
}

type Town = { readonly firms: { firm: Firm; consent: Consent | null; isActive: boolean }[] };
type Step = {
  readonly verb: 'register' | 'grant' | 'revoke' | 'record' | 'suspend';
  readonly at: number;
  readonly figure: number;
};

async function take(town: Town, { verb, at, figure }: Step): Promise<void> {
  if (verb === 'register' || town.firms.length === 0) {
    town.firms.push({ firm: await aFirm(world), consent: null, isActive: true });
    await keep(world, [aRecord(town.firms.at(-1)?.firm ?? { id: '' })]);
    return;
  }
  const one = town.firms[at % town.firms.length];
  if (!one) return;
  if (verb === 'record') await keep(world, [aRecord(one.firm, { value: { employees: figure, paidFen: 1, arrearsFen: 0 } })]);
  if (!one.isActive) return;
  if (verb === 'grant')
    one.consent = await aConsent(world, one.firm, operator, { purpose: 'matching', months: 1 + (figure % 3) });
  if (verb === 'revoke' && one.consent) {
    const { id, version } = one.consent;
    await revokeConsent(world.contextFor(one.firm.actor), { id, version });
    one.consent = null;
  }
  if (verb === 'suspend') {
    await suspendOrganisation(world.contextFor(operating), { id: one.firm.id, version: 1, reason: '资料造假' });
    one.isActive = false;
  }
}

const steps = fc.array(
  fc.record({
    verb: fc.constantFrom('register', 'grant', 'grant', 'revoke', 'record', 'record', 'suspend'),
    at: fc.nat(7),
    figure: fc.nat(500),
  }),
  { minLength: 12, maxLength: 30 },
);

it('is after any changes what it would be if it were read anew, and after a restart the same', async () => {
  const town: Town = { firms: [] };
  let city = aCity();
  await city.follow();
  let rounds = 0;
  await fc.assert(
    fc.asyncProperty(steps, async taken => {
      for (const step of taken) await take(town, step as Step);
      await city.follow();
      const known = contents(city);
      if (rounds++ % 2 === 0) {
        await city.stop();
        city = aCity();
        await city.follow();
        expect(contents(city)).toEqual(known);
      }
      expect(known).toEqual(await builtAnew());
    }),
    { numRuns: 3, endOnFailure: true },
  );
  expect(town.firms.length).toBeGreaterThan(1);
});

describe('a snapshot', () => {
  const file = () => join(world.place.dataDir, 'city.snapshot');
  let firm: Firm;
  let known: string[];
  beforeEach(async () => {
    firm = await aFirm(world);
    await keep(world, [aRecord(firm)]);
    await aConsent(world, firm, operator, { purpose: 'matching', months: 1 });
    const city = aCity();
    await city.follow();
    known = contents(city);
  });

  const readsOf = async () => (await world.db.read.select().from(massReads)).length;

  it('serves the next start without a read of any record, as a process that was killed left it', async () => {
    const before = await readsOf();
    const city = aCity();
    await city.follow();
    expect(contents(city)).toEqual(known);
    expect(city.progress).toEqual({ done: 1, total: 1 });
    expect(await readsOf()).toBe(before);
    expect(warnings).toEqual([]);
  });

  it('is brought up to date by the changes since', async () => {
    await keep(world, [aRecord(firm, { value: { employees: 99, paidFen: 1, arrearsFen: 0 } })]);
    const city = aCity();
    await city.follow();
    expect(contents(city)).not.toEqual(known);
    expect(contents(city)).toEqual(await builtAnew());
  });

  it.each([
    ['was damaged', async (content: Buffer) => content.fill(0, 40, 41), 'the file is damaged'],
    ['was cut off', async (content: Buffer) => content.subarray(0, 60), 'the file is damaged'],
    ['is empty', async () => Buffer.alloc(0), 'the file is damaged'],
  ])('that %s is not used, which the log says', async (_, spoil, why) => {
    await writeFile(file(), await spoil(await readFile(file())));
    const city = aCity();
    await city.follow();
    expect(contents(city)).toEqual(known);
    expect(warnings).toEqual([why]);
  });

  it('of another day is not used: a consent may have ended since', async () => {
    world.setNow(new Date('2026-12-24T02:00:00Z'));
    try {
      const city = aCity();
      await city.follow();
      expect(warnings).toEqual(['it is of 2026-11-23']);
      expect(contents(city)).not.toEqual(known);
    } finally {
      world.setNow(worldBegins);
    }
  });
});

it('reads the city anew when a day begins, and says of which day it is', async () => {
  const firm = await aFirm(world);
  await keep(world, [aRecord(firm)]);
  await aConsent(world, firm, operator, { purpose: 'matching', months: 1 });
  const city = aCity();
  await city.follow();
  const known = contents(city);
  expect(city.now?.day).toBe('2026-11-23');
  world.setNow(new Date('2026-12-24T02:00:00Z'));
  try {
    await city.follow();
    expect(city.now?.day).toBe('2026-12-24');
    expect(contents(city)).not.toEqual(known);
  } finally {
    world.setNow(worldBegins);
  }
});

it('notes each read of a file for its firm in one row, with the consents that opened it', async () => {
  const [firm, silent] = [await aFirm(world), await aFirm(world)];
  const consent = await aConsent(world, firm, operator, { purpose: 'matching' });
  await aCity().follow();
  const rows = await world.db.read.select().from(massReads);
  expect(new Map(rows.map(({ enterpriseId, consentIds }) => [enterpriseId, consentIds]))).toEqual(
    new Map([
      [firm.id, [consent.id]],
      [silent.id, []],
    ]),
  );
  expect(rows[0]).toMatchObject({ readerOrganisationId: operator.id, purpose: 'matching' });
});
