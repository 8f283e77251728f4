import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/dates';
import { type Invoice, InvoiceMonths } from './invoiceMonths';

const sale = (change: Partial<Invoice> = {}): Invoice => ({
  direction: 'output',
  date: calendarDate('2019-03-15'),
  counterparty: 'B1',
  totalFen: 11_300,
  taxFen: 1_300,
  isVoid: false,
  ...change,
});

const summed = (...invoices: Invoice[]) => {
  const months = new InvoiceMonths();
  for (const invoice of invoices) months.add(invoice);
  return months.months();
};

describe('InvoiceMonths', () => {
  it('answers nothing without invoices', () => {
    expect(summed()).toEqual([]);
  });

  it('sums sales and purchases of a month apart', () => {
    expect(summed(sale(), sale({ counterparty: 'B2', totalFen: 22_600, taxFen: 2_600 }), sale({ direction: 'input' }))).toEqual([
      {
        month: '2019-03',
        outputFen: 33_900,
        inputFen: 11_300,
        outputTaxFen: 3_900,
        inputTaxFen: 1_300,
        outputCount: 2,
        inputCount: 1,
        outputVoidCount: 0,
        inputVoidCount: 0,
        outputNegativeCount: 0,
        inputNegativeCount: 0,
        outputNegativeFen: 0,
        inputNegativeFen: 0,
        distinctCustomers: 2,
        distinctSuppliers: 1,
        topCustomerFen: 22_600,
        topSupplierFen: 11_300,
      },
    ]);
  });

  it('nets a negative invoice against its sale and counts it as valid', () => {
    expect(summed(sale(), sale({ totalFen: -11_300, taxFen: -1_300 }))).toMatchObject([
      {
        outputFen: 0,
        outputTaxFen: 0,
        outputCount: 2,
        outputNegativeCount: 1,
        outputNegativeFen: -11_300,
        distinctCustomers: 1,
        topCustomerFen: 0,
      },
    ]);
  });

  it('lets a void invoice enter nothing but the void count, negative or not', () => {
    expect(summed(sale({ isVoid: true }), sale({ isVoid: true, totalFen: -5 }))).toMatchObject([
      { outputFen: 0, outputTaxFen: 0, outputCount: 0, outputVoidCount: 2, outputNegativeCount: 0, distinctCustomers: 0 },
    ]);
  });

  it('parts the last day of a month from the first of the next and puts the oldest first', () => {
    const months = summed(sale({ date: calendarDate('2020-01-01') }), sale({ date: calendarDate('2019-12-31') }));
    expect(months.map(({ month, outputCount }) => [month, outputCount])).toEqual([
      ['2019-12', 1],
      ['2020-01', 1],
    ]);
  });
});
