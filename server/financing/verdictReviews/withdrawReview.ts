import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { nextState } from '../../shared/lifecycle';
import { verdictReviewLifecycle } from './lifecycle';
import { keepReview, loadReview } from './loadReview';
import type { VerdictReview } from './tables';
import { tellOfReview } from './tellOfReview';

/**
 * The firm takes its request back. Refuses another firm's as not found, a review that has ended, and a stale version.
 */
export async function withdrawReview(
  context: ActorContext,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<VerdictReview> {
  return context.db.write(async tx => {
    const review = await loadReview(tx, context, { id, version, operation: 'withdrawVerdictReview' });
    const withdrawn = await keepReview(tx, {
      ...review,
      state: nextState(verdictReviewLifecycle, review.state, 'withdraw'),
      openKey: null,
    });
    await tellOfReview(tx, context, 'withdrawVerdictReview', withdrawn);
    await record(tx, context, { verb: 'withdrawVerdictReview', subject: { kind: 'verdictReview', id }, details: {} });
    return withdrawn;
  });
}
