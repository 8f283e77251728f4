import { describe, expect, test } from 'vitest';
import type { Application } from '../../generated/schema';
import { type OfferForm, offerFormFor, offerInputOf } from './offerForm';

type Asked = Parameters<typeof offerFormFor>[0];

const asked = (
  product: Partial<Application['productVersion']>,
  demand: Partial<Application['demand']> = {},
  bargaining: object = {},
): Asked =>
  ({
    amountFen: 30_000_000,
    termMonths: 24,
    securities: ['REAL_ESTATE_MORTGAGE', 'PATENT_PLEDGE'],
    state: 'accepted',
    offers: [],
    counterOffers: [],
    demand: { repaymentMethods: [], ...demand },
    productVersion: {
      amountFenMax: null,
      termMonthsMax: null,
      pricing: null,
      repaymentMethods: [],
      securities: [],
      fees: [],
      ...product,
    },
    ...bargaining,
  }) as unknown as Asked;

const opened = (...of: Parameters<typeof asked>): OfferForm => offerFormFor(asked(...of), '2026-08-31');

describe('the form of an offer as it opens', () => {
  test('asks what the firm asked for, never above what the product says', () => {
    const form = opened({ amountFenMax: 20_000_000, termMonthsMax: 36, securities: ['PATENT_PLEDGE'] });
    expect(form).toMatchObject({ amountFen: 20_000_000, termMonths: 24, securities: ['PATENT_PLEDGE'] });
  });

  test.each([
    ['fixed pricing at the rate asked for', { kind: 'fixed' }, { kind: 'fixed', rateBps: 390 }],
    [
      'LPR pricing with the spread that gives the rate asked for',
      { kind: 'lpr', tenor: '1Y', spreadBps: 50, repricing: 'fixed' },
      { kind: 'lpr', tenor: '1Y', spreadBps: 20, repricing: 'fixed' },
    ],
  ])('answers a counter-offer with %s', (_, pricing, expected) => {
    const offer = { id: 'o1', rateBps: 420, pricing, dayBasis: 'ACT/365', conditions: '签约' };
    const counter = {
      offerId: 'o1',
      amountFen: 25_000_000,
      termMonths: 18,
      rateBps: 390,
      repaymentMethod: 'EQUAL_PRINCIPAL',
      securities: ['PATENT_PLEDGE'],
    };
    const bargaining = { state: 'countered', offers: [offer], counterOffers: [counter] };
    const { offerId: _offer, rateBps: _rate, ...wanted } = counter;
    expect(opened({}, {}, bargaining)).toMatchObject({
      ...wanted,
      dayBasis: 'ACT/365',
      conditions: '签约',
      pricing: expected,
    });
  });

  test('is valid for a month, to the last day of a shorter one', () => expect(opened({}).validUntil).toBe('2026-09-30'));

  test.each([
    ['a single rate', { kind: 'fixed', rateBpsMin: 435, rateBpsMax: 435 }, 435],
    ['a range of rates', { kind: 'fixed', rateBpsMin: 345, rateBpsMax: 435 }, null],
  ] as const)('of a product with %s the rate is %3$s', (_, pricing, rateBps) =>
    expect(opened({ pricing: pricing as Asked['productVersion']['pricing'] }).pricing.rateBps).toBe(rateBps),
  );

  test.each([
    ['the wish of the firm where the product has it', ['INTEREST_FIRST', 'LUMP_SUM'], ['LUMP_SUM'], 'LUMP_SUM'],
    ['the only one the product has', ['INTEREST_FIRST'], ['LUMP_SUM'], 'INTEREST_FIRST'],
    ['left open otherwise', ['INTEREST_FIRST', 'LUMP_SUM'], [], null],
  ] as const)('the repayment is %s', (_, offered, wanted, method) =>
    expect(opened({ repaymentMethods: offered }, { repaymentMethods: wanted }).repaymentMethod).toBe(method),
  );
});

const whole: OfferForm = {
  ...opened({}),
  pricing: { kind: 'fixed', rateBps: 435, tenor: '1Y', spreadBps: null, repricing: 'fixed' },
  repaymentMethod: 'EQUAL_INSTALLMENT',
  dueDay: 20,
};

describe('what the form says', () => {
  test('is a whole offer, with nothing of the pricing that was not chosen', () =>
    expect(offerInputOf(whole)?.pricing).toEqual({ kind: 'fixed', rateBps: 435 }));

  test.each<[string, Partial<OfferForm>]>([
    ['without an amount', { amountFen: null }],
    ['with an amount that is no figure', { amountFen: Number.NaN }],
    ['without a rate', { pricing: { ...whole.pricing, rateBps: null } }],
    ['on the LPR without points', { pricing: { ...whole.pricing, kind: 'lpr' } }],
    ['without a last day', { validUntil: null }],
    ['with a fee that nobody pays yet', { fees: [{ kind: 'guarantee', rateBps: 50 }] as unknown as OfferForm['fees'] }],
    ['by a plan without rows', { repaymentMethod: 'SCHEDULED' }],
    ['by a plan with a row half filled in', { repaymentMethod: 'SCHEDULED', plan: [{ afterMonths: 12, principalFen: null }] }],
  ])('is nothing yet %s', (_, change) => expect(offerInputOf({ ...whole, ...change })).toBeNull());

  test('has a due day only where the method pays every month', () => {
    expect(offerInputOf(whole)?.dueDay).toBe(20);
    expect(offerInputOf({ ...whole, repaymentMethod: 'LUMP_SUM' })?.dueDay).toBeNull();
  });

  test('has a plan only where it is repaid by one', () => {
    const plan = [{ afterMonths: 24, principalFen: 30_000_000 }];
    expect(offerInputOf({ ...whole, plan })?.plan).toBeNull();
    expect(offerInputOf({ ...whole, plan, repaymentMethod: 'SCHEDULED' })?.plan).toEqual(plan);
  });
});
