import { choiceOf } from '../../graphql/choice';
import { reviewOutcomes, verdictReviewStates } from './lifecycle';

export const reviewWord = { zh: '人工复核', en: 'human review' };

export const VerdictReviewStateWord = choiceOf('VerdictReviewState', verdictReviewStates);
export const ReviewOutcomeWord = choiceOf(
  'ReviewOutcome',
  reviewOutcomes,
  'upheld: the verdict stands, with the reason; admitted: the bank looks at the firm by hand all the same.',
);
