import { back, type Lifecycle, verbsFrom } from '../../shared/lifecycle';

export const applicationStates = [
  'invited',
  'submitted',
  'accepted',
  'actionRequired',
  'dueDiligence',
  'inPrinciple',
  'offered',
  'countered',
  'offerAccepted',
  'guaranteePending',
  'approved',
  'contractIssued',
  'signed',
  'partiallyDisbursed',
  'disbursed',
  'declined',
  'rejected',
  'withdrawn',
  'lapsed',
  'released',
  'cancelled',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/**
 * `lapse` is nobody's: another bank's offer was chosen. `release`, `closeUnanswered` and `expireOffer` are the clock's. The rest
 * are the bank's or the firm's, as `access` says; `reopenBargaining` follows from an amendment that is not better for the firm;
 * `approveGuarantee` and `rejectGuarantee` are for whoever answers for the loan.
 */
export type ApplicationVerb =
  | 'accept'
  | 'decline'
  | 'startDueDiligence'
  | 'requestCorrection'
  | 'answerCorrection'
  | 'giveInPrinciple'
  | 'reject'
  | 'makeOffer'
  | 'withdrawOffer'
  | 'acceptOffer'
  | 'declineOffer'
  | 'counter'
  | 'keepOffer'
  | 'requestGuarantee'
  | 'approveGuarantee'
  | 'rejectGuarantee'
  | 'approve'
  | 'amend'
  | 'reopenBargaining'
  | 'issueContract'
  | 'signContract'
  | 'disburse'
  | 'openLine'
  | 'withdraw'
  | 'cancel'
  | 'lapse'
  | 'release'
  | 'closeUnanswered'
  | 'expireOffer';

/** The bank has yet to say whether it takes it up. */
export const unanswered = ['invited', 'submitted'] as const;
/** The bank looks into it. */
const assessing = ['accepted', 'dueDiligence', 'inPrinciple'] as const;
/** An offer waits for an answer. */
const bargaining = ['offered', 'countered'] as const;
/** Credit is granted and the money not yet paid out. */
const granted = ['approved', 'contractIssued', 'signed'] as const;

/**
 * The way from an application to money paid out, with the questions and the bargaining on it, and the ways it ends without.
 * Due diligence is a state of its own because two promises hang on it: it begins only where the firm's consent lets the bank
 * read its file, and its time is another than that of the first contact.
 */
export const applicationLifecycle: Lifecycle<ApplicationState, ApplicationVerb, ApplicationState | typeof back> = {
  label: { zh: '融资申请', en: 'application' },
  states: {
    invited: { zh: '已派单', en: 'invited' },
    submitted: { zh: '待受理', en: 'submitted' },
    accepted: { zh: '已受理', en: 'accepted' },
    actionRequired: { zh: '待补正', en: 'action required' },
    dueDiligence: { zh: '尽调中', en: 'due diligence' },
    inPrinciple: { zh: '预授信', en: 'in principle' },
    offered: { zh: '已报价', en: 'offered' },
    countered: { zh: '议价中', en: 'bargaining' },
    offerAccepted: { zh: '已接受报价', en: 'offer accepted' },
    guaranteePending: { zh: '担保审批中', en: 'guarantee pending' },
    approved: { zh: '已授信', en: 'approved' },
    contractIssued: { zh: '待签约', en: 'contract issued' },
    signed: { zh: '已签约', en: 'signed' },
    partiallyDisbursed: { zh: '额度使用中', en: 'line in use' },
    disbursed: { zh: '已放款', en: 'disbursed' },
    declined: { zh: '未受理', en: 'declined' },
    rejected: { zh: '已拒绝', en: 'rejected' },
    withdrawn: { zh: '已撤回', en: 'withdrawn' },
    lapsed: { zh: '已失效', en: 'lapsed' },
    released: { zh: '超时释放', en: 'released' },
    cancelled: { zh: '已取消', en: 'cancelled' },
  },
  verbs: {
    accept: { from: unanswered, to: 'accepted', label: { zh: '受理', en: 'accept' } },
    decline: { from: unanswered, to: 'declined', label: { zh: '不予受理', en: 'decline' } },
    startDueDiligence: { from: ['accepted'], to: 'dueDiligence', label: { zh: '开始尽调', en: 'start due diligence' } },
    requestCorrection: { from: assessing, to: 'actionRequired', label: { zh: '要求补正', en: 'ask for corrections' } },
    answerCorrection: { from: ['actionRequired'], to: back, label: { zh: '提交补正', en: 'answer the corrections' } },
    giveInPrinciple: { from: ['dueDiligence'], to: 'inPrinciple', label: { zh: '出具预授信', en: 'state in principle' } },
    reject: {
      from: [...assessing, 'actionRequired', 'countered', 'offerAccepted'],
      to: 'rejected',
      label: { zh: '拒绝', en: 'reject' },
    },
    makeOffer: {
      from: ['dueDiligence', 'inPrinciple', 'countered'],
      to: 'offered',
      label: { zh: '报价', en: 'make an offer' },
    },
    withdrawOffer: { from: bargaining, to: 'dueDiligence', label: { zh: '撤回报价', en: 'withdraw the offer' } },
    acceptOffer: { from: bargaining, to: 'offerAccepted', label: { zh: '接受报价', en: 'accept the offer' } },
    declineOffer: { from: bargaining, to: 'dueDiligence', label: { zh: '谢绝报价', en: 'decline the offer' } },
    counter: { from: ['offered'], to: 'countered', label: { zh: '还价', en: 'make a counter-offer' } },
    keepOffer: { from: ['countered'], to: 'offered', label: { zh: '维持报价', en: 'stand by the offer' } },
    requestGuarantee: {
      from: ['offerAccepted'],
      to: 'guaranteePending',
      label: { zh: '提请担保', en: 'ask for the guarantee' },
    },
    approveGuarantee: { from: ['guaranteePending'], to: 'approved', label: { zh: '同意担保', en: 'give the guarantee' } },
    rejectGuarantee: { from: ['guaranteePending'], to: 'rejected', label: { zh: '不予担保', en: 'refuse the guarantee' } },
    approve: { from: ['offerAccepted'], to: 'approved', label: { zh: '批准授信', en: 'approve' } },
    amend: { from: ['approved'], to: 'approved', label: { zh: '调整授信', en: 'amend the approval' } },
    reopenBargaining: { from: ['approved'], to: 'countered', label: { zh: '退回议价', en: 'go back to bargaining' } },
    issueContract: {
      from: ['approved', 'contractIssued'],
      to: 'contractIssued',
      label: { zh: '出具合同', en: 'issue the contract' },
    },
    signContract: { from: ['contractIssued'], to: 'signed', label: { zh: '签约', en: 'sign the contract' } },
    openLine: { from: ['signed'], to: 'partiallyDisbursed', label: { zh: '启用额度', en: 'open the line' } },
    disburse: { from: ['signed'], to: 'disbursed', label: { zh: '放款', en: 'disburse' } },
    withdraw: {
      from: [
        ...unanswered,
        ...assessing,
        'actionRequired',
        ...bargaining,
        'offerAccepted',
        'guaranteePending',
        'approved',
        'contractIssued',
      ],
      to: 'withdrawn',
      label: { zh: '撤回申请', en: 'withdraw' },
    },
    cancel: { from: granted, to: 'cancelled', label: { zh: '取消授信', en: 'cancel' } },
    lapse: {
      from: [...unanswered, ...assessing, 'actionRequired', ...bargaining],
      to: 'lapsed',
      label: { zh: '失效', en: 'lapse' },
    },
    release: { from: unanswered, to: 'released', label: { zh: '超时释放', en: 'release' } },
    closeUnanswered: { from: ['actionRequired'], to: 'lapsed', label: { zh: '逾期未补正', en: 'close unanswered' } },
    expireOffer: { from: ['offered'], to: 'lapsed', label: { zh: '报价到期', en: 'expire the offer' } },
  },
};

/** States from which a loan can still come of an application. */
export const liveStates: readonly ApplicationState[] = applicationStates.filter(
  state => verbsFrom(applicationLifecycle, state).length > 0,
);

/** An offer was accepted and its loan is to be paid out. */
export const committedStates = ['offerAccepted', 'guaranteePending', ...granted] as const satisfies readonly ApplicationState[];
