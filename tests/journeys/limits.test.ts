import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Client, type Running, serve } from '../support/http';
import { anActor } from '../support/identity';
import { batch, nested, refusedDocuments, times } from '../support/largeRequests';
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

describe('what one request may ask', () => {
  it.each(refusedDocuments)('refuses $name with $rule', async ({ document, variables, rule, status }) => {
    const answer = await operator.ask(document, variables);
    expect(refusalOf(answer)).toMatchObject({ code: 'INVALID_INPUT', rule });
    expect(answer.status).toBe(status ?? 400);
  });

  it('refuses 1,000 operations sent as a batch', async () => {
    const response = await operator.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: batch,
    });
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
