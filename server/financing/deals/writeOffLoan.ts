import type { ActorContext } from '../../context';
import { conflict } from '../../shared/refusals';
import { type LoanChange, loadLoan, moveDeal } from './moveDeal';
import { balanceOf } from './queries';
import { checkDealReason, type GivenDealReason } from './reasons';
import { reviewExposure } from './reviewLoans';
import type { MatchedTransaction } from './tables';

/**
 * The lender takes a loan off its books as lost, always with a coded reason that the firm reads. What was owed stays owed
 * between the two. Refuses a missing or unfit reason, a loan of which nothing is owed, one that has ended already, another's (as
 * not found), and a stale version.
 */
export async function writeOffLoan(
  context: ActorContext,
  { reasonCode, reasonText, ...change }: LoanChange & GivenDealReason,
): Promise<MatchedTransaction> {
  const reason = checkDealReason('writeOff', { reasonCode, reasonText });
  return context.db.write(async tx => {
    const loan = await loadLoan(tx, context, change);
    const balanceFen = await balanceOf(tx, loan);
    if (balanceFen === 0)
      throw conflict(
        {
          zh: '本金已还清，没有可核销的余额。请改为结清。',
          en: 'The principal is repaid: there is nothing to write off. Settle it.',
        },
        { rule: 'loan.nothingOwed' },
      );
    const moved = await moveDeal(tx, context, loan, { verb: 'writeOff', reason, on: context.today, details: { balanceFen } });
    await reviewExposure(tx, context, loan);
    return moved;
  });
}
