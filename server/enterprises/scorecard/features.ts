import type { CalendarMonth } from '../../shared/dates';
import type { Fen } from '../../shared/money';

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
