import { createHmac } from 'node:crypto';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { users } from '../../server/identity/tables';
import { type CourierOptions, carryDue } from '../../server/messages/deliveries/courier';
import { listDeliveries } from '../../server/messages/deliveries/queries';
import { replayDelivery } from '../../server/messages/deliveries/replayDelivery';
import { attemptsMax } from '../../server/messages/deliveries/schedule';
import { deliveries } from '../../server/messages/deliveries/tables';
import { takeDeliveries } from '../../server/messages/deliveries/takeDeliveries';
import { endEmailSubscription } from '../../server/messages/email/endEmailSubscription';
import { fileMailer, type Mailer } from '../../server/messages/email/mailer';
import { setEmailSubscription } from '../../server/messages/email/setEmailSubscription';
import type { MessagePayloads } from '../../server/messages/kinds';
import { send } from '../../server/messages/send';
import { moveWebhook } from '../../server/messages/webhooks/moveWebhook';
import { registerWebhook } from '../../server/messages/webhooks/registerWebhook';
import { renewWebhookSecret } from '../../server/messages/webhooks/renewWebhookSecret';
import type { Webhook } from '../../server/messages/webhooks/tables';
import { testWebhook } from '../../server/messages/webhooks/testWebhook';
import type { Actor } from '../../server/shared/actor';
import { organisationOf } from '../support/deals';
import { actorOf, anActor, aUser } from '../support/identity';
import { openWorld, type World } from '../support/world';

type Heard = { readonly headers: IncomingHttpHeaders; readonly body: string };

let world: World;
let outbox: string;
let endpoint: Server;
let heard: Heard[];
/** What the endpoint answers. */
let status: number;
let bank: Actor;
let operator: Actor;

beforeAll(async () => {
  world = await openWorld();
  operator = await anActor(world, 'operator', 'administrator');
  endpoint = createServer((request, response) => {
    let body = '';
    request.on('data', part => {
      body += part;
    });
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end('not read');
    });
  });
  await new Promise<void>(resolve => endpoint.listen(0, '127.0.0.1', resolve));
});
beforeEach(async () => {
  heard = [];
  status = 204;
  outbox = await mkdtemp(join(tmpdir(), 'outbox-'));
  bank = await anActor(world, 'bank', 'administrator');
  // What an earlier test has left is not this one's.
  await world.db.write(tx => tx.delete(deliveries).returning({ id: deliveries.id }));
});
afterAll(async () => {
  endpoint.close();
  await world.close();
});

const as = (actor: Actor) => world.contextFor(actor);
const address = 'lina@bank.example';
const subscribe = (actor: Actor = bank) => setEmailSubscription(as(actor), { address, topics: ['products'], locale: 'zh' });
const port = () => (endpoint.address() as AddressInfo).port;
const aWebhook = (path = '/hook'): Promise<Webhook> =>
  registerWebhook(as(bank), { name: '核心系统', url: `http://127.0.0.1:${port()}${path}`, topics: ['products'] });

const payload: MessagePayloads['productSuspended'] = {
  productId: 'p1',
  product: '德税贷',
  institution: '旌湖银行',
  reason: { zh: '年度检查', en: '年度检查' },
  applicationId: null,
};
let occasions = 0;
const tell = (recipient: Actor = bank) =>
  world.db.write(tx =>
    send(tx, as(recipient), [
      { recipientId: recipient.organisationId, kind: 'productSuspended', occasion: `p1/${++occasions}`, payload },
    ]),
  );

const courier = (values: Partial<CourierOptions> = {}): CourierOptions => ({
  db: world.db,
  log: as(bank).log,
  clock: world.now,
  holder: 'server-1',
  mailer: fileMailer({ folder: outbox, from: '融桥 <no-reply@rongqiao.example>' }),
  publicUrl: 'https://rongqiao.example',
  mayReachSelf: true,
  ...values,
});
const brokenMailer: Mailer = {
  send: async () => {
    throw Object.assign(new Error('connection refused'), { code: 'ECONNECTION' });
  },
  close: () => undefined,
};
const mails = async () => Promise.all((await readdir(outbox)).map(name => readFile(join(outbox, name), 'utf8')));
const standing = async (actor: Actor = bank) => (await listDeliveries(as(actor), { page: 1, perPage: 50 })).items;
const states = async () => (await standing()).map(({ delivery }) => delivery.state);
const later = (seconds: number) => world.setNow(new Date(world.now().getTime() + seconds * 1_000));

describe('an e-mail', () => {
  it('is sent once for each message and address, however many servers look and colleagues share the address', async () => {
    await subscribe();
    const colleague = actorOf(await organisationOf(world, bank), await aUser(world, await organisationOf(world, bank)));
    await subscribe(colleague);
    await tell();
    const counts = await Promise.all(['a', 'b', 'c'].map(holder => carryDue(courier({ holder }))));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await carryDue(courier())).toBe(0);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toContain('To: lina@bank.example');
    expect(mail).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(mail).toMatch(/^Message-ID: <[0-9a-f-]{36}@rongqiao>$/m);
    expect(await states()).toEqual(['delivered']);
  });

  it('is not sent of what did not happen, nor about what was not asked for', async () => {
    await setEmailSubscription(as(bank), { address, topics: ['offers'], locale: 'en' });
    await tell();
    const failing = world.db.write(async tx => {
      await send(tx, as(bank), [{ recipientId: bank.organisationId, kind: 'productSuspended', occasion: 'never', payload }]);
      throw new Error('it did not happen');
    });
    await expect(failing).rejects.toThrow();
    expect(await carryDue(courier())).toBe(0);
  });

  it('is not sent any more to who has ended it, moved it or may not sign in', async () => {
    await subscribe();
    await tell();
    await endEmailSubscription(as(bank));
    await carryDue(courier());
    expect(await states()).toEqual(['cancelled']);
    await subscribe();
    await tell();
    await world.db.write(tx =>
      tx.update(users).set({ status: 'disabled' }).where(eq(users.id, bank.userId)).returning({ id: users.id }),
    );
    await carryDue(courier());
    expect([...new Set(await states())]).toEqual(['cancelled']);
    expect(await readdir(outbox)).toEqual([]);
    expect(await endEmailSubscription(as(bank))).toBe(true);
    expect(await endEmailSubscription(as(bank))).toBe(false);
  });

  it('is tried again later, given up in the end, shown to the operator without its words, and can be sent again', async () => {
    await subscribe();
    await tell();
    for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
      expect(await carryDue(courier({ mailer: brokenMailer }))).toBe(1);
      expect(await carryDue(courier({ mailer: brokenMailer }))).toBe(0);
      later(24 * 3_600);
    }
    expect(await carryDue(courier())).toBe(0);
    const [failed] = await standing();
    expect(failed?.delivery).toMatchObject({ state: 'failed', attempts: attemptsMax, lastProblem: 'unreachable' });
    expect(failed?.title?.zh).toBe('「德税贷」已暂停');
    const [seen] = await standing(operator);
    expect(seen).toMatchObject({ destination: address, title: null, eventType: null });
    await replayDelivery(as(operator), failed?.delivery.id ?? '');
    expect(await carryDue(courier())).toBe(1);
    expect(await states()).toEqual(['delivered']);
    expect(await standing(operator)).toEqual([]);
    await expect(replayDelivery(as(bank), failed?.delivery.id ?? '')).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('whose server died at it is taken up by another when the lease is over, as the same e-mail', async () => {
    await subscribe();
    await tell();
    const [taken] = await takeDeliveries(world.db, { holder: 'dead', now: world.now(), limit: 20 });
    expect(taken?.holder).toBe('dead');
    expect(await carryDue(courier())).toBe(0);
    later(121);
    expect(await carryDue(courier())).toBe(1);
    expect(await readdir(outbox)).toEqual([`${taken?.id}.eml`]);
  });

  it('refuses what is no address', async () => {
    for (const wrong of ['lina', 'lina@bank', 'a@b.cn, c@d.cn', 'a@b.cn\nBcc: c@d.cn'])
      await expect(
        setEmailSubscription(as(bank), { address: wrong, topics: ['offers'], locale: 'zh' }),
        wrong,
      ).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field: 'address' } });
    await expect(setEmailSubscription(as(bank), { address, topics: [], locale: 'zh' })).rejects.toMatchObject({
      details: { field: 'topics' },
    });
  });
});

describe('a webhook', () => {
  it('is told what the inbox is told, signed over id, second and body', async () => {
    const webhook = await aWebhook();
    await tell();
    await carryDue(courier());
    expect(heard).toHaveLength(1);
    const [{ headers, body }] = heard as [Heard];
    expect(JSON.parse(body)).toMatchObject({
      type: 'product.suspended',
      data: { productId: 'p1', subject: { kind: 'product', id: 'p1' } },
    });
    const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const key = Buffer.from(webhook.secret.replace('whsec_', ''), 'base64');
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(content).digest('base64')}`);
    expect((await standing())[0]?.delivery).toMatchObject({ state: 'delivered', attempts: 1, lastStatus: 204 });
  });

  it('is tried again under the same id after a refusal, and once more when asked to', async () => {
    await aWebhook();
    await tell();
    status = 500;
    await carryDue(courier());
    expect((await standing())[0]?.delivery).toMatchObject({
      state: 'waiting',
      attempts: 1,
      lastStatus: 500,
      lastProblem: 'refused',
    });
    later(5);
    status = 200;
    await carryDue(courier());
    const [arrived] = await standing();
    expect(arrived?.delivery).toMatchObject({ state: 'delivered', attempts: 2 });
    await replayDelivery(as(bank), arrived?.delivery.id ?? '');
    await expect(replayDelivery(as(bank), arrived?.delivery.id ?? '')).rejects.toMatchObject({ code: 'CONFLICT' });
    await carryDue(courier());
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(heard).toHaveLength(3);
  });

  it('is not followed elsewhere, and is given up at once when it is gone', async () => {
    await aWebhook();
    await tell();
    status = 302;
    await carryDue(courier());
    expect(heard).toHaveLength(1);
    expect((await standing())[0]?.delivery).toMatchObject({ state: 'waiting', lastStatus: 302, lastProblem: 'refused' });
    status = 410;
    later(5);
    await carryDue(courier());
    expect((await standing())[0]?.delivery).toMatchObject({ state: 'failed', attempts: 2, lastProblem: 'gone' });
  });

  it('on an address that is not public is never connected to, also when a name leads there', async () => {
    await aWebhook();
    await registerWebhook(as(bank), { name: '名称', url: `http://localhost:${port()}/hook`, topics: ['products'] });
    await tell();
    expect(await carryDue(courier({ mayReachSelf: false }))).toBe(2);
    expect(heard).toEqual([]);
    const problems = (await standing()).map(({ delivery }) => [delivery.state, delivery.lastProblem]);
    expect(problems).toEqual([
      ['failed', 'forbiddenAddress'],
      ['failed', 'forbiddenAddress'],
    ]);
  });

  it('that is paused is told nothing, resumed what happens from then on, removed nothing any more', async () => {
    const { id, version } = await aWebhook();
    await tell();
    const paused = await moveWebhook(as(bank), { id, version, verb: 'pause' });
    await tell();
    await carryDue(courier());
    expect(await states()).toEqual(['cancelled']);
    await expect(testWebhook(as(bank), id)).rejects.toMatchObject({ code: 'CONFLICT' });
    const resumed = await moveWebhook(as(bank), { id, version: paused.version, verb: 'resume' });
    await tell();
    await carryDue(courier());
    expect(heard).toHaveLength(1);
    await moveWebhook(as(bank), { id, version: resumed.version, verb: 'remove' });
    await tell();
    expect(await carryDue(courier())).toBe(0);
    await expect(testWebhook(as(bank), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('receives a test event on request, alone, signed with its newest secret', async () => {
    const { id, version, secret } = await aWebhook();
    await aWebhook('/other');
    const renewed = await renewWebhookSecret(as(bank), { id, version });
    expect(renewed.secret).not.toBe(secret);
    await testWebhook(as(bank), id);
    await carryDue(courier());
    expect(heard.map(({ body }) => JSON.parse(body).type)).toEqual(['webhook.tested']);
  });

  it('of another institution is not found, and neither are its deliveries', async () => {
    const { id, version } = await aWebhook();
    await tell();
    const [own] = await standing();
    const rival = await anActor(world, 'bank', 'administrator');
    await expect(moveWebhook(as(rival), { id, version, verb: 'pause' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(replayDelivery(as(rival), own?.delivery.id ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await standing(rival)).toEqual([]);
    const foreign = await listDeliveries(as(rival), { page: 1, perPage: 5, filter: { webhookId: id } });
    expect(foreign.total).toBe(0);
    const [kept] = await world.db.read
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.target, id), eq(deliveries.state, 'waiting')));
    expect(kept?.id).toBe(own?.delivery.id);
  });

  it('is one of ten at most', async () => {
    for (let count = 0; count < 10; count += 1) await aWebhook(`/${count}`);
    await expect(aWebhook('/eleven')).rejects.toMatchObject({ code: 'CONFLICT', details: { rule: 'webhooks.max' } });
  });
});
