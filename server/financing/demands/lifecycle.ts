import type { Lifecycle } from '../../shared/lifecycle';

export const demandStates = ['open', 'inProgress', 'fulfilled', 'withdrawn'] as const;
export type DemandState = (typeof demandStates)[number];

/** `withdraw` is the firm's; the others follow from what happens to the demand's applications. */
export type DemandVerb = 'apply' | 'release' | 'fulfil' | 'withdraw';

export const demandLifecycle: Lifecycle<DemandState, DemandVerb> = {
  label: { zh: '融资需求', en: 'financing demand' },
  states: {
    open: { zh: '待申请', en: 'open' },
    inProgress: { zh: '办理中', en: 'in progress' },
    fulfilled: { zh: '已满足', en: 'fulfilled' },
    withdrawn: { zh: '已撤回', en: 'withdrawn' },
  },
  verbs: {
    apply: { from: ['open', 'inProgress'], to: 'inProgress', label: { zh: '提交申请', en: 'apply' } },
    release: { from: ['inProgress'], to: 'open', label: { zh: '申请均已结束', en: 'release' } },
    fulfil: { from: ['inProgress'], to: 'fulfilled', label: { zh: '放款', en: 'fulfil' } },
    withdraw: { from: ['open'], to: 'withdrawn', label: { zh: '撤回', en: 'withdraw' } },
  },
};
