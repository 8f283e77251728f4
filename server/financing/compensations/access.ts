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

/** The lender claims, once the loan is past due for as long as the scheme says. */
export const mayClaim = (actor: Actor, view: GuaranteeView, overdueDays: number): boolean =>
  isLender(actor, view) && view.state === 'inForce' && overdueDays >= view.version.terms.overdueDays;

/** What `actor` may do to the compensation now, by the names of the operations. */
export function verbsOnCompensation(
  actor: Actor,
  view: GuaranteeView,
  { state }: Pick<Compensation, 'state'>,
  openFen: number,
): CompensationOperation[] {
  if (state === 'claimed') return mayPay(actor, view) ? ['payCompensation'] : [];
  return openFen > 0 && mayRecover(actor, view) ? ['recordRecovery'] : [];
}
