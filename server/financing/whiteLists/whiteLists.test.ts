import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aDemand, aLoanProduct, aSubmittedApplication, organisationOf } from '../../../tests/support/deals';
import { aFirm, type Firm } from '../../../tests/support/enterprises';
import { anActor } from '../../../tests/support/identity';
import { aGrab, aMarketDemand, aMatchmaker } from '../../../tests/support/market';
import { openWorld, type World } from '../../../tests/support/world';
import { messages } from '../../messages/tables';
import type { Actor } from '../../shared/actor';
import { calendarDate } from '../../shared/dates';
import { acceptApplication } from '../applications/acceptApplication';
import { createWhiteList, type WhiteListInput } from './createWhiteList';
import { leaveWhiteList } from './leaveWhiteList';
import { figuresOf, listEntries, listsBetween, listWhiteLists, ownListings, whiteListById } from './queries';
import { type ContactInput, recordContact } from './recordContact';

let world: World;
let department: Actor;
let [bank, other]: [Actor, Actor] = [] as never;
let firms: Firm[];
const list = { page: 1, perPage: 20 };
const codes = ['91510603MA6WHITE1A', '91510603MA6WHITE2B', '91510603MA6WHITE3C'];

beforeEach(async () => {
  world = await openWorld();
  department = await anActor(world, 'department');
  [bank, other] = [await anActor(world, 'bank'), await anActor(world, 'bank')];
  firms = [];
  for (const uscc of codes) firms.push(await aFirm(world, { uscc }));
});
afterEach(() => world.close());

const as = (actor: Actor) => world.contextFor(actor);
const input = (values: Partial<WhiteListInput> = {}): WhiteListInput => ({
  name: '星辰计划',
  purpose: '科技创新企业融资对接',
  validUntil: '2027-06-30',
  institutionIds: [bank.organisationId],
  codes,
  ...values,
});
const contact = (values: Partial<ContactInput> = {}): ContactInput => ({
  contactedOn: '2026-11-23',
  result: 'later',
  nextOn: '2026-12-01',
  ...values,
});
const refused = (code: string, details: object = {}) => ({ code, details: expect.objectContaining(details) });
const entriesFor = async (actor: Actor, id: string) => (await listEntries(as(actor), id, list)).items;

describe('a white list', () => {
  it('is pushed to the banks chosen and to no other, and its firms are told who put them there', async () => {
    const { id } = await createWhiteList(as(department), input());
    expect((await listWhiteLists(as(bank), list)).items).toMatchObject([{ list: { id, name: '星辰计划' } }]);
    expect((await listWhiteLists(as(other), list)).total).toBe(0);
    await expect(whiteListById(as(other), id)).rejects.toMatchObject(refused('NOT_FOUND'));
    const told = await world.db.read.select().from(messages);
    expect(told.map(({ kind }) => kind).sort()).toEqual(['whiteListPushed', ...Array(3).fill('whiteListed')]);
    expect((await ownListings(as((firms[0] as Firm).actor), list)).items).toMatchObject([
      { list: { departmentId: department.organisationId }, institutionIds: [bank.organisationId] },
    ]);
  });

  it('may begin without a firm, whose codes follow by file: nobody is told of nothing', async () => {
    const { id } = await createWhiteList(as(department), input({ codes: [] }));
    expect((await listWhiteLists(as(bank), list)).items).toMatchObject([{ list: { id } }]);
    expect(await world.db.read.select().from(messages)).toEqual([]);
  });

  it('is no longer seen by banks after its last day', async () => {
    const { id } = await createWhiteList(as(department), input({ validUntil: '2026-11-30' }));
    world.setNow(new Date('2026-11-30T15:59:00Z'));
    expect(await whiteListById(as(bank), id)).toMatchObject({ list: { id } });
    world.setNow(new Date('2026-11-30T16:00:00Z'));
    await expect(whiteListById(as(bank), id)).rejects.toMatchObject(refused('NOT_FOUND'));
    expect(await whiteListById(as(department), id)).toMatchObject({ list: { id } });
  });

  it.each<[string, Partial<WhiteListInput>, object]>([
    [
      'a firm that is not there, naming its code',
      { codes: [...codes, '91510603MA6NOBODY9'] },
      { rule: 'whiteList.unknownFirms' },
    ],
    ['a day that has passed', { validUntil: '2026-11-23' }, { rule: 'whiteList.past' }],
    ['a bank that is none', { institutionIds: ['nobody'] }, { rule: 'whiteList.bank' }],
    ['no bank', { institutionIds: [] }, { field: 'institutionIds' }],
    ['no purpose', { purpose: ' ' }, { field: 'purpose' }],
  ])('refuses %s', async (_, values, details) => {
    await expect(createWhiteList(as(department), input(values))).rejects.toMatchObject(refused('INVALID_INPUT', details));
    expect((await listWhiteLists(as(department), list)).total).toBe(0);
  });

  it('is made by departments alone, once under a name', async () => {
    for (const stranger of [bank, { ...department, role: 'auditor' as const }])
      await expect(createWhiteList(as(stranger), input())).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await createWhiteList(as(department), input());
    await expect(createWhiteList(as(department), input())).rejects.toMatchObject(refused('CONFLICT', { rule: 'whiteList.name' }));
  });
});

describe('the follow-up of a bank', () => {
  it('is noted with what came of it, and whom to contact next comes first', async () => {
    const { id } = await createWhiteList(as(department), input());
    const [first, second, third] = await entriesFor(bank, id);
    if (!first || !second || !third) throw new Error('three firms');
    await recordContact(as(bank), { entryId: first.entry.id, input: contact() });
    await recordContact(as(bank), { entryId: second.entry.id, input: contact({ result: 'noNeed', nextOn: null }) });
    const inOrder = (await entriesFor(bank, id)).map(({ entry }) => entry.id);
    expect(inOrder).toEqual([third.entry.id, first.entry.id, second.entry.id]);
    expect(await figuresOf(as(department), await whiteListById(as(department), id))).toEqual({
      firms: 3,
      left: 0,
      contacted: 2,
      applied: 0,
      lent: 0,
      results: [
        { result: 'later', count: 1 },
        { result: 'noNeed', count: 1 },
      ],
    });
    expect((await entriesFor(department, id)).flatMap(({ contacts }) => contacts)).toHaveLength(2);
  });

  it('is refused to other banks (as not found), to the department and auditors, and of days that cannot be', async () => {
    const { id } = await createWhiteList(as(department), input());
    const [first] = await entriesFor(bank, id);
    const entryId = first?.entry.id ?? '';
    const note = (actor: Actor, values = {}) => recordContact(as(actor), { entryId, input: contact(values) });
    await expect(note(other)).rejects.toMatchObject(refused('NOT_FOUND'));
    for (const reader of [department, { ...bank, role: 'auditor' as const }])
      await expect(note(reader)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(note(bank, { contactedOn: '2026-11-24' })).rejects.toMatchObject(
      refused('INVALID_INPUT', { field: 'contactedOn' }),
    );
    await expect(note(bank, { nextOn: '2026-11-22' })).rejects.toMatchObject(refused('INVALID_INPUT', { field: 'nextOn' }));
  });
});

describe('a firm on a list', () => {
  it('takes itself off, with its objection: banks see it there no longer, the department reads why', async () => {
    const { id } = await createWhiteList(as(department), input());
    const firm = firms[0] as Firm;
    const [own] = (await ownListings(as(firm.actor), list)).items;
    const change = { id: own?.entry.id ?? '', version: 1, reason: '本企业没有融资需求' };
    await expect(leaveWhiteList(as(bank), change)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(leaveWhiteList(as({ ...firm.actor, role: 'auditor' }), change)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(leaveWhiteList(as(firm.actor), { ...change, reason: ' ' })).rejects.toMatchObject(refused('INVALID_INPUT'));
    const left = await leaveWhiteList(as(firm.actor), change);
    expect(left).toMatchObject({ leftAt: world.now(), version: 2 });
    await expect(leaveWhiteList(as(firm.actor), { ...change, version: 2 })).rejects.toMatchObject(refused('CONFLICT'));
    expect(await entriesFor(bank, id)).toHaveLength(2);
    expect((await entriesFor(department, id)).find(({ entry }) => entry.id === left.id)?.entry.leaveReason).toBe(change.reason);
    await expect(recordContact(as(bank), { entryId: left.id, input: contact() })).rejects.toMatchObject(refused('CONFLICT'));
  });

  it('is not given away by it: a demand that the bank has taken counts once the bank knows whose it is', async () => {
    const firm = firms[1] as Firm;
    const { id } = await createWhiteList(as(department), input());
    await aMatchmaker(world, firm);
    const product = await aLoanProduct(world, bank);
    const grabbed = await aGrab(world, { bank, product, demand: await aMarketDemand(world, firm) });
    const applied = async () => (await entriesFor(bank, id)).filter(({ hasApplied }) => hasApplied).length;
    expect(await applied()).toBe(0);
    await acceptApplication(as(bank), { id: grabbed.id, version: grabbed.version });
    expect(await applied()).toBe(1);
  });

  it('is marked when it applies to a bank of the list, until the list ends', async () => {
    const firm = firms[1] as Firm;
    const { id } = await createWhiteList(as(department), input());
    const sides = { firm, bank, product: await aLoanProduct(world, bank), demand: await aDemand(world, firm) };
    const application = await aSubmittedApplication(world, sides);
    const { name } = await organisationOf(world, department);
    expect(await listsBetween(world.db.read, [application], calendarDate('2027-06-30'))).toEqual([[`星辰计划（${name}）`]]);
    expect(await listsBetween(world.db.read, [application], calendarDate('2027-07-01'))).toEqual([[]]);
    expect((await figuresOf(as(department), await whiteListById(as(department), id))).applied).toBe(1);
  });
});
