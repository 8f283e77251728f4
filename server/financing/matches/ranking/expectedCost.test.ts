import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Fee } from '../../../products/terms';
import { calendarDate } from '../../../shared/dates';
import { annualisedCost } from '../../cost/annualisedCost';
import { repaymentSchedule } from '../../repayment/schedule';
import { expectedCost, type PricedProduct, type WantedLoan } from './expectedCost';

const today = calendarDate('2026-11-23');

const product = (values: Partial<PricedProduct> = {}): PricedProduct => ({
  amountFenMin: 10_000_000,
  amountFenMax: 300_000_000,
  termMonthsMin: 3,
  termMonthsMax: 36,
  rateBpsMin: 435,
  rateBpsMax: 600,
  fees: [],
  repaymentMethods: ['EQUAL_INSTALLMENT', 'INTEREST_FIRST'],
  ...values,
});

const fee = (values: Partial<Fee> = {}): Fee => ({
  kind: 'guarantee',
  chargedBy: 'guarantor',
  paidBy: 'enterprise',
  timing: 'yearly',
  amountFen: null,
  rateBps: 100,
  note: null,
  ...values,
});

const wanted = (values: Partial<WantedLoan> = {}): WantedLoan => ({
  amountFen: 100_000_000,
  termMonths: 12,
  repaymentMethods: [],
  ...values,
});

const costOf = (of: Partial<PricedProduct>, wish: Partial<WantedLoan> = {}) => expectedCost(product(of), wanted(wish), today);

describe('what a loan would cost', () => {
  it('is the stated range where interest is paid by the month and nothing else', () =>
    expect(costOf({})).toEqual({
      costBpsMin: 435,
      costBpsMax: 600,
      missing: null,
      amountFen: 100_000_000,
      termMonths: 12,
      repaymentMethod: 'EQUAL_INSTALLMENT',
    }));

  it('holds the fees of the firm, which weigh more the sooner principal is repaid', () => {
    expect(costOf({ fees: [fee()] }).costBpsMin).toBe(623);
    expect(costOf({ fees: [fee()] }, { repaymentMethods: ['INTEREST_FIRST'] }).costBpsMin).toBe(538);
  });

  it('leaves out the fees that others pay or that an event brings about', () => {
    const fees = [fee({ paidBy: 'government' }), fee({ paidBy: 'institution' }), fee({ timing: 'onEvent', rateBps: 500 })];
    expect(costOf({ fees })).toMatchObject({ costBpsMin: 435, costBpsMax: 600 });
  });

  it('feels a fixed fee more in a small loan, and a fee by rate the same in any', () => {
    const fixed = { fees: [fee({ timing: 'once', rateBps: null, amountFen: 100_000 })] };
    const [small, large] = [10_000_000, 100_000_000].map(amountFen => costOf(fixed, { amountFen }).costBpsMin);
    expect(small).toBeGreaterThan(large ?? 0);
    expect(costOf({ fees: [fee()] }, { amountFen: 10_000_000 }).costBpsMin).toBe(623);
  });

  it('compounds by the month what is paid at maturity: 12 × (1.0435^(1/12) − 1)', () =>
    expect(costOf({ repaymentMethods: ['LUMP_SUM'] }).costBpsMin).toBe(427));

  it('is the rate itself wherever interest is paid by the month and there are no fees', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('EQUAL_INSTALLMENT' as const, 'EQUAL_PRINCIPAL' as const, 'INTEREST_FIRST' as const),
        fc.integer({ min: 0, max: 2400 }),
        fc.integer({ min: 1, max: 60 }),
        (method, rateBps, termMonths) => {
          const schedule = repaymentSchedule({
            method,
            rateBps,
            termMonths,
            principalFen: 100_000_000,
            disbursedOn: today,
            dayBasis: '30/360',
          });
          expect(Math.round(annualisedCost(schedule).nominalRatePpm / 100)).toBe(rateBps);
        },
      ),
      { numRuns: 30 },
    ));

  it('takes a million yuan for a year, within the limits of the product, where the firm has not said', () => {
    const unsaid = { amountFen: null, termMonths: null };
    expect(costOf({}, unsaid)).toMatchObject({ amountFen: 100_000_000, termMonths: 12 });
    expect(costOf({ amountFenMax: 50_000_000, termMonthsMin: 24 }, unsaid)).toMatchObject({
      amountFen: 50_000_000,
      termMonths: 24,
    });
    expect(costOf({ amountFenMin: null, amountFenMax: null, termMonthsMin: null, termMonthsMax: null }, unsaid)).toMatchObject({
      amountFen: 100_000_000,
      termMonths: 12,
    });
  });

  test.each([
    ['the first offered that the firm accepts', ['EQUAL_INSTALLMENT', 'INTEREST_FIRST'], ['INTEREST_FIRST'], 'INTEREST_FIRST'],
    ['the first offered where none is accepted', ['EQUAL_INSTALLMENT'], ['LUMP_SUM'], 'EQUAL_INSTALLMENT'],
    ['the first accepted where none is named', [], ['LUMP_SUM'], 'LUMP_SUM'],
    ['equal instalments where nobody says', [], [], 'EQUAL_INSTALLMENT'],
    ['interest first for a plan yet to be agreed', ['SCHEDULED'], [], 'INTEREST_FIRST'],
  ] as const)('reckons with %s', (_, offered, accepted, expected) =>
    expect(costOf({ repaymentMethods: offered }, { repaymentMethods: accepted }).repaymentMethod).toBe(expected),
  );

  test.each([
    ['no rate is stated', { rateBpsMin: null, rateBpsMax: null }, 'rate'],
    ['a fee has no figure', { fees: [fee({ rateBps: null, note: '按实' })] }, 'fee'],
    ['fees pass half the loan', { fees: [fee({ timing: 'once', rateBps: 5001 })] }, 'feesTooHigh'],
    ['monthly fees pass it together', { fees: [fee({ timing: 'monthly', rateBps: null, amountFen: 5_000_000 })] }, 'feesTooHigh'],
  ] as const)('is not known where %s', (_, values, missing) =>
    expect(costOf(values)).toMatchObject({ costBpsMin: null, costBpsMax: null, missing }),
  );

  it('reckons fees of exactly half the loan', () =>
    expect(costOf({ fees: [fee({ timing: 'once', rateBps: 5000 })] }).missing).toBeNull());

  it('knows one end where only one is stated', () =>
    expect(costOf({ rateBpsMax: null })).toMatchObject({ costBpsMin: 435, costBpsMax: null, missing: null }));
});
