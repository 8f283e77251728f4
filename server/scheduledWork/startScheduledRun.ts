import { record } from '../audit/record';
import type { ActorContext } from '../context';
import { waitingRun } from './askForScheduledRuns';
import { type ScheduledRun, scheduledRuns } from './tables';
import type { TaskName } from './tasks';

/** Puts a run of a task in line that a person asked for; a server takes it up within seconds. The resolver lets only the operator in. */
export async function startScheduledRun(context: ActorContext, task: TaskName): Promise<ScheduledRun> {
  const run = waitingRun(context, task, null);
  await context.db.write(async tx => {
    await tx.insert(scheduledRuns).values(run);
    await record(tx, context, { verb: 'startScheduledWork', subject: { kind: 'scheduledRun', id: run.id }, details: { task } });
  });
  return run;
}
