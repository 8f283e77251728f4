import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { aFirm } from '../../../tests/support/enterprises';
import { anActor, anOrganisation, aUser } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import { auditEntries } from '../../audit/tables';
import { confirmOrganisation } from '../../identity/organisations/confirmOrganisation';
import { rejectOrganisation } from '../../identity/organisations/rejectOrganisation';
import { actorOfToken } from '../../identity/sessions/actorOfToken';
import { signIn } from '../../identity/sessions/signIn';
import { organisations, users } from '../../identity/tables';
import { composeUscc } from '../../shared/uscc';
import { enterprises } from '../tables';
import { type RegisterEnterpriseInput, registerEnterprise } from './registerEnterprise';

const uscc = composeUscc('91510603', 'MA6RQ0K1');
const input: RegisterEnterpriseInput = {
  uscc,
  name: '德阳旌湖精密机械有限公司',
  regionCode: '510603',
  industryCode: '3412',
  foundedOn: '2019-04-01',
  entityType: 'enterprise',
  contactName: '陈静',
  username: 'chen.jing',
  password: 'kestrel over the river',
};

let world: World;
beforeEach(async () => {
  world = await openWorld();
  return () => world.close();
});

const register = (change: Partial<RegisterEnterpriseInput> = {}) =>
  registerEnterprise(world.anonymous(), { ...input, ...change });
const signInAs = (username: string) =>
  signIn(world.anonymous(), { username, password: input.password }, { sessionHours: 12, address: '' });
const asOperator = async () => world.contextFor(await anActor(world, 'operator'));
const usersOf = (id: string) => world.db.read.select().from(users).where(eq(users.organisationId, id)).orderBy(users.id);

describe('registerEnterprise', () => {
  it('writes a firm and its first user, who both wait for the operator', async () => {
    const { organisation, way, usccVerdict } = await register();
    expect({ way, usccVerdict }).toEqual({ way: 'new', usccVerdict: 'valid' });
    expect(organisation).toMatchObject({ kind: 'enterprise', uscc, status: 'pending', regionCode: '510603' });
    expect(await usersOf(organisation.id)).toMatchObject([{ username: 'chen.jing', role: 'administrator', status: 'pending' }]);
    expect(await world.db.read.select().from(enterprises)).toMatchObject([
      { id: organisation.id, industryCode: '3412', foundedOn: '2019-04-01', source: 'registration' },
    ]);
    const entries = await world.db.read.select().from(auditEntries);
    expect(entries.map(({ verb, actorName }) => [verb, actorName])).toEqual([
      ['registerEnterprise', 'chen.jing'],
      ['createUser', 'chen.jing'],
    ]);
    expect(JSON.stringify(entries)).not.toContain(input.password);
  });

  it('lets the user sign in and reach nothing until the operator confirms, then act', async () => {
    const { organisation } = await register();
    const { token } = await signInAs('chen.jing');
    expect(await actorOfToken(world.db.read, token, world.now())).toMatchObject({ isUnconfirmed: true });
    await confirmOrganisation(await asOperator(), organisation);
    expect(await actorOfToken(world.db.read, token, world.now())).not.toHaveProperty('isUnconfirmed');
  });

  it('accepts a code whose check character differs, flags it and says so', async () => {
    const wrongCheck = `${uscc.slice(0, 17)}${uscc.endsWith('0') ? '1' : '0'}`;
    const { organisation, usccVerdict, text } = await register({ uscc: wrongCheck });
    expect(usccVerdict).toBe('checkDigitMismatch');
    expect(organisation).toMatchObject({ uscc: wrongCheck, usccVerdict });
    expect(text.zh).toContain('校验位');
    expect(text.en).toContain('check digit');
  });

  it('stores the code as it is compared: half-width, upper-case, without spaces', async () => {
    const { organisation } = await register({ uscc: ` ${uscc.slice(0, 8)} ${uscc.slice(8).toLowerCase()}` });
    expect(organisation.uscc).toBe(uscc);
    await expect(register({ username: 'other' })).rejects.toMatchObject({ details: { rule: 'uscc.taken' } });
  });

  it.each([
    ['a code of 17 characters', { uscc: uscc.slice(0, 17) }, 'uscc', 'uscc.length'],
    ['a code with the letter O', { uscc: `${uscc.slice(0, 17)}O` }, 'uscc', 'uscc.alphabet'],
    ['a code of no department', { uscc: `H${uscc.slice(1)}` }, 'uscc', 'uscc.department'],
    ['a code of no division', { uscc: `91${'990000'}${uscc.slice(8)}` }, 'uscc', 'uscc.region'],
    ['an unknown division', { regionCode: '519999' }, 'regionCode', 'regionCode.unknown'],
    ['an unknown industry', { industryCode: 'X99' }, 'industryCode', 'industryCode.unknown'],
    ['a day that does not exist', { foundedOn: '2021-02-29' }, 'foundedOn', 'foundedOn.form'],
    ['a day after today', { foundedOn: '2026-11-24' }, 'foundedOn', 'foundedOn.future'],
    ['no contact', { contactName: '' }, 'contactName', 'name.length'],
    ['a short password', { password: 'kestrel' }, 'password', 'password.length'],
  ])('refuses %s by the name of the field', async (_, wrong, field, rule) => {
    await expect(register(wrong)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field, rule } });
    expect(await world.db.read.select().from(organisations)).toEqual([]);
  });

  it('takes today as the date of founding, and does without date and industry', async () => {
    await expect(register({ foundedOn: '2026-11-23' })).resolves.toBeDefined();
    const other = { uscc: composeUscc('91510603', 'MA6RQ0K2'), username: 'other', foundedOn: null, industryCode: null };
    await expect(register(other)).resolves.toBeDefined();
  });

  it('refuses a username that is taken and keeps nothing', async () => {
    await aUser(world, await anOrganisation(world), { username: 'chen.jing' });
    await expect(register()).rejects.toMatchObject({ details: { field: 'username', rule: 'username.taken' } });
    expect(await world.db.read.select().from(enterprises)).toEqual([]);
  });
});

describe('a code that is on the platform already', () => {
  it.each([
    ['awaits confirmation', { status: 'pending' }, { status: 'pending' }],
    ['has an active user', { status: 'active' }, { status: 'active' }],
    ['is claimed by somebody', { status: 'active' }, { status: 'pending' }],
    ['is suspended', { status: 'suspended' }, { status: 'disabled' }],
    ["is a bank's", { kind: 'bank' }, { status: 'disabled' }],
  ] as const)('is refused while it %s, without a word about who', async (_, organisation, user) => {
    const known = await anOrganisation(world, { kind: 'enterprise', uscc, name: '某公司', ...organisation });
    await aUser(world, known, user);
    const outcome = register();
    await expect(outcome).rejects.toMatchObject({ code: 'CONFLICT', details: { field: 'uscc', rule: 'uscc.taken' } });
    await expect(outcome).rejects.not.toMatchObject({ text: { zh: expect.stringContaining('某公司') } });
  });

  it('is claimed when the firm came by import: nothing of it changes, and the claimant reaches nothing', async () => {
    const firm = await aFirm(world, { uscc, name: '登记名称' });
    await world.db.write(tx => tx.update(users).set({ status: 'disabled' }));
    const { organisation, way } = await register({ industryCode: '0111' });
    expect({ way, organisation }).toEqual({ way: 'claim', organisation: firm.organisation });
    expect(await world.db.read.select().from(enterprises)).toMatchObject([{ industryCode: '3412', source: 'test' }]);
    const { token } = await signInAs('chen.jing');
    expect(await actorOfToken(world.db.read, token, world.now())).toMatchObject({ organisationId: firm.id, isUnconfirmed: true });
  });

  it('a rejected claimant is told why at sign-in, and the firm can be claimed by another', async () => {
    const firm = await aFirm(world, { uscc });
    await world.db.write(tx => tx.update(users).set({ status: 'disabled' }));
    await register();
    await rejectOrganisation(await asOperator(), { id: firm.id, version: 1, reason: '未提供授权书' });
    await expect(signInAs('chen.jing')).rejects.toMatchObject({ text: { zh: expect.stringContaining('未提供授权书') } });
    await expect(register({ username: 'second' })).resolves.toMatchObject({ way: 'claim' });
  });

  it('registers again after a rejection: new words, a new user, the old one out', async () => {
    const { organisation } = await register();
    await rejectOrganisation(await asOperator(), { ...organisation, reason: '名称与执照不符' });
    const again = await register({ username: 'chen.jing2', name: '德阳旌湖机械有限公司', industryCode: '3411' });
    expect(again).toMatchObject({
      way: 'again',
      organisation: { id: organisation.id, status: 'pending', statusReason: null, name: '德阳旌湖机械有限公司', version: 3 },
    });
    expect((await usersOf(organisation.id)).map(({ status }) => status).sort()).toEqual(['disabled', 'pending']);
    expect(await world.db.read.select().from(enterprises)).toMatchObject([{ industryCode: '3411' }]);
  });

  it('of two registrations at the same time one is kept', async () => {
    const outcomes = await Promise.allSettled([register(), register({ username: 'other' })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await world.db.read.select().from(organisations)).toHaveLength(1);
  });
});
