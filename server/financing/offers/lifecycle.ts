import type { Lifecycle } from '../../shared/lifecycle';

export const offerStates = ['open', 'accepted', 'superseded', 'declined', 'lapsed', 'withdrawn'] as const;
export type OfferState = (typeof offerStates)[number];

/**
 * `lapse` is nobody's: another offer was chosen, or the application was taken back. `supersede` follows from an amended approval,
 * whose better terms take the place of the accepted ones; `reopen`
 * from one that is not better: the firm has its answer back.
 */
export type OfferVerb = 'accept' | 'supersede' | 'reopen' | 'decline' | 'withdraw' | 'lapse';

export const offerLifecycle: Lifecycle<OfferState, OfferVerb> = {
  label: { zh: '报价', en: 'offer' },
  states: {
    open: { zh: '待答复', en: 'open' },
    accepted: { zh: '已接受', en: 'accepted' },
    superseded: { zh: '已由更优条件取代', en: 'superseded' },
    declined: { zh: '已谢绝', en: 'declined' },
    lapsed: { zh: '已失效', en: 'lapsed' },
    withdrawn: { zh: '已撤回', en: 'withdrawn' },
  },
  verbs: {
    accept: { from: ['open'], to: 'accepted', label: { zh: '接受', en: 'accept' } },
    supersede: { from: ['accepted'], to: 'superseded', label: { zh: '取代', en: 'supersede' } },
    reopen: { from: ['accepted'], to: 'open', label: { zh: '重新待答复', en: 'reopen' } },
    decline: { from: ['open'], to: 'declined', label: { zh: '谢绝', en: 'decline' } },
    withdraw: { from: ['open'], to: 'withdrawn', label: { zh: '撤回', en: 'withdraw' } },
    lapse: { from: ['open'], to: 'lapsed', label: { zh: '失效', en: 'lapse' } },
  },
};
