import { sql } from 'drizzle-orm';
import {
  check,
  choice,
  date,
  flag,
  holdsOne,
  id,
  index,
  instant,
  integer,
  isOneOf,
  money,
  primaryKey,
  table,
  text,
  uniqueIndex,
  version,
} from '../../database/columns';
import { enterprises } from '../../enterprises/tables';
import { organisations } from '../../identity/tables';
import { products, productVersions } from '../../products/tables';
import { codesOf, productLabels } from '../../products/vocabulary';
import type { CalendarMonth } from '../../shared/dates';
import { sizeClasses } from '../../shared/sizeClass';
import { applications, channels } from '../applications/tables';
import { financingDemands } from '../demands/tables';
import { offers } from '../offers/tables';
import { dealStates, openStates } from './lifecycle';
import { dealReasonCodes } from './reasons';

export const transactionSizes = [...sizeClasses, 'NOT_APPLICABLE', 'UNKNOWN'] as const;

/**
 * A loan paid out: what statistics count. Everything about the firm is as of the day of disbursement, and a flag that is
 * null was not known: statistics count it as no.
 */
export const matchedTransactions = table(
  'matched_transactions',
  {
    id: id(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    offerId: text('offer_id')
      .notNull()
      .references(() => offers.id),
    demandId: text('demand_id')
      .notNull()
      .references(() => financingDemands.id),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprises.id),
    institutionId: text('institution_id')
      .notNull()
      .references(() => organisations.id),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    productVersionId: text('product_version_id')
      .notNull()
      .references(() => productVersions.id),
    amountFen: money('amount_fen').notNull(),
    rateBps: integer('rate_bps').notNull(),
    termMonths: integer('term_months').notNull(),
    disbursedOn: date('disbursed_on').notNull(),
    month: text('month').$type<CalendarMonth>().notNull(),
    /** GB/T 2260, six digits. */
    countyCode: text('county_code').notNull(),
    industryCode: text('industry_code'),
    industrySection: text('industry_section'),
    sizeClass: choice('size_class', transactionSizes).notNull(),
    channel: choice('channel', channels).notNull(),
    isFirstLoan: flag('is_first_loan'),
    isUnsecured: flag('is_unsecured'),
    isInclusive: flag('is_inclusive'),
    /** All limits the lender has granted the firm, this loan among them; null when it did not say. */
    householdCreditFen: money('household_credit_fen'),
    state: choice('state', dealStates).notNull(),
    /** Why it is in its state; null while it runs as agreed, and when it was settled. */
    reasonCode: choice('reason_code', dealReasonCodes),
    reasonText: text('reason_text'),
    /** The day from which the lender expects nothing of it any more. */
    endedOn: date('ended_on'),
    version: version(),
  },
  transaction => [
    uniqueIndex('matched_transactions_application').on(transaction.applicationId),
    index('matched_transactions_month').on(transaction.month),
    index('matched_transactions_enterprise').on(transaction.enterpriseId, transaction.disbursedOn),
    index('matched_transactions_institution').on(transaction.institutionId, transaction.disbursedOn),
    index('matched_transactions_state').on(transaction.state),
    isOneOf('matched_transactions_state_known', transaction.state, dealStates),
    isOneOf('matched_transactions_reason_known', transaction.reasonCode, dealReasonCodes),
    check('matched_transactions_ended', sql`(${holdsOne(transaction.state, openStates)}) = (${transaction.endedOn} is null)`),
    check(
      'matched_transactions_reasoned',
      sql`(${holdsOne(transaction.state, ['disbursed', 'settled'])}) or (${transaction.reasonCode} is not null)`,
    ),
    isOneOf('matched_transactions_size_known', transaction.sizeClass, transactionSizes),
    isOneOf('matched_transactions_channel_known', transaction.channel, channels),
    check('matched_transactions_amount', sql`${transaction.amountFen} > 0`),
    check('matched_transactions_household', sql`${transaction.householdCreditFen} >= ${transaction.amountFen}`),
  ],
);

/** The labels of the product version that a loan was made under, one a row, for grouping. */
export const transactionLabels = table(
  'transaction_labels',
  {
    transactionId: text('transaction_id')
      .notNull()
      .references(() => matchedTransactions.id),
    label: choice('label', codesOf(productLabels)).notNull(),
  },
  labelled => [
    primaryKey({ columns: [labelled.transactionId, labelled.label] }),
    index('transaction_labels_label').on(labelled.label),
    isOneOf('transaction_labels_known', labelled.label, codesOf(productLabels)),
  ],
);

/** officer: entered here by the bank; ledger: taken over from the bank's own books. */
export const repaymentSources = ['officer', 'ledger'] as const;
export type RepaymentSource = (typeof repaymentSources)[number];

/** What a firm has repaid of a loan; what it still owes is the amount less all principal. */
export const repayments = table(
  'repayments',
  {
    id: id(),
    transactionId: text('transaction_id')
      .notNull()
      .references(() => matchedTransactions.id),
    paidOn: date('paid_on').notNull(),
    principalFen: money('principal_fen').notNull(),
    interestFen: money('interest_fen').notNull(),
    source: choice('source', repaymentSources).notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  repayment => [
    index('repayments_transaction').on(repayment.transactionId, repayment.paidOn),
    isOneOf('repayments_source_known', repayment.source, repaymentSources),
    check('repayments_amounts', sql`${repayment.principalFen} >= 0 and ${repayment.interestFen} >= 0`),
  ],
);

export type MatchedTransaction = typeof matchedTransactions.$inferSelect;
export type Repayment = typeof repayments.$inferSelect;
