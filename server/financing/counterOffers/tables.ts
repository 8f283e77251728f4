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
} from '../../database/columns';
import { repaymentMethods, type SecurityKind } from '../../matching/attributes';
import { codesOf } from '../../products/vocabulary';
import { applications } from '../applications/tables';
import { offers } from '../offers/tables';
import { roundsMax } from './rounds';

/** What a firm would take instead of an offer. It binds nobody and never changes; the bank answers it with its next step. */
export const counterOffers = table(
  'counter_offers',
  {
    id: id(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    /** The offer that it answers. */
    offerId: text('offer_id')
      .notNull()
      .references(() => offers.id),
    /** 1, 2, 3 within the application. */
    round: integer('round').notNull(),
    amountFen: money('amount_fen').notNull(),
    termMonths: integer('term_months').notNull(),
    /** The highest annual rate that the firm would pay. */
    rateBps: integer('rate_bps').notNull(),
    repaymentMethod: choice('repayment_method', codesOf(repaymentMethods)).notNull(),
    securities: json<readonly SecurityKind[]>('securities').notNull(),
    note: text('note'),
    createdAt: instant('created_at').notNull(),
  },
  counter => [
    uniqueIndex('counter_offers_round').on(counter.applicationId, counter.round),
    index('counter_offers_offer').on(counter.offerId),
    isOneOf('counter_offers_repayment_method_known', counter.repaymentMethod, codesOf(repaymentMethods)),
    check('counter_offers_rounds', sql.raw(`round between 1 and ${roundsMax}`)),
    check('counter_offers_amount', sql`${counter.amountFen} > 0 and ${counter.termMonths} > 0 and ${counter.rateBps} >= 0`),
  ],
);

export type CounterOffer = typeof counterOffers.$inferSelect;
