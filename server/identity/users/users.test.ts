import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { aSession } from '../../../tests/support/http';
import { actorOf, anActor, anOrganisation, aUser } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import { auditEntries } from '../../audit/tables';
import type { ActorContext } from '../../context';
import type { OrganisationKind, Role } from '../../shared/actor';
import { actorOfToken } from '../sessions/actorOfToken';
import { isPassword } from '../sessions/password';
import { demoAccounts, type Organisation, type User, users } from '../tables';
import { userVerbs } from './access';
import { createUser } from './createUser';
import { disableUser } from './disableUser';
import { enableUser } from './enableUser';
import { findUser, listDemoAccounts, listUsers } from './queries';
import { resetPassword } from './resetPassword';
import { updateUser } from './updateUser';

let world: World;
let bank: Organisation;
let administrator: User;
let officer: User;
let asAdministrator: ActorContext;

beforeEach(async () => {
  world = await openWorld();
  bank = await anOrganisation(world);
  administrator = await aUser(world, bank, { role: 'administrator', username: 'admin' });
  officer = await aUser(world, bank, { username: 'li.na' });
  asAdministrator = world.contextFor(actorOf(bank, administrator));
  return () => world.close();
});

const password = 'kestrel over the river';
const stored = async (id: string) => (await world.db.read.select().from(users).where(eq(users.id, id)))[0];
const contextOf = async (kind: OrganisationKind, role: Role) => world.contextFor(await anActor(world, kind, role));
const recorded = async () => (await world.db.read.select().from(auditEntries)).map(({ verb, subjectId }) => [verb, subjectId]);

const commands = {
  updateUser: (context: ActorContext, change: { id: string; version: number }) =>
    updateUser(context, change, { name: '李娜', role: 'auditor' }),
  disableUser: (context: ActorContext, change: { id: string; version: number }) => disableUser(context, change, '已离职'),
  enableUser,
  resetPassword: (context: ActorContext, change: { id: string; version: number }) => resetPassword(context, change, password),
};

describe.each(['updateUser', 'disableUser', 'enableUser', 'resetPassword'] as const)('%s', verb => {
  const run = (context: ActorContext, change = {}) => commands[verb](context, { id: officer.id, version: 1, ...change });
  beforeEach(async () => {
    if (verb !== 'enableUser') return;
    await world.db.write(tx => tx.update(users).set({ status: 'disabled' }).where(eq(users.id, officer.id)));
  });

  it('is done by the administrator of the organisation and recorded', async () => {
    await expect(run(asAdministrator)).resolves.toMatchObject({ id: officer.id, version: 2 });
    expect(await recorded()).toEqual([[verb, officer.id]]);
  });

  it('is refused for a stale version', async () => {
    await run(asAdministrator);
    await expect(run(asAdministrator)).rejects.toMatchObject({ code: 'CONFLICT', details: { rule: 'staleVersion' } });
  });

  it.each([
    ['an administrator of another bank, who may not know of the user', 'bank', 'administrator', 'NOT_FOUND'],
    ['an auditor of another bank', 'bank', 'auditor', 'NOT_FOUND'],
    ["the operator's administrator, who manages only administrators elsewhere", 'operator', 'administrator', 'NOT_ALLOWED'],
  ] as const)('is refused to %s', async (_, kind, role, code) => {
    await expect(run(await contextOf(kind, role))).rejects.toMatchObject({ code });
    expect(await stored(officer.id)).toMatchObject({ version: 1 });
  });

  it.each([
    ['a colleague', 'officer', 'NOT_FOUND'],
    ['the auditor', 'auditor', 'NOT_ALLOWED'],
  ] as const)('is refused to %s of the same bank', async (_, role, code) => {
    const colleague = world.contextFor(actorOf(bank, await aUser(world, bank, { role })));
    await expect(run(colleague)).rejects.toMatchObject({ code });
  });

  it('is refused for an id that nobody has', async () => {
    await expect(run(asAdministrator, { id: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('createUser', () => {
  const input = { username: ' Wang.Wu ', name: '王五', role: 'officer', password } as const;

  it('adds a user of the own organisation, with a hashed password', async () => {
    const made = await createUser(asAdministrator, input);
    expect(made).toMatchObject({ organisationId: bank.id, username: 'wang.wu', role: 'officer', status: 'active', version: 1 });
    expect(await isPassword((await stored(made.id))?.passwordHash ?? null, password)).toBe(true);
    expect(await recorded()).toEqual([['createUser', made.id]]);
  });

  it('refuses a username that is taken, in whatever case', async () => {
    const taken = { ...input, username: 'LI.NA' };
    await expect(createUser(asAdministrator, taken)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { field: 'username', value: 'li.na', rule: 'username.taken' },
    });
  });

  it.each([
    ['a role that does not exist', { role: 'owner' as Role }, 'role'],
    ['a username that begins with a digit', { username: '1abc' }, 'username'],
    ['a username of 33 characters', { username: 'a'.repeat(33) }, 'username'],
    ['no name', { name: '' }, 'name'],
    ['a password with the username', { password: 'wang.wu is here' }, 'password'],
  ])('refuses %s', async (_, wrong, field) => {
    await expect(createUser(asAdministrator, { ...input, ...wrong })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { field },
    });
    expect(await recorded()).toEqual([]);
  });

  it('the operator adds administrators to other organisations, and nobody else', async () => {
    const operator = await contextOf('operator', 'administrator');
    const elsewhere = { ...input, organisationId: bank.id };
    await expect(createUser(operator, { ...elsewhere, role: 'administrator' })).resolves.toMatchObject({
      organisationId: bank.id,
    });
    await expect(createUser(operator, elsewhere)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const nowhere = { ...input, role: 'administrator', organisationId: 'nowhere' } as const;
    await expect(createUser(operator, { ...nowhere, username: 'other' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['an officer', 'officer'],
    ['an auditor', 'auditor'],
  ] as const)('is refused to %s', async (_, role) => {
    const context = world.contextFor(actorOf(bank, await aUser(world, bank, { role })));
    await expect(createUser(context, input)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('an administrator adds nobody to another organisation', async () => {
    const other = await anOrganisation(world);
    await expect(createUser(asAdministrator, { ...input, organisationId: other.id })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });
});

describe('the last administrator', () => {
  const self = () => ({ id: administrator.id, version: 1 });

  it('cannot give up the role', async () => {
    await expect(updateUser(asAdministrator, self(), { name: '周明', role: 'officer' })).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { rule: 'lastAdministrator' },
    });
  });

  it('can change the name and keep the role', async () => {
    await expect(updateUser(asAdministrator, self(), { name: '周明', role: 'administrator' })).resolves.toMatchObject({
      name: '周明',
    });
  });

  it('is not disabled by the operator either', async () => {
    const operator = await contextOf('operator', 'administrator');
    await expect(disableUser(operator, self(), null)).rejects.toMatchObject({ details: { rule: 'lastAdministrator' } });
  });

  it.each([
    ['a disabled one', { status: 'disabled' }],
    ['one who is not confirmed', { status: 'pending' }],
  ] as const)('%s does not count as another', async (_, values) => {
    await aUser(world, bank, { role: 'administrator', ...values });
    await expect(updateUser(asAdministrator, self(), { name: '周明', role: 'officer' })).rejects.toMatchObject({
      details: { rule: 'lastAdministrator' },
    });
  });

  it('one of two is disabled by the other, and nobody disables themselves', async () => {
    const second = await aUser(world, bank, { role: 'administrator' });
    await expect(disableUser(asAdministrator, self(), null)).rejects.toMatchObject({ details: { rule: 'ownUser' } });
    await expect(disableUser(world.contextFor(actorOf(bank, second)), self(), null)).resolves.toMatchObject({
      status: 'disabled',
    });
  });

  it('two who disable each other at the same time: one stays', async () => {
    const second = await aUser(world, bank, { role: 'administrator' });
    const outcomes = await Promise.allSettled([
      disableUser(asAdministrator, { id: second.id, version: 1 }, null),
      disableUser(world.contextFor(actorOf(bank, second)), self(), null),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('sessions of a changed user', () => {
  it.each(['disableUser', 'resetPassword'] as const)('%s ends them', async verb => {
    const token = await aSession(world, { userId: officer.id });
    await commands[verb](asAdministrator, officer);
    expect(await actorOfToken(world.db.read, token, world.now())).toBeNull();
  });

  it('a new role holds with the next request', async () => {
    const token = await aSession(world, { userId: officer.id });
    await updateUser(asAdministrator, officer, { name: '李娜', role: 'auditor' });
    expect(await actorOfToken(world.db.read, token, world.now())).toMatchObject({ role: 'auditor' });
  });
});

describe('resetPassword', () => {
  it('sets the password, ends the lock and takes a demo account off the sign-in page', async () => {
    const locked = await aUser(world, bank, { failedAttempts: 7, lockedUntil: new Date('2026-11-24T00:00:00Z') });
    await world.db.write(tx => tx.insert(demoAccounts).values({ userId: locked.id, password: 'public', place: 1 }));
    await resetPassword(asAdministrator, locked, password);
    const user = await stored(locked.id);
    expect(user).toMatchObject({ failedAttempts: 0, lockedUntil: null });
    expect(await isPassword(user?.passwordHash ?? null, password)).toBe(true);
    expect(await listDemoAccounts(world.db.read)).toEqual([]);
  });

  it('is not for oneself, not for a weak password, and only for active users', async () => {
    await expect(resetPassword(asAdministrator, administrator, password)).rejects.toMatchObject({ details: { rule: 'ownUser' } });
    await expect(resetPassword(asAdministrator, officer, 'short')).rejects.toMatchObject({ details: { field: 'password' } });
    const former = await aUser(world, bank, { status: 'disabled' });
    await expect(resetPassword(asAdministrator, former, password)).rejects.toMatchObject({ details: { rule: 'illegalVerb' } });
  });
});

describe('enableUser', () => {
  it('begins with a clean count of wrong passwords', async () => {
    const former = await aUser(world, bank, { status: 'disabled', statusReason: '已离职', failedAttempts: 9 });
    await enableUser(asAdministrator, former);
    expect(await stored(former.id)).toMatchObject({ status: 'active', statusReason: null, failedAttempts: 0 });
  });

  it('is refused for a user who is active', async () => {
    await expect(enableUser(asAdministrator, officer)).rejects.toMatchObject({
      details: { rule: 'illegalVerb', state: 'active' },
    });
  });
});

describe('userVerbs', () => {
  it.each([
    ['an active colleague', () => officer, ['updateUser', 'disableUser', 'resetPassword']],
    ['oneself', () => administrator, ['updateUser']],
    ['a disabled colleague', () => ({ ...officer, status: 'disabled' as const }), ['enableUser']],
    ['a colleague who is not confirmed', () => ({ ...officer, status: 'pending' as const }), []],
    ['somebody elsewhere', () => ({ ...officer, organisationId: 'other' }), []],
  ])('an administrator of %s', (_, user, expected) => {
    expect(userVerbs(asAdministrator.actor, user())).toEqual(expected);
  });
});

describe('who sees which users', () => {
  const named = async (context: ActorContext, list = {}) =>
    (await listUsers(context, { page: 1, perPage: 50, sort: 'username', ...list })).items.map(({ username }) => username);

  it('an administrator its own, found by name, role and status', async () => {
    await anActor(world, 'bank');
    await aUser(world, bank, { username: 'zhao', status: 'disabled', name: '赵六' });
    expect(await named(asAdministrator)).toEqual(['admin', 'li.na', 'zhao']);
    expect(await named(asAdministrator, { q: '赵' })).toEqual(['zhao']);
    expect(await named(asAdministrator, { q: 'LI.' })).toEqual(['li.na']);
    expect(await named(asAdministrator, { filter: { role: 'administrator' } })).toEqual(['admin']);
    expect(await named(asAdministrator, { filter: { status: 'disabled' } })).toEqual(['zhao']);
  });

  it('another organisation none of them, though it asks for them by id', async () => {
    const other = await contextOf('bank', 'administrator');
    expect(await named(other, { filter: { organisationId: bank.id } })).toEqual([]);
    await expect(findUser(other, officer.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('the operator all', async () => {
    const operator = await contextOf('operator', 'auditor');
    expect(await named(operator, { filter: { organisationId: bank.id } })).toEqual(['admin', 'li.na']);
  });

  it('an officer itself and no list', async () => {
    const context = world.contextFor(actorOf(bank, officer));
    await expect(named(context)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await findUser(context, officer.id)).toMatchObject({ username: 'li.na' });
    await expect(findUser(context, administrator.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
