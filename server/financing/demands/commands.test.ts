import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aDemand, aKey, aLoanProduct, anOffer, aSubmittedApplication, demandInput } from '../../../tests/support/deals';
import { aFirm, type Firm } from '../../../tests/support/enterprises';
import { anActor } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import { auditEntries } from '../../audit/tables';
import type { Actor } from '../../shared/actor';
import { withdrawApplication } from '../applications/withdrawApplication';
import { openDemand } from './openDemand';
import { demandById, listDemands } from './queries';
import { withdrawDemand } from './withdrawDemand';

let world: World;
let firm: Firm;
let other: Firm;
let bank: Actor;

beforeEach(async () => {
  world = await openWorld();
  [firm, other, bank] = [await aFirm(world), await aFirm(world), await anActor(world, 'bank')];
});
afterEach(() => world.close());

const as = (actor: Actor) => world.contextFor(actor);
const at = ({ id, version }: { id: string; version: number }) => ({ id, version });

describe('openDemand', () => {
  it('records what the firm wants to borrow, as open', async () => {
    const demand = await aDemand(world, firm, { note: '  备货  ', repaymentMethods: ['EQUAL_INSTALLMENT'], highestRateBps: 450 });
    expect(demand).toMatchObject({
      enterpriseId: firm.id,
      amountFen: 100_000_000,
      state: 'published',
      note: '备货',
      repaymentMethods: ['EQUAL_INSTALLMENT'],
      highestRateBps: 450,
      closedAt: null,
      version: 1,
    });
    const entries = await world.db.read.select().from(auditEntries);
    expect(entries.at(-1)).toMatchObject({ verb: 'openDemand', subjectId: demand.id, organisationId: firm.id });
  });

  it.each([
    ['nothing', { amountFen: 0 }, 'amountFen'],
    ['half a fen', { amountFen: 0.5 }, 'amountFen'],
    ['no month', { termMonths: 0 }, 'termMonths'],
    ['601 months', { termMonths: 601 }, 'termMonths'],
    ['36.01 % a year', { highestRateBps: 3601 }, 'highestRateBps'],
    ['a long story', { note: '长'.repeat(501) }, 'note'],
  ])('refuses %s by the name of the field', async (_, values, field) => {
    const opening = openDemand(as(firm.actor), { input: demandInput(values), idempotencyKey: aKey() });
    await expect(opening).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field } });
  });

  it('refuses a bank, and an auditor of the firm', async () => {
    const given = { input: demandInput(), idempotencyKey: aKey() };
    await expect(openDemand(as(bank), given)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(openDemand(as({ ...firm.actor, role: 'auditor' }), given)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('answers the same key with the same demand, and refuses it with other content', async () => {
    const given = { input: demandInput(), idempotencyKey: 'intent-0001' };
    const first = await openDemand(as(firm.actor), given);
    expect(await openDemand(as(firm.actor), given)).toEqual(first);
    const changed = { ...given, input: demandInput({ termMonths: 6 }) };
    await expect(openDemand(as(firm.actor), changed)).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { rule: 'idempotencyKey.otherContent' },
    });
    expect((await openDemand(as(other.actor), changed)).id).not.toBe(first.id);
    expect((await listDemands(as(firm.actor), { page: 1, perPage: 10 })).total).toBe(1);
  });

  it.each(['', 'short', `long${'x'.repeat(100)}`, 'with space'])('refuses the key "%s"', async idempotencyKey => {
    const opening = openDemand(as(firm.actor), { input: demandInput(), idempotencyKey });
    await expect(opening).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field: 'idempotencyKey' } });
  });

  it('keeps one demand when the same key comes twice at once', async () => {
    const given = { input: demandInput(), idempotencyKey: aKey() };
    const [a, b] = await Promise.all([openDemand(as(firm.actor), given), openDemand(as(firm.actor), given)]);
    expect(a).toEqual(b);
  });
});

describe('withdrawDemand', () => {
  it('ends a demand, once', async () => {
    const demand = await aDemand(world, firm);
    const withdrawn = await withdrawDemand(as(firm.actor), at(demand));
    expect(withdrawn).toMatchObject({ state: 'withdrawn', version: 2, closedAt: world.now() });
    await expect(withdrawDemand(as(firm.actor), at(withdrawn))).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { rule: 'illegalVerb' },
    });
  });

  it('refuses another firm (as not found), an auditor and a stale version', async () => {
    const demand = await aDemand(world, firm);
    await expect(withdrawDemand(as(other.actor), at(demand))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(withdrawDemand(as({ ...firm.actor, role: 'auditor' }), at(demand))).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await expect(withdrawDemand(as(firm.actor), { ...at(demand), version: 9 })).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { rule: 'staleVersion' },
    });
  });

  it('waits for the applications under way', async () => {
    const demand = await aDemand(world, firm);
    const application = await aSubmittedApplication(world, { firm, bank, demand, product: await aLoanProduct(world, bank) });
    const { demand: asked, course } = await demandById(as(firm.actor), demand.id);
    expect([asked.state, course]).toEqual([
      'inProgress',
      expect.objectContaining({ applications: 1, liveApplications: 1, openOffers: 0 }),
    ]);
    await expect(withdrawDemand(as(firm.actor), at(asked))).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { rule: 'demand.liveApplications', applications: 1 },
    });
    await withdrawApplication(as(firm.actor), at(application));
    const { demand: freed } = await demandById(as(firm.actor), demand.id);
    expect(freed.state).toBe('published');
    expect((await withdrawDemand(as(firm.actor), at(freed))).state).toBe('withdrawn');
  });

  it('is possible once the only offer has run out', async () => {
    const demand = await aDemand(world, firm);
    await anOffer(world, { firm, bank, demand, product: await aLoanProduct(world, bank) }, { validUntil: '2026-11-24' });
    world.setNow(new Date('2026-11-24T15:59:00Z'));
    const open = await demandById(as(firm.actor), demand.id);
    expect(open.course).toMatchObject({ liveApplications: 1, openOffers: 1 });
    world.setNow(new Date('2026-11-24T16:00:00Z'));
    const late = await demandById(as(firm.actor), demand.id);
    expect(late.course).toMatchObject({ applications: 1, liveApplications: 0, openOffers: 0 });
    const states = { published: 1, inProgress: 0 } as const;
    for (const state of ['published', 'inProgress'] as const)
      expect((await listDemands(as(firm.actor), { page: 1, perPage: 10, filter: { state } })).total).toBe(states[state]);
    expect((await withdrawDemand(as(firm.actor), at(late.demand))).state).toBe('withdrawn');
  });
});
