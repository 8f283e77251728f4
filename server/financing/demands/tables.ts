import { sql } from 'drizzle-orm';
import {
  check,
  choice,
  id,
  index,
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
import { enterprises } from '../../enterprises/tables';
import { users } from '../../identity/tables';
import { purposes, type RepaymentMethod, type SecurityKind } from '../../matching/attributes';
import { codesOf } from '../../products/vocabulary';
import { demandStates } from './lifecycle';

/** What a firm wants to borrow: one demand may go to several banks, and one of them fulfils it. */
export const financingDemands = table(
  'financing_demands',
  {
    id: id(),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprises.id),
    amountFen: money('amount_fen').notNull(),
    termMonths: integer('term_months').notNull(),
    purpose: choice('purpose', codesOf(purposes)).notNull(),
    /** What the firm can give; empty when nothing. */
    securities: json<readonly SecurityKind[]>('securities').notNull(),
    highestRateBps: integer('highest_rate_bps'),
    /** Empty: any will do. */
    repaymentMethods: json<readonly RepaymentMethod[]>('repayment_methods').notNull(),
    note: text('note'),
    state: choice('state', demandStates).notNull(),
    /** A second opening under the same key is the same demand, or refused when it says something else. */
    idempotencyKey: text('idempotency_key').notNull(),
    requestDigest: text('request_digest').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    closedAt: instant('closed_at'),
    version: version(),
  },
  demand => [
    uniqueIndex('financing_demands_key').on(demand.enterpriseId, demand.idempotencyKey),
    index('financing_demands_enterprise').on(demand.enterpriseId, demand.createdAt),
    isOneOf('financing_demands_purpose_known', demand.purpose, codesOf(purposes)),
    isOneOf('financing_demands_state_known', demand.state, demandStates),
    check('financing_demands_amount', sql`${demand.amountFen} > 0 and ${demand.termMonths} > 0`),
    check('financing_demands_closed', sql`(${demand.state} in ('fulfilled', 'withdrawn')) = (${demand.closedAt} is not null)`),
  ],
);

export type FinancingDemand = typeof financingDemands.$inferSelect;
