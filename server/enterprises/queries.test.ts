import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConsent, aFirm, type Firm } from '../../tests/support/enterprises';
import { actorOf, anActor, anOrganisation, aUser } from '../../tests/support/identity';
import { openWorld, type World } from '../../tests/support/world';
import type { Organisation } from '../identity/tables';
import type { Actor } from '../shared/actor';
import { calendarDate } from '../shared/dates';
import { revokeConsent } from './consents/revokeConsent';
import { type EnterpriseFilter, enterpriseById, listEnterprises } from './queries';

let world: World;
let machinery: Firm;
let farm: Firm;
let bank: Organisation;
let banker: Actor;
let operator: Actor;

beforeAll(async () => {
  world = await openWorld();
  bank = await anOrganisation(world, { kind: 'bank', name: '旌湖银行' });
  banker = actorOf(bank, await aUser(world, bank));
  operator = await anActor(world, 'operator');
  machinery = await aFirm(world, {
    name: '德阳云源机械有限公司',
    uscc: '91510603MAX100008L',
    details: { code: 'E100_1', foundedOn: calendarDate('2019-03-01') },
  });
  farm = await aFirm(world, { name: '中江禾田合作社', regionCode: '510623', details: { entityType: 'cooperative' } });
});
afterAll(() => world.close());

const page = { page: 1, perPage: 25, sort: 'name' };
const namesFor = async (actor: Actor, filter: EnterpriseFilter = {}, q?: string) =>
  (await listEnterprises(world.contextFor(actor), { ...page, q, filter })).items.map(({ organisation }) => organisation.name);

describe('listEnterprises', () => {
  it('shows the operator all firms and a firm itself', async () => {
    expect(await namesFor(operator)).toHaveLength(2);
    expect(await namesFor(farm.actor)).toEqual(['中江禾田合作社']);
  });

  it('shows a bank the firms whose consent to it is in force, and no longer once it is taken back', async () => {
    expect(await namesFor(banker)).toEqual([]);
    const { id, version } = await aConsent(world, farm, bank);
    expect(await namesFor(banker)).toEqual(['中江禾田合作社']);
    await revokeConsent(world.contextFor(farm.actor), { id, version });
    expect(await namesFor(banker)).toEqual([]);
  });

  it.each<[string, EnterpriseFilter, string | undefined, string[]]>([
    ['a county', { regionCode: '510623' }, undefined, ['中江禾田合作社']],
    ['the city above it', { regionCode: '510600' }, undefined, ['中江禾田合作社', '德阳云源机械有限公司']],
    ['a neighbouring county', { regionCode: '510681' }, undefined, []],
    ['an entity type', { entityType: 'cooperative' }, undefined, ['中江禾田合作社']],
    ['a part of the name', {}, '云源', ['德阳云源机械有限公司']],
    ['a code in small letters', {}, '91510603max1', ['德阳云源机械有限公司']],
    ['the number of an outside register', {}, 'e100_', ['德阳云源机械有限公司']],
    ['a sign that means anything in a pattern', {}, '%', []],
  ])('finds by %s', async (_, filter, q, expected) => {
    expect((await namesFor(operator, filter, q)).sort()).toEqual([...expected].sort());
  });

  it('asks three statements, whatever the page holds', async () => {
    const count = async (perPage: number) =>
      (await world.counting(() => listEnterprises(world.contextFor(operator), { page: 1, perPage }))).statements.length;
    expect(await count(1)).toBe(3);
    expect(await count(25)).toBe(3);
  });
});

describe('enterpriseById', () => {
  it('is not found for a bank without consent, for another firm, and for a bank itself', async () => {
    for (const actor of [banker, farm.actor])
      await expect(enterpriseById(world.contextFor(actor), machinery.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(enterpriseById(world.contextFor(operator), bank.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('answers the firm with its registration', async () => {
    const { organisation, enterprise } = await enterpriseById(world.contextFor(machinery.actor), machinery.id);
    expect([organisation.name, enterprise.foundedOn]).toEqual(['德阳云源机械有限公司', '2019-03-01']);
  });
});
