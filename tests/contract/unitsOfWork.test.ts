import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '../../server/database/database';
import { isForeignKeyViolation, isUniqueViolation } from '../../server/database/problems';
import { organisations, users } from '../../server/identity/tables';
import { anOrganisation, aUser } from '../support/identity';
import { hasOneSession } from '../support/pglite';
import { openWorld, type World } from '../support/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const namesOf = async (): Promise<string[]> =>
  (await world.db.read.select({ name: organisations.name }).from(organisations)).map(({ name }) => name).sort();

const rename = (tx: Tx, id: string, name: string) => tx.update(organisations).set({ name }).where(eq(organisations.id, id));

describe('a unit of work', () => {
  it('keeps all of it', async () => {
    const bank = await anOrganisation(world, { name: 'before' });
    const answer = await world.db.write(async tx => {
      await rename(tx, bank.id, 'between');
      await rename(tx, bank.id, 'after');
      return 'done';
    });
    expect(answer).toBe('done');
    expect(await namesOf()).toEqual(['after']);
  });

  it('keeps none of it when it throws, and the next one is not disturbed', async () => {
    const bank = await anOrganisation(world, { name: 'before' });
    const failed = world.db.write(async tx => {
      await rename(tx, bank.id, 'after');
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await namesOf()).toEqual(['before']);
    await world.db.write(tx => rename(tx, bank.id, 'later'));
    expect(await namesOf()).toEqual(['later']);
  });

  it('sees its own writes before anybody else does', async () => {
    const bank = await anOrganisation(world, { name: 'before' });
    await world.db.write(async tx => {
      await rename(tx, bank.id, 'after');
      const [own] = await tx.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, bank.id));
      expect(own?.name).toBe('after');
      // With one session, what is outside a unit of work waits for it instead of looking past it.
      if (!hasOneSession(world.place.databaseUrl)) expect(await namesOf()).toEqual(['before']);
    });
  });

  it('runs the query it returns without awaiting it', async () => {
    const bank = await anOrganisation(world, { name: 'before' });
    await world.db.write(tx => rename(tx, bank.id, 'after'));
    expect(await namesOf()).toEqual(['after']);
  });

  it('loses no update when twenty change one row at once', async () => {
    const bank = await anOrganisation(world, { version: 0 });
    const raise = () =>
      world.db.write(async tx => {
        for (;;) {
          const [row] = await tx
            .select({ version: organisations.version })
            .from(organisations)
            .where(eq(organisations.id, bank.id));
          const seen = row?.version ?? -1;
          const changed = await tx
            .update(organisations)
            .set({ version: seen + 1 })
            .where(and(eq(organisations.id, bank.id), eq(organisations.version, seen)))
            .returning({ id: organisations.id });
          if (changed.length === 1) return;
        }
      });
    await Promise.all(Array.from({ length: 20 }, raise));
    const [row] = await world.db.read.select({ version: organisations.version }).from(organisations);
    expect(row?.version).toBe(20);
  });

  it('refuses another inside itself', async () => {
    await expect(world.db.write(() => world.db.write(async () => undefined))).rejects.toThrow('write inside write');
  });

  it('refuses a query that arrives after it has ended', async () => {
    const bank = await anOrganisation(world, { name: 'before' });
    let escaped: Tx | undefined;
    await world.db.write(async tx => {
      escaped = tx;
    });
    await expect((async () => escaped && (await rename(escaped, bank.id, 'too late')))()).rejects.toThrow();
    expect(await namesOf()).toEqual(['before']);
  });
});

describe('a constraint', () => {
  it('of uniqueness is told from others', async () => {
    await anOrganisation(world, { uscc: '91510600MA6XXXXX0A' });
    const second = anOrganisation(world, { uscc: '91510600MA6XXXXX0A' });
    await expect(second).rejects.toSatisfy(isUniqueViolation);
    await expect(second).rejects.not.toSatisfy(isForeignKeyViolation);
  });

  it('of uniqueness lets several rows have nothing there', async () => {
    await anOrganisation(world, { uscc: null });
    await anOrganisation(world, { uscc: null });
    expect(await namesOf()).toHaveLength(2);
  });

  it('of reference is told from others', async () => {
    const orphan = aUser(world, { id: 'nowhere' });
    await expect(orphan).rejects.toSatisfy(isForeignKeyViolation);
    await expect(orphan).rejects.not.toSatisfy(isUniqueViolation);
  });

  it('of a list of words refuses another word', async () => {
    const wrong = world.db.write(tx =>
      tx
        .insert(organisations)
        .values({ id: 'x', kind: 'pawnshop' as never, name: 'x', status: 'active', createdAt: world.now() }),
    );
    await expect(wrong).rejects.toThrow();
    expect(await namesOf()).toEqual([]);
  });

  it('refuses to delete what others point to', async () => {
    const bank = await anOrganisation(world);
    await aUser(world, bank);
    await expect(world.db.write(tx => tx.delete(organisations).where(eq(organisations.id, bank.id)))).rejects.toSatisfy(
      isForeignKeyViolation,
    );
    expect(await world.db.read.select({ id: users.id }).from(users)).toHaveLength(1);
  });
});

describe('insertMany', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      id: `row-${at}`,
      kind: 'enterprise' as const,
      name: `firm ${at}`,
      regionCode: '510600',
      status: 'active' as const,
      createdAt: world.now(),
    }));

  it('writes more rows than one statement takes, and says how many', async () => {
    const written = await world.db.write(tx => tx.insertMany(organisations, rows(2_345)));
    expect(written).toBe(2_345);
    expect(await namesOf()).toHaveLength(2_345);
  });

  it('takes rows as they come', async () => {
    async function* coming() {
      yield* rows(3);
    }
    expect(await world.db.write(tx => tx.insertMany(organisations, coming()))).toBe(3);
  });

  it('writes nothing when one row is refused', async () => {
    const twice = [...rows(5), ...rows(1)];
    await expect(world.db.write(tx => tx.insertMany(organisations, twice))).rejects.toSatisfy(isUniqueViolation);
    expect(await namesOf()).toEqual([]);
  });

  it('leaves out what is known when asked to, and counts only what it wrote', async () => {
    await world.db.write(tx => tx.insertMany(organisations, rows(3)));
    const written = await world.db.write(tx => tx.insertMany(organisations, rows(5), { skipsKnown: true }));
    expect(written).toBe(2);
    expect(await namesOf()).toHaveLength(5);
  });
});
