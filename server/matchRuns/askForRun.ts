import type { ActorContext } from '../context';
import type { Tx } from '../database/database';
import { type MatchRun, type MatchRunReason, matchRuns } from './tables';

export type RunWish = {
  readonly reason: MatchRunReason;
  readonly occasion?: string | null;
  readonly replayOf?: string | null;
};

/** Puts a run in line inside the caller's unit of work; null when one is in line already, or its occasion has had its run. */
export async function askForRun(
  tx: Tx,
  { actor, now, newId }: Pick<ActorContext, 'actor' | 'now' | 'newId'>,
  { reason, occasion = null, replayOf = null }: RunWish,
): Promise<Pick<MatchRun, 'id'> | null> {
  const id = newId();
  const run = {
    id,
    reason,
    state: 'waiting',
    slot: 'waiting',
    occasion,
    replayOf,
    askedBy: actor.userId,
    createdAt: now,
  } as const;
  return (await tx.insertMany(matchRuns, [run], { skipsKnown: true })) === 1 ? { id } : null;
}
