import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEntries } from '../../server/audit/tables';
import { commandKeys } from '../../server/idempotency/tables';
import type { Actor } from '../../server/shared/actor';
import { aDemand, aLoanProduct, applicationNow, aSubmittedApplication, type Sides } from '../support/deals';
import { aFirm } from '../support/enterprises';
import { type Client, type Running, serve } from '../support/http';
import { anActor } from '../support/identity';
import { openWorld, type World } from '../support/world';

let world: World;
let running: Running;
let bank: Actor;
let machine: (key: string) => Promise<Client>;

beforeAll(async () => {
  world = await openWorld();
  running = await serve(world);
  bank = await anActor(world, 'bank', 'administrator');
  machine = key => running.as(bank, { 'idempotency-key': key });
});
afterAll(async () => {
  await running?.close();
  await world?.close();
});

const accept = `mutation ($id: ID!, $version: Int!) { acceptApplication(id: $id, version: $version) { id version state } }`;
const decline = `mutation ($id: ID!, $version: Int!) { declineApplication(id: $id, version: $version, reasonCode: R20) { state } }`;

async function anApplication() {
  const firm = await aFirm(world);
  const sides: Sides = { firm, bank, demand: await aDemand(world, firm), product: await aLoanProduct(world, bank) };
  const { id, version } = await aSubmittedApplication(world, sides);
  return { id, version };
}
const acceptances = async (id: string): Promise<number> =>
  (await world.db.read.select().from(auditEntries)).filter(
    ({ verb, subjectId }) => verb === 'acceptApplication' && subjectId === id,
  ).length;

describe('a command under a key of its caller’s', () => {
  it('is carried out once, and a repeat is answered the same and says that it is one', async () => {
    const application = await anApplication();
    const client = await machine('accept-0001');
    const first = await client.ask(accept, application);
    const again = await client.ask(accept, application);
    expect(first.data).toMatchObject({ acceptApplication: { state: 'accepted', version: application.version + 1 } });
    expect({ status: again.status, data: again.data }).toEqual({ status: first.status, data: first.data });
    expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([null, 'true']);
    expect(await acceptances(application.id)).toBe(1);
  });

  it('refuses the same key with other input, and says why', async () => {
    const [one, other] = [await anApplication(), await anApplication()];
    const client = await machine('accept-0002');
    await client.data(accept, one);
    for (const [document, variables] of [
      [accept, other],
      [decline, one],
    ] as const) {
      const refused = await client.ask(document, variables);
      expect(refused).toMatchObject({ status: 409, errors: [{ extensions: { rule: 'idempotencyKey.otherContent' } }] });
    }
    expect(await applicationNow(world, other.id)).toMatchObject({ state: 'submitted' });
  });

  it('sent twice at the same moment is done once', async () => {
    const application = await anApplication();
    const client = await machine('accept-0003');
    const answers = await Promise.all([1, 2, 3, 4].map(() => client.ask(accept, application)));
    const done = answers.filter(({ errors }) => errors === undefined);
    expect(done.length).toBeGreaterThan(0);
    for (const { errors } of answers.filter(answer => answer.errors))
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', rule: 'idempotencyKey.carriedOut' });
    expect(await acceptances(application.id)).toBe(1);
    expect((await client.ask(accept, application)).headers.get('idempotency-replayed')).toBe('true');
  });

  it('that was refused has used up nothing: the key is free for what is right', async () => {
    const application = await anApplication();
    const client = await machine('accept-0004');
    const stale = await client.ask(accept, { ...application, version: 7 });
    expect(stale.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT' });
    expect(await client.data(accept, application)).toMatchObject({ acceptApplication: { state: 'accepted' } });
  });

  it('is another’s under the same key, and needs a key of the right form', async () => {
    const [application, colleague] = [await anApplication(), await anActor(world, 'bank')];
    await (await machine('accept-0005')).data(accept, application);
    const other = await running.as(colleague, { 'idempotency-key': 'accept-0005' });
    expect((await other.ask(accept, application)).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    const short = await (await machine('short')).ask(accept, application);
    expect(short).toMatchObject({ status: 400, errors: [{ extensions: { rule: 'idempotencyKey.form' } }] });
  });

  it('whose answer holds a secret gives it once and keeps it nowhere', async () => {
    const client = await machine('webhook-0001');
    const register = `mutation { registerWebhook(input: { name: "核心系统", url: "https://hooks.example.com/rongqiao", topics: [applications] }) { secret } }`;
    const { registerWebhook } = await client.data<{ registerWebhook: { secret: string } }>(register);
    const again = await client.ask(register);
    expect(again.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', rule: 'idempotencyKey.carriedOut' });
    const kept = await world.db.read.select().from(commandKeys);
    expect(kept.some(({ key }) => key === 'webhook-0001')).toBe(true);
    expect(JSON.stringify(kept)).not.toContain(registerWebhook.secret);
  });

  it('is forgotten after thirty days', async () => {
    const before = world.now();
    world.setNow(new Date(before.getTime() + 31 * 86_400_000));
    await (await machine('accept-0006')).data(accept, await anApplication());
    const keys = (await world.db.read.select().from(commandKeys)).map(({ key }) => key);
    expect(keys).toEqual(['accept-0006']);
    world.setNow(before);
  });
});
