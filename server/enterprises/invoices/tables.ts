import { sql } from 'drizzle-orm';
import {
  check,
  choice,
  date,
  integer,
  isOneOf,
  json,
  money,
  primaryKey,
  sequence,
  table,
  text,
  uniqueIndex,
} from '../../database/columns';
import type { CalendarMonth } from '../../shared/dates';
import type { Fen } from '../../shared/money';
import { enterprises } from '../tables';

/** output: the firm sold (销项); input: it bought (进项). */
export const invoiceDirections = ['output', 'input'] as const;
export type InvoiceDirection = (typeof invoiceDirections)[number];

/** A void invoice (作废) enters no sum; a negative one (红字) is valid and nets its sale by itself. */
export const invoiceStatuses = ['valid', 'void'] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

/**
 * One row for each VAT invoice of a firm. Real registers hold rows that are alike in everything: `occurrence` counts
 * them from 0, so that a file which overlaps an earlier one adds only what is new.
 */
export const invoices = table(
  'invoices',
  {
    seq: sequence('seq'),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprises.id),
    direction: choice('direction', invoiceDirections).notNull(),
    /** As the file gave it: leading zeros are neither added nor taken away, and it is no key by itself. */
    number: text('number').notNull(),
    issuedOn: date('issued_on').notNull(),
    counterparty: text('counterparty').notNull(),
    amountFen: money('amount_fen').notNull(),
    taxFen: money('tax_fen').notNull(),
    /** 价税合计 as stated; on a few real invoices it is not the sum of the two. */
    totalFen: money('total_fen').notNull(),
    status: choice('status', invoiceStatuses).notNull(),
    occurrence: integer('occurrence').notNull(),
    /** The import that last said something new about the invoice: brought it, or made it void. */
    batchId: text('batch_id').notNull(),
  },
  invoice => [
    // Firm and day come first: the key also serves the sums of a firm's months.
    uniqueIndex('invoices_natural_key').on(
      invoice.enterpriseId,
      invoice.issuedOn,
      invoice.direction,
      invoice.number,
      invoice.counterparty,
      invoice.totalFen,
      invoice.amountFen,
      invoice.taxFen,
      invoice.occurrence,
    ),
    isOneOf('invoices_direction', invoice.direction, invoiceDirections),
    isOneOf('invoices_status', invoice.status, invoiceStatuses),
    check('invoices_occurrence', sql`${invoice.occurrence} >= 0`),
  ],
);

export type Invoice = typeof invoices.$inferSelect;

/** What one row of a file says of an invoice. */
export type StatedInvoice = Omit<Invoice, 'seq' | 'enterpriseId' | 'occurrence' | 'batchId'>;

/**
 * Invoices of a checked file that has not been applied: they wait here and are in no sum. One row holds some of a firm's
 * invoices of one month and direction as the file has them: written and read whole, they cost a fraction of a row each.
 */
export const stagedInvoices = table(
  'staged_invoices',
  {
    batchId: text('batch_id').notNull(),
    enterpriseId: text('enterprise_id').notNull(),
    month: text('month').$type<CalendarMonth>().notNull(),
    direction: choice('direction', invoiceDirections).notNull(),
    /** Tells apart what different stretches of the file say of one month. */
    position: integer('position').notNull(),
    /** The days of the first and the last of them. */
    firstDay: date('first_day').notNull(),
    lastDay: date('last_day').notNull(),
    invoices: json<PackedInvoices>('invoices').notNull(),
  },
  staged => [primaryKey({ columns: [staged.batchId, staged.enterpriseId, staged.month, staged.direction, staged.position] })],
);

/**
 * Invoices of one firm, month and direction, field by field: the n-th of each list belongs to the n-th invoice. Lists of
 * fields are written and read several times as fast as a list of invoices.
 */
export type PackedInvoices = {
  readonly numbers: readonly string[];
  /** Days of the month, 1 to 31. */
  readonly days: readonly number[];
  readonly counterparties: readonly string[];
  readonly amountsFen: readonly Fen[];
  readonly taxesFen: readonly Fen[];
  readonly totalsFen: readonly Fen[];
  /** 1 for a void invoice, 0 for a valid one. */
  readonly voids: readonly (0 | 1)[];
};
