import { and, asc, eq, inArray, isNull, lt, lte, or } from 'drizzle-orm';
import type { Database } from '../../database/database';
import type { Instant } from '../../shared/dates';
import { type Delivery, deliveries } from './tables';

/** How long a process may be silent about a delivery before another takes it up: far longer than any attempt lasts. */
const leaseSeconds = 120;

/** The deliveries that are due, now this process's own; of several servers each gets others. */
export async function takeDeliveries(
  db: Database,
  { holder, now, limit }: { readonly holder: string; readonly now: Instant; readonly limit: number },
): Promise<Delivery[]> {
  const isDue = and(
    eq(deliveries.state, 'waiting'),
    lte(deliveries.nextAttemptAt, now),
    or(isNull(deliveries.leaseUntil), lt(deliveries.leaseUntil, now)),
  );
  const due = await db.read
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(isDue)
    .orderBy(asc(deliveries.nextAttemptAt), asc(deliveries.id))
    .limit(limit);
  if (due.length === 0) return [];
  const ids = due.map(({ id }) => id);
  return db.write(tx =>
    tx
      .update(deliveries)
      .set({ holder, leaseUntil: new Date(now.getTime() + leaseSeconds * 1_000) })
      .where(and(inArray(deliveries.id, ids), isDue))
      .returning(),
  );
}
