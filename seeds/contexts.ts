import type { ActorContext } from '../server/context';
import { dayOf, type Instant } from '../server/shared/dates';

/** The same context at another moment: the demo's history was made on the days it tells of. */
export const asOf = <Given extends Pick<ActorContext, 'now' | 'today'>>(context: Given, now: Instant): Given => ({
  ...context,
  now,
  today: dayOf(now),
});

/**
 * Runs commands that each open a unit of work as parts of one: a thousand of them wait for the disk once. All are kept
 * or none. What they read before they write is what was committed before.
 */
export const inOneUnit = <Result>(context: ActorContext, work: (inside: ActorContext) => Promise<Result>): Promise<Result> =>
  context.db.write(tx => work({ ...context, db: { ...context.db, write: part => part(tx) } }));
