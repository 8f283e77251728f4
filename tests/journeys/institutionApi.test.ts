import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiOperation, institutionApi } from '../../admin/generated/institutionApi';
import { pickedVariables } from '../../admin/institutionApi/example';
import { applications } from '../../server/financing/applications/tables';
import { signContract } from '../../server/financing/contracts/signContract';
import { answerCorrection } from '../../server/financing/corrections/answerCorrection';
import { counterOffer } from '../../server/financing/counterOffers/counterOffer';
import { acceptOffer } from '../../server/financing/offers/acceptOffer';
import { offers } from '../../server/financing/offers/tables';
import { hashPassword } from '../../server/identity/sessions/password';
import { organisations } from '../../server/identity/tables';
import { dayOf } from '../../server/shared/dates';
import { aDemand, aLoanProduct, aSubmittedApplication, counterInput, type Sides } from '../support/deals';
import { aConsent, aFirm, type Firm } from '../support/enterprises';
import { type Client, type Running, serve } from '../support/http';
import { actorOf, anOrganisation, aUser } from '../support/identity';
import { openWorld, type World } from '../support/world';

/** The world that the examples name: its bank signs in with the account and password of the demo. */
let world: World;
let running: Running;
let sides: Omit<Sides, 'firm' | 'demand'>;
let firm: Firm;
let machine: Client;
const ran = new Set<string>();
let keys = 0;

beforeAll(async () => {
  world = await openWorld();
  running = await serve(world);
  const institution = await anOrganisation(world, { kind: 'bank', name: '旌湖银行' });
  const account = { username: 'bank', passwordHash: await hashPassword('rongqiao-demo'), role: 'administrator' } as const;
  const bank = actorOf(institution, await aUser(world, institution, account));
  sides = { bank, product: await aLoanProduct(world, bank) };
  const { issueToken } = (await run('issueToken', running.anonymous())) as { issueToken: { token: string } };
  machine = running.anonymous({ authorization: `Bearer ${issueToken.token}` });
});
afterAll(async () => {
  await running?.close();
  await world?.close();
});

const operation = (name: string): ApiOperation => {
  const found = institutionApi.find(each => each.name === name);
  if (!found) throw new Error(`${name} is not in the API of institutions`);
  return found;
};

/** Runs the example of an operation as its page does: picks, fills in, sends, under a key where it is a command. */
async function run(name: string, client: Client = machine): Promise<Record<string, unknown>> {
  const example = operation(name);
  const picked = example.pick ? await client.data(example.pick.document, { ...example.pick.variables }) : null;
  const day = { today: dayOf(world.now()), newKey: `example-key-${++keys}` };
  const variables = pickedVariables(example, picked, day);
  if (variables === null) throw new Error(`nothing to run the example of ${name} on`);
  const response = await client.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(example.kind === 'mutation' ? { 'idempotency-key': day.newKey } : {}) },
    body: JSON.stringify({ query: example.document, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
  expect({ name, status: response.status, errors }).toEqual({ name, status: 200, errors: undefined });
  ran.add(name);
  return data;
}

/** Another firm applies, and lets the bank read its file. */
async function anotherApplies(): Promise<void> {
  firm = await aFirm(world);
  const [bank] = await world.db.read.select().from(organisations);
  if (!bank) throw new Error('the bank is there');
  await aConsent(world, firm, bank);
  await aSubmittedApplication(world, { ...sides, firm, demand: await aDemand(world, firm) });
}
const asFirm = () => world.contextFor(firm.actor);
const ofFirm = async () => {
  const found = await world.db.read.select().from(applications);
  const own = found.find(({ enterpriseId }) => enterpriseId === firm.id);
  if (!own) throw new Error('the firm has applied');
  return own;
};
const openOffer = async () => {
  const found = await world.db.read.select().from(offers);
  const own = found.find(({ state }) => state === 'open');
  if (!own) throw new Error('an offer is open');
  return own;
};

describe('every example of the API of institutions', () => {
  it('runs, one after the other, from the queue to the repayments of a loan', async () => {
    await anotherApplies();
    for (const name of ['applications', 'application', 'acceptApplication', 'startDueDiligence', 'creditFile']) await run(name);
    await run('requestCorrection');
    await answerCorrection(asFirm(), { ...(await ofFirm()), answers: ['已补交'] });
    for (const name of ['giveInPrinciple', 'makeOffer']) await run(name);
    await counterOffer(asFirm(), { ...(await openOffer()), input: counterInput() });
    await run('keepOffer');
    await acceptOffer(asFirm(), await openOffer());
    for (const name of ['approveApplication', 'issueContract']) await run(name);
    await signContract(asFirm(), await ofFirm());
    for (const name of ['disburse', 'transactions', 'recordRepayment', 'reportRepayments']) await run(name);
  });

  it('runs for those that are not taken up, and for what the platform tells the bank’s system', async () => {
    await anotherApplies();
    await run('declineApplication');
    await anotherApplies();
    await run('acceptApplication');
    for (const name of ['rejectApplication', 'reasonCodes', 'registerWebhook', 'webhooks', 'testWebhook', 'deliveries'])
      await run(name);
  });

  it('was run: none is left out', () => {
    expect(institutionApi.map(({ name }) => name).filter(name => !ran.has(name))).toEqual([]);
  });
});

describe('the page', () => {
  it('does not need introspection: it is the same where the platform does not answer for its schema', async () => {
    const production = await serve(world, { NODE_ENV: 'production' });
    const client = production.anonymous();
    expect((await client.ask('{ __schema { queryType { name } } }')).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    await run('reasonCodes', client);
    await production.close();
  });

  it('says of each operation what it takes, in both languages, and what refuses it', () => {
    for (const { name, title, says, arguments: taken, refusals } of institutionApi) {
      for (const text of [title, says, ...taken.map(each => each.says), ...refusals])
        expect([name, text.zh.trim() !== '' && text.en.trim() !== '']).toEqual([name, true]);
    }
    expect(operation('makeOffer').arguments.map(({ path }) => path)).toContain('input.pricing.rateBps');
    expect(operation('acceptApplication').refusals.map(({ rule }) => rule)).toContain('staleVersion');
  });
});
