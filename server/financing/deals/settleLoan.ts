import type { ActorContext } from '../../context';
import { sumText } from '../../shared/money';
import { conflict } from '../../shared/refusals';
import { type LoanChange, loadLoan, moveDeal } from './moveDeal';
import { balanceOf } from './queries';
import { reviewExposure } from './reviewLoans';
import type { MatchedTransaction } from './tables';

/**
 * The lender confirms that nothing is owed any more. Refuses a loan with principal left, one that has ended already, another's
 * (as not found), and a stale version.
 */
export const settleLoan = (context: ActorContext, change: LoanChange): Promise<MatchedTransaction> =>
  context.db.write(async tx => {
    const loan = await loadLoan(tx, context, change);
    const balanceFen = await balanceOf(tx, loan);
    if (balanceFen > 0)
      throw conflict(
        {
          zh: `本金尚欠 ${sumText(balanceFen).zh}，还清后才能结清。`,
          en: `${sumText(balanceFen).en} of principal is still owed: a loan is settled when nothing is.`,
        },
        { rule: 'loan.balanceLeft', balanceFen },
      );
    const moved = await moveDeal(tx, context, loan, { verb: 'settle', on: context.today });
    await reviewExposure(tx, context, loan);
    return moved;
  });
