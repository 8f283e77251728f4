import type { Actor } from '../../shared/actor';
import type { VerdictReview } from './tables';

type Between = Pick<VerdictReview, 'enterpriseId' | 'institutionId'>;

/** A review is known to its firm and to the bank whose product it is about. */
export const canSeeReview = ({ organisationId }: Actor, { enterpriseId, institutionId }: Between): boolean =>
  organisationId === enterpriseId || organisationId === institutionId;

export type VerdictReviewOperation = 'answerVerdictReview' | 'withdrawVerdictReview';

/** What `actor`, who may see the review, may do with it now. */
export function verbsOnReview(
  actor: Actor,
  { enterpriseId, state }: Pick<VerdictReview, 'enterpriseId' | 'state'>,
): VerdictReviewOperation[] {
  if (state !== 'open' || actor.role === 'auditor') return [];
  return actor.organisationId === enterpriseId ? ['withdrawVerdictReview'] : ['answerVerdictReview'];
}
