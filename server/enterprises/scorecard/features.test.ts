import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoiceHistory, invoiceMonth } from '../../../tests/support/invoiceMonths';
import type { CalendarMonth } from '../../shared/dates';
import { type Features, featuresFrom, type MonthlyInvoices } from './features';

const unknown: Features = {
  averageMonthlySalesFen: null,
  activeMonthsShareBps: null,
  topCustomerShareBps: null,
  voidShareBps: null,
  suppliersPerMonth: null,
};

const quiet: Partial<MonthlyInvoices> = {
  outputFen: 0,
  inputFen: 0,
  outputCount: 0,
  inputCount: 0,
  outputVoidCount: 0,
  distinctCustomers: 0,
  distinctSuppliers: 0,
  topCustomerFen: 0,
  topSupplierFen: 0,
};

describe('featuresFrom', () => {
  it('averages over the months there are when they are fewer than 36', () => {
    expect(featuresFrom(invoiceHistory(12))).toEqual({
      averageMonthlySalesFen: 10_000_000,
      activeMonthsShareBps: 10_000,
      topCustomerShareBps: 5_000,
      voidShareBps: 1_000,
      suppliersPerMonth: 3,
    });
  });

  it.each([
    ['no month at all', []],
    ['11 months, one short of a year', invoiceHistory(11)],
  ])('knows nothing from %s', (_, months) => {
    expect(featuresFrom(months)).toEqual(unknown);
  });

  it('counts a month that is absent between the oldest and the newest as one without invoices', () => {
    const ends = [invoiceMonth('2019-01' as CalendarMonth), invoiceMonth('2019-12' as CalendarMonth)];
    expect(featuresFrom(ends)).toMatchObject({
      averageMonthlySalesFen: 1_666_700,
      activeMonthsShareBps: 1_667,
      suppliersPerMonth: 0.5,
    });
  });

  it('looks back 36 months from the newest and not one more', () => {
    const old = { outputFen: 99_000_000_000, outputVoidCount: 50, distinctSuppliers: 200 };
    const [oldest, ...rest] = invoiceHistory(37);
    if (oldest === undefined) throw new Error('the history is empty');
    expect(featuresFrom([{ ...oldest, ...old }, ...rest])).toEqual(featuresFrom(rest));
    const [first, ...later] = rest;
    if (first === undefined) throw new Error('the history is empty');
    expect(featuresFrom([{ ...first, ...old }, ...later])).not.toEqual(featuresFrom(rest));
  });

  it('does not call a month active in which as much was returned as sold', () => {
    const [, ...rest] = invoiceHistory(20);
    const returned = invoiceMonth('2018-05' as CalendarMonth, { outputFen: 0, outputNegativeCount: 1, outputNegativeFen: -100 });
    expect(featuresFrom([returned, ...rest]).activeMonthsShareBps).toBe(9_500);
  });

  it.each([
    ['no net sales', { outputFen: -100, topCustomerFen: 0 }, { topCustomerShareBps: null, averageMonthlySalesFen: -100 }],
    ['no sales invoice', quiet, { voidShareBps: null, topCustomerShareBps: null, averageMonthlySalesFen: 0 }],
    ['only void sales invoices', { ...quiet, outputVoidCount: 2 }, { voidShareBps: 10_000 }],
    ['a largest customer above the net whole', { outputFen: 4_000_000 }, { topCustomerShareBps: 10_000 }],
  ])('reads %s', (_, change, expected) => {
    expect(featuresFrom(invoiceHistory(24, change))).toMatchObject(expected);
  });

  it('does not depend on the order of the months', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(invoiceHistory(40), { minLength: 1 }), months => {
        const inOrder = months.toSorted((a, b) => (a.month < b.month ? -1 : 1));
        expect(featuresFrom(months)).toEqual(featuresFrom(inOrder));
      }),
    );
  });

  it('refuses a month given twice', () => {
    expect(() => featuresFrom([...invoiceHistory(12), ...invoiceHistory(1)])).toThrow('given twice');
  });
});
