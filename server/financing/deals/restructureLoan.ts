import { z } from 'zod';
import type { ActorContext } from '../../context';
import { addMonths, type CalendarDate, parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { conflict, invalidInput } from '../../shared/refusals';
import { revisionsOf } from './courses';
import { type LoanChange, loadLoan, loanNow, moveDeal } from './moveDeal';
import { balanceOf } from './queries';
import { checkDealReason, type GivenDealReason } from './reasons';
import { reviewExposure } from './reviewLoans';
import { loanRevisions, type MatchedTransaction } from './tables';

/** How what is left can be repaid after a restructuring: by a rule, not by a plan of its own. */
export const restructuredMethods = [
  'EQUAL_INSTALLMENT',
  'EQUAL_PRINCIPAL',
  'INTEREST_FIRST',
  'LUMP_SUM',
  'QUARTERLY_INTEREST',
] as const;

export type RestructureInput = z.input<typeof shape>;

const shape = z.object({
  rateBps: z.int().min(0).max(3600),
  repaymentMethod: z.enum(restructuredMethods),
  maturesOn: z
    .string()
    .refine(
      text => parseCalendarDate(text) !== null,
      says('maturesOn.form', '到期日应为存在的日期，写作 2027-11-23。', 'The day it falls due is written like 2027-11-23.'),
    )
    .transform(text => text as CalendarDate),
});

const monthsMax = 360;

/**
 * The lender changes rate, method and maturity of what is left of a loan from today, because its firm cannot repay as agreed:
 * unpaid principal goes into the new schedule, unpaid interest into its first part. Refuses a missing or unfit reason, a maturity
 * that is not to come, a loan of which nothing is owed or that has ended, a second time on one day, another's loan (as not found),
 * and a stale version.
 */
export async function restructureLoan(
  context: ActorContext,
  { input, reasonCode, reasonText, ...change }: LoanChange & GivenDealReason & { readonly input: RestructureInput },
): Promise<MatchedTransaction> {
  const terms = parseInput(shape, input);
  const reason = checkDealReason('restructure', { reasonCode, reasonText });
  const { today } = context;
  if (terms.maturesOn <= today || terms.maturesOn > addMonths(today, monthsMax))
    throw invalidInput('maturesOn', terms.maturesOn, 'maturesOn.range', {
      zh: `新的到期日应在今天 ${today} 之后、${monthsMax / 12} 年之内。`,
      en: `The new maturity lies after today, ${today}, and within ${monthsMax / 12} years.`,
    });
  return context.db.write(async tx => {
    const loan = await loadLoan(tx, context, change);
    if ((await balanceOf(tx, loan)) === 0)
      throw conflict(
        { zh: '本金已还清，没有可重组的余额。', en: 'The principal is repaid: there is nothing to restructure.' },
        { rule: 'loan.nothingOwed' },
      );
    const [revisions = []] = await revisionsOf(tx, [loan.id]);
    if (revisions.some(({ kind, from }) => kind === 'restructured' && from === today))
      throw conflict(
        { zh: '今天已重组过一次，请明天再调整。', en: 'This loan was restructured today already: change it again tomorrow.' },
        { rule: 'loan.restructuredToday' },
      );
    await tx.insert(loanRevisions).values({
      ...terms,
      ...reason,
      id: context.newId(),
      transactionId: loan.id,
      from: today,
      kind: 'restructured',
      lprRateBps: null,
      lprPublishedOn: null,
      createdAt: context.now,
    });
    await moveDeal(tx, context, loan, { verb: 'restructure', reason, on: today, details: { ...terms } });
    await reviewExposure(tx, context, loan);
    return loanNow(tx, loan.id);
  });
}
