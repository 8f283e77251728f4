import { and, eq, isNotNull, lt } from 'drizzle-orm';
import { headSeq } from '../changes/queries';
import type { ActorContext } from '../context';
import type { Tx } from '../database/database';
import { isUniqueViolation } from '../database/problems';
import type { Instant } from '../shared/dates';
import { askForRun } from './askForRun';
import { leaseFrom } from './lease';
import { type MatchRun, matchRuns } from './tables';

/**
 * The run that waits, now this process's own, when no other is under way; null when there is nothing to do. A run whose
 * process fell silent is given up first and put in line again. Of several servers one gets it: the slot is unique.
 */
export async function takeRun(context: ActorContext, holder: string): Promise<MatchRun | null> {
  const { db, now } = context;
  const open = await db.read.select().from(matchRuns).where(isNotNull(matchRuns.slot));
  const running = open.find(({ state }) => state === 'running');
  if (running ? !isSilent(running, now) : open.length === 0) return null;
  try {
    return await db.write(async tx => {
      await giveUpSilent(tx, context);
      return take(tx, now, holder);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

const isSilent = ({ leaseUntil }: MatchRun, now: Instant): boolean => leaseUntil !== null && leaseUntil < now;

async function giveUpSilent(tx: Tx, context: ActorContext): Promise<void> {
  const { now } = context;
  const isDead = and(eq(matchRuns.state, 'running'), lt(matchRuns.leaseUntil, now));
  const [dead] = await tx.select().from(matchRuns).where(isDead);
  if (!dead) return;
  const given = await tx
    .update(matchRuns)
    .set({ state: 'failed', failure: 'interrupted', slot: null, occasion: null, finishedAt: now })
    .where(and(eq(matchRuns.id, dead.id), isDead))
    .returning({ id: matchRuns.id });
  if (given.length === 1) await askForRun(tx, context, dead);
}

async function take(tx: Tx, now: Instant, holder: string): Promise<MatchRun | null> {
  const [running] = await tx.select({ id: matchRuns.id }).from(matchRuns).where(eq(matchRuns.slot, 'running'));
  if (running) return null;
  const [waiting] = await tx.select().from(matchRuns).where(eq(matchRuns.slot, 'waiting'));
  if (!waiting) return null;
  // A replay looks at the past: it covers no change.
  const changesSeq = waiting.replayOf === null ? await headSeq(tx) : null;
  const [taken] = await tx
    .update(matchRuns)
    .set({ state: 'running', slot: 'running', holder, startedAt: now, leaseUntil: leaseFrom(now), changesSeq })
    .where(and(eq(matchRuns.id, waiting.id), eq(matchRuns.slot, 'waiting')))
    .returning();
  return taken ?? null;
}
