import { and, eq } from 'drizzle-orm';
import type { Database } from '../../database/database';
import type { Instant } from '../../shared/dates';
import { nextAttempt } from './schedule';
import { type Delivery, type DeliveryProblem, deliveries } from './tables';

/** What came of one attempt. `gone` and `forbiddenAddress` are not tried again: nothing would change. */
export type Outcome = {
  readonly status: number | null;
  readonly problem: DeliveryProblem | null;
  /** Nobody wants it any more. */
  readonly isCancelled?: boolean;
};

/** Keeps what came of an attempt, unless another process has taken the delivery up meanwhile. */
export async function noteAttempt(db: Database, delivery: Delivery, outcome: Outcome, at: Instant): Promise<void> {
  await db.write(tx =>
    tx
      .update(deliveries)
      .set({ ...standingAfter(delivery, outcome, at), holder: null, leaseUntil: null })
      .where(and(eq(deliveries.id, delivery.id), eq(deliveries.state, 'waiting'), eq(deliveries.holder, delivery.holder ?? '')))
      .returning({ id: deliveries.id }),
  );
}

type Standing = Pick<Delivery, 'state' | 'attempts' | 'lastStatus' | 'lastProblem' | 'lastAttemptAt' | 'nextAttemptAt'>;

/** How a delivery stands after an attempt. */
export function standingAfter(
  { attempts: before, lastStatus, lastProblem, lastAttemptAt }: Delivery,
  { status, problem, isCancelled }: Outcome,
  at: Instant,
): Standing {
  if (isCancelled) return { state: 'cancelled', attempts: before, lastStatus, lastProblem, lastAttemptAt, nextAttemptAt: null };
  const attempts = before + 1;
  const tried = { attempts, lastStatus: status, lastProblem: problem, lastAttemptAt: at };
  if (problem === null) return { ...tried, state: 'delivered', nextAttemptAt: null };
  const nextAttemptAt = problem === 'gone' || problem === 'forbiddenAddress' ? null : nextAttempt(attempts, at);
  return { ...tried, state: nextAttemptAt === null ? 'failed' : 'waiting', nextAttemptAt };
}
