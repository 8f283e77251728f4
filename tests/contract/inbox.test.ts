import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InboxWatch, inboxOf } from '../../server/messages/inbox';
import { markAllRead } from '../../server/messages/markAllRead';
import { send } from '../../server/messages/send';
import type { Actor } from '../../server/shared/actor';
import { type Running, serve } from '../support/http';
import { anActor } from '../support/identity';
import { openWorld, type World } from '../support/world';

let world: World;
let server: Running;
let bank: Actor;
let rival: Actor;

beforeAll(async () => {
  world = await openWorld();
  server = await serve(world);
  [bank, rival] = [await anActor(world, 'bank'), await anActor(world, 'bank')];
});
afterAll(async () => {
  await server.close();
  await world.close();
});

let occasions = 0;
const tell = (recipient: Actor) =>
  world.db.write(tx =>
    send(tx, world.contextFor(recipient), [
      {
        recipientId: recipient.organisationId,
        kind: 'productSuspended',
        occasion: `p/${++occasions}`,
        payload: { productId: 'p', product: `产品${occasions}`, institution: '某行', reason: null, applicationId: null },
      },
    ]),
  );

describe('an inbox that somebody has open', () => {
  it('is told of what comes and of what is read, and of nothing that happens to others', async () => {
    const watch = new InboxWatch(world.db.read);
    let changes = 0;
    const stop = watch.listen(bank.organisationId, () => {
      changes += 1;
    });
    await watch.look();
    const before = changes;
    await watch.look();
    expect(changes).toBe(before);
    await tell(rival);
    await watch.look();
    expect(changes).toBe(before);
    await tell(bank);
    await watch.look();
    expect(changes).toBe(before + 1);
    expect(await inboxOf(world.contextFor(bank))).toMatchObject({ unread: 1, newest: { title: { en: '产品2 is suspended' } } });
    await markAllRead(world.contextFor(bank));
    await watch.look();
    expect(changes).toBe(before + 2);
    stop();
    await tell(bank);
    await watch.look();
    expect(changes).toBe(before + 2);
  });

  it('comes over HTTP as events, at once and when it changes, and only to who is signed in', async () => {
    expect((await server.anonymous().fetch('/live/inbox')).status).toBe(401);
    await markAllRead(world.contextFor(bank));
    const leaving = new AbortController();
    const response = await (await server.as(bank)).fetch('/live/inbox', { signal: leaving.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => JSON.parse(/^data: (.*)$/m.exec((await reader?.read())?.value ?? '')?.[1] ?? 'null');
    expect(await next()).toMatchObject({ unread: 0 });
    await tell(bank);
    expect(await next()).toMatchObject({ unread: 1, newest: { title: { zh: `「产品${occasions}」已暂停` } } });
    leaving.abort();
  });
});
