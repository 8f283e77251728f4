import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../../server/api/schema';
import { makeOffer } from '../../server/financing/offers/makeOffer';
import { admissions } from '../../server/graphql/guard';
import { LiveWatch, type Moved } from '../../server/live/watch';
import { markAllRead } from '../../server/messages/markAllRead';
import { send } from '../../server/messages/send';
import { type Actor, organisationKinds } from '../../server/shared/actor';
import { aDemand, aLoanProduct, anAssessedApplication, offerInput } from '../support/deals';
import { aFirm, type Firm } from '../support/enterprises';
import { type Client, type Running, serve } from '../support/http';
import { anActor } from '../support/identity';
import { openWorld, type World } from '../support/world';

let world: World;
let server: Running;
let second: Running;
let bank: Actor;
let rival: Actor;
let firm: Firm;

beforeAll(async () => {
  world = await openWorld();
  server = await serve(world);
  second = await serve(world);
  [bank, rival] = [await anActor(world, 'bank'), await anActor(world, 'bank')];
  firm = await aFirm(world);
});
afterAll(async () => {
  await server.close();
  await second.close();
  await world.close();
});

const workUpdates = 'subscription { workUpdates { inbox { unread newest { title { zh en } } } applicationIds matches } }';

type Update = { inbox: { unread: number; newest: { title: { zh: string } } | null }; applicationIds: string[]; matches: boolean };
type Event = { data?: { workUpdates: Update }; errors?: { extensions: { code: string } }[] };

const post = (client: Client, query: string, variables: object = {}, signal?: AbortSignal) =>
  client.fetch('/graphql/stream', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query, variables }),
    ...(signal ? { signal } : {}),
  });

/** A subscription over HTTP: its events one by one, null once it has ended. */
async function followed(client: Client, query = workUpdates, variables: object = {}) {
  const leaving = new AbortController();
  const response = await post(client, query, variables, leaving.signal);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let unread = '';
  return {
    leave: () => leaving.abort(),
    async next(): Promise<Event | null> {
      for (;;) {
        const end = unread.indexOf('\n\n');
        const event = unread.slice(0, Math.max(0, end));
        if (end >= 0) unread = unread.slice(end + 2);
        if (event.startsWith('event: next')) return JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? 'null');
        if (event.startsWith('event: complete')) return null;
        if (end >= 0) continue;
        const { done, value } = (await reader?.read()) ?? { done: true, value: '' };
        if (done) return null;
        unread += value;
      }
    },
  };
}

const updateIn = (event: Event | null): Update => {
  if (!event?.data) throw new Error(`no update: ${JSON.stringify(event)}`);
  return event.data.workUpdates;
};

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

describe('workUpdates', () => {
  it('says how the inbox stands at once, and again when something has come or been read, whichever server it was', async () => {
    const here = await followed(await server.as(bank));
    const there = await followed(await second.as(bank));
    expect(updateIn(await here.next())).toEqual({ inbox: { unread: 0, newest: null }, applicationIds: [], matches: false });
    expect(updateIn(await there.next()).inbox.unread).toBe(0);
    await tell(rival);
    await tell(bank);
    const title = { zh: `「产品${occasions}」已暂停` };
    expect(updateIn(await here.next()).inbox).toMatchObject({ unread: 1, newest: { title } });
    expect(updateIn(await there.next()).inbox).toMatchObject({ unread: 1, newest: { title } });
    await markAllRead(world.contextFor(bank));
    expect(updateIn(await here.next()).inbox.unread).toBe(0);
    here.leave();
    there.leave();
  });

  it('tells both sides of an application that a step was taken in it, a colleague included, and nobody else', async () => {
    const product = await aLoanProduct(world, bank);
    const { id, version } = await anAssessedApplication(world, { firm, bank, product, demand: await aDemand(world, firm) });
    const [own, theirs, others] = [
      await followed(await server.as(bank)),
      await followed(await server.as(firm.actor)),
      await followed(await server.as(rival)),
    ];
    for (const each of [own, theirs, others]) await each.next();
    await new Promise(resolve => setTimeout(resolve, 1_500));
    await makeOffer(world.contextFor(bank), { id, version, input: offerInput(world) });
    expect(updateIn(await own.next()).applicationIds).toEqual([id]);
    expect(updateIn(await theirs.next()).applicationIds).toEqual([id]);
    await tell(rival);
    expect(updateIn(await others.next()).applicationIds).toEqual([]);
    for (const each of [own, theirs, others]) each.leave();
  });

  it('tells every firm that its matches have moved when a product goes on the shelf, and banks nothing of it', async () => {
    const ofFirm = await followed(await server.as(firm.actor));
    await ofFirm.next();
    await new Promise(resolve => setTimeout(resolve, 1_500));
    await aLoanProduct(world, rival);
    let update = updateIn(await ofFirm.next());
    while (!update.matches) update = updateIn(await ofFirm.next());
    expect(update.matches).toBe(true);
    ofFirm.leave();
  });

  it('ends once its reader has signed out', async () => {
    const client = server.anonymous();
    const actor = await anActor(world, 'bank');
    const token = await server.as(actor);
    const stream = await followed(token);
    await stream.next();
    await token.data('mutation { signOut }');
    expect(await stream.next()).toBeNull();
    expect((await post(token, workUpdates)).status).toBe(401);
    expect((await post(client, workUpdates)).status).toBe(401);
  });

  it('is open to six pages of one user at once, and again once one is left', async () => {
    const client = await server.as(await anActor(world, 'bank'));
    const open = await Promise.all(Array.from({ length: 6 }, () => followed(client)));
    for (const each of open) await each.next();
    expect((await post(client, workUpdates)).status).toBe(403);
    open[0]?.leave();
    await expect
      .poll(async () => {
        const response = await post(client, workUpdates);
        await response.body?.cancel();
        return response.status;
      })
      .toBe(200);
    for (const each of open) each.leave();
  });
});

describe('POST /graphql/stream', () => {
  it.each([
    ['a query', '{ unreadMessages }', 'stream.subscription'],
    ['a mutation', 'mutation { signOut }', 'stream.subscription'],
    [
      'what is nested too deep',
      `subscription { workUpdates { ${'inbox { '.repeat(20)} unread ${'} '.repeat(20)} } }`,
      'document.depthMax',
    ],
    ['what is no GraphQL', 'subscription {', 'document.syntax'],
  ])('refuses %s before anything runs', async (_, query, rule) => {
    const response = await post(await server.as(bank), query);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT', rule } }] });
  });

  it('opens every subscription to those its guard names, and to nobody else', async () => {
    const fields = Object.keys((await createSchema()).getSubscriptionType()?.getFields() ?? {});
    expect(fields.sort()).toEqual(['ruleReachUpdates', 'workUpdates']);
    const documents: Readonly<Record<string, string>> = {
      ruleReachUpdates: 'subscription { ruleReachUpdates(input: { rule: { all: [] } }) { isLoading } }',
      workUpdates,
    };
    for (const kind of organisationKinds) {
      const client = await server.as(await anActor(world, kind));
      for (const field of fields) {
        const kinds = admissions.get(field)?.kinds ?? [];
        const isOpen = kinds === 'signedIn' || kinds.includes(kind);
        const response = await post(client, documents[field] ?? '');
        expect([kind, field, response.status]).toEqual([kind, field, isOpen ? 200 : 403]);
        await response.body?.cancel();
      }
    }
  });

  it('words a refusal of the first answer in an event, and ends', async () => {
    const query = 'subscription ($input: RuleReachInput!) { ruleReachUpdates(input: $input) { isLoading } }';
    const stream = await followed(await server.as(bank), query, { input: { rule: { all: [{ nothing: 1 }] } } });
    expect((await stream.next())?.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    expect(await stream.next()).toBeNull();
  });
});

describe('a look that fails half-way', () => {
  it('has seen nothing: the next one tells what it would have told', async () => {
    const lender = await anActor(world, 'bank');
    const sides = { firm, bank: lender, product: await aLoanProduct(world, lender), demand: await aDemand(world, firm) };
    let isDown = false;
    // The last thing that a look reads, where it can be told from the others.
    const read = new Proxy(world.db.read, {
      get: (target, name) =>
        name === 'select' && isDown
          ? (fields: object) => {
              if ('subjectId' in fields) throw new Error('the database is away');
              return target.select(fields as never);
            }
          : Reflect.get(target, name, target),
    });
    const watch = new LiveWatch(read, world.contextFor(lender).log);
    const told: Moved[] = [];
    const stop = watch.listen(lender, moved => told.push(moved));
    await watch.look();
    told.length = 0;
    const { id } = await anAssessedApplication(world, sides);
    isDown = true;
    await expect(watch.look()).rejects.toThrow('the database is away');
    expect(told).toEqual([]);
    isDown = false;
    await watch.look();
    expect(told).toMatchObject([{ applicationIds: [id] }]);
    stop();
  });
});
