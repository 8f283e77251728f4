import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, anOrganisation, aUser } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import type { ActorContext } from '../../context';
import { demoAccounts, type User, users } from '../tables';
import { listDemoAccounts } from '../users/queries';
import { actorOfToken } from './actorOfToken';
import { changePassword } from './changePassword';
import { hashPassword } from './password';
import { signIn } from './signIn';

const current = 'kestrel over the river';
const next = 'heron beside the river';
const around = { sessionHours: 12, address: '127.0.0.1' };

let world: World;
let user: User;
let context: ActorContext;

beforeEach(async () => {
  world = await openWorld();
  const bank = await anOrganisation(world);
  user = await aUser(world, bank, { username: 'li.na', passwordHash: await hashPassword(current) });
  context = world.contextFor(actorOf(bank, user));
  return () => world.close();
});

const signInWith = (password: string) => signIn(world.anonymous(), { username: 'li.na', password }, around);

describe('changePassword', () => {
  it('keeps this session, ends the others, and from now on only the new password opens', async () => {
    const here = await signInWith(current);
    const elsewhere = await signInWith(current);
    await changePassword(context, { current, next }, here.token);
    expect(await actorOfToken(world.db.read, here.token, world.now())).not.toBeNull();
    expect(await actorOfToken(world.db.read, elsewhere.token, world.now())).toBeNull();
    await expect(signInWith(current)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(signInWith(next)).resolves.toMatchObject({ user: { version: 2 } });
  });

  it.each([
    ['a wrong present password', { current: 'not my password', next }, 'current', 'password.wrong'],
    ['nine characters', { current, next: 'heron-42.' }, 'next', 'password.length'],
    ['the same again', { current, next: current }, 'next', 'password.same'],
    ['one with the username', { current, next: 'for li.na only' }, 'next', 'password.username'],
  ])('refuses %s', async (_, input, field, rule) => {
    await expect(changePassword(context, input, null)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field, rule } });
    await expect(signInWith(current)).resolves.toBeDefined();
  });

  it('counts wrong present passwords as sign-in does: the fifth locks', async () => {
    const guess = () => changePassword(context, { current: 'not my password', next }, null);
    for (let done = 0; done < 4; done += 1) await expect(guess()).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(guess()).rejects.toMatchObject({ details: { rule: 'signIn.locked' } });
    await expect(changePassword(context, { current, next }, null)).rejects.toMatchObject({ details: { rule: 'signIn.locked' } });
    const [{ passwordHash } = { passwordHash: null }] = await world.db.read.select().from(users).where(eq(users.id, user.id));
    expect(passwordHash).toBe(user.passwordHash);
  });

  it('takes a demo account off the sign-in page, whose password would no longer be true', async () => {
    await world.db.write(tx => tx.insert(demoAccounts).values({ userId: user.id, password: current, place: 1 }));
    expect(await listDemoAccounts(world.db.read)).toMatchObject([
      { username: 'li.na', password: current, organisationKind: 'bank' },
    ]);
    await changePassword(context, { current, next }, null);
    expect(await listDemoAccounts(world.db.read)).toEqual([]);
  });
});
