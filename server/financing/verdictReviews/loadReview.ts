import { eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { nextState } from '../../shared/lifecycle';
import { notFound, staleVersion } from '../../shared/refusals';
import { canSeeReview, type VerdictReviewOperation, verbsOnReview } from './access';
import { verdictReviewLifecycle } from './lifecycle';
import { type VerdictReview, verdictReviews } from './tables';
import { reviewWord } from './words';

/** The review for a command, which the actor must be allowed to take now; refuses as `nextState` does where it has ended. */
export async function loadReview(
  tx: Tx,
  { actor }: ActorContext,
  { id, version, operation }: { readonly id: string; readonly version: number; readonly operation: VerdictReviewOperation },
): Promise<VerdictReview> {
  const review = await rowById(tx, verdictReviews, id);
  if (!review || !canSeeReview(actor, review)) throw notFound(reviewWord, id);
  if (review.version !== version) throw staleVersion(reviewWord, version, review.version);
  if (!verbsOnReview(actor, review).includes(operation))
    nextState(verdictReviewLifecycle, review.state, operation === 'withdrawVerdictReview' ? 'withdraw' : 'uphold');
  return review;
}

/** Keeps a changed review under its next version. */
export async function keepReview(tx: Tx, changed: VerdictReview): Promise<VerdictReview> {
  const review = { ...changed, version: changed.version + 1 };
  await tx.update(verdictReviews).set(review).where(eq(verdictReviews.id, review.id));
  return review;
}
