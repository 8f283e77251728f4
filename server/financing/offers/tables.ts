import { sql } from 'drizzle-orm';
import {
  check,
  choice,
  date,
  id,
  instant,
  integer,
  isOneOf,
  json,
  money,
  table,
  text,
  uniqueIndex,
  version,
} from '../../database/columns';
import { repaymentMethods, type SecurityKind } from '../../matching/attributes';
import { codesOf } from '../../products/vocabulary';
import { applications } from '../applications/tables';
import { dayBases } from '../repayment/dayCount';
import type { LoanFee } from '../repayment/loanTerms';
import { schemeTerms } from '../riskSharing/tables';
import { offerStates } from './lifecycle';
import type { OfferPricing } from './pricing';

/** A part of the principal, due whole months after disbursement: the agreed plan of a loan repaid by one. */
export type PlannedPrincipal = { readonly afterMonths: number; readonly principalFen: number };

/** A bank's binding offer on an application. Its terms never change; what is computed from them is kept beside them. */
export const offers = table(
  'offers',
  {
    id: id(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    /** 1, 2, 3 … within the application. */
    number: integer('number').notNull(),
    amountFen: money('amount_fen').notNull(),
    termMonths: integer('term_months').notNull(),
    rateBps: integer('rate_bps').notNull(),
    pricing: json<OfferPricing>('pricing').notNull(),
    repaymentMethod: choice('repayment_method', codesOf(repaymentMethods)).notNull(),
    /** Monthly methods: the day of the month; null: that of the disbursement. */
    dueDay: integer('due_day'),
    /** SCHEDULED only. */
    plan: json<readonly PlannedPrincipal[] | null>('plan'),
    dayBasis: choice('day_basis', dayBases).notNull(),
    securities: json<readonly SecurityKind[]>('securities').notNull(),
    fees: json<readonly LoanFee[]>('fees').notNull(),
    /** The terms of the risk-sharing scheme that it is made under. */
    schemeTermsId: text('scheme_terms_id').references(() => schemeTerms.id),
    /** The day of disbursement that the figures below assume: that of the offer. */
    reckonedOn: date('reckoned_on').notNull(),
    /** All cost in, by the internal rate of the monthly flows: i × 12, and (1+i)^12 − 1. */
    annualisedRateBps: integer('annualised_rate_bps').notNull(),
    effectiveRateBps: integer('effective_rate_bps').notNull(),
    totalInterestFen: money('total_interest_fen').notNull(),
    /** Fees that the firm pays, those at disbursement among them. */
    totalFeesFen: money('total_fees_fen').notNull(),
    conditions: text('conditions'),
    validUntil: date('valid_until').notNull(),
    state: choice('state', offerStates).notNull(),
    stateReason: text('state_reason'),
    /** SHA-256 of the terms and the application's: what was accepted can be proved later. */
    termsHash: text('terms_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    /** When it was accepted or came to its end. */
    answeredAt: instant('answered_at'),
    version: version(),
  },
  offer => [
    uniqueIndex('offers_number').on(offer.applicationId, offer.number),
    isOneOf('offers_repayment_method_known', offer.repaymentMethod, codesOf(repaymentMethods)),
    isOneOf('offers_day_basis_known', offer.dayBasis, dayBases),
    isOneOf('offers_state_known', offer.state, offerStates),
    check('offers_amount', sql`${offer.amountFen} > 0 and ${offer.termMonths} > 0 and ${offer.rateBps} >= 0`),
    check('offers_planned', sql`(${offer.repaymentMethod} = 'SCHEDULED') = (${offer.plan} is not null)`),
    check('offers_answered', sql`(${offer.state} = 'open') = (${offer.answeredAt} is null)`),
  ],
);

export type Offer = typeof offers.$inferSelect;
