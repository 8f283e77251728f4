import { sql } from 'drizzle-orm';
import { check, id, instant, integer, table, text } from '../../database/columns';
import { applications } from '../applications/tables';

/** The contract of a granted credit: the bank issues it, the firm signs it. Paper and seals stay with the bank. */
export const contracts = table(
  'contracts',
  {
    /** The application's: each has one contract at most. */
    id: id().references(() => applications.id),
    /** As the bank files it. */
    number: text('number').notNull(),
    /** All cost in, a year: what the contract must state (中国人民银行公告〔2021〕第3号). */
    annualisedRateBps: integer('annualised_rate_bps').notNull(),
    issuedAt: instant('issued_at').notNull(),
    signedAt: instant('signed_at'),
  },
  contract => [check('contracts_rate', sql`${contract.annualisedRateBps} >= 0`)],
);

export type Contract = typeof contracts.$inferSelect;
