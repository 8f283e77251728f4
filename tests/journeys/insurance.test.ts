import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Product } from '../../server/products/tables';
import { aFirm, type Firm } from '../support/enterprises';
import { type Client, type Running, serve } from '../support/http';
import { anActor } from '../support/identity';
import { aContract, insuranceTerms } from '../support/oversight';
import { aPublished } from '../support/products';
import { openWorld, type World } from '../support/world';

const uscc = '91510603MA6AAAA105';

let world: World;
let server: Running;
let cover: Product;
let firm: Firm;
let asInsurer: Client;

beforeAll(async () => {
  world = await openWorld();
  server = await serve(world);
  const insurer = await anActor(world, 'insurer');
  cover = await aPublished(world, insurer, insuranceTerms);
  firm = await aFirm(world, { name: '德阳红旗机械有限公司', uscc });
  const other = await aFirm(world, { name: '德阳东风机械有限公司', uscc: '91510604MA6BBBB248' });
  await aContract(world, { insurer, cover }, { firm, number: 'A1', coverFen: 1 });
  await aContract(world, { insurer, cover }, { firm: other, number: 'A2', coverFen: 1 });
  asInsurer = await server.as(insurer);
});
afterAll(async () => {
  await server.close();
  await world.close();
});

describe('the contracts of an insurer', () => {
  it('name the firm of each', async () => {
    const { insuranceContracts } = await asInsurer.data(
      '{ insuranceContracts(list: { sort: "number", order: ASC }) { items { number enterprise { name kind } } } }',
    );
    expect(insuranceContracts).toEqual({
      items: [
        { number: 'A1', enterprise: { name: '德阳红旗机械有限公司', kind: 'enterprise' } },
        { number: 'A2', enterprise: { name: '德阳东风机械有限公司', kind: 'enterprise' } },
      ],
    });
  });

  it('name the firm in the answer to registering one', async () => {
    const { registerInsuranceContract } = await asInsurer.data(
      'mutation ($input: InsuranceContractInput!) { registerInsuranceContract(input: $input) { number enterprise { id name } } }',
      {
        input: {
          productId: cover.id,
          uscc,
          number: 'A3',
          coverFen: 100,
          premiumFen: 1,
          startsOn: '2026-03-01',
          endsOn: '2027-02-28',
        },
      },
    );
    expect(registerInsuranceContract).toEqual({ number: 'A3', enterprise: { id: firm.id, name: '德阳红旗机械有限公司' } });
  });
});

it('one label is red credit on a loan and red insurance on an insurance product, and the others are called alike', async () => {
  type Word = { code: string; label: { zh: string; en: string } };
  const { productVocabulary } = await asInsurer.data<{ productVocabulary: { labels: Word[]; insuranceLabels: Word[] } }>(
    '{ productVocabulary { labels { code label { zh en } } insuranceLabels { code label { zh en } } } }',
  );
  const differing = productVocabulary.insuranceLabels.filter(
    ({ code, label }) => productVocabulary.labels.find(word => word.code === code)?.label.zh !== label.zh,
  );
  expect(differing).toEqual([{ code: 'redCredit', label: { zh: '红色保险', en: 'Red insurance' } }]);
  expect(productVocabulary.labels).toContainEqual({ code: 'redCredit', label: { zh: '红色信贷', en: 'Red credit' } });
  expect(productVocabulary.insuranceLabels).toHaveLength(productVocabulary.labels.length);
});
