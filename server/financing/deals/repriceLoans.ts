import { eq } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Reader, Tx } from '../../database/database';
import { lockOrganisation } from '../../identity/organisations/lockOrganisation';
import { send } from '../../messages/send';
import { steps } from '../../messages/steps';
import { lprQuotesAll } from '../../products/lpr/queries';
import type { LprQuote } from '../../shared/rate';
import { ledgerOf } from '../ledger/ledger';
import { type Reset, resetsOf } from '../ledger/repricing';
import { offersByIds } from '../offers/queries';
import { maturityOf } from '../repayment/loanTerms';
import { coursesOf, revisionsOf } from './courses';
import { loanNames, loanNow } from './moveDeal';
import { openLoansAfter } from './queries';
import { reviewExposure } from './reviewLoans';
import { loanRevisions, type MatchedTransaction, matchedTransactions } from './tables';

/**
 * Resets the rate of every open loan priced on the LPR whose day has come, and tells its firm and bank what the next instalment
 * becomes. A day passed while no server ran is made good; what has been reset once is not found again, and of two servers one
 * writes it. Answers how many loans it repriced.
 */
export async function repriceLoans(context: ActorContext): Promise<number> {
  const quotes = await lprQuotesAll(context.db.read);
  let repriced = 0;
  for (let after = ''; ; ) {
    const lot = await openLoansAfter(context.db.read, after);
    const last = lot.at(-1);
    if (!last) return repriced;
    after = last.id;
    const missing = await missingResets(context.db.read, lot, { quotes, today: context.today });
    for (const { loan, resets } of missing)
      if (await context.db.write(tx => reprice(tx, context, loan.id, resets))) repriced += 1;
  }
}

type Missing = { readonly loan: MatchedTransaction; readonly resets: readonly Reset[] };

/** The resets that a loan should have had by now and has not; once restructured, its rate is as agreed then. */
async function missingResets(
  read: Reader,
  loans: readonly MatchedTransaction[],
  { quotes, today }: { readonly quotes: readonly LprQuote[]; readonly today: ActorContext['today'] },
): Promise<Missing[]> {
  const offers = await offersByIds(
    read,
    loans.map(({ offerId }) => offerId),
  );
  const priced = loans.flatMap((loan, place) => {
    const offer = offers[place];
    if (!offer || offer instanceof Error || offer.pricing.kind === 'fixed' || offer.pricing.repricing === 'fixed') return [];
    const { disbursedOn, rateBps } = loan;
    const maturesOn = maturityOf(loan);
    return [{ loan, resets: resetsOf({ pricing: offer.pricing, rateBps, disbursedOn, maturesOn }, quotes, today) }];
  });
  const known = await revisionsOf(
    read,
    priced.map(({ loan }) => loan.id),
  );
  return priced
    .map(({ loan, resets }, place) => {
      const revisions = known[place] ?? [];
      const restructuredFrom = revisions.find(({ kind }) => kind === 'restructured')?.from ?? null;
      const isMissing = ({ from }: Reset) =>
        !revisions.some(revision => revision.kind === 'repriced' && revision.from === from) &&
        (restructuredFrom === null || from < restructuredFrom);
      return { loan, resets: resets.filter(isMissing) };
    })
    .filter(({ resets }) => resets.length > 0);
}

async function reprice(tx: Tx, context: ActorContext, id: string, resets: readonly Reset[]): Promise<boolean> {
  const { enterpriseId } = await loanNow(tx, id);
  await lockOrganisation(tx, enterpriseId);
  const loan = await loanNow(tx, id);
  const [before] = await coursesOf(tx, [loan]);
  const written = await tx
    .insert(loanRevisions)
    .values(
      resets.map(reset => ({
        ...reset,
        id: context.newId(),
        transactionId: id,
        kind: 'repriced' as const,
        repaymentMethod: null,
        maturesOn: null,
        reasonCode: null,
        reasonText: null,
        createdAt: context.now,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: loanRevisions.id });
  const last = resets.at(-1);
  if (written.length === 0 || !last || !before) return false;
  await tx
    .update(matchedTransactions)
    .set({ version: loan.version + 1 })
    .where(eq(matchedTransactions.id, id));
  await reviewExposure(tx, context, loan);
  const [after] = await coursesOf(tx, [loan]);
  const [then, now] = [ledgerOf(before, context.today), ledgerOf(after ?? before, context.today)];
  const payload = {
    ...(await loanNames(tx, loan)),
    transactionId: id,
    from: last.from,
    rateBps: last.rateBps,
    previousRateBps: then.rateBps,
    lprRateBps: last.lprRateBps,
    next: now.next && { dueOn: now.next.dueOn, dueFen: now.next.dueFen, previousFen: then.next?.dueFen ?? now.next.dueFen },
  };
  const letters = [loan.enterpriseId, loan.institutionId].flatMap(recipientId =>
    steps.repriceLoan.map(kind => ({ recipientId, kind, occasion: `${id}/${last.from}`, payload })),
  );
  await send(tx, context, letters);
  await record(tx, context, { verb: 'repriceLoan', subject: { kind: 'transaction', id }, details: { resets } });
  return true;
}
