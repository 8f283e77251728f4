import { asc, count, desc, eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reader, Tx } from '../../server/database/database';
import { prepared, preparedVariants } from '../../server/database/prepared';
import { lockById, rowById, rowsBy } from '../../server/database/rows';
import { organisations, users } from '../../server/identity/tables';
import { anOrganisation, aUser } from '../support/identity';
import { openWorld, type World } from '../support/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
  const bank = await anOrganisation(world, { id: 'bank', name: '银行', shortName: '行' });
  await anOrganisation(world, { id: 'alone', name: '无人', kind: 'regulator' });
  await aUser(world, bank, { id: 'user-1', username: 'a', lockedUntil: new Date('2026-11-24T00:00:00.123Z') });
  await aUser(world, bank, { id: 'user-2', username: 'b' });
});
afterEach(() => world.close());

const usersOf = (read: Reader) =>
  read
    .select({ user: users, bank: { name: organisations.name, createdAt: organisations.createdAt }, status: organisations.status })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(eq(users.organisationId, sql.placeholder('organisationId')))
    .orderBy(asc(users.id));

describe('prepared', () => {
  it('answers what the query itself answers, every kind of value read alike', async () => {
    const byItself = await world.db.read
      .select({
        user: users,
        bank: { name: organisations.name, createdAt: organisations.createdAt },
        status: organisations.status,
      })
      .from(users)
      .innerJoin(organisations, eq(organisations.id, users.organisationId))
      .where(eq(users.organisationId, 'bank'))
      .orderBy(asc(users.id));
    const run = prepared(usersOf);
    expect(await run(world.db.read, { organisationId: 'bank' })).toEqual(byItself);
    expect(byItself[0]).toMatchObject({ user: { lockedUntil: new Date('2026-11-24T00:00:00.123Z') }, bank: { name: '银行' } });
    expect(await run(world.db.read, { organisationId: 'alone' })).toEqual([]);
  });

  it('makes null of the object of a join that finds nothing', async () => {
    const run = prepared((read: Reader) =>
      read
        .select({ organisation: organisations.id, user: { id: users.id, name: users.name } })
        .from(organisations)
        .leftJoin(users, eq(users.organisationId, organisations.id))
        .where(eq(organisations.id, sql.placeholder('id'))),
    );
    expect(await run(world.db.read, { id: 'alone' })).toEqual([{ organisation: 'alone', user: null }]);
  });

  it('reads counts as numbers, and pages whose size it is told', async () => {
    const total = prepared((read: Reader) => read.select({ total: count() }).from(organisations));
    expect(await total(world.db.read, {})).toEqual([{ total: 2 }]);
    const page = prepared((read: Reader) =>
      read
        .select({ id: organisations.id })
        .from(organisations)
        .orderBy(asc(organisations.id))
        .limit(sql.placeholder('limit'))
        .offset(sql.placeholder('offset')),
    );
    expect(await page(world.db.read, { limit: 1, offset: 1 })).toEqual([{ id: 'bank' }]);
  });

  it('keeps the variants of a query apart', async () => {
    const inOrder = preparedVariants((read: Reader, variant: 'up' | 'down') =>
      read
        .select({ id: organisations.id })
        .from(organisations)
        .orderBy(variant === 'up' ? asc(organisations.id) : desc(organisations.id)),
    );
    const ids = async (variant: 'up' | 'down') => (await inOrder(world.db.read, variant, {})).map(({ id }) => id);
    expect([await ids('up'), await ids('down'), await ids('up')]).toEqual([
      ['alone', 'bank'],
      ['bank', 'alone'],
      ['alone', 'bank'],
    ]);
  });
});

describe('the row with an id', () => {
  it('is what the query itself answers, in a unit of work as it stands there', async () => {
    const [bank] = await world.db.read.select().from(organisations).where(eq(organisations.id, 'bank'));
    expect(await rowById(world.db.read, organisations, 'bank')).toEqual(bank);
    expect(await rowById(world.db.read, organisations, 'nobody')).toBeUndefined();
    const renaming = (name: string) =>
      world.db.write(async tx => {
        await tx.update(organisations).set({ name }).where(eq(organisations.id, 'bank'));
        const row = await rowById(tx, organisations, 'bank');
        throw new Error(row?.name);
      });
    // Each unit asks on its own connection, whoever prepared the query.
    const inside = await Promise.allSettled([renaming('甲'), renaming('乙')]);
    expect(inside.map(one => one.status === 'rejected' && (one.reason as Error).message)).toEqual(['甲', '乙']);
    expect(await rowById(world.db.read, organisations, 'bank')).toEqual(bank);
  });

  it('is locked as it stands, and changes by nothing', async () => {
    const before = await rowById(world.db.read, organisations, 'bank');
    const locked = await world.db.write(async tx => [
      await lockById(tx, organisations, 'bank'),
      await lockById(tx, organisations, 'nobody'),
    ]);
    expect(locked).toEqual([before, undefined]);
    expect(await rowById(world.db.read, organisations, 'bank')).toEqual(before);
  });

  it('is not read by a unit of work that has ended', async () => {
    let ended: Tx | undefined;
    await world.db.write(async tx => {
      ended = tx;
      await rowById(tx, organisations, 'bank');
    });
    const refused = await rowById(ended as Tx, organisations, 'bank').catch((error: Error) => error.cause ?? error);
    expect(String(refused)).toContain('query outside its unit of work');
  });
});

describe('rows by a column', () => {
  const usersOfAny = rowsBy(users, users.organisationId, desc(users.id));
  const ids = async (...values: string[]) => (await usersOfAny(world.db.read, values)).map(({ id }) => id);

  it('come in their order, once each, however many values are asked and however often', async () => {
    expect(await ids('bank')).toEqual(['user-2', 'user-1']);
    expect(await ids('alone', 'bank', 'bank')).toEqual(['user-2', 'user-1']);
    for (const length of [4, 5, 64, 256, 257])
      expect(await ids(...Array.from({ length: length - 1 }, (_, at) => `nobody ${at}`), 'bank')).toEqual(['user-2', 'user-1']);
  });

  it('are none where nothing is asked, and then the database is not asked either', async () => {
    expect(await world.counting(() => ids())).toEqual({ result: [], statements: [] });
    expect(await ids('alone', 'nobody')).toEqual([]);
  });
});
