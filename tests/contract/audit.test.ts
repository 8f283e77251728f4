import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { record } from '../../server/audit/record';
import { auditEntries } from '../../server/audit/tables';
import { verifyChain } from '../../server/audit/verify';
import type { ActorContext } from '../../server/context';
import { anActor } from '../support/identity';
import { rawly } from '../support/tables';
import { openWorld, type World } from '../support/world';

let world: World;
let context: ActorContext;
beforeEach(async () => {
  world = await openWorld();
  context = world.contextFor(await anActor(world, 'operator'));
});
afterEach(() => world.close());

const append = (at: number, details: Record<string, unknown> = { at }) =>
  world.db.write(tx =>
    record(tx, context, { verb: 'createProduct', subject: { kind: 'product', id: `thing-${at}` }, reason: '因为', details }),
  );

const appendMany = async (count: number) => {
  for (let at = 1; at <= count; at += 1) await append(at);
};

describe('the audit chain', () => {
  it('holds when it is empty and after each entry', async () => {
    expect(await verifyChain(world.db.read)).toEqual({ checked: 0, broken: null });
    await appendMany(3);
    expect(await verifyChain(world.db.read)).toEqual({ checked: 3, broken: null });
  });

  it('says who, what, on what, when and why', async () => {
    await append(1);
    const [entry] = await world.db.read.select().from(auditEntries);
    expect(entry).toMatchObject({
      at: world.now(),
      actorId: context.actor.userId,
      actorName: context.actor.username,
      organisationId: context.actor.organisationId,
      verb: 'createProduct',
      subjectKind: 'product',
      subjectId: 'thing-1',
      reason: '因为',
      details: { at: 1 },
    });
  });

  it('stays one chain when thirty commands end at once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, at) => append(at)));
    expect(await verifyChain(world.db.read)).toEqual({ checked: 30, broken: null });
  });

  it('leaves no gap when the command that wrote an entry fails', async () => {
    await append(1);
    const failed = world.db.write(async tx => {
      await record(tx, context, { verb: 'createProduct', subject: { kind: 'product', id: 'lost' } });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await append(2);
    expect(await verifyChain(world.db.read)).toEqual({ checked: 2, broken: null });
  });

  it('does not depend on the order of the keys of its details, which PostgreSQL does not keep', async () => {
    await append(1, { zebra: 1, apple: { y: [{ b: 1, a: 2 }], x: null }, 'a key longer than the others': true, 中文: '值' });
    expect(await verifyChain(world.db.read)).toEqual({ checked: 1, broken: null });
  });

  it.each([
    ['changed', `update audit_entries set reason = 'another' where seq = 2`, { seq: 2, why: 'content' }],
    ['removed', 'delete from audit_entries where seq = 2', { seq: 3, why: 'link' }],
    ['moved in time', null, { seq: 2, why: 'content' }],
  ])('names the entry where the chain breaks when one was %s', async (_what, statement, broken) => {
    await appendMany(4);
    const later = world.db.dialect === 'postgres' ? `at + interval '1 second'` : 'at + 1000';
    await rawly(world, [statement ?? `update audit_entries set at = ${later} where seq = 2`]);
    expect(await verifyChain(world.db.read)).toEqual({ checked: broken.seq - (broken.why === 'link' ? 2 : 1), broken });
  });

  it('refuses a second entry that follows the same one', async () => {
    await appendMany(1);
    const [{ seq: _, ...first } = {} as never] = await world.db.read.select().from(auditEntries).orderBy(asc(auditEntries.seq));
    await expect(world.db.write(tx => tx.insert(auditEntries).values(first))).rejects.toThrow();
  });
});
