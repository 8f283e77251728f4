import { eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { sumText } from '../../shared/money';
import { conflict, invalidInput } from '../../shared/refusals';
import { type LoanChange, loadLoan, moveDeal } from './moveDeal';
import { balanceOf } from './queries';
import { checkDealReason, type GivenDealReason } from './reasons';
import { reviewExposure } from './reviewLoans';
import { type MatchedTransaction, matchedTransactions, repayments } from './tables';

export type RenewRequest = LoanChange & GivenDealReason & { readonly renewedById: string };

/**
 * The lender settles a loan by a new one that it has paid out to the same firm (无还本续贷, or after a bridge): what was owed is
 * repaid by the new loan that day, so that it is never counted twice among what is outstanding. One new loan may settle several
 * old ones, together no more than its amount. Refuses a missing or unfit reason, a new loan that is not the same firm's and
 * bank's, is older or too small, a loan that has ended or of which nothing is owed, another's (as not found), and a stale version.
 */
export async function renewLoan(
  context: ActorContext,
  { renewedById, reasonCode, reasonText, ...change }: RenewRequest,
): Promise<MatchedTransaction> {
  const reason = checkDealReason('renew', { reasonCode, reasonText });
  return context.db.write(async tx => {
    const loan = await loadLoan(tx, context, change);
    const balanceFen = await balanceOf(tx, loan);
    await checkSuccessor(tx, loan, { renewedById, balanceFen });
    const { today, now, newId } = context;
    if (balanceFen > 0)
      await tx.insert(repayments).values({
        id: newId(),
        transactionId: loan.id,
        paidOn: today,
        principalFen: balanceFen,
        interestFen: 0,
        feeFen: 0,
        reference: null,
        source: 'renewal',
        recordedAt: now,
      });
    const details = { renewedById, balanceFen };
    const moved = await moveDeal(tx, context, loan, { verb: 'renew', reason, on: today, renewedById, details });
    await reviewExposure(tx, context, loan);
    return moved;
  });
}

async function checkSuccessor(
  tx: Tx,
  loan: MatchedTransaction,
  { renewedById, balanceFen }: { readonly renewedById: string; readonly balanceFen: number },
): Promise<void> {
  const next = await rowById(tx, matchedTransactions, renewedById);
  const isTheirs = next?.enterpriseId === loan.enterpriseId && next.institutionId === loan.institutionId;
  if (!next || !isTheirs || next.id === loan.id || next.disbursedOn < loan.disbursedOn)
    throw invalidInput('renewedById', renewedById, 'renewedById.sameParties', {
      zh: '续贷须由本行向同一企业新发放的另一笔贷款结清。',
      en: 'A loan is renewed by another that your bank has paid out to the same firm since.',
    });
  if (balanceFen === 0)
    throw conflict(
      { zh: '本金已还清，不需要续贷。', en: 'The principal is repaid: there is nothing to renew.' },
      { rule: 'loan.nothingOwed' },
    );
  const settled = await tx
    .select({ principalFen: repayments.principalFen, source: repayments.source })
    .from(repayments)
    .innerJoin(matchedTransactions, eq(matchedTransactions.id, repayments.transactionId))
    .where(eq(matchedTransactions.renewedById, renewedById));
  const usedFen = settled.reduce((sum, { principalFen, source }) => sum + (source === 'renewal' ? principalFen : 0), 0);
  if (usedFen + balanceFen > next.amountFen)
    throw invalidInput('renewedById', renewedById, 'renewedById.amount', {
      zh: `新贷款 ${sumText(next.amountFen).zh}不足以结清尚欠的 ${sumText(usedFen + balanceFen).zh}。`,
      en: `The new loan of ${sumText(next.amountFen).en} is less than the ${sumText(usedFen + balanceFen).en} to settle.`,
    });
}
