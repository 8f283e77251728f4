import type { Lifecycle } from '../../shared/lifecycle';

export const lineStates = ['active', 'frozen', 'closed'] as const;
export type LineState = (typeof lineStates)[number];

export type LineVerb =
  | 'freeze'
  | 'release'
  | 'close'
  | 'confirmConditions'
  | 'requestDrawdown'
  | 'payDrawdown'
  | 'declineDrawdown';

/** A frozen line keeps its loans, and what was asked for can still be declined; a closed one is at its end. */
export const lineLifecycle: Lifecycle<LineState, LineVerb> = {
  label: { zh: '授信额度', en: 'credit line' },
  states: {
    active: { zh: '可用', en: 'active' },
    frozen: { zh: '已冻结', en: 'frozen' },
    closed: { zh: '已终止', en: 'closed' },
  },
  verbs: {
    requestDrawdown: { from: ['active'], to: 'active', label: { zh: '申请提款', en: 'request a drawdown' } },
    payDrawdown: { from: ['active'], to: 'active', label: { zh: '发放提款', en: 'pay a drawdown' } },
    declineDrawdown: { from: ['active'], to: 'active', label: { zh: '拒绝提款', en: 'decline a drawdown' } },
    confirmConditions: { from: ['active'], to: 'active', label: { zh: '确认条件已满足', en: 'confirm the conditions' } },
    freeze: { from: ['active'], to: 'frozen', label: { zh: '冻结额度', en: 'freeze' } },
    release: { from: ['frozen'], to: 'active', label: { zh: '解冻额度', en: 'release' } },
    close: { from: ['active', 'frozen'], to: 'closed', label: { zh: '终止额度', en: 'close' } },
  },
};

export const drawdownStates = ['requested', 'paid', 'declined'] as const;
