import type { ActorContext, Context } from '../context';
import { systemActor } from '../shared/actor';
import { dayOf, type Instant } from '../shared/dates';

/** What the work on runs takes from the process it runs in. */
export type Workshop = Pick<Context, 'db' | 'newId' | 'log'> & {
  readonly clock: () => Instant;
  /** This process, as a run's row names it: no two have the same. */
  readonly holder: string;
  /** Aborted when the process is about to end. */
  readonly signal: AbortSignal;
};

/** The context of the platform's own work at this moment; `requestId` ties together what is logged of one run. */
export function contextOf({ db, newId, log, clock }: Workshop, requestId: string): ActorContext {
  const now = clock();
  return { actor: systemActor('matchRuns'), db, now, today: dayOf(now), newId, log, requestId };
}
