import { asc } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { rowsBy } from '../../database/rows';
import type { CalendarDate } from '../../shared/dates';
import { type Ledger, ledgerOf } from '../ledger/ledger';
import type { LoanCourse, Revision } from '../ledger/plan';
import { loanTermsOf } from '../offers/figures';
import { offersByIds } from '../offers/queries';
import type { Offer } from '../offers/tables';
import { repaymentsOf } from './queries';
import { type LoanRevision, loanRevisions, type MatchedTransaction } from './tables';

/** Everything that happened to each loan, in the order asked for. */
export async function coursesOf(read: Reader, loans: readonly MatchedTransaction[]): Promise<LoanCourse[]> {
  const ids = loans.map(({ id }) => id);
  const [offers, payments, revisions] = await Promise.all([
    offersByIds(
      read,
      loans.map(({ offerId }) => offerId),
    ),
    repaymentsOf(read, ids),
    revisionsOf(read, ids),
  ]);
  return loans.map((loan, place) => {
    const offer = offers[place];
    if (!offer || offer instanceof Error) throw new Error('a loan without the offer it was made on');
    return {
      terms: loanTermsOf(termsOf(loan, offer), loan.disbursedOn),
      payments: payments[place] ?? [],
      revisions: (revisions[place] ?? []).map(revisionShape),
    };
  });
}

/** The terms of a loan: those of its offer; a drawdown from a line has an amount, a term and a rate of its own, and the line's fees are not its own. */
export function termsOf({ amountFen, termMonths, rateBps }: MatchedTransaction, offer: Offer): Offer {
  const isAsOffered = offer.amountFen === amountFen && offer.termMonths === termMonths && offer.rateBps === rateBps;
  return isAsOffered ? offer : { ...offer, amountFen, termMonths, rateBps, fees: [] };
}

/** Where each loan stands on a day, in the order asked for. */
export const ledgersOf = async (read: Reader, loans: readonly MatchedTransaction[], today: CalendarDate): Promise<Ledger[]> =>
  (await coursesOf(read, loans)).map(course => ledgerOf(course, today));

/** What changed the terms of each loan, first to last, in the order asked for. */
export async function revisionsOf(read: Reader, transactionIds: readonly string[]): Promise<LoanRevision[][]> {
  const found = await loanRevisionsByTransactionId(read, transactionIds);
  return transactionIds.map(id => found.filter(({ transactionId }) => transactionId === id));
}

const revisionShape = ({ from, rateBps, repaymentMethod: method, maturesOn }: LoanRevision): Revision => ({
  from,
  rateBps,
  restructured: method !== null && maturesOn !== null ? { method, maturesOn } : null,
});

const loanRevisionsByTransactionId = rowsBy(
  loanRevisions,
  loanRevisions.transactionId,
  asc(loanRevisions.from),
  asc(loanRevisions.id),
);
