import type { ApplicationParty } from '../../../server/financing/applications/access';
import type { ApplicationState } from '../../../server/financing/applications/lifecycle';
import type { DealState } from '../../../server/financing/deals/lifecycle';
import type { DemandState } from '../../../server/financing/demands/lifecycle';

/** Who takes a step: a side of the application, those who guarantee the loan, or the platform by itself and by the authorities. */
type Mover = ApplicationParty | 'guarantor' | 'platform';

type Move<State> = {
  /** The number of the transition in the specification of the financing workflow. */
  readonly transition: number;
  readonly from: readonly State[];
  readonly to: readonly State[];
  readonly by: readonly Mover[];
};

const assessing = ['accepted', 'dueDiligence', 'inPrinciple'] as const;
const beforeSigning = [
  'invited',
  'submitted',
  ...assessing,
  'actionRequired',
  'offered',
  'countered',
  'offerAccepted',
  'guaranteePending',
  'approved',
  'contractIssued',
] as const;

/**
 * The transitions of the specification, written down a second time and by hand: what the lifecycles say is held against it, so
 * that a state or a verb added to one of them by mistake is noticed. By the name that the audit chain knows each step by.
 */
export const applicationMoves: Readonly<Record<string, Move<ApplicationState>>> = {
  acceptApplication: { transition: 5, from: ['invited', 'submitted'], to: ['accepted'], by: ['institution'] },
  declineApplication: { transition: 5, from: ['invited', 'submitted'], to: ['declined'], by: ['institution'] },
  releaseApplication: { transition: 6, from: ['invited', 'submitted'], to: ['released'], by: ['platform'] },
  startDueDiligence: { transition: 7, from: ['accepted'], to: ['dueDiligence'], by: ['institution'] },
  requestCorrection: { transition: 8, from: assessing, to: ['actionRequired'], by: ['institution'] },
  answerCorrection: { transition: 9, from: ['actionRequired'], to: assessing, by: ['enterprise'] },
  closeUnanswered: { transition: 9, from: ['actionRequired'], to: ['lapsed'], by: ['platform'] },
  giveInPrinciple: { transition: 10, from: ['dueDiligence'], to: ['inPrinciple'], by: ['institution'] },
  makeOffer: { transition: 11, from: ['dueDiligence', 'inPrinciple', 'countered'], to: ['offered'], by: ['institution'] },
  counterOffer: { transition: 12, from: ['offered'], to: ['countered'], by: ['enterprise'] },
  keepOffer: { transition: 13, from: ['countered'], to: ['offered'], by: ['institution'] },
  withdrawOffer: { transition: 13, from: ['offered', 'countered'], to: ['dueDiligence'], by: ['institution'] },
  acceptOffer: { transition: 14, from: ['offered', 'countered'], to: ['offerAccepted'], by: ['enterprise'] },
  declineOffer: { transition: 14, from: ['offered', 'countered'], to: ['dueDiligence'], by: ['enterprise'] },
  expireOffer: { transition: 15, from: ['offered'], to: ['lapsed'], by: ['platform'] },
  lapseApplication: {
    transition: 15,
    from: ['invited', 'submitted', ...assessing, 'actionRequired', 'offered', 'countered'],
    to: ['lapsed'],
    by: ['enterprise', 'platform'],
  },
  requestGuarantee: { transition: 16, from: ['offerAccepted'], to: ['guaranteePending'], by: ['institution'] },
  approveGuarantee: { transition: 17, from: ['guaranteePending'], to: ['approved'], by: ['guarantor'] },
  rejectGuarantee: { transition: 17, from: ['guaranteePending'], to: ['rejected'], by: ['guarantor'] },
  approveApplication: { transition: 18, from: ['offerAccepted'], to: ['approved'], by: ['institution'] },
  issueContract: { transition: 19, from: ['approved', 'contractIssued'], to: ['contractIssued'], by: ['institution'] },
  signContract: { transition: 19, from: ['contractIssued'], to: ['signed'], by: ['enterprise'] },
  disburse: { transition: 20, from: ['signed'], to: ['disbursed'], by: ['institution'] },
  openLine: { transition: 21, from: ['signed'], to: ['partiallyDisbursed'], by: ['institution'] },
  rejectApplication: {
    transition: 24,
    from: [...assessing, 'actionRequired', 'countered', 'offerAccepted'],
    to: ['rejected'],
    by: ['institution'],
  },
  withdrawApplication: { transition: 25, from: beforeSigning, to: ['withdrawn'], by: ['enterprise'] },
  cancelApplication: {
    transition: 26,
    from: ['approved', 'contractIssued', 'signed'],
    to: ['cancelled'],
    by: ['institution', 'enterprise'],
  },
  reopenBargaining: { transition: 28, from: ['approved'], to: ['countered'], by: ['institution'] },
  amendApproval: { transition: 28, from: ['approved'], to: ['approved'], by: ['institution'] },
};

/** How an application comes into being, and in which state. */
export const arrivals: Readonly<Record<string, { readonly transition: number; readonly to: ApplicationState }>> = {
  inviteInstitution: { transition: 1, to: 'invited' },
  grabDemand: { transition: 2, to: 'submitted' },
  submitApplication: { transition: 3, to: 'submitted' },
};

/** What the chain keeps of an application without moving it. */
export const applicationNotes: readonly string[] = ['escalateApplication'];

const owing = ['disbursed', 'overdue', 'restructured'] as const;

/** Transitions 22 and 23: the life of a loan. */
export const loanMoves: Readonly<Record<string, Omit<Move<DealState>, 'by'>>> = {
  fallOverdue: { transition: 22, from: ['disbursed', 'restructured'], to: ['overdue'] },
  catchUp: { transition: 22, from: ['overdue'], to: ['disbursed', 'restructured'] },
  renewLoan: { transition: 23, from: owing, to: ['renewed'] },
  restructureLoan: { transition: 23, from: owing, to: ['restructured'] },
  compensateLoan: { transition: 23, from: owing, to: ['compensated'] },
  settleLoan: { transition: 23, from: [...owing, 'compensated'], to: ['settled'] },
  writeOffLoan: { transition: 23, from: [...owing, 'compensated'], to: ['writtenOff'] },
};

/** What may become of a demand in one unit of work. */
export const demandMoves: Readonly<Record<DemandState, readonly DemandState[]>> = {
  published: ['published', 'inProgress', 'withdrawn', 'expired', 'closedUnmet'],
  inProgress: ['inProgress', 'published', 'partiallyFulfilled', 'fulfilled', 'withdrawn', 'expired', 'closedUnmet'],
  partiallyFulfilled: ['partiallyFulfilled', 'inProgress'],
  fulfilled: ['fulfilled'],
  closedUnmet: ['closedUnmet'],
  expired: ['expired'],
  withdrawn: ['withdrawn'],
};
