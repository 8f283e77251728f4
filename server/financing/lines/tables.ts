import { sql } from 'drizzle-orm';
import {
  check,
  choice,
  date,
  flag,
  id,
  index,
  instant,
  integer,
  isOneOf,
  money,
  table,
  text,
  uniqueIndex,
  version,
} from '../../database/columns';
import { enterprises } from '../../enterprises/tables';
import { organisations } from '../../identity/tables';
import { applications } from '../applications/tables';
import { matchedTransactions } from '../deals/tables';
import { drawdownStates, lineStates } from './lifecycle';
import { lineReasonCodes } from './reasons';

/** The limit of a signed contract that is drawn in parts. Drawn and available follow from its loans. */
export const creditLines = table(
  'credit_lines',
  {
    /** The application's: each has one line at most. */
    id: id().references(() => applications.id),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprises.id),
    institutionId: text('institution_id')
      .notNull()
      .references(() => organisations.id),
    limitFen: money('limit_fen').notNull(),
    /** What is repaid can be drawn again. */
    isRevolving: flag('is_revolving').notNull(),
    /** The last day on which it can be drawn. */
    validUntil: date('valid_until').notNull(),
    /** What the firm must do before it can draw; null: nothing. */
    conditions: text('conditions'),
    conditionsMetAt: instant('conditions_met_at'),
    state: choice('state', lineStates).notNull(),
    /** Why it is frozen or closed. */
    reasonCode: choice('reason_code', lineReasonCodes),
    reasonText: text('reason_text'),
    openedAt: instant('opened_at').notNull(),
    version: version(),
  },
  line => [
    index('credit_lines_enterprise').on(line.enterpriseId),
    index('credit_lines_institution').on(line.institutionId),
    isOneOf('credit_lines_state_known', line.state, lineStates),
    isOneOf('credit_lines_reason_known', line.reasonCode, lineReasonCodes),
    check('credit_lines_limit', sql`${line.limitFen} > 0`),
    check('credit_lines_reasoned', sql`(${line.state} = 'active') = (${line.reasonCode} is null)`),
  ],
);

/** A firm's request to draw from its line, and the loan that came of it. */
export const drawdowns = table(
  'drawdowns',
  {
    id: id(),
    lineId: text('line_id')
      .notNull()
      .references(() => creditLines.id),
    /** 1, 2, 3 … within the line. */
    number: integer('number').notNull(),
    amountFen: money('amount_fen').notNull(),
    termMonths: integer('term_months').notNull(),
    state: choice('state', drawdownStates).notNull(),
    transactionId: text('transaction_id').references(() => matchedTransactions.id),
    /** Why the bank did not pay it out. */
    reasonCode: choice('reason_code', lineReasonCodes),
    reasonText: text('reason_text'),
    requestedAt: instant('requested_at').notNull(),
    answeredAt: instant('answered_at'),
  },
  drawdown => [
    uniqueIndex('drawdowns_number').on(drawdown.lineId, drawdown.number),
    uniqueIndex('drawdowns_transaction').on(drawdown.transactionId),
    isOneOf('drawdowns_state_known', drawdown.state, drawdownStates),
    isOneOf('drawdowns_reason_known', drawdown.reasonCode, lineReasonCodes),
    check('drawdowns_amount', sql`${drawdown.amountFen} > 0 and ${drawdown.termMonths} > 0`),
    check('drawdowns_answered', sql`(${drawdown.state} = 'requested') = (${drawdown.answeredAt} is null)`),
    check('drawdowns_paid', sql`(${drawdown.state} = 'paid') = (${drawdown.transactionId} is not null)`),
    check('drawdowns_reasoned', sql`(${drawdown.state} = 'declined') = (${drawdown.reasonCode} is not null)`),
  ],
);

export type CreditLine = typeof creditLines.$inferSelect;
export type Drawdown = typeof drawdowns.$inferSelect;
