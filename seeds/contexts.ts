import type { ActorContext } from '../server/context';
import { dayOf, type Instant } from '../server/shared/dates';

/**
 * The same context at another moment: the demo's history was made on the days it tells of, in a request of its own at each
 * moment. What is left of today has not happened yet: it is done now.
 */
export function asOf<Given extends Pick<ActorContext, 'now' | 'today' | 'requestId'>>(context: Given, moment: Instant): Given {
  const now = moment > context.now ? context.now : moment;
  return { ...context, now, today: dayOf(now), requestId: `seed ${now.toISOString()}` };
}

/**
 * Runs commands that each open a unit of work as parts of one: a thousand of them wait for the disk once. All are kept
 * or none. What they read before they write is what was committed before.
 */
export const inOneUnit = <Result>(context: ActorContext, work: (inside: ActorContext) => Promise<Result>): Promise<Result> =>
  context.db.write(tx => work({ ...context, db: { ...context.db, write: part => part(tx) } }));
