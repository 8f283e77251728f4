import type { taxAttributes } from '../../matching/dictionary/tax';
import { bpsPerUnit, shareBps } from '../../shared/rate';
import { flagIn, numberIn, textIn } from './creditFile';
import {
  anyEntry,
  type Derivation,
  field,
  fieldOf,
  fieldsSum,
  hasEnded,
  lastMonths,
  monthsGrowth,
  monthsInARow,
  monthsSum,
  sumOf,
} from './derivation';

const sales = field('outputFen');
const purchases = field('inputFen');

export const taxDerivations: Readonly<Record<keyof typeof taxAttributes, Derivation>> = {
  taxCreditGrade: fieldOf('TAX_CREDIT_GRADE', 'grade'),

  taxPaidLast12MonthsFen: monthsSum('TAX_PAID', 12, fieldsSum('vatPaidFen', 'incomeTaxPaidFen', 'otherTaxPaidFen')),
  declaredSalesLast12MonthsFen: monthsSum('TAX_PAID', 12, field('declaredSalesFen')),
  taxFilingMonths: monthsInARow('TAX_PAID', record => flagIn(record, 'isFiledOnTime')),
  taxRefundLast12MonthsFen: monthsSum('TAX_PAID', 12, field('refundFen')),

  invoicedSalesLast12MonthsFen: monthsSum('VAT_INVOICE_SUMMARY', 12, sales),
  invoicedPurchasesLast12MonthsFen: monthsSum('VAT_INVOICE_SUMMARY', 12, purchases),
  invoicingMonthsLast12: invoicingMonths(12),
  invoicingMonthsLast24: invoicingMonths(24),
  invoicedSalesGrowthBps: monthsGrowth('VAT_INVOICE_SUMMARY', 12, sales),
  invoicedSalesGrowthLast6MonthsBps: monthsGrowth('VAT_INVOICE_SUMMARY', 6, sales),
  voidInvoiceRateBps: shareOfWindow('outputVoidCount', fieldsSum('outputCount', 'outputVoidCount')),
  topCustomerShareBps: shareOfWindow('topCustomerFen', sales),
  topSupplierShareBps: shareOfWindow('topSupplierFen', purchases),

  hasTaxArrears: isOnRecord('ARREARS'),
  isNonNormalTaxpayer: isOnRecord('NON_NORMAL'),
  hasMajorTaxViolation: isOnRecord('MAJOR_VIOLATION'),
};

/** The months of the last `months`, up to the newest on record, in which a valid output invoice was issued. */
function invoicingMonths(months: number): Derivation {
  return file => {
    const window = lastMonths(file.byPeriod('VAT_INVOICE_SUMMARY'), months);
    if (window.length === 0) return null;
    return { value: window.filter(record => (numberIn(record, 'outputCount') ?? 0) > 0).length, records: window };
  };
}

/**
 * The share of the field `part` in `whole` over the last 12 months, at most all of it.
 *
 * A month's summary names no counterparty, so the largest of the year is not to be had from it: the months' largest are
 * added up instead. The year's largest cannot have more than that: the share never looks better than it is.
 */
function shareOfWindow(part: string, whole: (record: Parameters<typeof sales>[0]) => number | null): Derivation {
  return file => {
    const window = lastMonths(file.byPeriod('VAT_INVOICE_SUMMARY'), 12);
    const parts = sumOf(window, field(part));
    const total = sumOf(window, whole);
    const value = parts === null || total === null ? null : shareBps(parts, total);
    return value === null ? null : { value: Math.min(value, bpsPerUnit), records: window };
  };
}

function isOnRecord(item: string): Derivation {
  return anyEntry('TAX_ARREARS', (entry, today) => textIn(entry, 'item') === item && !hasEnded(entry, 'clearedOn', today));
}
