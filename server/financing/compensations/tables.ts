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
  money,
  primaryKey,
  table,
  text,
  uniqueIndex,
  version,
} from '../../database/columns';
import { organisations } from '../../identity/tables';
import { matchedTransactions } from '../deals/tables';
import { guarantees } from '../guarantees/tables';
import { partyRoles } from '../riskSharing/shares';
import { compensationPools } from '../riskSharing/tables';
import { compensationStates } from './lifecycle';

/** What a bank claims of those who guarantee a loan that is not repaid; at most one for each guarantee. */
export const compensations = table(
  'compensations',
  {
    id: id(),
    guaranteeId: text('guarantee_id')
      .notNull()
      .references(() => guarantees.id),
    transactionId: text('transaction_id')
      .notNull()
      .references(() => matchedTransactions.id),
    state: choice('state', compensationStates).notNull(),
    /** The principal that is still owed. */
    lossFen: money('loss_fen').notNull(),
    overdueDays: integer('overdue_days').notNull(),
    claimedOn: date('claimed_on').notNull(),
    paidOn: date('paid_on'),
    version: version(),
  },
  compensation => [
    uniqueIndex('compensations_guarantee').on(compensation.guaranteeId),
    uniqueIndex('compensations_transaction').on(compensation.transactionId),
    isOneOf('compensations_state_known', compensation.state, compensationStates),
    check('compensations_loss', sql`${compensation.lossFen} > 0`),
    check('compensations_paid', sql`(${compensation.state} = 'paid') = (${compensation.paidOn} is not null)`),
  ],
);

/** Who bore which part of a loss: the first-loss pool, then every party with its frozen share. They add up to the loss. */
export const compensationParts = table(
  'compensation_parts',
  {
    compensationId: text('compensation_id')
      .notNull()
      .references(() => compensations.id),
    place: integer('place').notNull(),
    /** Null: the first-loss pool. */
    role: choice('role', partyRoles),
    organisationId: text('organisation_id').references(() => organisations.id),
    name: text('name').notNull(),
    poolId: text('pool_id').references(() => compensationPools.id),
    /** What the share comes to, and what was paid: less where a pool had run dry, and of the bank more by as much. */
    owedFen: money('owed_fen').notNull(),
    paidFen: money('paid_fen').notNull(),
  },
  part => [
    primaryKey({ columns: [part.compensationId, part.place] }),
    isOneOf('compensation_parts_role_known', part.role, partyRoles),
    check('compensation_parts_amounts', sql`${part.owedFen} >= 0 and ${part.paidFen} >= 0`),
  ],
);

/** What came back of a compensated loan. */
export const recoveries = table(
  'recoveries',
  {
    id: id(),
    compensationId: text('compensation_id')
      .notNull()
      .references(() => compensations.id),
    amountFen: money('amount_fen').notNull(),
    recoveredOn: date('recovered_on').notNull(),
    note: text('note'),
    recordedAt: instant('recorded_at').notNull(),
  },
  recovery => [
    index('recoveries_compensation').on(recovery.compensationId),
    check('recoveries_amount', sql`${recovery.amountFen} > 0`),
  ],
);

/** Whom it went to, by the places of the compensation's parts. */
export const recoveryShares = table(
  'recovery_shares',
  {
    recoveryId: text('recovery_id')
      .notNull()
      .references(() => recoveries.id),
    place: integer('place').notNull(),
    amountFen: money('amount_fen').notNull(),
  },
  share => [primaryKey({ columns: [share.recoveryId, share.place] })],
);

export type Compensation = typeof compensations.$inferSelect;
export type CompensationPart = typeof compensationParts.$inferSelect;
export type Recovery = typeof recoveries.$inferSelect;
