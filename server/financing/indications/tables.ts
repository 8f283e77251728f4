import { sql } from 'drizzle-orm';
import { check, id, index, instant, integer, money, table, text } from '../../database/columns';
import { applications } from '../applications/tables';

/** What a bank could imagine to lend. It binds nobody, is no offer and no approval, and never changes. */
export const indications = table(
  'indications',
  {
    id: id(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    amountFen: money('amount_fen').notNull(),
    /** The range in which the annual rate would lie. */
    rateBpsMin: integer('rate_bps_min').notNull(),
    rateBpsMax: integer('rate_bps_max').notNull(),
    note: text('note'),
    createdAt: instant('created_at').notNull(),
  },
  indication => [
    index('indications_application').on(indication.applicationId),
    check('indications_amount', sql`${indication.amountFen} > 0`),
    check('indications_rate', sql`${indication.rateBpsMin} between 0 and ${indication.rateBpsMax}`),
  ],
);

export type Indication = typeof indications.$inferSelect;
