import { inArray } from 'drizzle-orm';
import type { ActorContext } from '../context';
import type { Database } from '../database/database';
import { occasionOf } from './due';
import { type ScheduledRun, scheduledRuns } from './tables';
import { type TaskName, taskNames } from './tasks';

/** The row of a run that waits for a server. */
export const waitingRun = (
  { newId, now }: Pick<ActorContext, 'newId' | 'now'>,
  task: TaskName,
  occasion: string | null,
): ScheduledRun => ({
  id: newId(),
  task,
  state: 'waiting',
  occasion,
  createdAt: now,
  startedAt: null,
  finishedAt: null,
  holder: null,
  leaseUntil: null,
  moved: null,
});

/** Puts today's run of each task in line, unless it is there: of several servers the first one does. */
export async function askForScheduledRuns(context: ActorContext): Promise<void> {
  const wanted = taskNames.map(task => waitingRun(context, task, occasionOf(task, context.now)));
  const known = await knownOccasions(context.db, wanted);
  const missing = wanted.filter(({ occasion }) => occasion !== null && !known.has(occasion));
  if (missing.length === 0) return;
  await context.db.write(async tx => {
    await tx.insertMany(scheduledRuns, missing, { skipsKnown: true });
  });
}

async function knownOccasions({ read }: Database, wanted: readonly ScheduledRun[]): Promise<ReadonlySet<string>> {
  const rows = await read
    .select({ occasion: scheduledRuns.occasion })
    .from(scheduledRuns)
    .where(
      inArray(
        scheduledRuns.occasion,
        wanted.flatMap(({ occasion }) => occasion ?? []),
      ),
    );
  return new Set(rows.flatMap(({ occasion }) => occasion ?? []));
}
