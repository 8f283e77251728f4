import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConsent, aFirm, type Firm } from '../../../tests/support/enterprises';
import { actorOf, anOrganisation, aUser } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import { readRecords } from '../records/readRecords';
import { type AccessLogFilter, listAccessEvents } from './queries';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A firm whose file a bank read twice, with a consent to one of two classes, and which then looked at it itself. */
async function readFirm(): Promise<Firm> {
  const firm = await aFirm(world);
  const bank = await anOrganisation(world, { kind: 'bank' });
  const reader = actorOf(bank, await aUser(world, bank));
  await aConsent(world, firm, bank, { dataClasses: ['WATER'] });
  for (const actor of [reader, reader, firm.actor]) {
    const purpose = actor === reader ? 'creditAssessment' : 'ownFile';
    const request = { enterpriseId: firm.id, purpose, dataClasses: ['SOCIAL_INSURANCE', 'WATER'] } as const;
    await readRecords({ ...world.contextFor(actor), requestId: world.newId() }, request);
  }
  return firm;
}

const eventsOf = async (firm: Firm, filter: AccessLogFilter = {}, page = 1, perPage = 25) => {
  const { items, total } = await listAccessEvents(world.contextFor(firm.actor), { page, perPage, filter });
  return {
    total,
    purposes: items.map(({ purpose }) => purpose),
    outcomes: items.map(({ entries }) => entries.map(each => each.outcome)),
  };
};

describe('the reads of a firm by query', () => {
  it('are newest first, each whole, refused classes before the others', async () => {
    expect(await eventsOf(await readFirm())).toEqual({
      total: 3,
      purposes: ['ownFile', 'creditAssessment', 'creditAssessment'],
      outcomes: [
        ['allowed', 'allowed'],
        ['refused', 'allowed'],
        ['refused', 'allowed'],
      ],
    });
  });

  it('are counted and turned by query, not by class', async () => {
    const firm = await readFirm();
    expect(await eventsOf(firm, {}, 2, 2)).toMatchObject({ total: 3, purposes: ['creditAssessment'] });
    expect(await eventsOf(firm, {}, 3, 2)).toMatchObject({ total: 3, purposes: [] });
  });

  it.each([
    ['without its own looks', { isByOthers: true }, 2, ['refused', 'allowed']],
    ['refused ones alone', { outcome: 'refused' }, 2, ['refused']],
    ['of one class', { dataClass: 'WATER' }, 3, ['allowed']],
  ] as const)('%s', async (_what, filter, total, entries) => {
    const found = await eventsOf(await readFirm(), filter);
    expect(found.total).toBe(total);
    expect(found.outcomes[0]).toEqual(entries);
  });

  it('of another firm are not among them', async () => {
    await readFirm();
    expect(await eventsOf(await aFirm(world))).toMatchObject({ total: 0 });
  });
});
