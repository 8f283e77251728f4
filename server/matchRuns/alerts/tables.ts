import { sql } from 'drizzle-orm';
import { check, choice, flag, id, instant, isOneOf, money, table, version } from '../../database/columns';
import { enterprises } from '../../enterprises/tables';
import { codesOf, productLabels } from '../../products/vocabulary';

/** Whether a firm wants to be told what a run found for it, and of which products. A firm without a row does not. */
export const matchAlerts = table(
  'match_alerts',
  {
    /** The firm's. */
    id: id().references(() => enterprises.id),
    isOn: flag('is_on').notNull(),
    /** Products with this label alone. */
    label: choice('label', codesOf(productLabels)),
    /** Products that can be had for at least as much; one that does not state its limit counts. */
    amountFenMin: money('amount_fen_min'),
    changedAt: instant('changed_at').notNull(),
    version: version(),
  },
  alert => [
    isOneOf('match_alerts_label_known', alert.label, codesOf(productLabels)),
    check('match_alerts_amount', sql`${alert.amountFenMin} > 0`),
  ],
);

export type MatchAlert = typeof matchAlerts.$inferSelect;
