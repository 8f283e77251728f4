import type { CalendarMonth } from '../../shared/dates';
import { type Fen, fenPerYuan } from '../../shared/money';
import { type Bps, bpsPerUnit } from '../../shared/rate';

/**
 * One month of one firm's VAT invoices as the tax bureau sums them up: the value of a VAT_INVOICE_SUMMARY record.
 *
 * Every field follows from the invoices dated in this month alone, so importing another month never changes it.
 * Output is what the firm sold (销项), input what it bought (进项). Amounts are 价税合计, tax included.
 * Valid invoices make every figure but the void counts; a negative invoice (红字) is valid and nets its sale by itself.
 * A void invoice (作废) enters no amount and no counterparty, only its void count.
 */
export type MonthlyInvoices = {
  readonly month: CalendarMonth;
  /** Sum of valid output invoices, net of negative ones; below zero when more was returned than sold. */
  readonly outputFen: Fen;
  readonly inputFen: Fen;
  /** The tax (税额) inside `outputFen` and `inputFen`, net in the same way. */
  readonly outputTaxFen: Fen;
  readonly inputTaxFen: Fen;
  /** Valid invoices, negative ones among them. */
  readonly outputCount: number;
  readonly inputCount: number;
  readonly outputVoidCount: number;
  readonly inputVoidCount: number;
  /** Valid invoices below zero, and their sum, which is zero or less. */
  readonly outputNegativeCount: number;
  readonly inputNegativeCount: number;
  readonly outputNegativeFen: Fen;
  readonly inputNegativeFen: Fen;
  /** Different counterparties on the month's valid invoices. */
  readonly distinctCustomers: number;
  readonly distinctSuppliers: number;
  /** Net valid amount of the one counterparty with the largest; 0 when none is above zero. */
  readonly topCustomerFen: Fen;
  readonly topSupplierFen: Fen;
};

/** What the card looks at. Null is unknown: too little history, or a share of nothing. */
export type Features = {
  /** Sales of the window over its months, months without an invoice included; to the whole yuan. */
  readonly averageMonthlySalesFen: Fen | null;
  /** Months with sales above zero among all months of the window. */
  readonly activeMonthsShareBps: Bps | null;
  /** What each month's largest customer bought, added up over the window, as a share of all sales. */
  readonly topCustomerShareBps: Bps | null;
  /** Void sales invoices among all that were issued. */
  readonly voidShareBps: Bps | null;
  /** Suppliers on the purchase invoices of a month, on average; to one decimal. */
  readonly suppliersPerMonth: number | null;
};

export type FeatureKey = keyof Features;

/** Three years, as long as the cash-flow record that the People's Bank keeps of a firm. */
export const windowMonths = 36;

/** The card was derived from firms with 15 months and more; below a year it would only guess. */
export const historyMonthsMin = 12;

const unknownFeatures: Features = {
  averageMonthlySalesFen: null,
  activeMonthsShareBps: null,
  topCustomerShareBps: null,
  voidShareBps: null,
  suppliersPerMonth: null,
};

/**
 * What one firm's monthly invoices say, over the 36 months up to the newest of them or as many as there are.
 *
 * `months` in any order, each once; one that is absent between the oldest and the newest had no invoice and counts as zero.
 * All is unknown below 12 months of history. Throws when a month is given twice: the caller picks the record that holds.
 */
export function featuresFrom(months: readonly MonthlyInvoices[]): Features {
  const ordinals = months.map(({ month }) => ordinalOf(month));
  if (new Set(ordinals).size !== ordinals.length) throw new RangeError('a month of invoices is given twice');
  const newest = Math.max(...ordinals);
  const length = Math.min(windowMonths, newest - Math.min(...ordinals) + 1);
  if (months.length === 0 || length < historyMonthsMin) return unknownFeatures;

  const window = months.filter(({ month }) => ordinalOf(month) > newest - length);
  const sum = (amount: (month: MonthlyInvoices) => number): number => window.reduce((total, month) => total + amount(month), 0);
  const salesFen = sum(month => month.outputFen);
  const voidCount = sum(month => month.outputVoidCount);
  return {
    averageMonthlySalesFen: Math.round(salesFen / length / fenPerYuan) * fenPerYuan,
    activeMonthsShareBps: shareBps(window.filter(month => month.outputFen > 0).length, length),
    topCustomerShareBps: shareBps(
      sum(month => month.topCustomerFen),
      salesFen,
    ),
    voidShareBps: shareBps(voidCount, voidCount + sum(month => month.outputCount)),
    suppliersPerMonth: Math.round((sum(month => month.distinctSuppliers) / length) * 10) / 10,
  };
}

/** At most one: returns of other customers can bring the whole below its largest part. Null when there is no whole. */
const shareBps = (part: number, whole: number): Bps | null =>
  whole > 0 ? Math.min(bpsPerUnit, Math.round((part / whole) * bpsPerUnit)) : null;

const ordinalOf = (month: CalendarMonth): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
