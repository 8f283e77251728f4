import { sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
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
import { repaymentMethods } from '../../matching/attributes';
import { products, productVersions } from '../../products/tables';
import { codesOf, productLabels } from '../../products/vocabulary';
import type { CalendarMonth } from '../../shared/dates';
import { sizeClasses } from '../../shared/sizeClass';
import { applications, channels } from '../applications/tables';
import { financingDemands } from '../demands/tables';
import { offers } from '../offers/tables';
import { riskClasses } from './classification';
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
    /** As the rule of the days past due and the bank's own judgement say, the worse of the two; see `classification`. */
    riskClass: choice('risk_class', riskClasses).notNull(),
    /** What the bank has judged it to be, where that is worse than the rule. */
    bankClass: choice('bank_class', riskClasses),
    /** The last month of which the lender has reported what was repaid, were it nothing. */
    reportedMonth: text('reported_month').$type<CalendarMonth>(),
    /** Why it is in its state; null while it runs as agreed, and when it was settled. */
    reasonCode: choice('reason_code', dealReasonCodes),
    reasonText: text('reason_text'),
    /** The loan that took its place, paid out to settle it. */
    renewedById: text('renewed_by_id').references((): AnySQLiteColumn => matchedTransactions.id),
    /** The day from which the lender expects nothing of it any more. */
    endedOn: date('ended_on'),
    version: version(),
  },
  transaction => [
    index('matched_transactions_application').on(transaction.applicationId),
    index('matched_transactions_month').on(transaction.month),
    index('matched_transactions_enterprise').on(transaction.enterpriseId, transaction.disbursedOn),
    index('matched_transactions_institution').on(transaction.institutionId, transaction.disbursedOn),
    index('matched_transactions_renewed_by').on(transaction.renewedById),
    check('matched_transactions_renewed', sql`(${transaction.state} = 'renewed') = (${transaction.renewedById} is not null)`),
    index('matched_transactions_state').on(transaction.state),
    isOneOf('matched_transactions_state_known', transaction.state, dealStates),
    isOneOf('matched_transactions_class_known', transaction.riskClass, riskClasses),
    isOneOf('matched_transactions_bank_class_known', transaction.bankClass, riskClasses),
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

/**
 * officer: entered here by the bank; ledger: taken over from the bank's own books, by file or system; renewal: paid by the loan
 * that took its place; guarantor: paid by whoever stood surety.
 */
export const repaymentSources = ['officer', 'ledger', 'renewal', 'guarantor'] as const;
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
    feeFen: money('fee_fen').notNull(),
    /** What the lender's own books or request call it: the same is kept once. */
    reference: text('reference'),
    source: choice('source', repaymentSources).notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  repayment => [
    index('repayments_transaction').on(repayment.transactionId, repayment.paidOn),
    uniqueIndex('repayments_reference').on(repayment.transactionId, repayment.reference),
    isOneOf('repayments_source_known', repayment.source, repaymentSources),
    check(
      'repayments_amounts',
      sql`${repayment.principalFen} >= 0 and ${repayment.interestFen} >= 0 and ${repayment.feeFen} >= 0`,
    ),
  ],
);

export const revisionKinds = ['repriced', 'restructured'] as const;

/** What changed the terms of a loan from a day on: its rate reset by the LPR, or the loan restructured. Never changed afterwards. */
export const loanRevisions = table(
  'loan_revisions',
  {
    id: id(),
    transactionId: text('transaction_id')
      .notNull()
      .references(() => matchedTransactions.id),
    from: date('from_day').notNull(),
    kind: choice('kind', revisionKinds).notNull(),
    rateBps: integer('rate_bps').notNull(),
    /** The quotation that a reset rate rests on. */
    lprRateBps: integer('lpr_rate_bps'),
    lprPublishedOn: date('lpr_published_on'),
    /** How what is left is repaid after a restructuring, and until when. */
    repaymentMethod: choice('repayment_method', codesOf(repaymentMethods)),
    maturesOn: date('matures_on'),
    /** Why it was restructured. */
    reasonCode: choice('reason_code', dealReasonCodes),
    reasonText: text('reason_text'),
    createdAt: instant('created_at').notNull(),
  },
  revision => [
    uniqueIndex('loan_revisions_day').on(revision.transactionId, revision.from, revision.kind),
    isOneOf('loan_revisions_kind_known', revision.kind, revisionKinds),
    isOneOf('loan_revisions_reason_known', revision.reasonCode, dealReasonCodes),
    isOneOf('loan_revisions_method_known', revision.repaymentMethod, codesOf(repaymentMethods)),
    check('loan_revisions_rate', sql`${revision.rateBps} >= 0`),
    check('loan_revisions_repriced', sql`(${revision.kind} = 'repriced') = (${revision.lprRateBps} is not null)`),
    check(
      'loan_revisions_restructured',
      sql`(${revision.kind} = 'restructured') = (${revision.repaymentMethod} is not null and ${revision.maturesOn} is not null and ${revision.reasonCode} is not null)`,
    ),
  ],
);

/** Each time the class of a loan changed: what the rule said, what the bank judged, and the days past due then. */
export const loanClassChanges = table(
  'loan_class_changes',
  {
    id: id(),
    transactionId: text('transaction_id')
      .notNull()
      .references(() => matchedTransactions.id),
    riskClass: choice('risk_class', riskClasses).notNull(),
    ruleClass: choice('rule_class', riskClasses).notNull(),
    bankClass: choice('bank_class', riskClasses),
    daysPastDue: integer('days_past_due').notNull(),
    /** The bank's words where it judged for itself. */
    note: text('note'),
    changedOn: date('changed_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  change => [
    index('loan_class_changes_loan').on(change.transactionId, change.recordedAt),
    isOneOf('loan_class_changes_class_known', change.riskClass, riskClasses),
    isOneOf('loan_class_changes_rule_known', change.ruleClass, riskClasses),
    isOneOf('loan_class_changes_bank_known', change.bankClass, riskClasses),
  ],
);

export type MatchedTransaction = typeof matchedTransactions.$inferSelect;
export type Repayment = typeof repayments.$inferSelect;
export type LoanRevision = typeof loanRevisions.$inferSelect;
export type LoanClassChange = typeof loanClassChanges.$inferSelect;
