import { and, eq } from 'drizzle-orm';
import type { ActorContext, Context } from '../context';
import { systemActor } from '../shared/actor';
import { dayOf, type Instant } from '../shared/dates';
import { startTicker, type Ticker } from '../ticker';
import { askForScheduledRuns } from './askForScheduledRuns';
import { carryOut } from './carryOut';
import { type ScheduledRun, scheduledRuns } from './tables';
import { takeScheduledRun } from './takeScheduledRun';

/** How often a server looks whether something is due: two small reads. */
const tickMilliseconds = 5_000;

/** What scheduled work takes from the process it runs in. */
export type ScheduledWorkOptions = Pick<Context, 'db' | 'newId' | 'log'> & {
  readonly clock: () => Instant;
  /** This process, as a run's row names it: no two have the same. */
  readonly holder: string;
  /** No: what a person asks for is done, and nothing else. */
  readonly isDaily?: boolean;
};

/** Does what is due by the calendar until it is stopped; several servers share the work. */
export const startScheduledWork = (options: ScheduledWorkOptions): Ticker =>
  startTicker({
    milliseconds: tickMilliseconds,
    work: () => workOnSchedule(options),
    onError: error => options.log.error({ err: error }, 'scheduled work could not be looked after'),
  });

/** Does everything that is due or asked for and that this process gets; answers how many runs those were. */
export async function workOnSchedule(options: ScheduledWorkOptions): Promise<number> {
  if (options.isDaily !== false) await askForScheduledRuns(contextOf(options, 'scheduledWork'));
  let runs = 0;
  for (;;) {
    const run = await takeScheduledRun(contextOf(options, 'scheduledWork'), options.holder);
    if (run === null) return runs;
    runs += 1;
    await work(options, run);
  }
}

async function work(options: ScheduledWorkOptions, run: ScheduledRun): Promise<void> {
  try {
    const moved = await carryOut[run.task](contextOf(options, run.id));
    await finish(options, run, { state: 'finished', moved });
  } catch (error) {
    options.log.error({ err: error, runId: run.id, task: run.task }, 'scheduled work failed');
    await finish(options, run, { state: 'failed' });
  }
}

/** Unless another server has taken it over meanwhile. */
async function finish(
  { db, clock, holder }: ScheduledWorkOptions,
  { id }: ScheduledRun,
  values: { readonly state: 'finished'; readonly moved: number } | { readonly state: 'failed' },
): Promise<void> {
  await db.write(async tx =>
    tx
      .update(scheduledRuns)
      .set({ ...values, leaseUntil: null, finishedAt: clock() })
      .where(and(eq(scheduledRuns.id, id), eq(scheduledRuns.holder, holder), eq(scheduledRuns.state, 'running')))
      .returning({ id: scheduledRuns.id }),
  );
}

/** The context of the platform's own work at this moment; `requestId` ties together what is logged of one run. */
function contextOf({ db, newId, log, clock }: ScheduledWorkOptions, requestId: string): ActorContext {
  const now = clock();
  return { actor: systemActor('scheduledWork'), db, now, today: dayOf(now), newId, log, requestId };
}
