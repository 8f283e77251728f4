import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anActor, anOrganisation } from '../../tests/support/identity';
import { aDraft, aPublished, aSubmitted, terms } from '../../tests/support/products';
import { openWorld, type World } from '../../tests/support/world';
import { suspendOrganisation } from '../identity/organisations/suspendOrganisation';
import type { Actor } from '../shared/actor';
import { calendarDate } from '../shared/dates';
import { createProduct } from './createProduct';
import { recordLprQuote } from './lpr/recordLprQuote';
import { listProducts, type ProductFilter, productOf, productsByIds, publishedProducts } from './queries';
import { suspendProduct } from './suspendProduct';

let world: World;
let bank: Actor;
let operator: Actor;
let firm: Actor;

beforeEach(async () => {
  world = await openWorld();
  bank = await anActor(world, 'bank');
  operator = await anActor(world, 'operator');
  firm = await anActor(world, 'enterprise');
});
afterEach(() => world.close());

const list = { page: 1, perPage: 25 };
const namesFor = async (actor: Actor | null, filter: ProductFilter = {}, q: string | null = null) => {
  const { items, total } = await listProducts(world.db.read, actor, { ...list, sort: 'name', q, filter });
  expect(total).toBe(items.length);
  return items.map(({ terms }) => terms.name);
};

describe('listProducts', () => {
  it('shows everyone what is published, its bank all of its own, the operator what was handed in', async () => {
    await aDraft(world, bank, { name: 'a 草稿' });
    await aSubmitted(world, bank, { name: 'b 待审' });
    await aPublished(world, bank, { name: 'c 在售' });
    const halted = await aPublished(world, bank, { name: 'd 暂停' });
    await suspendProduct(world.contextFor(bank), { id: halted.id, version: halted.version, reason: '额度用完' });
    await createProduct(world.contextFor(operator), { ...terms({ name: 'e 代拟' }), institutionId: bank.organisationId });
    const rival = await anActor(world, 'bank');
    expect(await namesFor(null)).toEqual(['c 在售']);
    expect(await namesFor(firm)).toEqual(['c 在售']);
    expect(await namesFor(rival)).toEqual(['c 在售']);
    expect(await namesFor(bank)).toEqual(['a 草稿', 'b 待审', 'c 在售', 'd 暂停', 'e 代拟']);
    expect(await namesFor(operator)).toEqual(['b 待审', 'c 在售', 'd 暂停', 'e 代拟']);
    expect(await namesFor(bank, { state: 'draft' })).toEqual(['a 草稿', 'e 代拟']);
    expect(await namesFor(operator, { state: 'inReview' })).toEqual(['b 待审']);
    expect(await namesFor(operator, { revision: 'inReview' })).toEqual(['b 待审']);
    expect(await namesFor(bank, { state: 'suspended' })).toEqual(['d 暂停']);
  });

  it('offers nobody the products of a bank that was suspended; the bank and the operator still see them', async () => {
    const { id } = await aPublished(world, bank, { name: 'a 在售' });
    const today = calendarDate('2026-11-23');
    expect((await publishedProducts(world.db.read, today)).map(product => product.id)).toEqual([id]);
    await suspendOrganisation(world.contextFor(operator), { id: bank.organisationId, version: 1, reason: '整改' });
    expect(await publishedProducts(world.db.read, today)).toEqual([]);
    for (const outsider of [null, firm, await anActor(world, 'bank')]) {
      expect(await namesFor(outsider)).toEqual([]);
      expect(await namesFor(outsider, {}, '在售')).toEqual([]);
      await expect(productOf(world.db.read, outsider, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await productsByIds(world.db.read, outsider, [id])).toEqual([expect.objectContaining({ code: 'NOT_FOUND' })]);
    }
    for (const insider of [bank, operator]) {
      expect(await namesFor(insider)).toEqual(['a 在售']);
      expect(await productOf(world.db.read, insider, id)).toMatchObject({ id });
    }
  });

  it('filters by what the terms say, and what they leave open excludes nothing', async () => {
    await aPublished(world, bank, { name: 'a 窄', securities: ['PATENT_PLEDGE'], isUnsecured: false, category: 'ipPledge' });
    await aPublished(world, bank, {
      name: 'b 宽',
      amountFenMin: null,
      amountFenMax: null,
      termMonthsMin: null,
      termMonthsMax: null,
      regionCodes: [],
      labels: ['green'],
      repaymentMethods: ['FLEXIBLE'],
    });
    expect(await namesFor(null, { amountFen: 300_000_000 })).toEqual(['a 窄', 'b 宽']);
    expect(await namesFor(null, { amountFen: 300_000_001 })).toEqual(['b 宽']);
    expect(await namesFor(null, { amountFen: 9_999_999 })).toEqual(['b 宽']);
    expect(await namesFor(null, { termMonths: 12 })).toEqual(['a 窄', 'b 宽']);
    expect(await namesFor(null, { termMonths: 13 })).toEqual(['b 宽']);
    expect(await namesFor(null, { security: 'PATENT_PLEDGE' })).toEqual(['a 窄']);
    expect(await namesFor(null, { isUnsecured: true })).toEqual(['b 宽']);
    expect(await namesFor(null, { category: 'ipPledge' })).toEqual(['a 窄']);
    expect(await namesFor(null, { label: 'green' })).toEqual(['b 宽']);
    expect(await namesFor(null, { repaymentMethod: 'FLEXIBLE' })).toEqual(['b 宽']);
    expect(await namesFor(null, { regionCode: '510603' })).toEqual(['a 窄', 'b 宽']);
    expect(await namesFor(null, { regionCode: '510600' })).toEqual(['a 窄', 'b 宽']);
    expect(await namesFor(null, { regionCode: '510700' })).toEqual(['b 宽']);
    expect(await namesFor(null, { institutionId: firm.organisationId })).toEqual([]);
  });

  it('finds words in the names of product and bank, signs taken literally', async () => {
    const named = await anOrganisation(world, { kind: 'bank', name: '绵竹农商银行' });
    await createProduct(world.contextFor(operator), { ...terms({ name: '100%贷' }), institutionId: named.id });
    await createProduct(world.contextFor(operator), { ...terms({ name: '百分贷' }), institutionId: bank.organisationId });
    expect(await namesFor(operator, {}, '绵竹')).toEqual(['100%贷']);
    expect(await namesFor(operator, {}, '0%')).toEqual(['100%贷']);
    expect(await namesFor(operator, {}, '0_')).toEqual([]);
  });

  it('refuses an unknown sort and a page without end', async () => {
    await expect(listProducts(world.db.read, null, { ...list, sort: 'rule' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(listProducts(world.db.read, null, { ...list, perPage: 201 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('asks the database as often for one product as for many', async () => {
    await aPublished(world, bank);
    const one = await world.counting(() => listProducts(world.db.read, null, list));
    for (let n = 0; n < 4; n++) await aPublished(world, bank);
    const five = await world.counting(() => listProducts(world.db.read, null, list));
    expect(five.result.items).toHaveLength(5);
    expect(five.statements).toHaveLength(one.statements.length);
  });
});

describe('publishedProducts', () => {
  it('gives matching the version in force with the rate of the day', async () => {
    await recordLprQuote(world.contextFor(operator), { publishedOn: '2026-09-21', tenor: '1Y', rateBps: 300, source: '测试' });
    await aDraft(world, bank);
    const published = await aPublished(world, bank, { industryCodesExcluded: ['K'] });
    const halted = await aPublished(world, bank);
    await suspendProduct(world.contextFor(bank), { id: halted.id, version: halted.version, reason: '额度用完' });
    const [only, ...others] = await publishedProducts(world.db.read, calendarDate('2026-11-23'));
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      id: published.id,
      versionId: published.currentVersionId,
      rule: { all: [{ attr: 'taxCreditGrade', op: 'in', value: ['A', 'B'] }] },
      terms: { rateBpsMin: 330, amountFenMax: 300_000_000, regions: ['510600'], industriesExcluded: ['K'], isUnsecured: true },
    });
    const [earlier] = await publishedProducts(world.db.read, calendarDate('2026-09-20'));
    expect(earlier?.terms.rateBpsMin).toBeNull();
  });
});
