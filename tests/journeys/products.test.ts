import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../server/shared/actor';
import { type Client, type Running, serve } from '../support/http';
import { anActor } from '../support/identity';
import { aPublished } from '../support/products';
import { openWorld, type World } from '../support/world';

let world: World;
let server: Running;
let bank: Actor;
let asBank: Client;
let asOperator: Client;

beforeAll(async () => {
  world = await openWorld();
  server = await serve(world);
  bank = await anActor(world, 'bank');
  asBank = await server.as(bank);
  asOperator = await server.as(await anActor(world, 'operator'));
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const fields = 'id version state revision allowedVerbs terms { name number }';
type ProductAnswer = {
  id: string;
  version: number;
  state: string;
  revision: string;
  allowedVerbs: string[];
  terms: { name: string; number: number };
};

/** Calls a verb of `product` and gives the product back as it then is. */
async function act(client: Client, verb: string, product: ProductAnswer, more = ''): Promise<ProductAnswer> {
  const { [verb]: changed } = await client.data<Record<string, ProductAnswer>>(
    `mutation { ${verb}(id: "${product.id}", version: ${product.version}${more}) { ${fields} } }`,
  );
  if (!changed) throw new Error(`${verb} answered nothing`);
  return changed;
}

describe('a product from draft to shelf', () => {
  it('is written by the bank, returned and published by the operator, revised while in force', async () => {
    const input = {
      name: '德税贷',
      category: 'tax',
      amountFenMax: 300_000_000,
      pricing: { kind: 'lpr', tenor: '1Y', spreadBpsMin: 30, spreadBpsMax: 120, repricing: 'fixed' },
      isUnsecured: true,
      rule: { all: [{ attr: 'taxCreditGrade', op: 'in', value: ['A', 'B'] }] },
    };
    const { createProduct: draft } = await asBank.data<{ createProduct: ProductAnswer }>(
      `mutation ($input: ProductInput!) { createProduct(input: $input) { ${fields} } }`,
      { input },
    );
    expect(draft).toMatchObject({ state: 'draft', allowedVerbs: ['updateProduct', 'submitProduct', 'withdrawProduct'] });
    const submitted = await act(asBank, 'submitProduct', draft);
    const returned = await act(asOperator, 'returnProduct', submitted, ', reason: "请补充期限"');
    expect(returned).toMatchObject({ state: 'draft', allowedVerbs: [] });
    expect((await asOperator.ask(`{ product(id: "${draft.id}") { id } }`)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const published = await act(asOperator, 'publishProduct', await act(asBank, 'submitProduct', returned));
    expect(published).toMatchObject({ state: 'published', revision: 'none' });

    const { updateProduct: revised } = await asBank.data<{ updateProduct: ProductAnswer & { draft: { name: string } } }>(
      `mutation ($input: ProductTermsInput!) {
        updateProduct(id: "${published.id}", version: ${published.version}, input: $input) { ${fields} draft { name } }
      }`,
      { input: { ...input, name: '德税贷二代' } },
    );
    expect(revised).toMatchObject({
      state: 'published',
      revision: 'draft',
      terms: { name: '德税贷' },
      draft: { name: '德税贷二代' },
    });
    const { product: seen } = await server
      .anonymous()
      .data<{ product: object }>(
        `{ product(id: "${published.id}") { revision terms { name rates { rateBpsMin lprPublishedOn } ruleSentences { text { zh } } gaps { field } } draft { name } } }`,
      );
    expect(seen).toEqual({
      revision: 'none',
      draft: null,
      terms: {
        name: '德税贷',
        rates: { rateBpsMin: null, lprPublishedOn: null },
        ruleSentences: [{ text: { zh: '纳税信用等级为A级或B级' } }],
        gaps: [{ field: 'termMonthsMax' }, { field: 'repaymentMethods' }, { field: 'contact' }],
      },
    });
  });

  it('refuses a wrong field by name, in the language asked for', async () => {
    const answer = await asBank.ask(`mutation ($input: ProductInput!) { createProduct(input: $input) { id } }`, {
      input: { name: '倒挂贷', category: 'tax', amountFenMin: 200, amountFenMax: 100 },
    });
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'amountFenMin',
      rule: 'amountFenMin.inverted',
    });
    expect(answer.errors?.[0]?.message).toMatch(/下限高于上限/);
  });

  it('answers a rule that is being written with problems or with sentences', async () => {
    const ask = 'query ($rule: RuleJson!) { checkRule(rule: $rule) { problems { path rule } sentences { text { en } } } }';
    expect(await asBank.data(ask, { rule: { all: [{ attr: 'employees', op: '>=', value: 20 }] } })).toMatchObject({
      checkRule: { problems: [], sentences: [{ text: { en: expect.stringContaining('at least 20') } }] },
    });
    expect(await asBank.data(ask, { rule: { all: [{ attr: 'employees', op: 'is', value: true }] } })).toMatchObject({
      checkRule: { problems: [{ path: '/all/0/op', rule: 'operatorNotOfKind' }] },
    });
  });

  it('asks the database as often for a page of one as for a page of many', async () => {
    for (let n = 0; n < 3; n++) await aPublished(world, bank);
    const page = (perPage: number) =>
      world.counting(() =>
        asBank.data(`{ products(list: { perPage: ${perPage} }) {
          total items { id institution { name } terms { name rates { rateBpsMin } ruleSentences { path } } draft { name } }
        } }`),
      );
    await page(1);
    const one = await page(1);
    const many = await page(25);
    expect(many.statements).toHaveLength(one.statements.length);
  });
});
