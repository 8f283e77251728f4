import { startTicker, type Ticker } from '../ticker';
import { askForDueRuns } from './askForDueRuns';
import { carryOut } from './carryOut';
import { failRun, handOver, LostRun } from './lease';
import { takeRun } from './takeRun';
import { contextOf, type Workshop } from './workshop';

/** How often a server looks whether there is a run to make: two small reads, and a person who asked sees it begin. */
const tickMilliseconds = 2_000;

export type WorkerOptions = Omit<Workshop, 'signal'> & {
  /** `HH:MM` in Asia/Shanghai; null for no nightly run. */
  readonly nightlyAt: string | null;
};

/** Makes the runs that are due or asked for, one after the other, until it is stopped; several servers share the work. */
export function startMatchWorker(options: WorkerOptions): Ticker {
  const ending = new AbortController();
  const ticker = startTicker({
    milliseconds: tickMilliseconds,
    work: () => workOnRuns({ ...options, signal: ending.signal }),
    onError: error => options.log.error({ err: error }, 'match runs could not be looked after'),
  });
  return {
    stop() {
      ending.abort();
      return ticker.stop();
    },
  };
}

/** Makes the run that waits or is due, if this process gets it. Answers whether it got one. */
export async function workOnRuns(options: WorkerOptions & Workshop): Promise<boolean> {
  const { log, signal, holder, nightlyAt } = options;
  const context = contextOf(options, 'matchRuns');
  // What waits, or has to be made again, goes before what is due.
  let run = await takeRun(context, holder);
  if (run === null) {
    await askForDueRuns(context, nightlyAt);
    run = await takeRun(context, holder);
  }
  if (run === null) return false;
  try {
    await carryOut(options, run);
  } catch (error) {
    if (signal.aborted) await handOver(options, run);
    else {
      log.error({ err: error, runId: run.id }, 'match run could not be made');
      if (!(error instanceof LostRun)) await failRun(options, run);
    }
  }
  return true;
}
