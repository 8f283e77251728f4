import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { type CalendarDate, monthOf, parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { sumText } from '../../shared/money';
import { conflict, invalidInput, staleVersion } from '../../shared/refusals';
import { isOpen } from './access';
import { type LoanChange, loadLoan, loanNow } from './moveDeal';
import { balanceOf } from './queries';
import { reviewExposure } from './reviewLoans';
import { type MatchedTransaction, matchedTransactions, type Repayment, repayments } from './tables';
import { tellOfRepayment } from './tellOfRepayment';
import { transactionWord } from './words';

export type RepaymentInput = z.input<typeof repaymentShape>;

/** `id` and `version` are the transaction's: a report sent twice meets a version that has moved on. */
export type RecordRepaymentRequest = LoanChange & { readonly input: RepaymentInput };

/** The day of a repayment, as it is written. */
export const readRepaymentDay = z
  .string()
  .refine(
    text => parseCalendarDate(text) !== null,
    says('paidOn.form', '还款日应为存在的日期，写作 2026-11-23。', 'The day of the repayment is written like 2026-11-23.'),
  )
  .transform(text => text as CalendarDate);

const repaymentShape = z
  .object({
    paidOn: readRepaymentDay,
    principalFen: z.int().min(0),
    interestFen: z.int().min(0),
    feeFen: z
      .int()
      .min(0)
      .nullish()
      .transform(fen => fen ?? 0),
  })
  .refine(({ principalFen, interestFen, feeFen }) => principalFen + interestFen + feeFen > 0, {
    ...says('repayment.nothing', '本金、利息和费用不能都为零。', 'Principal, interest and fees cannot all be zero.'),
    path: ['principalFen'],
  });

/**
 * The lender reports what the firm has repaid of a loan; where it stands follows at once. Refuses another's loan as not found, a
 * stale version, a day before disbursement or after today, more principal than is still owed, and a loan that has ended.
 */
export async function recordRepayment(
  context: ActorContext,
  { id, version, input }: RecordRepaymentRequest,
): Promise<MatchedTransaction> {
  const paid = parseInput(repaymentShape, input);
  return context.db.write(async tx => {
    const loan = await loadLoan(tx, context, { id, version });
    return keepRepayment(tx, context, loan, { ...paid, source: 'officer', reference: null });
  });
}

export type ReportedRepayment = z.output<typeof repaymentShape> & Pick<Repayment, 'source' | 'reference'>;

/** Keeps a repayment of a locked loan, tells the firm and reviews what it owes. Refuses what `recordRepayment` refuses. */
export async function keepRepayment(
  tx: Tx,
  context: ActorContext,
  loan: MatchedTransaction,
  reported: ReportedRepayment,
): Promise<MatchedTransaction> {
  const balanceFen = await balanceOf(tx, loan);
  checkRepayment(reported, { loan, balanceFen, today: context.today });
  const { id, version } = loan;
  const month = monthOf(reported.paidOn);
  const reportedMonth = loan.reportedMonth !== null && loan.reportedMonth > month ? loan.reportedMonth : month;
  const written = await tx
    .update(matchedTransactions)
    .set({ version: version + 1, reportedMonth })
    .where(and(eq(matchedTransactions.id, id), eq(matchedTransactions.version, version)))
    .returning({ id: matchedTransactions.id });
  if (written.length !== 1) throw staleVersion(transactionWord, version, version + 1);
  const repayment: Repayment = { ...reported, id: context.newId(), transactionId: id, recordedAt: context.now };
  await tx.insert(repayments).values(repayment);
  await tellOfRepayment(tx, context, repayment, { transaction: loan, balanceFen: balanceFen - reported.principalFen });
  await reviewExposure(tx, context, loan);
  await record(tx, context, { verb: 'recordRepayment', subject: { kind: 'transaction', id }, details: { ...reported } });
  return loanNow(tx, id);
}

type LoanStanding = { readonly loan: MatchedTransaction; readonly balanceFen: number; readonly today: CalendarDate };

/** Refuses a repayment that the loan cannot have had. */
function checkRepayment(
  { paidOn, principalFen }: Pick<ReportedRepayment, 'paidOn' | 'principalFen'>,
  { loan, balanceFen, today }: LoanStanding,
): void {
  if (!isOpen(loan.state))
    throw conflict(
      { zh: '这笔贷款已经结束，不能再登记还款。', en: 'This loan has ended: no repayment can be recorded any more.' },
      { rule: 'loan.ended', state: loan.state },
    );
  if (paidOn < loan.disbursedOn || paidOn > today)
    throw invalidInput('paidOn', paidOn, 'paidOn.range', {
      zh: `还款日应在放款日 ${loan.disbursedOn} 与今天 ${today} 之间。`,
      en: `The day of the repayment lies between disbursement on ${loan.disbursedOn} and today, ${today}.`,
    });
  if (principalFen > balanceFen)
    throw invalidInput('principalFen', principalFen, 'principalFen.aboveBalance', {
      zh: `归还本金不能超过尚欠的 ${sumText(balanceFen).zh}。`,
      en: `The principal repaid cannot be above the ${sumText(balanceFen).en} still owed.`,
    });
}
