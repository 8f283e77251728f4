import { sql } from 'drizzle-orm';
import { check, instant, money, primaryKey, table, text } from '../../database/columns';
import { enterprises } from '../../enterprises/tables';

/** Stands for every officer of a firm who has no limit of their own. */
export const everyOfficer = 'officer';

/** The sum up to which somebody may bind a firm: all of its officers, or one. Its administrators have none. */
export const signingLimits = table(
  'signing_limits',
  {
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprises.id),
    /** The id of a user, or `officer`. */
    holder: text('holder').notNull(),
    amountFen: money('amount_fen').notNull(),
    setAt: instant('set_at').notNull(),
  },
  limit => [
    primaryKey({ columns: [limit.enterpriseId, limit.holder] }),
    check('signing_limits_amount', sql`${limit.amountFen} >= 0`),
  ],
);

export type SigningLimit = typeof signingLimits.$inferSelect;
