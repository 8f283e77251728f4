import type { Lifecycle } from '../../shared/lifecycle';

export const verdictReviewStates = ['open', 'upheld', 'admitted', 'withdrawn'] as const;
export type VerdictReviewState = (typeof verdictReviewStates)[number];

export type VerdictReviewVerb = 'uphold' | 'admit' | 'withdraw';

/** What a review by people may come to: the verdict stands, or the bank looks at the firm by hand all the same. */
export const reviewOutcomes = ['upheld', 'admitted'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** A review is answered once; when the firm's data have changed, it may ask again. */
export const verdictReviewLifecycle: Lifecycle<VerdictReviewState, VerdictReviewVerb> = {
  label: { zh: '人工复核', en: 'human review' },
  states: {
    open: { zh: '复核中', en: 'Under review' },
    upheld: { zh: '维持原结论', en: 'Verdict upheld' },
    admitted: { zh: '同意人工评估', en: 'To be assessed by hand' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  verbs: {
    uphold: { from: ['open'], to: 'upheld', label: { zh: '维持', en: 'uphold' } },
    admit: { from: ['open'], to: 'admitted', label: { zh: '同意', en: 'admit' } },
    withdraw: { from: ['open'], to: 'withdrawn', label: { zh: '撤回', en: 'withdraw' } },
  },
};

export const verbOf: Readonly<Record<ReviewOutcome, VerdictReviewVerb>> = { upheld: 'uphold', admitted: 'admit' };

/** Working days for the answer: as long as a credit decision without security takes under Zhejiang's "135". */
export const reviewDays = 5;

/** Days for which a bank that has agreed to look by hand takes the application so: as long as a binding offer may last. */
export const admittedDays = 90;
