import { asc, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anOrganisation, aUser } from '../../../tests/support/identity';
import { openWorld, type World, worldBegins } from '../../../tests/support/world';
import { auditEntries } from '../../audit/tables';
import { type Organisation, organisations, sessions, type User, users } from '../tables';
import { actorOfToken } from './actorOfToken';
import { hashPassword } from './password';
import { issueToken, signIn } from './signIn';
import { signOut } from './signOut';
import { hashOfToken } from './token';

const right = 'kestrel over the river';
const wrong = 'sparrow over the river';
const around = { sessionHours: 12, address: '127.0.0.1' };
const minutes = (count: number) => new Date(worldBegins.getTime() + count * 60_000);

let world: World;
let passwordHash: string;
let bank: Organisation;
let user: User;

beforeAll(async () => {
  passwordHash = await hashPassword(right);
});
beforeEach(async () => {
  world = await openWorld();
  bank = await anOrganisation(world, { kind: 'bank' });
  user = await aUser(world, bank, { username: 'li.na', passwordHash });
  return () => world.close();
});

const tryPassword = (password: string, username = 'li.na') => signIn(world.anonymous(), { username, password }, around);
const times = async (count: number, password: string) => {
  for (let done = 0; done < count; done += 1) await tryPassword(password).catch(() => undefined);
};
const entriesOf = (subjectId: string) =>
  world.db.read.select().from(auditEntries).where(eq(auditEntries.subjectId, subjectId)).orderBy(asc(auditEntries.seq));

describe('signIn', () => {
  it('opens a session for twelve hours, whose token is kept only as a hash', async () => {
    const session = await tryPassword(right, ' LI.NA ');
    expect(session).toMatchObject({ user: { id: user.id }, expiresAt: minutes(12 * 60) });
    const [stored] = await world.db.read.select().from(sessions);
    expect(stored).toMatchObject({ id: hashOfToken(session.token), userId: user.id, kind: 'cookie', endedAt: null });
    expect(JSON.stringify(stored)).not.toContain(session.token);
    expect(await actorOfToken(world.db.read, session.token, world.now())).toEqual({
      userId: user.id,
      username: 'li.na',
      organisationId: bank.id,
      organisationKind: 'bank',
      role: 'officer',
    });
  });

  it('is recorded with the address, and never with password or token', async () => {
    const { token } = await tryPassword(right);
    const entries = await entriesOf(user.id);
    expect(entries).toMatchObject([
      { verb: 'signIn', actorId: user.id, organisationId: bank.id, details: { address: '127.0.0.1' } },
    ]);
    expect(JSON.stringify(entries)).not.toContain(token);
    expect(JSON.stringify(entries)).not.toContain(right);
  });

  it('ends to the moment: one millisecond before its time it holds, at its time it does not', async () => {
    const { token, expiresAt } = await tryPassword(right);
    expect(await actorOfToken(world.db.read, token, new Date(expiresAt.getTime() - 1))).not.toBeNull();
    expect(await actorOfToken(world.db.read, token, expiresAt)).toBeNull();
  });

  it('clears away the sessions of the user that are over', async () => {
    await tryPassword(right);
    world.setNow(minutes(12 * 60));
    await tryPassword(right);
    expect(await world.db.read.select().from(sessions)).toHaveLength(1);
  });

  it('refuses a wrong password and an unknown username in the same words', async () => {
    const refused = { code: 'NOT_SIGNED_IN', details: { rule: 'signIn.credentials' } };
    const [one, other] = await Promise.allSettled([tryPassword(wrong), tryPassword(right, 'nobody')]);
    expect(one).toMatchObject({ status: 'rejected', reason: refused });
    expect(other).toMatchObject({ status: 'rejected', reason: refused });
  });

  it('records failures: for a user with its organisation, for an unknown name without the name', async () => {
    await tryPassword(wrong).catch(() => undefined);
    await tryPassword(right, 'my-password-by-mistake').catch(() => undefined);
    const [known] = await entriesOf(user.id);
    expect(known).toMatchObject({ verb: 'signInFailed', actorId: 'system:visitor', organisationId: bank.id });
    const unknown = await entriesOf('unknown');
    expect(unknown).toMatchObject([{ verb: 'signInFailed', details: { rule: 'signIn.credentials' } }]);
    expect(JSON.stringify(unknown)).not.toContain('mistake');
  });

  it.each([
    ['no username', { username: '', password: right }, 'NOT_SIGNED_IN'],
    ['no password', { username: 'li.na', password: '' }, 'NOT_SIGNED_IN'],
    ['a password of 1,001 characters', { username: 'li.na', password: 'x'.repeat(1_001) }, 'INVALID_INPUT'],
  ])('refuses %s', async (_, input, code) => {
    await expect(signIn(world.anonymous(), input, around)).rejects.toMatchObject({ code });
  });
});

describe('lock-out', () => {
  it('locks at the fifth wrong password and says until when, also to the right one', async () => {
    await times(4, wrong);
    const locked = {
      code: 'NOT_ALLOWED',
      details: { rule: 'signIn.locked', until: '2026-11-23T02:15:00.000Z' },
      text: { zh: expect.stringContaining('2026-11-23 10:15'), en: expect.stringContaining('2026-11-23 10:15') },
    };
    await expect(tryPassword(wrong)).rejects.toMatchObject(locked);
    await expect(tryPassword(right)).rejects.toMatchObject(locked);
    await expect(tryPassword(wrong)).rejects.toMatchObject(locked);
  });

  it('holds until its last millisecond and opens at its end', async () => {
    await times(5, wrong);
    world.setNow(new Date(minutes(15).getTime() - 1));
    await expect(tryPassword(right)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    world.setNow(minutes(15));
    await expect(tryPassword(right)).resolves.toMatchObject({ user: { id: user.id } });
  });

  it('doubles with each further wrong password, and tries while locked do not count', async () => {
    await times(5, wrong);
    await times(3, wrong);
    world.setNow(minutes(15));
    await expect(tryPassword(wrong)).rejects.toMatchObject({ details: { until: minutes(45).toISOString() } });
    world.setNow(minutes(45));
    await expect(tryPassword(wrong)).rejects.toMatchObject({ details: { until: minutes(105).toISOString() } });
  });

  it('never tells a time that is too early: seconds round up', async () => {
    world.setNow(new Date(worldBegins.getTime() + 1));
    await times(5, wrong);
    await expect(tryPassword(right)).rejects.toMatchObject({ text: { en: expect.stringContaining('10:16') } });
  });

  it('begins to count anew after a right password', async () => {
    await times(4, wrong);
    await tryPassword(right);
    await times(4, wrong);
    await expect(tryPassword(right)).resolves.toMatchObject({ user: { failedAttempts: 0 } });
  });

  it('answers only five of twenty tries that come at the same time', async () => {
    const tries = await Promise.allSettled([...Array(20).keys()].map(() => tryPassword(wrong)));
    const told = tries.filter(one => one.status === 'rejected' && one.reason.details.rule === 'signIn.credentials');
    expect(told).toHaveLength(4);
    const [{ failedAttempts } = { failedAttempts: 0 }] = await world.db.read.select().from(users).where(eq(users.id, user.id));
    expect(failedAttempts).toBe(5);
  });

  it('locks one account and no other', async () => {
    await aUser(world, bank, { username: 'wang.wu', passwordHash });
    await times(5, wrong);
    await expect(tryPassword(right, 'wang.wu')).resolves.toMatchObject({ user: { username: 'wang.wu' } });
  });
});

describe('who may sign in', () => {
  it.each([
    ['pending', 'pending'],
    ['rejected', 'pending'],
    ['active', 'pending'],
  ] as const)('in a %s organisation a %s user may, and is unconfirmed', async (status, userStatus) => {
    const firm = await anOrganisation(world, { kind: 'enterprise', status });
    await aUser(world, firm, { username: 'founder', passwordHash, status: userStatus });
    const { token } = await tryPassword(right, 'founder');
    expect(await actorOfToken(world.db.read, token, world.now())).toMatchObject({ isUnconfirmed: true });
  });

  it.each([
    ['a disabled user', {}, { status: 'disabled', statusReason: '已离职' }, 'signIn.userDisabled', '已离职'],
    [
      'a suspended organisation',
      { status: 'suspended', statusReason: '资料造假' },
      {},
      'signIn.organisationSuspended',
      '资料造假',
    ],
  ] as const)('%s may not, and only the right password is told why', async (_, organisation, values, rule, why) => {
    const other = await anOrganisation(world, organisation);
    await aUser(world, other, { username: 'former', passwordHash, ...values });
    await expect(tryPassword(right, 'former')).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      details: { rule },
      text: { zh: expect.stringContaining(why) },
    });
    await expect(tryPassword(wrong, 'former')).rejects.toMatchObject({ details: { rule: 'signIn.credentials' } });
  });

  it.each([
    ['its user is disabled', users, () => user.id, { status: 'disabled' }],
    ['its organisation is suspended', organisations, () => bank.id, { status: 'suspended' }],
  ] as const)('an open session opens nothing once %s', async (_, table, id, change) => {
    const { token } = await tryPassword(right);
    await world.db.write(tx => tx.update(table).set(change).where(eq(table.id, id())));
    expect(await actorOfToken(world.db.read, token, world.now())).toBeNull();
  });
});

describe('issueToken', () => {
  it('gives a machine a bearer token with its label', async () => {
    const { token } = await issueToken(world.anonymous(), { username: 'li.na', password: right, label: ' 核心系统 ' }, around);
    const [stored] = await world.db.read.select().from(sessions);
    expect(stored).toMatchObject({ id: hashOfToken(token), kind: 'bearer', label: '核心系统' });
    expect(await actorOfToken(world.db.read, token, world.now())).toMatchObject({ userId: user.id });
  });

  it.each(['', '  ', 'x'.repeat(61)])('refuses the label "%s"', async label => {
    const input = { username: 'li.na', password: right, label };
    await expect(issueToken(world.anonymous(), input, around)).rejects.toMatchObject({ details: { field: 'label' } });
  });
});

describe('signOut', () => {
  const actorOf = (token: string) => actorOfToken(world.db.read, token, world.now());

  it('ends this session at once and no other, and again changes nothing', async () => {
    const { token } = await tryPassword(right);
    const other = await tryPassword(right);
    const actor = await actorOf(token);
    await signOut({ ...world.anonymous(), actor }, token);
    await signOut({ ...world.anonymous(), actor }, token);
    expect(await actorOf(token)).toBeNull();
    expect(await actorOf(other.token)).not.toBeNull();
    expect((await entriesOf(user.id)).map(({ verb }) => verb)).toEqual(['signIn', 'signIn', 'signOut']);
  });

  it.each([
    ['nothing', null],
    ['something else', 'abc'],
    ['a token nobody was given', 'A'.repeat(43)],
  ])('takes %s for a session that is over', async (_, token) => {
    await expect(signOut(world.anonymous(), token)).resolves.toBe(true);
    expect(token === null ? null : await actorOf(token)).toBeNull();
  });
});
