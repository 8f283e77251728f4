import { type Lifecycle, verbsFrom } from '../../shared/lifecycle';

export const applicationStates = [
  'submitted',
  'accepted',
  'offered',
  'countered',
  'offerAccepted',
  'disbursed',
  'declined',
  'rejected',
  'withdrawn',
  'lapsed',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** `lapse` is nobody's: another bank's offer was chosen. The rest are the bank's or the firm's, as `access` says. */
export type ApplicationVerb =
  | 'accept'
  | 'decline'
  | 'reject'
  | 'makeOffer'
  | 'withdrawOffer'
  | 'acceptOffer'
  | 'declineOffer'
  | 'counter'
  | 'keepOffer'
  | 'disburse'
  | 'withdraw'
  | 'lapse';

/** The way from an application to money paid out, with the rounds of bargaining on it, and the ways it ends without. */
export const applicationLifecycle: Lifecycle<ApplicationState, ApplicationVerb> = {
  label: { zh: '融资申请', en: 'application' },
  states: {
    submitted: { zh: '待受理', en: 'submitted' },
    accepted: { zh: '已受理', en: 'accepted' },
    offered: { zh: '已报价', en: 'offered' },
    countered: { zh: '议价中', en: 'counter-offer made' },
    offerAccepted: { zh: '已接受报价', en: 'offer accepted' },
    disbursed: { zh: '已放款', en: 'disbursed' },
    declined: { zh: '未受理', en: 'declined' },
    rejected: { zh: '已拒绝', en: 'rejected' },
    withdrawn: { zh: '已撤回', en: 'withdrawn' },
    lapsed: { zh: '已失效', en: 'lapsed' },
  },
  verbs: {
    accept: { from: ['submitted'], to: 'accepted', label: { zh: '受理', en: 'accept' } },
    decline: { from: ['submitted'], to: 'declined', label: { zh: '不予受理', en: 'decline' } },
    reject: { from: ['accepted', 'countered'], to: 'rejected', label: { zh: '拒绝', en: 'reject' } },
    makeOffer: { from: ['accepted', 'countered'], to: 'offered', label: { zh: '报价', en: 'make an offer' } },
    withdrawOffer: { from: ['offered', 'countered'], to: 'accepted', label: { zh: '撤回报价', en: 'withdraw the offer' } },
    acceptOffer: { from: ['offered', 'countered'], to: 'offerAccepted', label: { zh: '接受报价', en: 'accept the offer' } },
    declineOffer: { from: ['offered', 'countered'], to: 'accepted', label: { zh: '谢绝报价', en: 'decline the offer' } },
    counter: { from: ['offered'], to: 'countered', label: { zh: '还价', en: 'make a counter-offer' } },
    keepOffer: { from: ['countered'], to: 'offered', label: { zh: '维持报价', en: 'stand by the offer' } },
    disburse: { from: ['offerAccepted'], to: 'disbursed', label: { zh: '放款', en: 'disburse' } },
    withdraw: {
      from: ['submitted', 'accepted', 'offered', 'countered', 'offerAccepted'],
      to: 'withdrawn',
      label: { zh: '撤回申请', en: 'withdraw' },
    },
    lapse: { from: ['submitted', 'accepted', 'offered', 'countered'], to: 'lapsed', label: { zh: '失效', en: 'lapse' } },
  },
};

/** States from which a loan can still come of an application. */
export const liveStates: readonly ApplicationState[] = applicationStates.filter(
  state => verbsFrom(applicationLifecycle, state).length > 0,
);
