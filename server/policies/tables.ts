import { sql } from 'drizzle-orm';
import {
  check,
  choice,
  date,
  id,
  index,
  instant,
  integer,
  isOneOf,
  json,
  money,
  table,
  text,
  version,
} from '../database/columns';
import { organisations, users } from '../identity/tables';
import type { SecurityKind } from '../matching/attributes';
import type { ProductCategory } from '../products/vocabulary';

/** interestShare: a share of the interest paid; interestPoints: points a year of it; feeShare: a share of guarantee, insurance and appraisal fees. */
export const supportKinds = ['interestShare', 'interestPoints', 'feeShare'] as const;
export type SupportKind = (typeof supportKinds)[number];

/** When the money comes: with each instalment, once for each year of the loan, or at maturity. */
export const supportPayouts = ['withInstalments', 'yearly', 'atMaturity'] as const;
export type SupportPayout = (typeof supportPayouts)[number];

/** Public money that lowers what loans cost firms (贴息, 担保费补助), with its real terms; they never change. */
export const supportPolicies = table(
  'support_policies',
  {
    id: id(),
    /** The department that pays it. */
    departmentId: text('department_id')
      .notNull()
      .references(() => organisations.id),
    name: text('name').notNull(),
    /** The document that it stands in. */
    source: text('source').notNull(),
    kind: choice('kind', supportKinds).notNull(),
    /** Of a share, basis points of what the firm pays; of interestPoints, basis points a year. */
    rateBps: integer('rate_bps').notNull(),
    /** Interest counts as if the loan's rate were no higher than this. */
    benchmarkBps: integer('benchmark_bps'),
    /** It is paid on what falls due in so many months after disbursement. */
    monthsMax: integer('months_max'),
    /** The most that is paid on one loan. */
    capFen: money('cap_fen'),
    payout: choice('payout', supportPayouts).notNull(),
    /** Firms registered there or below; null: everywhere. */
    regionCode: text('region_code'),
    /** Loans secured by one of these; empty: any. */
    securities: json<readonly SecurityKind[]>('securities').notNull(),
    /** Loans of these families of products; empty: any. */
    categories: json<readonly ProductCategory[]>('categories').notNull(),
    loanFenMax: money('loan_fen_max'),
    /** What only the department can decide; where there is some, whether it pays is unknown. */
    otherConditions: text('other_conditions'),
    /** Loans paid out from this day on, to the last one. */
    validFrom: date('valid_from').notNull(),
    validUntil: date('valid_until'),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    /** Set when the department has ended it: it pays on no loan that is offered later. */
    endedAt: instant('ended_at'),
    version: version(),
  },
  policy => [
    index('support_policies_department').on(policy.departmentId),
    isOneOf('support_policies_kind', policy.kind, supportKinds),
    isOneOf('support_policies_payout', policy.payout, supportPayouts),
    check('support_policies_rate', sql`${policy.rateBps} > 0 and ${policy.rateBps} <= 10000`),
  ],
);

export type SupportPolicy = typeof supportPolicies.$inferSelect;
