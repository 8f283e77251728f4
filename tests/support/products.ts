import { createProduct } from '../../server/products/createProduct';
import { publishProduct } from '../../server/products/publishProduct';
import { submitProduct } from '../../server/products/submitProduct';
import type { Product } from '../../server/products/tables';
import type { TermsInput } from '../../server/products/termsShape';
import { type Actor, systemActor } from '../../server/shared/actor';
import type { World } from './world';

/** Terms that are complete and valid; whatever a test cares about, it says. */
export const terms = (values: Partial<TermsInput> = {}): TermsInput => ({
  name: '德税贷',
  category: 'tax',
  labels: ['inclusive'],
  amountFenMin: 10_000_000,
  amountFenMax: 300_000_000,
  termMonthsMin: 3,
  termMonthsMax: 12,
  pricing: { kind: 'lpr', tenor: '1Y', spreadBpsMin: 30, spreadBpsMax: 120, repricing: 'fixed' },
  repaymentMethods: ['INTEREST_FIRST'],
  isUnsecured: true,
  regionCodes: ['510600'],
  rule: { all: [{ attr: 'taxCreditGrade', op: 'in', value: ['A', 'B'] }] },
  ...values,
});

const operator = systemActor('test');

/** A draft of `bank`'s. */
export const aDraft = (world: World, bank: Actor, values: Partial<TermsInput> = {}): Promise<Product> =>
  createProduct(world.contextFor(bank), terms(values));

/** A product of `bank`'s that waits for review. */
export async function aSubmitted(world: World, bank: Actor, values: Partial<TermsInput> = {}): Promise<Product> {
  const draft = await aDraft(world, bank, values);
  return submitProduct(world.contextFor(bank), { id: draft.id, version: draft.version });
}

/** A product of `bank`'s that was reviewed and published. */
export async function aPublished(world: World, bank: Actor, values: Partial<TermsInput> = {}): Promise<Product> {
  const submitted = await aSubmitted(world, bank, values);
  return publishProduct(world.contextFor(operator), { id: submitted.id, version: submitted.version });
}
