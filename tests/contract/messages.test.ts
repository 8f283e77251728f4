import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MessagePayloads } from '../../server/messages/kinds';
import { markAllRead } from '../../server/messages/markAllRead';
import { markRead } from '../../server/messages/markRead';
import { countUnread, listMessages } from '../../server/messages/queries';
import { send } from '../../server/messages/send';
import type { Actor } from '../../server/shared/actor';
import { anActor } from '../support/identity';
import { openWorld, type World } from '../support/world';

let world: World;
let firm: Actor;
let rival: Actor;

beforeEach(async () => {
  world = await openWorld();
  [firm, rival] = [await anActor(world, 'enterprise'), await anActor(world, 'enterprise')];
});
afterEach(() => world.close());

const payload: MessagePayloads['matchesChanged'] = {
  runId: 'run-1',
  entered: [{ id: 'p1', name: '德税贷', institution: '德阳银行' }],
  enteredCount: 1,
  left: [],
  leftCount: 0,
};
const tell = (occasions: readonly string[], recipient = firm) =>
  world.db.write(tx =>
    send(
      tx,
      { now: world.now(), newId: world.newId },
      occasions.map(occasion => ({ recipientId: recipient.organisationId, kind: 'matchesChanged', occasion, payload })),
    ),
  );
const inboxOf = (actor: Actor, isRead?: boolean) =>
  listMessages(world.contextFor(actor), { page: 1, perPage: 10, filter: { isRead } });

describe('messages', () => {
  it('come once for each occasion, however often they are sent', async () => {
    expect(await tell(['run-1', 'run-1', 'run-2'])).toBe(2);
    expect(await tell(['run-2', 'run-3'])).toBe(1);
    expect(await tell(['run-1'], rival)).toBe(1);
    expect((await inboxOf(firm)).total).toBe(3);
  });

  it('are not there when what they tell of did not happen', async () => {
    const failing = world.db.write(async tx => {
      await send(tx, { now: world.now(), newId: world.newId }, [
        { recipientId: firm.organisationId, kind: 'matchesChanged', occasion: 'run-1', payload },
      ]);
      throw new Error('it did not happen');
    });
    await expect(failing).rejects.toThrow('it did not happen');
    expect((await inboxOf(firm)).total).toBe(0);
  });

  it('are read by one of the organisation for all, and the first moment stands', async () => {
    await tell(['run-1', 'run-2']);
    const [first] = (await inboxOf(firm)).items;
    const readAt = world.now();
    await markRead(world.contextFor(firm), first?.id ?? '');
    world.setNow(new Date(readAt.getTime() + 60_000));
    expect(await markRead(world.contextFor(firm), first?.id ?? '')).toMatchObject({ id: first?.id, readAt });
    expect(await countUnread(world.contextFor(firm))).toBe(1);
    expect((await inboxOf(firm, true)).items).toEqual([{ ...first, readAt }]);
    expect((await inboxOf(firm, false)).total).toBe(1);
  });

  it('can all be read at once, and those of others stay as they are', async () => {
    await tell(['run-1', 'run-2']);
    await tell(['run-1'], rival);
    expect(await markAllRead(world.contextFor(firm))).toBe(2);
    expect(await markAllRead(world.contextFor(firm))).toBe(0);
    expect(await countUnread(world.contextFor(rival))).toBe(1);
  });

  it('of another organisation are not found', async () => {
    await tell(['run-1'], rival);
    const [message] = (await inboxOf(rival)).items;
    await expect(markRead(world.contextFor(firm), message?.id ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await countUnread(world.contextFor(rival))).toBe(1);
  });
});
