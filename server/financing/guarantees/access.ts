import type { Actor } from '../../shared/actor';
import { partyOf } from '../applications/access';
import type { ApplicationState } from '../applications/lifecycle';
import { isOpen } from '../deals/access';
import type { DealState } from '../deals/lifecycle';
import type { SchemeParty } from '../riskSharing/tables';
import type { Guarantee, GuaranteeDecision } from './tables';

/** The firm, the bank, and every party of the scheme that is on the platform. */
export const canSeeGuarantee = (
  actor: Actor,
  guarantee: Pick<Guarantee, 'enterpriseId' | 'institutionId'>,
  parties: readonly Pick<SchemeParty, 'organisationId'>[],
): boolean => partyOf(actor, guarantee) !== null || parties.some(({ organisationId }) => organisationId === actor.organisationId);

export const mayDecide = (actor: Actor, { organisationId }: Pick<GuaranteeDecision, 'organisationId'>): boolean =>
  actor.role !== 'auditor' && actor.organisationId === organisationId;

export const guaranteeStates = ['pending', 'rejected', 'approved', 'inForce', 'claimed', 'compensated', 'ended'] as const;
export type GuaranteeState = (typeof guaranteeStates)[number];

export type GuaranteeGround = {
  readonly applicationState: ApplicationState;
  readonly decisions: readonly Pick<GuaranteeDecision, 'state'>[];
  /** Where the loan stands; null before it is paid out. */
  readonly loan: DealState | null;
  readonly compensation: 'claimed' | 'paid' | null;
};

/**
 * Where a guarantee stands: it follows from the application, the decisions, the loan and the compensation. A claim falls away with
 * a loan that ends before it is paid.
 */
export function guaranteeStateOf({ applicationState, decisions, loan, compensation }: GuaranteeGround): GuaranteeState {
  if (compensation === 'paid') return 'compensated';
  if (compensation === 'claimed') return loan !== null && isOpen(loan) ? 'claimed' : 'ended';
  if (decisions.some(({ state }) => state === 'rejected')) return 'rejected';
  if (applicationState === 'guaranteePending') return 'pending';
  if (loan !== null) return isOpen(loan) ? 'inForce' : 'ended';
  return ['approved', 'contractIssued', 'signed'].includes(applicationState) ? 'approved' : 'ended';
}

export type GuaranteeOperation = 'approveGuarantee' | 'rejectGuarantee';

/** What `actor` may do to the guarantee now, by the names of the operations. */
export const verbsOnGuarantee = (
  actor: Actor,
  state: GuaranteeState,
  decisions: readonly Pick<GuaranteeDecision, 'organisationId' | 'state'>[],
): GuaranteeOperation[] =>
  state === 'pending' && decisions.some(decision => decision.state === 'pending' && mayDecide(actor, decision))
    ? ['approveGuarantee', 'rejectGuarantee']
    : [];
