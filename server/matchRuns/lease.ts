import { and, eq } from 'drizzle-orm';
import type { Instant } from '../shared/dates';
import { type MatchRun, matchRuns } from './tables';
import type { Workshop } from './workshop';

/** How long a server may be silent about a run before the others take it for dead. It speaks after every batch of firms. */
export const leaseSeconds = 90;

export const leaseFrom = (now: Instant): Instant => new Date(now.getTime() + leaseSeconds * 1_000);

/** Another server has given this run up for dead; what it made of it stands. */
export class LostRun extends Error {
  override readonly name = 'LostRun';
}

/** The row of a run, as long as it is this process's. */
export const isOwn = ({ id, holder }: MatchRun) =>
  and(eq(matchRuns.id, id), eq(matchRuns.state, 'running'), eq(matchRuns.holder, holder ?? ''));

/** Writes what is known of a run so far, and that this process is at it. Throws LostRun when it no longer is, and when the process is about to end. */
export async function keepAlive({ db, clock, signal }: Workshop, run: MatchRun, values: Partial<MatchRun>): Promise<void> {
  signal.throwIfAborted();
  const kept = await db.write(async tx =>
    tx
      .update(matchRuns)
      .set({ ...values, leaseUntil: leaseFrom(clock()) })
      .where(isOwn(run))
      .returning({ id: matchRuns.id }),
  );
  if (kept.length !== 1) throw new LostRun(`run ${run.id} was taken over`);
}

/** Notes that a run came to nothing; its id finds the reason in the log. */
export const failRun = (workshop: Workshop, run: MatchRun): Promise<void> =>
  letGo(workshop, run, { state: 'failed', slot: null, failure: 'error', finishedAt: workshop.clock() });

/** Leaves a run to whichever server looks next. */
export const handOver = (workshop: Workshop, run: MatchRun): Promise<void> =>
  letGo(workshop, run, { leaseUntil: new Date(workshop.clock().getTime() - 1) });

async function letGo({ db }: Workshop, run: MatchRun, values: Partial<MatchRun>): Promise<void> {
  await db.write(async tx => tx.update(matchRuns).set(values).where(isOwn(run)).returning({ id: matchRuns.id }));
}
