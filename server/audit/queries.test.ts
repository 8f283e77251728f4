import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anActor } from '../../tests/support/identity';
import { openWorld, type World } from '../../tests/support/world';
import type { Actor } from '../shared/actor';
import { listAuditEntries } from './queries';
import { record } from './record';

let world: World;
let bank: Actor;
let operator: Actor;

beforeAll(async () => {
  world = await openWorld();
  bank = await anActor(world, 'bank');
  operator = await anActor(world, 'operator', 'auditor');
  const facts = [
    [bank, 'createProduct', 'product', 'p1', null],
    [bank, 'submitProduct', 'product', 'p1', null],
    [operator, 'publishProduct', 'product', 'p1', null],
    [operator, 'suspendOrganisation', 'organisation', 'o1', '资料造假'],
  ] as const;
  for (const [actor, verb, kind, id, reason] of facts)
    await world.db.write(tx => record(tx, world.contextFor(actor), { verb, subject: { kind, id }, reason }));
});
afterAll(() => world?.close());

const verbs = async (actor: Actor, list = {}) =>
  (await listAuditEntries(world.contextFor(actor), { page: 1, perPage: 50, ...list })).items.map(({ verb }) => verb);

describe('listAuditEntries', () => {
  it('shows the operator the whole chain, newest first', async () => {
    expect(await verbs(operator)).toEqual(['suspendOrganisation', 'publishProduct', 'submitProduct', 'createProduct']);
  });

  it('shows everybody else what its own organisation did, and nothing when it did nothing', async () => {
    expect(await verbs(bank)).toEqual(['submitProduct', 'createProduct']);
    expect(await verbs(bank, { filter: { verb: 'publishProduct' } })).toEqual([]);
    expect(await verbs(await anActor(world, 'bank'))).toEqual([]);
  });

  it.each([
    ['the subject', { filter: { subjectKind: 'product', subjectId: 'p1' } }, 3],
    ['the verb', { filter: { verb: 'publishProduct' } }, 1],
    ['a word of the reason', { q: '造假' }, 1],
    ['a part of the verb in another case', { q: 'PRODUCT' }, 3],
    ['an underscore that stands for nothing but itself', { q: '_' }, 0],
  ])('finds by %s', async (_, list, count) => {
    expect(await verbs(operator, list)).toHaveLength(count);
  });

  it('turns pages, oldest first when asked', async () => {
    const page = await listAuditEntries(world.contextFor(operator), { page: 2, perPage: 3, sort: 'at', order: 'ASC' });
    expect(page).toMatchObject({ total: 4, items: [{ verb: 'suspendOrganisation' }] });
  });

  it.each([
    ['another sort', { sort: 'verb' }, 'sort'],
    ['page 0', { page: 0 }, 'page'],
    ['201 a page', { perPage: 201 }, 'perPage'],
  ])('refuses %s', async (_, list, field) => {
    await expect(verbs(operator, list)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field } });
  });
});
