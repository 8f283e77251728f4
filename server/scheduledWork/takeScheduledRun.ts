import { and, asc, eq, lt, or } from 'drizzle-orm';
import type { ActorContext } from '../context';
import type { Tx } from '../database/database';
import type { Instant } from '../shared/dates';
import { type ScheduledRun, scheduledRuns } from './tables';

/** How long a server may take for a run before the others take it for dead and do it again, which does no harm. */
export const leaseSeconds = 600;

const leaseFrom = (now: Instant): Instant => new Date(now.getTime() + leaseSeconds * 1_000);

/** The oldest run that waits, or whose process fell silent, now this process's own; null when there is none. Of several servers one gets it. */
export async function takeScheduledRun({ db, now }: ActorContext, holder: string): Promise<ScheduledRun | null> {
  const isFree = or(
    eq(scheduledRuns.state, 'waiting'),
    and(eq(scheduledRuns.state, 'running'), lt(scheduledRuns.leaseUntil, now)),
  );
  const [free] = await db.read.select().from(scheduledRuns).where(isFree).orderBy(asc(scheduledRuns.createdAt)).limit(1);
  if (!free) return null;
  const taken = await db.write(async (tx: Tx) =>
    tx
      .update(scheduledRuns)
      .set({ state: 'running', holder, startedAt: now, leaseUntil: leaseFrom(now) })
      .where(and(eq(scheduledRuns.id, free.id), isFree))
      .returning(),
  );
  return taken[0] ?? null;
}
