import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { parseInput } from '../../shared/input';
import { nextState } from '../../shared/lifecycle';
import { invalidInput } from '../../shared/refusals';
import { reasonCodes } from '../applications/reasons';
import { type ReviewOutcome, reviewOutcomes, verbOf, verdictReviewLifecycle } from './lifecycle';
import { keepReview, loadReview } from './loadReview';
import type { VerdictReview } from './tables';
import { tellOfReview } from './tellOfReview';

export type AnswerReviewInput = {
  readonly outcome: ReviewOutcome;
  /** Of a verdict upheld, and of no other: why, by the codes of refusals. */
  readonly reasonCode?: string | null;
  /** What the firm reads. */
  readonly answer: string;
};

const shape = z.object({
  outcome: z.enum(reviewOutcomes),
  reasonCode: z
    .enum(reasonCodes)
    .nullish()
    .transform(code => code ?? null),
  answer: z.string().trim().min(10).max(500),
});

/**
 * Somebody of the bank answers a review: the verdict stands, for a coded reason and in words; or the bank looks at the firm by
 * hand, and an application of the next 90 days says so. Refuses what the actor may not know of as not found, an answer of fewer
 * than ten characters, a reason that is missing or not asked for, a review that has ended, and a stale version.
 */
export async function answerReview(
  context: ActorContext,
  { id, version, input }: { readonly id: string; readonly version: number; readonly input: AnswerReviewInput },
): Promise<VerdictReview> {
  const { outcome, reasonCode, answer } = parseInput(shape, input);
  if ((outcome === 'upheld') !== (reasonCode !== null)) throw reasonOff(reasonCode);
  return context.db.write(async tx => {
    const review = await loadReview(tx, context, { id, version, operation: 'answerVerdictReview' });
    const answered = await keepReview(tx, {
      ...review,
      state: nextState(verdictReviewLifecycle, review.state, verbOf[outcome]),
      openKey: null,
      reasonCode,
      answer,
      answeredBy: context.actor.userId,
      answeredAt: context.now,
    });
    await tellOfReview(tx, context, 'answerVerdictReview', answered);
    await record(tx, context, {
      verb: 'answerVerdictReview',
      subject: { kind: 'verdictReview', id },
      reason: answer,
      details: { outcome, reasonCode },
    });
    return answered;
  });
}

const reasonOff = (reasonCode: string | null) =>
  invalidInput('reasonCode', reasonCode, 'verdictReview.reason', {
    zh: '维持原结论须选择原因；同意人工评估不选原因。',
    en: 'An upheld verdict needs a reason; a firm that is looked at by hand needs none.',
  });
