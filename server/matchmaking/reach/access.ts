import type { Admission } from '../../graphql/guard';

/** Banks write rules, and the operator on their behalf. Counts over all firms are for nobody else. */
export const mayAskReach = ['bank', 'operator'] as const satisfies Admission['kinds'];
