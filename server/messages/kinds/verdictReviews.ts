import type { CalendarDate } from '../../shared/dates';
import { type Kind, plain } from './kind';

export type VerdictReviewNote = {
  readonly reviewId: string;
  readonly firm: string;
  readonly institution: string;
  readonly product: string;
  readonly state: 'open' | 'upheld' | 'admitted' | 'withdrawn';
  readonly dueOn: CalendarDate;
  /** In the words of the bank; null while nobody has answered. */
  readonly answer: string | null;
};

const verdictReviewRequested: Kind<VerdictReviewNote> = {
  topic: 'applications',
  word: ({ firm, product, dueOn }) => ({
    title: { zh: `「${firm}」请求人工复核「${product}」的判定`, en: `${firm} asks people to review the verdict on ${product}` },
    lines: plain({ zh: `请于 ${dueOn} 前答复`, en: `To be answered by ${dueOn}` }),
    subject: { kind: 'verdictReviews', id: '' },
  }),
};

const verdictReviewWithdrawn: Kind<VerdictReviewNote> = {
  topic: 'applications',
  word: ({ firm, product }) => ({
    title: { zh: `「${firm}」撤回了对「${product}」的复核请求`, en: `${firm} no longer asks for a review of ${product}` },
    lines: plain({ zh: '不必再答复。', en: 'No answer is needed any more.' }),
    subject: { kind: 'verdictReviews', id: '' },
  }),
};

const verdictReviewAnswered: Kind<VerdictReviewNote> = {
  topic: 'applications',
  word: ({ institution, product, state, answer }) => ({
    title:
      state === 'admitted'
        ? {
            zh: `「${institution}」同意人工评估您的「${product}」申请`,
            en: `${institution} will look at you by hand for ${product}`,
          }
        : { zh: `「${institution}」复核后维持「${product}」的判定`, en: `${institution} upholds the verdict on ${product}` },
    lines: plain(
      state === 'admitted' ? { zh: '90 天内可直接申请。', en: 'Apply within 90 days.' } : null,
      answer === null ? null : { zh: `答复：${answer}`, en: `Answer: ${answer}` },
    ),
    subject: { kind: 'verdictReviews', id: '' },
  }),
};

export const verdictReviewKinds = { verdictReviewRequested, verdictReviewWithdrawn, verdictReviewAnswered };
