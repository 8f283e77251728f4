import type { Actor } from '../../shared/actor';
import { type ApplicationParty, partyOf } from '../applications/access';
import type { MatchedTransaction } from './tables';

export const transactionPartyOf = (
  actor: Actor,
  transaction: Pick<MatchedTransaction, 'enterpriseId' | 'institutionId'>,
): ApplicationParty | null => partyOf(actor, transaction);

/** The lender's officers report what was repaid. */
export const mayRecordRepayment = (actor: Actor, transaction: MatchedTransaction): boolean =>
  actor.role !== 'auditor' && transactionPartyOf(actor, transaction) === 'institution';

/** What `actor` may do to the transaction now, by the names of the operations. */
export const verbsOnTransaction = (actor: Actor, transaction: MatchedTransaction, balanceFen: number): 'recordRepayment'[] =>
  mayRecordRepayment(actor, transaction) && balanceFen > 0 ? ['recordRepayment'] : [];
