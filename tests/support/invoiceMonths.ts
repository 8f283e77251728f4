import type { MonthlyInvoices } from '../../server/enterprises/scorecard/features';
import { type CalendarDate, type CalendarMonth, calendarDate, monthOf, shiftMonth } from '../../server/shared/dates';

/** A month of an ordinary small firm: 10 万元 sold on ten invoices, one void, to four customers, the largest taking half. */
export const invoiceMonth = (month: CalendarMonth, change: Partial<MonthlyInvoices> = {}): MonthlyInvoices => ({
  month,
  outputFen: 10_000_000,
  inputFen: 6_000_000,
  outputTaxFen: 1_150_000,
  inputTaxFen: 690_000,
  outputCount: 9,
  inputCount: 6,
  outputVoidCount: 1,
  inputVoidCount: 0,
  outputNegativeCount: 0,
  inputNegativeCount: 0,
  outputNegativeFen: 0,
  inputNegativeFen: 0,
  distinctCustomers: 4,
  distinctSuppliers: 3,
  topCustomerFen: 5_000_000,
  topSupplierFen: 3_000_000,
  ...change,
});

/** `count` ordinary months in a row, the last of them that of `through`. */
export const invoiceHistory = (
  count: number,
  change: Partial<MonthlyInvoices> = {},
  through: CalendarDate = calendarDate('2019-12-31'),
): MonthlyInvoices[] =>
  Array.from({ length: count }, (_, index) => invoiceMonth(shiftMonth(monthOf(through), index - count + 1), change));
