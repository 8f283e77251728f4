import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedIdentity } from '../../seeds/identity';
import { systemActor } from '../../server/shared/actor';
import { composeUscc } from '../../server/shared/uscc';
import { type Client, type Running, serve } from '../support/http';
import { openWorld, type World, worldBegins } from '../support/world';

let world: World;
let running: Running;

beforeAll(async () => {
  world = await openWorld();
  await seedIdentity(world.contextFor(systemActor('seed')));
  running = await serve(world);
});
afterAll(async () => {
  await running?.close();
  await world?.close();
});

const me = '{ me { username role organisation { name kind status } } }';
const signInDocument = `mutation ($username: String!, $password: String!) {
  signIn(username: $username, password: $password) { expiresAt user { username organisation { status } } }
}`;

async function signedIn(username: string, password = 'rongqiao-demo'): Promise<Client> {
  const client = running.anonymous();
  await client.data(signInDocument, { username, password });
  return client;
}

describe('a browser', () => {
  it('is given an HttpOnly, SameSite cookie, is known by it, and forgotten after signing out', async () => {
    const client = running.anonymous();
    expect(await client.data(me)).toEqual({ me: null });
    const { headers, data } = await client.ask(signInDocument, { username: 'bank', password: 'rongqiao-demo' });
    expect(headers.get('set-cookie')).toMatch(/^rongqiao_session=[\w-]{43};.*HttpOnly.*SameSite=Lax/);
    expect(JSON.stringify(data)).not.toContain('token');
    expect(await client.data(me)).toMatchObject({ me: { username: 'bank', organisation: { kind: 'bank' } } });
    expect(await client.data('mutation { signOut }')).toEqual({ signOut: true });
    expect(await client.data(me)).toEqual({ me: null });
  });

  it('is no longer known when the twelve hours are over', async () => {
    const client = await signedIn('bank2');
    try {
      world.setNow(new Date(worldBegins.getTime() + 12 * 3_600_000));
      expect(await client.data(me)).toEqual({ me: null });
      const { errors } = await client.ask('{ organisations { total } }');
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'NOT_SIGNED_IN' } });
    } finally {
      world.setNow(worldBegins);
    }
  });

  it('reads refusals in its language, with code, rule and request id', async () => {
    const wrong = { username: 'bank3', password: 'not the password' };
    const chinese = await running.anonymous().ask(signInDocument, wrong);
    const english = await running.anonymous({ 'accept-language': 'en' }).ask(signInDocument, wrong);
    expect(chinese.errors?.[0]).toMatchObject({
      message: '用户名或密码不正确，请重新输入。',
      extensions: { code: 'NOT_SIGNED_IN', rule: 'signIn.credentials', requestId: expect.any(String) },
    });
    expect(english.errors?.[0]?.message).toBe('Username and password do not fit together: try again.');
  });
});

describe('a machine', () => {
  it('is given a bearer token once and works with it', async () => {
    const { issueToken } = await running
      .anonymous()
      .data<{ issueToken: { token: string } }>(
        'mutation { issueToken(username: "department", password: "rongqiao-demo", label: "税务接口") { token expiresAt user { username } } }',
      );
    const machine = running.anonymous({ authorization: `Bearer ${issueToken.token}` });
    expect(await machine.data(me)).toMatchObject({ me: { username: 'department' } });
    await machine.data('mutation { signOut }');
    expect(await machine.data(me)).toEqual({ me: null });
  });

  it('with a token that nobody was given is nobody', async () => {
    const machine = running.anonymous({ authorization: `Bearer ${'A'.repeat(43)}` });
    expect(await machine.data(me)).toEqual({ me: null });
  });
});

describe('a firm that registers itself', () => {
  const uscc = composeUscc('91510603', 'MA6RQ0K1');
  const input = {
    uscc,
    name: '德阳新桥机械有限公司',
    regionCode: '510603',
    contactName: '何苗',
    username: 'he.miao',
    password: 'kestrel over the river',
  };
  const list = { list: { filter: { status: 'pending' } } };
  const waiting = `query ($list: OrganisationListInput!) {
    organisations(list: $list) { total items { id version name region { zh } allowedVerbs claimants { username } } }
  }`;

  it('waits, reaches nothing meanwhile, and works once the operator confirms', async () => {
    const { registerEnterprise } = await running.anonymous().data<{ registerEnterprise: { organisation: { id: string } } }>(
      `mutation ($input: RegisterEnterpriseInput!) {
        registerEnterprise(input: $input) { way usccVerdict text { zh en } organisation { id status allowedVerbs claimants { username } } }
      }`,
      { input },
    );
    expect(registerEnterprise).toMatchObject({
      way: 'new',
      usccVerdict: 'valid',
      organisation: { status: 'pending', allowedVerbs: [], claimants: [] },
    });
    const firm = await signedIn('he.miao', input.password);
    expect(await firm.data(me)).toMatchObject({ me: { organisation: { status: 'pending' } } });
    const refused = await firm.ask(waiting, list);
    expect(refused.errors?.[0]).toMatchObject({ extensions: { code: 'NOT_ALLOWED', rule: 'unconfirmed' } });

    const operator = await signedIn('operator');
    const { organisations } = await operator.data<{ organisations: { items: { id: string; version: number }[] } }>(waiting, list);
    expect(organisations).toMatchObject({
      total: 1,
      items: [
        {
          id: registerEnterprise.organisation.id,
          region: { zh: '旌阳区' },
          allowedVerbs: ['confirmOrganisation', 'rejectOrganisation'],
          claimants: [{ username: 'he.miao' }],
        },
      ],
    });
    await operator.data(
      'mutation ($id: ID!, $version: Int!) { confirmOrganisation(id: $id, version: $version) { status } }',
      organisations.items[0],
    );
    expect(await firm.data(me)).toMatchObject({ me: { role: 'administrator', organisation: { status: 'active' } } });
    expect(await firm.data(waiting, { list: {} })).toMatchObject({ organisations: { total: expect.any(Number) } });
  });

  it('is told which test its code fails, before and after sending it', async () => {
    const visitor = running.anonymous();
    const short = uscc.slice(0, 17);
    expect(await visitor.data('query ($uscc: String!) { checkUscc(uscc: $uscc) { verdict failed } }', { uscc: short })).toEqual({
      checkUscc: { verdict: 'malformed', failed: ['length'] },
    });
    const { errors } = await visitor.ask(
      'mutation ($input: RegisterEnterpriseInput!) { registerEnterprise(input: $input) { way } }',
      { input: { ...input, uscc: short, username: 'somebody' } },
    );
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'INVALID_INPUT', field: 'uscc', value: short, rule: 'uscc.length' },
    });
  });

  it('finds its division and industry without an account', async () => {
    const visitor = running.anonymous();
    expect(await visitor.data('{ regionPath(code: "510603") { name { zh } } }')).toEqual({
      regionPath: [{ name: { zh: '四川省' } }, { name: { zh: '德阳市' } }, { name: { zh: '旌阳区' } }],
    });
    expect(await visitor.data('{ regions(parent: "510600") { code } }')).toMatchObject({ regions: { length: 6 } });
    expect(await visitor.data('{ industries(q: "C3511") { code path { zh } } }')).toMatchObject({
      industries: [{ code: '3511' }],
    });
  });
});

describe('the lock', () => {
  it('says over the wire until when, to the right password too', async () => {
    const visitor = running.anonymous();
    for (let done = 0; done < 5; done += 1) await visitor.ask(signInDocument, { username: 'insurer', password: 'wrong' });
    const { errors } = await visitor.ask(signInDocument, { username: 'insurer', password: 'rongqiao-demo' });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('2026-11-23 10:15'),
      extensions: { code: 'NOT_ALLOWED', rule: 'signIn.locked', until: '2026-11-23T02:15:00.000Z' },
    });
  });
});

describe('lists', () => {
  it.each([
    [
      'organisations',
      '{ organisations(list: {perPage: 50}) { items { id allowedVerbs claimants { username organisation { name } } } } }',
    ],
    ['users', '{ users(list: {perPage: 50}) { items { id allowedVerbs organisation { name region { zh } } } } }'],
    ['auditEntries', '{ auditEntries(list: {perPage: 50}) { items { id verb details } } }'],
  ])('%s ask the database no more for fifty records than for two', async (name, document) => {
    const operator = await signedIn('operator');
    const few = await world.counting(() => operator.data(document.replace('50', '2')));
    const many = await world.counting(() => operator.data<Record<string, { items: unknown[] }>>(document));
    expect(many.result[name]?.items.length).toBeGreaterThan(2);
    expect(many.statements.length).toBe(few.statements.length);
  });
});
