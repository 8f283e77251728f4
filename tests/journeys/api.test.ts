import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { config } from '../../server/config';
import { uploadPath } from '../../server/imports/uploads';
import type { Actor } from '../../server/shared/actor';
import { aSession, type Client, type Running, serve } from '../support/http';
import { anActor, anOrganisation } from '../support/identity';
import { openWorld, type World } from '../support/world';

let world: World;
let running: Running;
let operator: Actor;
let client: Client;

beforeAll(async () => {
  world = await openWorld();
  const pages = join(world.place.dataDir, 'pages');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>admin</title>');
  writeFileSync(join(pages, 'explorer.html'), '<!doctype html><title>explorer</title>');
  writeFileSync(join(pages, 'assets', 'main-1234.js'), `export default ${JSON.stringify('x'.repeat(2_000))};`);
  writeFileSync(join(pages, 'assets', 'main-1234.js.br'), brotliCompressSync('what the build has laid beside it'));
  running = await serve(world);
  operator = await anActor(world, 'operator');
  client = await running.as(operator);
});
afterAll(async () => {
  await running?.close();
  await world?.close();
});

const meQuery = '{ me { username organisation { kind } } }';

describe('who asks', () => {
  it('is known by a bearer token', async () => {
    expect(await client.data(meQuery)).toEqual({ me: { username: operator.username, organisation: { kind: 'operator' } } });
  });

  it('is known by the session cookie', async () => {
    const token = await aSession(world, operator);
    const browser = running.anonymous({ cookie: `rongqiao_session=${token}` });
    expect(await browser.data(meQuery)).toMatchObject({ me: { username: operator.username } });
  });

  it.each([
    ['a token nobody was given', 'Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['something else', 'Basic b3BlcmF0b3I6'],
  ])('is nobody with %s', async (_name, authorization) => {
    expect(await running.anonymous({ authorization }).data(meQuery)).toEqual({ me: null });
  });
});

describe('an error', () => {
  it.each([
    [undefined, /尚未登录/],
    ['zh-CN,zh;q=0.9,en;q=0.8', /尚未登录/],
    ['en-GB,en;q=0.9,zh;q=0.1', /not signed in/],
    ['fr', /尚未登录/],
  ])('speaks the language of Accept-Language %j', async (language, expected) => {
    const answer = await running.anonymous(language ? { 'accept-language': language } : {}).ask('{ auditEntries { total } }');
    expect(answer.errors?.[0]?.message).toMatch(expected);
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_SIGNED_IN');
  });

  it('names the request as the header and the log do', async () => {
    const answer = await running.anonymous().ask('{ auditEntries { total } }');
    expect(answer.errors?.[0]?.extensions.requestId).toBe(answer.headers.get('x-request-id'));
  });

  it.each([
    ['a field that does not exist', '{ nothing }', {}, { rule: 'document.schema' }],
    ['a document that cannot be read', '{ me ', {}, { rule: 'document.syntax' }],
    [
      'a variable of the wrong kind',
      'query ($id: ID!) { organisation(id: $id) { id } }',
      { id: { a: 1 } },
      { rule: 'document.variables', field: 'id' },
    ],
    [
      'a variable that is missing',
      'query ($id: ID!) { organisation(id: $id) { id } }',
      {},
      { rule: 'document.variables', field: 'id' },
    ],
    [
      'a field missing from an input',
      'mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) { id } }',
      { input: {} },
      { rule: 'document.variables' },
    ],
  ])('says INVALID_INPUT for %s, however often it is asked', async (_name, document, variables, details) => {
    for (let time = 1; time <= 5; time += 1) {
      const answer = await client.ask(document, variables);
      expect(answer.status).toBe(400);
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', ...details });
    }
  });

  it.each([
    ['text', { 'content-type': 'text/plain' }, '{"query":"{ me { id } }"}', 415, 'body.contentType'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'query=x', 415, 'body.contentType'],
    ['broken JSON', { 'content-type': 'application/json' }, '{"query"', 400, 'body.malformed'],
    ['no document', { 'content-type': 'application/json' }, '{}', 400, 'document.missing'],
    [
      'variables as a string',
      { 'content-type': 'application/json' },
      '{"query":"{ me { id } }","variables":"{}"}',
      400,
      'body.shape',
    ],
  ])('refuses %s before GraphQL sees it', async (_name, headers, body, status, rule) => {
    const response = await client.fetch('/graphql', { method: 'POST', headers, body });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT', rule } }] });
  });

  it('refuses a query in the address', async () => {
    const response = await client.fetch('/graphql?query=%7B__typename%7D', { method: 'GET' });
    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT', rule: 'request.method' } }] });
  });

  it('that is a defect is INTERNAL, without its text, and logged with the id of the request', async () => {
    const broken = await openWorld();
    const server = await serve(broken);
    const visitor = await server.as(await anActor(broken, 'operator'));
    await broken.db.close();
    const answer = await visitor.ask('{ products { total } }');
    await server.close();
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'INTERNAL', requestId: answer.headers.get('x-request-id') } });
    expect(JSON.stringify(answer.errors)).not.toMatch(/database|sqlite|select|connection/i);
    expect(server.logs.filter(({ reqId }) => reqId === answer.headers.get('x-request-id'))).toContainEqual(
      expect.objectContaining({ level: 50, err: expect.objectContaining({ stack: expect.any(String) }) }),
    );
  });
});

describe('a query asked again', () => {
  it('answers the same once it is compiled', async () => {
    for (const name of ['乙', '甲'])
      await anOrganisation(world, { name: `${name}银行`, createdAt: new Date('2026-01-02T03:04:05.678Z') });
    const document = `query Banks($list: OrganisationListInput!, $withKind: Boolean!) {
      organisations(list: $list) { total items { ...Named kind @include(if: $withKind) createdAt } }
      missing: organisation(id: "nowhere") { name }
    } fragment Named on Organisation { title: name status }`;
    const variables = { list: { perPage: 2, filter: { kind: 'bank' } }, withKind: true };
    const answers = [];
    for (let time = 1; time <= 6; time += 1) {
      const { data, errors } = await client.ask(document, variables);
      answers.push({
        data,
        errors: errors?.map(({ message, path, extensions: { requestId: _, ...rest } }) => ({ message, path, ...rest })),
      });
    }
    expect(answers[0]?.errors).toMatchObject([{ code: 'NOT_FOUND', path: ['missing'] }]);
    for (const answer of answers.slice(1)) expect(answer).toEqual(answers[0]);
    const without = await client.ask(document, { ...variables, withKind: false });
    expect(JSON.stringify(without)).not.toContain('"kind"');
  });
});

describe('a query asked again by others', () => {
  it('is still answered for each as who they are', async () => {
    const others = await Promise.all([anActor(world, 'bank'), anActor(world, 'regulator')]);
    const clients = await Promise.all(others.map(actor => running.as(actor)));
    for (let time = 1; time <= 5; time += 1) {
      for (const [at, other] of clients.entries())
        expect(await other.data('{ me { username } }')).toEqual({ me: { username: others[at]?.username } });
      expect(await running.anonymous().data('{ me { username } }')).toEqual({ me: null });
    }
  });

  it('chooses among several operations by name, and answers in the media type that is asked for', async () => {
    const document = 'query A { me { username } } query B { me { role } }';
    const ask = (operationName: string | undefined, accept: string) =>
      client.fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify({ query: document, operationName }),
      });
    for (let time = 1; time <= 5; time += 1) {
      expect(await (await ask('A', '*/*')).json()).toEqual({ data: { me: { username: operator.username } } });
      expect(await (await ask('B', 'application/json')).json()).toEqual({ data: { me: { role: 'officer' } } });
      expect((await ask('A', 'application/graphql-response+json')).headers.get('content-type')).toContain('graphql-response');
      expect((await ask(undefined, '*/*')).status).toBe(400);
      expect((await ask('C', '*/*')).status).toBe(400);
    }
  });
});

describe('beside GraphQL', () => {
  it('tells whether the process lives and whether it is ready', async () => {
    expect(await (await client.fetch('/healthz')).json()).toEqual({ status: 'ok' });
    expect(await (await client.fetch('/readyz')).json()).toEqual({ status: 'ready' });
  });

  it('measures requests by operations of the schema, never by names of callers', async () => {
    await client.ask('query InventedByTheCaller { me { id } }');
    const metrics = await (await client.fetch('/metrics')).text();
    expect(metrics).toMatch(/rongqiao_request_seconds_count\{route="\/graphql",operation="me",status="200"\} [1-9]/);
    expect(metrics).toContain('rongqiao_database_up 1');
    expect(metrics).not.toContain('InventedByTheCaller');
  });

  it('sends the headers that keep a page to itself', async () => {
    const { headers } = await client.fetch('/healthz');
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('serves the admin fresh, its named assets for ever and compressed, and nothing of other folders', async () => {
    const index = await client.fetch('/');
    expect([index.status, index.headers.get('cache-control'), await index.text()]).toEqual([
      200,
      'no-cache',
      '<!doctype html><title>admin</title>',
    ]);
    const asset = await client.fetch('/assets/main-1234.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(asset.headers.get('content-encoding')).toBe('gzip');
    const laid = await client.fetch('/assets/main-1234.js', { headers: { 'accept-encoding': 'br' } });
    expect([laid.headers.get('content-encoding'), laid.headers.get('cache-control'), laid.headers.get('content-type')]).toEqual([
      'br',
      expect.stringContaining('immutable'),
      asset.headers.get('content-type'),
    ]);
    expect(await laid.text()).toBe('what the build has laid beside it');
    expect((await client.fetch('/..%2f..%2fetc/passwd')).status).toBe(404);
  });

  it('serves the API explorer outside production only', async () => {
    const statusOf = async (from: Client, path: string): Promise<number> => {
      const response = await from.fetch(path);
      // Read to its end: a server does not close over an answer that is still being taken.
      await response.text();
      return response.status;
    };
    expect(await statusOf(client, '/explorer')).toBe(200);
    const production = await serve(world, { NODE_ENV: 'production' });
    const statuses = [];
    for (const path of ['/explorer', '/explorer.html', '/']) statuses.push(await statusOf(production.anonymous(), path));
    await production.close();
    expect(statuses).toEqual([404, 404, 200]);
  });
});

describe('an upload', () => {
  const form = (name = '发票 2026.csv', content = 'a,b\n1,2\n'): FormData => {
    const data = new FormData();
    data.set('file', new Blob([content]), name);
    return data;
  };
  const upload = (from: Client, body: FormData, headers: Record<string, string> = { 'x-requested-with': 'rongqiao' }) =>
    from.fetch('/import/upload', { method: 'POST', body, headers });

  it('is kept for its own organisation', async () => {
    const response = await upload(client, form());
    const kept = (await response.json()) as { uploadId: string; fileName: string; bytes: number };
    expect(kept).toMatchObject({ fileName: '发票 2026.csv', bytes: 8 });
    expect(readFileSync(uploadPath(operator, kept.uploadId), 'utf8')).toBe('a,b\n1,2\n');
    const other = await anActor(world, 'operator');
    expect(() => uploadPath(other, kept.uploadId)).toThrow('No uploaded file');
  });

  it('cannot choose where it lies', async () => {
    const { uploadId, fileName } = (await (await upload(client, form('../../../etc/passwd'))).json()) as {
      uploadId: string;
      fileName: string;
    };
    expect(fileName).toBe('passwd');
    expect(uploadPath(operator, uploadId).startsWith(join(config.dataDir, 'uploads'))).toBe(true);
  });

  it.each([
    ['of nobody', async () => running.anonymous(), { 'x-requested-with': 'rongqiao' }, 401, 'NOT_SIGNED_IN'],
    [
      'of a firm',
      async () => running.as(await anActor(world, 'enterprise')),
      { 'x-requested-with': 'rongqiao' },
      403,
      'NOT_ALLOWED',
    ],
    [
      'of an auditor',
      async () => running.as(await anActor(world, 'operator', 'auditor')),
      { 'x-requested-with': 'rongqiao' },
      403,
      'NOT_ALLOWED',
    ],
    ["from another site's form", async () => client, {}, 403, 'NOT_ALLOWED'],
  ])('%s is refused', async (_name, from, headers, status, code) => {
    const response = await upload(await from(), form(), headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('beyond the size that is set is refused and leaves nothing', async () => {
    const small = await serve(world, { UPLOAD_MEGABYTES_MAX: '1' });
    const response = await upload(await small.as(operator), form('big.csv', 'x'.repeat(1_500_000)));
    await small.close();
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT', rule: 'body.bytesMax' } }] });
  });
});
