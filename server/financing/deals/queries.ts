import { and, asc, desc, eq, exists, gt, gte, inArray, lte, or, type SQL, sum } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { rowsBy } from '../../database/rows';
import { containing, selectPage } from '../../database/select';
import { organisations } from '../../identity/tables';
import { productVersions } from '../../products/tables';
import type { ProductLabel } from '../../products/vocabulary';
import type { CalendarDate, CalendarMonth } from '../../shared/dates';
import type { ListRequest, Page } from '../../shared/list';
import { notFound } from '../../shared/refusals';
import { transactionPartyOf } from './access';
import { lacksFeedbackFor } from './feedback';
import { type DealState, openStates } from './lifecycle';
import {
  type LoanClassChange,
  loanClassChanges,
  type MatchedTransaction,
  matchedTransactions,
  type Repayment,
  repayments,
  transactionLabels,
} from './tables';
import { transactionWord } from './words';

/** A loan paid out with what of it is still owed. */
export type TransactionView = { readonly transaction: MatchedTransaction; readonly balanceFen: number };

export type TransactionFilter = {
  readonly productId?: string | null;
  /** The loans of one firm. */
  readonly enterpriseId?: string | null;
  readonly label?: ProductLabel | null;
  readonly states?: readonly DealState[] | null;
  /** Those that ran in this month and of which the lender has not reported it. */
  readonly unreportedFor?: CalendarMonth | null;
  /** The first and last day of disbursement. */
  readonly from?: CalendarDate | null;
  readonly to?: CalendarDate | null;
};

/** The loans that the actor's organisation gave or was given, newest first; `q` looks in firm, bank and product. */
export async function listTransactions(
  { db, actor }: ActorContext,
  list: ListRequest & { readonly q?: string | null; readonly filter?: TransactionFilter | null },
): Promise<Page<TransactionView>> {
  const { productId, enterpriseId, label, states, unreportedFor, from, to } = list.filter ?? {};
  const words = list.q?.trim();
  const { items, total } = await selectPage(db.read, matchedTransactions, {
    list,
    where: and(
      or(eq(matchedTransactions.enterpriseId, actor.organisationId), eq(matchedTransactions.institutionId, actor.organisationId)),
      productId ? eq(matchedTransactions.productId, productId) : undefined,
      enterpriseId ? eq(matchedTransactions.enterpriseId, enterpriseId) : undefined,
      label ? hasLabel(db.read, label) : undefined,
      states && states.length > 0 ? inArray(matchedTransactions.state, [...states]) : undefined,
      unreportedFor ? lacksFeedbackFor(unreportedFor) : undefined,
      from ? gte(matchedTransactions.disbursedOn, from) : undefined,
      to ? lte(matchedTransactions.disbursedOn, to) : undefined,
      words ? isAbout(db.read, words) : undefined,
    ),
    sorts: {
      disbursedOn: matchedTransactions.disbursedOn,
      amountFen: matchedTransactions.amountFen,
      rateBps: matchedTransactions.rateBps,
      termMonths: matchedTransactions.termMonths,
    },
    defaultSort: [desc(matchedTransactions.disbursedOn), desc(matchedTransactions.id)],
  });
  return { items: await withBalances(db.read, items), total };
}

/** One loan that the actor's organisation gave or was given; any other is not found. */
export async function transactionById({ db, actor }: ActorContext, id: string): Promise<TransactionView> {
  const found = await db.read.select().from(matchedTransactions).where(eq(matchedTransactions.id, id));
  const [view] = await withBalances(
    db.read,
    found.filter(transaction => transactionPartyOf(actor, transaction) !== null),
  );
  if (!view) throw notFound(transactionWord, id);
  return view;
}

/** The loan that came of each application, the newest of a line, in the order asked for; null where none has. */
export async function transactionsOf(read: Reader, applicationIds: readonly string[]): Promise<(TransactionView | null)[]> {
  const found = await matchedTransactionsByApplicationId(read, applicationIds);
  const byApplication = new Map((await withBalances(read, found)).map(view => [view.transaction.applicationId, view]));
  return applicationIds.map(id => byApplication.get(id) ?? null);
}

/** Loans looked at in one read when all are looked at. */
const perLot = 200;

/** The next lot of the loans that run, in the order of their ids, after one of them; none at the end. */
export const openLoansAfter = (read: Reader, id: string): Promise<MatchedTransaction[]> =>
  read
    .select()
    .from(matchedTransactions)
    .where(and(inArray(matchedTransactions.state, [...openStates]), gt(matchedTransactions.id, id)))
    .orderBy(asc(matchedTransactions.id))
    .limit(perLot);

/** The principal of a loan that is not yet repaid, in fen. */
export async function balanceOf(read: Reader, transaction: MatchedTransaction): Promise<number> {
  const [view] = await withBalances(read, [transaction]);
  return view?.balanceFen ?? transaction.amountFen;
}

/** What was repaid of each loan, first to last, in the order asked for. */
export async function repaymentsOf(read: Reader, transactionIds: readonly string[]): Promise<Repayment[][]> {
  const found = await repaymentsByTransactionId(read, transactionIds);
  return transactionIds.map(id => found.filter(({ transactionId }) => transactionId === id));
}

/** How the class of each loan has changed, first to last, in the order asked for. */
export async function classChangesOf(read: Reader, transactionIds: readonly string[]): Promise<LoanClassChange[][]> {
  const found = await loanClassChangesByTransactionId(read, transactionIds);
  return transactionIds.map(id => found.filter(({ transactionId }) => transactionId === id));
}

/** The labels of each loan, in the order asked for. */
export async function labelsOf(read: Reader, transactionIds: readonly string[]): Promise<ProductLabel[][]> {
  const found = await transactionLabelsByTransactionId(read, transactionIds);
  return transactionIds.map(id => found.filter(({ transactionId }) => transactionId === id).map(({ label }) => label));
}

/** Loans with what of each is still owed, in their order. */
export async function withBalances(read: Reader, transactions: readonly MatchedTransaction[]): Promise<TransactionView[]> {
  if (transactions.length === 0) return [];
  const repaid = await read
    .select({ transactionId: repayments.transactionId, fen: sum(repayments.principalFen).mapWith(Number) })
    .from(repayments)
    .where(
      inArray(
        repayments.transactionId,
        transactions.map(({ id }) => id),
      ),
    )
    .groupBy(repayments.transactionId);
  const byId = new Map(repaid.map(({ transactionId, fen }) => [transactionId, fen]));
  return transactions.map(transaction => ({
    transaction,
    balanceFen: transaction.amountFen - (byId.get(transaction.id) ?? 0),
  }));
}

const hasLabel = (read: Reader, label: ProductLabel): SQL =>
  exists(
    read
      .select({ label: transactionLabels.label })
      .from(transactionLabels)
      .where(and(eq(transactionLabels.transactionId, matchedTransactions.id), eq(transactionLabels.label, label))),
  );

const isAbout = (read: Reader, words: string): SQL | undefined =>
  or(
    exists(
      read
        .select({ id: organisations.id })
        .from(organisations)
        .where(
          and(
            or(eq(organisations.id, matchedTransactions.enterpriseId), eq(organisations.id, matchedTransactions.institutionId)),
            containing(organisations.name, words),
          ),
        ),
    ),
    exists(
      read
        .select({ id: productVersions.id })
        .from(productVersions)
        .where(and(eq(productVersions.id, matchedTransactions.productVersionId), containing(productVersions.name, words))),
    ),
  );

const matchedTransactionsByApplicationId = rowsBy(
  matchedTransactions,
  matchedTransactions.applicationId,
  asc(matchedTransactions.id),
);
const repaymentsByTransactionId = rowsBy(repayments, repayments.transactionId, asc(repayments.paidOn), asc(repayments.id));
const loanClassChangesByTransactionId = rowsBy(
  loanClassChanges,
  loanClassChanges.transactionId,
  asc(loanClassChanges.recordedAt),
  asc(loanClassChanges.id),
);
const transactionLabelsByTransactionId = rowsBy(transactionLabels, transactionLabels.transactionId, asc(transactionLabels.label));
