import type { Lifecycle } from '../../shared/lifecycle';

export const schemeStates = ['open', 'closed'] as const;
export type SchemeState = (typeof schemeStates)[number];

export type SchemeVerb = 'reviseScheme' | 'closeScheme' | 'reopenScheme';

/** What its owner decides. Whether new business is stopped by a loss follows from the figures, and is no state. */
export const schemeLifecycle: Lifecycle<SchemeState, SchemeVerb> = {
  label: { zh: '风险分担方案', en: 'risk-sharing scheme' },
  states: { open: { zh: '启用', en: 'open' }, closed: { zh: '停办', en: 'closed' } },
  verbs: {
    reviseScheme: { from: ['open'], to: 'open', label: { zh: '修订条款', en: 'revise the terms' } },
    closeScheme: { from: ['open'], to: 'closed', label: { zh: '停办', en: 'close' } },
    reopenScheme: { from: ['closed'], to: 'open', label: { zh: '重新启用', en: 'reopen' } },
  },
};
