import type { Actor } from '../../shared/actor';
import { partyOf } from '../applications/access';
import { mayDecide } from '../guarantees/access';
import type { GuaranteeView } from '../guarantees/queries';
import type { Compensation } from './tables';

export type CompensationOperation = 'payCompensation' | 'recordRecovery';

const isLender = (actor: Actor, { guarantee }: GuaranteeView): boolean =>
  actor.role !== 'auditor' && partyOf(actor, guarantee) === 'institution';

/** Those who agreed to the guarantee pay what was claimed. */
export const mayPay = (actor: Actor, { decisions }: GuaranteeView): boolean =>
  decisions.some(decision => mayDecide(actor, decision));

/** They, or the lender that runs after the money, record what comes back. */
export const mayRecover = (actor: Actor, view: GuaranteeView): boolean => mayPay(actor, view) || isLender(actor, view);

/** The lender claims, once the loan is past due for as long as the scheme says and principal of it is owed. */
export const mayClaim = (actor: Actor, view: GuaranteeView, overdueDays: number): boolean =>
  isLender(actor, view) && view.state === 'inForce' && isOwed(view) && overdueDays >= view.version.terms.overdueDays;

/** Something is left to be compensated: the firm may have repaid all of it since it was claimed. */
export const isOwed = ({ balanceFen }: Pick<GuaranteeView, 'balanceFen'>): boolean => (balanceFen ?? 0) > 0;

/** What `actor` may do to the compensation now, by the names of the operations. */
export function verbsOnCompensation(
  actor: Actor,
  view: GuaranteeView,
  { state }: Pick<Compensation, 'state'>,
  openFen: number,
): CompensationOperation[] {
  if (state === 'claimed') return view.state === 'claimed' && isOwed(view) && mayPay(actor, view) ? ['payCompensation'] : [];
  return openFen > 0 && mayRecover(actor, view) ? ['recordRecovery'] : [];
}
