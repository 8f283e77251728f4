import { and, eq, inArray } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { lockOrganisation } from '../../identity/organisations/lockOrganisation';
import { organisations } from '../../identity/tables';
import { send } from '../../messages/send';
import { steps } from '../../messages/steps';
import { productVersions } from '../../products/tables';
import type { CalendarDate } from '../../shared/dates';
import { nextState } from '../../shared/lifecycle';
import { notAllowed, notFound, staleVersion } from '../../shared/refusals';
import type { Text } from '../../shared/text';
import { loanOperationOf, mayManageLoan, transactionPartyOf } from './access';
import { type DealState, type DealVerb, dealLifecycle, openStates } from './lifecycle';
import { balanceOf } from './queries';
import { dealReasons, type KeptDealReason } from './reasons';
import { type MatchedTransaction, matchedTransactions } from './tables';
import { transactionWord } from './words';

/** Which loan, and the version of it that the caller has read. */
export type LoanChange = { readonly id: string; readonly version: number };

/**
 * Loads a loan for its lender, and keeps others from changing what the firm owes meanwhile: its row is locked before anything is
 * written. Refuses, in this order: one that the actor is no party to (as not found), anybody but an officer of the lender, and a
 * stale version.
 */
export async function loadLoan(tx: Tx, { actor }: ActorContext, { id, version }: LoanChange): Promise<MatchedTransaction> {
  const known = await rowById(tx, matchedTransactions, id);
  if (!known || transactionPartyOf(actor, known) === null) throw notFound(transactionWord, id);
  if (!mayManageLoan(actor, known))
    throw notAllowed(
      { zh: '贷后事项由放款银行的经办人员登记。', en: 'What becomes of a loan is recorded by those who work for the lender.' },
      { rule: actor.role === 'auditor' ? 'role' : 'applicationParty' },
    );
  await lockOrganisation(tx, known.enterpriseId);
  const loan = await loanNow(tx, id);
  if (loan.version !== version) throw staleVersion(transactionWord, version, loan.version);
  return loan;
}

/** A loan as it stands now; not found when there is none. */
export async function loanNow(tx: Tx, id: string): Promise<MatchedTransaction> {
  const loan = await rowById(tx, matchedTransactions, id);
  if (!loan) throw notFound(transactionWord, id);
  return loan;
}

/** A verb with its reason, which every verb has but settling and catching up, and the day it counts from. */
export type LoanMove = {
  readonly verb: DealVerb;
  readonly reason?: KeptDealReason | null;
  readonly on: CalendarDate;
  /** Where catching up leads back to. */
  readonly before?: DealState;
  /** The loan that takes its place. */
  readonly renewedById?: string;
  readonly details?: Record<string, unknown>;
};

/**
 * Moves a loan by `verb`, in the audit chain too, and tells both parties but the one who did it. Refuses a verb that the loan's
 * state does not have, and a loan that somebody else has changed meanwhile. A loan that is no longer open has the day it ended.
 * The caller reviews the exposure afterwards (`reviewExposure`), for what one loan does to the class of the others.
 */
export async function moveDeal(
  tx: Tx,
  context: ActorContext,
  loan: MatchedTransaction,
  { verb, reason = null, on, before, renewedById, details }: LoanMove,
): Promise<MatchedTransaction> {
  const state = nextState(dealLifecycle, loan.state, verb, before ?? null);
  const set = {
    state,
    reasonCode: reason?.reasonCode ?? null,
    reasonText: reason?.reasonText ?? null,
    renewedById: renewedById ?? null,
    endedOn: (openStates as readonly DealState[]).includes(state) ? null : on,
    version: loan.version + 1,
  };
  const written = await tx
    .update(matchedTransactions)
    .set(set)
    .where(and(eq(matchedTransactions.id, loan.id), eq(matchedTransactions.version, loan.version)))
    .returning({ id: matchedTransactions.id });
  if (written.length !== 1) throw staleVersion(transactionWord, loan.version, set.version);
  const moved = { ...loan, ...set };
  await tellOfMove(tx, context, moved, { verb, on });
  await record(tx, context, {
    verb: loanOperationOf[verb],
    subject: { kind: 'transaction', id: loan.id },
    reason: set.reasonText,
    details: { from: loan.state, to: state, on, ...(reason ? { reasonCode: reason.reasonCode } : {}), ...details },
  });
  return moved;
}

/** Tells the parties of a loan of a step that they did not take themselves, in the unit of work of the step. */
async function tellOfMove(
  tx: Tx,
  context: ActorContext,
  loan: MatchedTransaction,
  { verb, on }: Pick<LoanMove, 'verb' | 'on'>,
): Promise<void> {
  const { id: transactionId, version, enterpriseId, institutionId } = loan;
  const payload = {
    ...(await loanNames(tx, loan)),
    transactionId,
    on,
    balanceFen: await balanceOf(tx, loan),
    reason: wordsOf(loan),
  };
  const letters = [enterpriseId, institutionId]
    .filter(recipientId => recipientId !== context.actor.organisationId)
    .flatMap(recipientId =>
      steps[loanOperationOf[verb]].map(kind => ({ recipientId, kind, occasion: `${transactionId}/${version}`, payload })),
    );
  await send(tx, context, letters);
}

/** The names that a message of a loan says. */
export async function loanNames(
  tx: Tx,
  { enterpriseId, institutionId, productVersionId }: MatchedTransaction,
): Promise<{ readonly firm: string; readonly institution: string; readonly product: string }> {
  const parties = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, [enterpriseId, institutionId]));
  const [version] = await tx
    .select({ name: productVersions.name })
    .from(productVersions)
    .where(eq(productVersions.id, productVersionId));
  const nameOf = (id: string) => parties.find(party => party.id === id)?.name ?? '';
  return { firm: nameOf(enterpriseId), institution: nameOf(institutionId), product: version?.name ?? '' };
}

/** The reason by its code in both languages, and what was written beside it as it was written. */
function wordsOf({ reasonCode, reasonText }: MatchedTransaction): Text | null {
  if (reasonCode === null) return null;
  const { label } = dealReasons[reasonCode];
  return reasonText === null ? label : { zh: `${label.zh}。${reasonText}`, en: `${label.en}. ${reasonText}` };
}
