import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anActor } from '../../tests/support/identity';
import { insuranceTerms } from '../../tests/support/oversight';
import { aDraft, aPublished, terms } from '../../tests/support/products';
import { openWorld, type World } from '../../tests/support/world';
import type { Actor } from '../shared/actor';
import { calendarDate } from '../shared/dates';
import { createProduct } from './createProduct';
import { gapsOf } from './gaps';
import { listProducts, publishedProducts } from './queries';
import { readTerms } from './readTerms';
import type { TermsInput } from './termsShape';
import { updateProduct } from './updateProduct';

let world: World;
let bank: Actor;
let insurer: Actor;
beforeEach(async () => {
  world = await openWorld();
  bank = await anActor(world, 'bank');
  insurer = await anActor(world, 'insurer');
});
afterEach(() => world.close());

const page = { page: 1, perPage: 25 };

describe('the kind of a product', () => {
  it('follows from the institution: a bank offers loans, an insurer insurance, the operator either on their behalf', async () => {
    const operator = world.contextFor(await anActor(world, 'operator'));
    const made = [
      await aDraft(world, bank),
      await aDraft(world, insurer, insuranceTerms),
      await createProduct(operator, { ...terms(), institutionId: bank.organisationId }),
      await createProduct(operator, { ...terms(insuranceTerms), institutionId: insurer.organisationId }),
    ];
    expect(made.map(({ kind }) => kind)).toEqual(['loan', 'insurance', 'loan', 'insurance']);
  });

  it('keeps insurance out of matching, on the shelf with its labels', async () => {
    const loan = await aPublished(world, bank);
    const cover = await aPublished(world, insurer, insuranceTerms);
    expect((await publishedProducts(world.db.read, calendarDate('2026-11-23'))).map(({ id }) => id)).toEqual([loan.id]);
    const red = await listProducts(world.db.read, null, { ...page, filter: { kind: 'insurance', label: 'redCredit' } });
    expect(red.items.map(({ id }) => id)).toEqual([cover.id]);
  });

  it.each<[string, Partial<TermsInput>]>([
    ['category', { category: 'tax' }],
    ['pricing', { pricing: { kind: 'fixed', rateBpsMin: 400 } }],
    ['repaymentMethods', { repaymentMethods: ['INTEREST_FIRST'] }],
    ['isUnsecured', { isUnsecured: true }],
    ['securities', { securities: ['REAL_ESTATE_MORTGAGE'] }],
    ['purposes', { purposes: ['WORKING_CAPITAL'] }],
  ])('refuses an insurance product that states %s as a loan would, new or changed', async (field, values) => {
    const wrong = { ...insuranceTerms, ...values };
    await expect(aDraft(world, insurer, wrong)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field } });
    const { id, version } = await aDraft(world, insurer, insuranceTerms);
    await expect(updateProduct(world.contextFor(insurer), { id, version, terms: terms(wrong) })).rejects.toMatchObject({
      details: { field },
    });
  });

  it('refuses a loan in the category of insurance', async () => {
    await expect(aDraft(world, bank, { category: 'insurance' })).rejects.toMatchObject({ details: { rule: 'category.ofKind' } });
  });

  it('asks an insurance product for no term of a loan', () => {
    expect(gapsOf(readTerms(insuranceTerms)).map(({ field }) => field)).toEqual(['contact']);
  });
});
