import { lastFinished } from '../../server/matchRuns/queries';
import { startMatchRun } from '../../server/matchRuns/startMatchRun';
import type { MatchRun } from '../../server/matchRuns/tables';
import { type WorkerOptions, workOnRuns } from '../../server/matchRuns/worker';
import type { Workshop } from '../../server/matchRuns/workshop';
import { systemActor } from '../../server/shared/actor';
import type { World } from './world';

/** A server at work on the world's runs: `holder` is the process. No nightly run, unless a test says when. */
export const aWorkshop = (world: World, values: Partial<WorkerOptions & Workshop> = {}): WorkerOptions & Workshop => ({
  db: world.db,
  clock: world.now,
  newId: world.newId,
  log: world.contextFor(systemActor('test')).log,
  holder: 'server-1',
  signal: new AbortController().signal,
  nightlyAt: null,
  ...values,
});

/** The run that somebody asked for, made and finished. */
export async function aRun(world: World): Promise<MatchRun> {
  await startMatchRun(world.contextFor(systemActor('test')));
  await workOnRuns(aWorkshop(world));
  const run = await lastFinished(world.db.read);
  if (!run) throw new Error('no run has finished');
  return run;
}
