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
import { closedStates, demandStates } from './lifecycle';
import { demandRoutes } from './routes';

/** What a firm wants to borrow: one demand may go to several banks, and one or several of them fulfil it. */
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
    route: choice('route', demandRoutes).notNull(),
    /** With how many lenders at a time the firm will deal. */
    lendersMax: integer('lenders_max').notNull(),
    /** Where a bank refuses or is silent, it may go on to others with its file. */
    allowsSecondLook: flag('allows_second_look').notNull(),
    /** The last day on the market; none where the firm takes it to banks itself. */
    validUntil: date('valid_until'),
    /** Of an auction: the last day on which banks may take part and make offers. */
    offersUntil: date('offers_until'),
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
    isOneOf('financing_demands_route_known', demand.route, demandRoutes),
    index('financing_demands_market').on(demand.route, demand.state),
    check('financing_demands_valid', sql`(${demand.route} = 'direct') = (${demand.validUntil} is null)`),
    check('financing_demands_auction', sql`(${demand.route} = 'auction') = (${demand.offersUntil} is not null)`),
    check('financing_demands_lenders', sql`${demand.lendersMax} > 0`),
    check(
      'financing_demands_closed',
      sql`(${holdsOne(demand.state, [...closedStates, 'partiallyFulfilled'])}) or ${demand.closedAt} is null`,
    ),
    check('financing_demands_ended', sql`not (${holdsOne(demand.state, closedStates)}) or ${demand.closedAt} is not null`),
  ],
);

export type FinancingDemand = typeof financingDemands.$inferSelect;
