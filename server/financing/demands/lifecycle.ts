import type { Lifecycle } from '../../shared/lifecycle';

export const demandStates = [
  'published',
  'inProgress',
  'partiallyFulfilled',
  'fulfilled',
  'closedUnmet',
  'expired',
  'withdrawn',
] as const;
export type DemandState = (typeof demandStates)[number];

/**
 * `withdraw` and `closeRest` are the firm's, `expire` and `closeUnmet` the calendar's; the others follow from what happens to the
 * demand's applications. Nobody took it up in time: expired; somebody did, and no loan came of it: closed unmet.
 */
export type DemandVerb = 'apply' | 'release' | 'fulfilInPart' | 'fulfil' | 'withdraw' | 'closeRest' | 'expire' | 'closeUnmet';

/** Part of the sum was paid out and nothing is under way: it goes on for the rest until that is closed. */
export const demandLifecycle: Lifecycle<DemandState, DemandVerb> = {
  label: { zh: '融资需求', en: 'financing demand' },
  states: {
    published: { zh: '待对接', en: 'published' },
    inProgress: { zh: '办理中', en: 'in progress' },
    partiallyFulfilled: { zh: '部分满足', en: 'partially fulfilled' },
    fulfilled: { zh: '已满足', en: 'fulfilled' },
    closedUnmet: { zh: '未达成', en: 'closed unmet' },
    expired: { zh: '已过期', en: 'expired' },
    withdrawn: { zh: '已撤回', en: 'withdrawn' },
  },
  verbs: {
    apply: {
      from: ['published', 'inProgress', 'partiallyFulfilled'],
      to: 'inProgress',
      label: { zh: '提交申请', en: 'apply' },
    },
    release: { from: ['inProgress'], to: 'published', label: { zh: '申请均已结束', en: 'release' } },
    fulfilInPart: { from: ['inProgress'], to: 'partiallyFulfilled', label: { zh: '部分放款', en: 'fulfil in part' } },
    fulfil: { from: ['inProgress'], to: 'fulfilled', label: { zh: '放款', en: 'fulfil' } },
    withdraw: { from: ['published'], to: 'withdrawn', label: { zh: '撤回', en: 'withdraw' } },
    closeRest: { from: ['partiallyFulfilled'], to: 'partiallyFulfilled', label: { zh: '结束余额', en: 'close the rest' } },
    expire: { from: ['published'], to: 'expired', label: { zh: '过期', en: 'expire' } },
    closeUnmet: { from: ['published'], to: 'closedUnmet', label: { zh: '未达成结束', en: 'close unmet' } },
  },
};

/** States that a demand does not leave. */
export const closedStates = ['fulfilled', 'closedUnmet', 'expired', 'withdrawn'] as const satisfies readonly DemandState[];
