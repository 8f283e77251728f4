import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Client, type Running, serve } from '../support/http';
import { anActor } from '../support/identity';
import { openWorld, type World } from '../support/world';

let world: World;
let running: Running;
let operator: Client;

beforeAll(async () => {
  world = await openWorld();
  running = await serve(world);
  operator = await running.as(await anActor(world, 'operator'));
});
afterAll(async () => {
  await running?.close();
  await world?.close();
});

const times = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join(' ');

/** `levels` lists inside one another: the types that may stand for a type, those that may stand for each of them, … */
const fanOut = (levels: number): string => (levels === 0 ? 'name' : `possibleTypes { ${fanOut(levels - 1)} }`);

const nested = (levels: number): string => (levels === 0 ? 'name' : `ofType { ${nested(levels - 1)} }`);

/** Fragments that each spread the next one twice: the answer doubles with every line. */
const bomb = (levels: number): string =>
  `query { __schema { types { ...f0 } } } ${times(levels, at => `fragment f${at} on __Type { ...f${at + 1} ofType { ...f${at + 1} } }`)} fragment f${levels} on __Type { name }`;

describe('what one request may ask', () => {
  const refused: { name: string; document: string; variables?: Record<string, unknown>; rule: string; status?: number }[] = [
    { name: 'a query 50 levels deep', document: `{ __schema { queryType { ${nested(48)} } } }`, rule: 'document.depthMax' },
    { name: 'a fan-out of 9 lists', document: `{ __schema { types { ${fanOut(8)} } } }`, rule: 'document.valuesMax' },
    { name: 'fragments that double at every level', document: bomb(13), rule: 'document.stepsMax' },
    { name: '51 aliases', document: `{ ${times(51, at => `a${at}: __typename`)} }`, rule: 'document.aliasesMax' },
    {
      name: '10,000 aliases',
      document: `{ ${times(10_000, at => `a${at}: __typename`)} }`,
      rule: 'document.documentCharactersMax',
    },
    { name: '10,000 short fields', document: `{ ${times(10_000, () => 'id')} }`, rule: 'document.tokensMax' },
    { name: 'a document of 1 MB', document: `{ __typename } # ${'x'.repeat(1_000_000)}`, rule: 'body.bytesMax', status: 413 },
    {
      name: 'a page of 1,000,000, written out',
      document: '{ products(list: { perPage: 1000000 }) { total } }',
      rule: 'perPage.range',
    },
    {
      name: 'a page of 1,000,000, as a variable',
      document: 'query ($list: ProductListInput!) { products(list: $list) { total } }',
      variables: { list: { perPage: 1_000_000 } },
      rule: 'perPage.range',
      status: 200,
    },
    {
      name: '11 mutations',
      document: `mutation { ${times(11, at => `a${at}: revokeConsent(id: "x", version: 1) { id }`)} }`,
      rule: 'document.commandsMax',
    },
    {
      name: 'two sign-ins, one of them in a fragment',
      document:
        'mutation { signIn(username: "a", password: "b") { expiresAt } ...More } fragment More on Mutation { again: signIn(username: "a", password: "c") { expiresAt } }',
      rule: 'document.signInsMax',
    },
  ];
  it.each(refused)('refuses $name with $rule', async ({ document, variables, rule, status }) => {
    const answer = await operator.ask(document, variables);
    expect(refusalOf(answer)).toMatchObject({ code: 'INVALID_INPUT', rule });
    expect(answer.status).toBe(status ?? 400);
  });

  it('refuses 1,000 operations sent as a batch', async () => {
    const body = JSON.stringify(Array.from({ length: 1_000 }, () => ({ query: '{ __typename }' })));
    const response = await operator.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'INVALID_INPUT', rule: 'body.batch', value: 1_000 } }],
    });
  });

  it('takes what stands just within the limits', async () => {
    const widest = await operator.ask(`{ ${times(50, at => `a${at}: __typename`)} }`);
    expect(widest.errors).toBeUndefined();
    const deepest = await operator.ask(`{ __schema { queryType { ${nested(13)} } } }`);
    expect(deepest.errors).toBeUndefined();
    const largestPage = await operator.ask('{ products(list: { perPage: 200 }) { total } }');
    expect(largestPage.errors).toBeUndefined();
  });

  it('takes the introspection of the API explorer, outside production only', async () => {
    const answer = await operator.ask(getIntrospectionQuery());
    expect(answer.errors).toBeUndefined();
    const production = await serve(world, { NODE_ENV: 'production' });
    const refusedAnswer = await production.anonymous().ask(getIntrospectionQuery());
    await production.close();
    expect(refusalOf(refusedAnswer)).toMatchObject({ code: 'INVALID_INPUT', rule: 'document.schema' });
  });

  it('limits the sign-ins of one address and says when to try again', async () => {
    const strict = await serve(world, { SIGN_INS_PER_MINUTE: '2' });
    const client = strict.anonymous();
    const attempt = () => client.ask('mutation { signIn(username: "nobody", password: "wrong-password") { expiresAt } }');
    await attempt();
    await attempt();
    const third = await attempt();
    await strict.close();
    expect(third.status).toBe(429);
    expect(refusalOf(third)).toMatchObject({ code: 'NOT_ALLOWED', rule: 'signIn.perMinute' });
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

const refusalOf = (answer: Answer): Record<string, unknown> | undefined => answer.errors?.[0]?.extensions;
