import { sql } from 'drizzle-orm';
import {
  check,
  choice,
  id,
  index,
  instant,
  isOneOf,
  json,
  money,
  primaryKey,
  table,
  text,
  version,
} from '../../database/columns';
import { enterprises } from '../../enterprises/tables';
import { organisations } from '../../identity/tables';
import { reasonCodes } from '../applications/reasons';
import { applications } from '../applications/tables';
import { offers } from '../offers/tables';
import type { LimitFinding } from '../riskSharing/limits';
import { partyRoles } from '../riskSharing/shares';
import { riskSharingSchemes, schemeTerms } from '../riskSharing/tables';

export const decisionStates = ['pending', 'approved', 'rejected'] as const;
export type DecisionState = (typeof decisionStates)[number];

/**
 * A loan that is to be made under a risk-sharing scheme, with the id of its application. Where it stands follows from the
 * application, the decisions, the loan and the compensation.
 */
export const guarantees = table(
  'guarantees',
  {
    id: id().references(() => applications.id),
    schemeId: text('scheme_id')
      .notNull()
      .references(() => riskSharingSchemes.id),
    termsId: text('terms_id')
      .notNull()
      .references(() => schemeTerms.id),
    offerId: text('offer_id')
      .notNull()
      .references(() => offers.id),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprises.id),
    institutionId: text('institution_id')
      .notNull()
      .references(() => organisations.id),
    /** The loan as it is offered: the shares are of all of it. */
    amountFen: money('amount_fen').notNull(),
    requestedAt: instant('requested_at').notNull(),
    /** When the last of those who had to agree has agreed: SHA-256 of the shares as they are frozen, and of the terms' hash. */
    sharesHash: text('shares_hash'),
    approvedAt: instant('approved_at'),
    version: version(),
  },
  guarantee => [
    index('guarantees_scheme').on(guarantee.schemeId),
    index('guarantees_institution').on(guarantee.institutionId),
    check('guarantees_amount', sql`${guarantee.amountFen} > 0`),
    check('guarantees_frozen', sql`(${guarantee.sharesHash} is null) = (${guarantee.approvedAt} is null)`),
  ],
);

/** What each guarantor and insurer of the scheme says to one loan, with the limits as they were when it decided. */
export const guaranteeDecisions = table(
  'guarantee_decisions',
  {
    guaranteeId: text('guarantee_id')
      .notNull()
      .references(() => guarantees.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    role: choice('role', partyRoles).notNull(),
    /** Its part of the whole loan, should all of it be lost. */
    liabilityFen: money('liability_fen').notNull(),
    state: choice('state', decisionStates).notNull(),
    limits: json<readonly LimitFinding[]>('limits').notNull(),
    /** What it already answers for of the firm's affiliates, as it has named them. */
    affiliatesFen: money('affiliates_fen').notNull(),
    reasonCode: choice('reason_code', reasonCodes),
    reasonText: text('reason_text'),
    decidedAt: instant('decided_at'),
  },
  decision => [
    primaryKey({ columns: [decision.guaranteeId, decision.organisationId] }),
    index('guarantee_decisions_organisation').on(decision.organisationId, decision.state),
    isOneOf('guarantee_decisions_role_known', decision.role, partyRoles),
    isOneOf('guarantee_decisions_state_known', decision.state, decisionStates),
    isOneOf('guarantee_decisions_reason_known', decision.reasonCode, reasonCodes),
    check('guarantee_decisions_decided', sql`(${decision.state} = 'pending') = (${decision.decidedAt} is null)`),
    check('guarantee_decisions_reasoned', sql`(${decision.state} = 'rejected') = (${decision.reasonCode} is not null)`),
  ],
);

export type Guarantee = typeof guarantees.$inferSelect;
export type GuaranteeDecision = typeof guaranteeDecisions.$inferSelect;
