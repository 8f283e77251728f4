import type { Actor } from '../../shared/actor';
import { verbsFrom } from '../../shared/lifecycle';
import { type ApplicationParty, partyOf } from '../applications/access';
import { type DealState, type DealVerb, dealLifecycle, openStates } from './lifecycle';
import type { MatchedTransaction } from './tables';

type Between = Pick<MatchedTransaction, 'enterpriseId' | 'institutionId'>;
type Standing = Between & Pick<MatchedTransaction, 'state'>;

export const transactionPartyOf = (actor: Actor, transaction: Between): ApplicationParty | null => partyOf(actor, transaction);

/** What the lender's officers do; falling overdue and catching up follow from the days past due, compensation is the guarantor's. */
const ofLender: readonly DealVerb[] = ['renew', 'restructure', 'settle', 'writeOff'];

/** The lender's officers report what was repaid and how the loan went on. */
export const mayManageLoan = (actor: Actor, transaction: Between): boolean =>
  actor.role !== 'auditor' && transactionPartyOf(actor, transaction) === 'institution';

/** The firm still owes something that its lender expects to be repaid. */
export const isOpen = (state: DealState): boolean => (openStates as readonly DealState[]).includes(state);

/** Each verb by the name that the audit chain and the API know it by. */
export const loanOperationOf = {
  fallOverdue: 'fallOverdue',
  catchUp: 'catchUp',
  renew: 'renewLoan',
  restructure: 'restructureLoan',
  compensate: 'compensateLoan',
  settle: 'settleLoan',
  writeOff: 'writeOffLoan',
} as const satisfies Readonly<Record<DealVerb, string>>;

export type LoanVerb = 'recordRepayment' | 'classLoan' | (typeof loanOperationOf)[DealVerb];

/** What `actor` may do to the transaction now, by the names of the operations: a loan is settled when no principal is owed; interest may still be paid then. */
export function verbsOnTransaction(actor: Actor, transaction: Standing, balanceFen: number): LoanVerb[] {
  if (!mayManageLoan(actor, transaction)) return [];
  const moves = verbsFrom(dealLifecycle, transaction.state)
    .filter(verb => ofLender.includes(verb))
    .filter(verb => (verb === 'settle') === (balanceFen === 0))
    .map(verb => loanOperationOf[verb]);
  return isOpen(transaction.state) ? ['recordRepayment', 'classLoan', ...moves] : moves;
}
