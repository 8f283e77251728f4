import { setImmediate } from 'node:timers/promises';
import { and, eq, inArray, lt } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { Refusal } from '../../shared/refusals';
import { unanswered } from '../applications/lifecycle';
import { lockApplication, type Move, moveApplication } from '../applications/moveApplication';
import { type Application, applications } from '../applications/tables';
import { escalateOverdue } from '../escalations/escalateOverdue';
import { passOn } from '../market/passOn';
import { lapseOpenOffer } from '../offers/moveOffer';
import { clockOf, isSilent } from './clock';
import { clockGroundsOf } from './queries';

/**
 * Releases every application that its bank has left unanswered for twice its limit, never before the bank's head and the operator
 * were told of the missed day: the firm can go elsewhere at once, and where it has said so, or left its demand to be dispatched,
 * the demand does so by itself. Answers how many. Like the two below it may be repeated, and run on several servers at once: what has moved meanwhile stays.
 */
export async function releaseSilent(context: ActorContext): Promise<number> {
  await escalateOverdue(context);
  const waiting = await context.db.read
    .select()
    .from(applications)
    .where(inArray(applications.state, [...unanswered]));
  const grounds = await clockGroundsOf(context.db.read, waiting, context.today);
  const silent = waiting.filter((_, place) => grounds[place] !== undefined && isSilent(grounds[place]));
  const released = await moveAll(context, silent, { verb: 'release' });
  if (released > 0) await passOn(context);
  return released;
}

/** Closes every application whose firm has not put right in time what its bank asked for. Answers how many. */
export async function closeUnanswered(context: ActorContext): Promise<number> {
  const waiting = await context.db.read.select().from(applications).where(eq(applications.state, 'actionRequired'));
  const grounds = await clockGroundsOf(context.db.read, waiting, context.today);
  const late = waiting.filter((_, place) => grounds[place] !== undefined && clockOf(grounds[place])?.isOverdue);
  return moveAll(context, late, { verb: 'closeUnanswered' });
}

/** Ends every offer whose last day has passed, with its application. Answers how many. */
export async function expireOffers(context: ActorContext): Promise<number> {
  const ranOut = await context.db.read
    .select()
    .from(applications)
    .where(and(eq(applications.state, 'offered'), lt(applications.offerValidUntil, context.today)));
  return moveAll(context, ranOut, { verb: 'expireOffer' });
}

/** Each in a unit of work of its own: one that fails keeps none of the others back, and fails the whole only at the end. */
async function moveAll(context: ActorContext, found: readonly Application[], move: Move): Promise<number> {
  let moved = 0;
  const failures: unknown[] = [];
  for (const application of found) {
    try {
      if (await moveUnchanged(context, application, move)) moved += 1;
    } catch (error) {
      // Somebody moved it meanwhile: nothing is left to do.
      if (!(error instanceof Refusal)) failures.push(error);
    }
    // Whoever waits for an answer has a turn in between.
    await setImmediate();
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} applications could not be moved by ${move.verb}`);
  return moved;
}

const moveUnchanged = (context: ActorContext, { id, version }: Application, move: Move): Promise<boolean> =>
  context.db.write(async tx => {
    const locked = await lockApplication(tx, id);
    if (locked.application.version !== version) return false;
    await moveApplication(tx, context, locked, move);
    await lapseOpenOffer(tx, context, id);
    return true;
  });
