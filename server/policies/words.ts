import { choiceOf } from '../graphql/choice';
import { supportKinds, supportPayouts } from './tables';

export const policyWord = { zh: '扶持政策', en: 'support policy' };

export const SupportKindWord = choiceOf(
  'SupportKind',
  supportKinds,
  'interestShare: a share of the interest; interestPoints: points a year; feeShare: a share of guarantee, insurance and appraisal fees.',
);
export const SupportPayoutWord = choiceOf('SupportPayout', supportPayouts);
