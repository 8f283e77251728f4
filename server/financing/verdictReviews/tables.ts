import { sql } from 'drizzle-orm';
import {
  check,
  choice,
  date,
  id,
  index,
  instant,
  isOneOf,
  json,
  table,
  text,
  uniqueIndex,
  version,
} from '../../database/columns';
import { enterprises } from '../../enterprises/tables';
import { organisations, users } from '../../identity/tables';
import { products, productVersions } from '../../products/tables';
import type { Text } from '../../shared/text';
import { reasonCodes } from '../applications/reasons';
import { verdictReviewStates } from './lifecycle';

/** A clause that the firm does not meet: what it asks, without what was measured, which the bank may not be let read. */
export type FailedClause = { readonly path: string; readonly text: Text };

/** A firm's request that people look at what the engine decided about it (个人信息保护法 24), and what they found. */
export const verdictReviews = table(
  'verdict_reviews',
  {
    id: id(),
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
    state: choice('state', verdictReviewStates).notNull(),
    /** Firm and product while the review is open, so that there is one at a time; null afterwards. */
    openKey: text('open_key'),
    clauses: json<readonly FailedClause[]>('clauses').notNull(),
    engineVersion: text('engine_version').notNull(),
    /** Why the firm thinks that people would judge otherwise. */
    statement: text('statement').notNull(),
    askedBy: text('asked_by')
      .notNull()
      .references(() => users.id),
    askedAt: instant('asked_at').notNull(),
    dueOn: date('due_on').notNull(),
    /** Of a verdict upheld. */
    reasonCode: choice('reason_code', reasonCodes),
    answer: text('answer'),
    answeredBy: text('answered_by').references(() => users.id),
    answeredAt: instant('answered_at'),
    version: version(),
  },
  review => [
    uniqueIndex('verdict_reviews_open').on(review.openKey),
    index('verdict_reviews_enterprise').on(review.enterpriseId, review.productId),
    index('verdict_reviews_institution').on(review.institutionId, review.state, review.dueOn),
    isOneOf('verdict_reviews_state', review.state, verdictReviewStates),
    check('verdict_reviews_one_open', sql`(${review.state} = 'open') = (${review.openKey} is not null)`),
    check('verdict_reviews_answered', sql`(${review.state} in ('upheld', 'admitted')) = (${review.answer} is not null)`),
    check('verdict_reviews_reasoned', sql`(${review.state} = 'upheld') = (${review.reasonCode} is not null)`),
  ],
);

export type VerdictReview = typeof verdictReviews.$inferSelect;
