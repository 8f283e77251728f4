import type { Lifecycle } from '../../shared/lifecycle';

export const compensationStates = ['claimed', 'paid'] as const;
export type CompensationState = (typeof compensationStates)[number];
export type CompensationVerb = 'pay' | 'recover';

/** What is recovered of a compensation changes nobody's state: what is left open follows from the recoveries. */
export const compensationLifecycle: Lifecycle<CompensationState, CompensationVerb> = {
  label: { zh: '代偿', en: 'compensation' },
  states: { claimed: { zh: '待代偿', en: 'claimed' }, paid: { zh: '已代偿', en: 'compensated' } },
  verbs: {
    pay: { from: ['claimed'], to: 'paid', label: { zh: '代偿', en: 'compensate' } },
    recover: { from: ['paid'], to: 'paid', label: { zh: '登记追偿', en: 'record a recovery' } },
  },
};
