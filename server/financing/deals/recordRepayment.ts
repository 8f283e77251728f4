import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { type CalendarDate, parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { formatYuan } from '../../shared/money';
import { conflict, invalidInput, notAllowed, notFound, staleVersion } from '../../shared/refusals';
import { isOpen, mayManageLoan, transactionPartyOf } from './access';
import { balanceOf } from './queries';
import { type MatchedTransaction, matchedTransactions, type Repayment, repayments } from './tables';
import { tellOfRepayment } from './tellOfRepayment';
import { transactionWord } from './words';

export type RepaymentInput = z.input<typeof shape>;

/** `id` and `version` are the transaction's: a report sent twice meets a version that has moved on. */
export type RecordRepaymentRequest = { readonly id: string; readonly version: number; readonly input: RepaymentInput };

const shape = z
  .object({
    paidOn: z
      .string()
      .refine(
        text => parseCalendarDate(text) !== null,
        says('paidOn.form', '还款日应为存在的日期，写作 2026-11-23。', 'The day of the repayment is written like 2026-11-23.'),
      )
      .transform(text => text as CalendarDate),
    principalFen: z.int().min(0),
    interestFen: z.int().min(0),
  })
  .refine(({ principalFen, interestFen }) => principalFen + interestFen > 0, {
    ...says('repayment.nothing', '本金和利息不能都为零。', 'Principal and interest cannot both be zero.'),
    path: ['principalFen'],
  });

/**
 * The lender reports what the firm has repaid of a loan. Refuses another's loan as not found, a stale version, a day before
 * disbursement or after today, more principal than is still owed, and a loan that has ended.
 */
export async function recordRepayment(
  context: ActorContext,
  { id, version, input }: RecordRepaymentRequest,
): Promise<MatchedTransaction> {
  const paid = parseInput(shape, input);
  return context.db.write(async tx => {
    const transaction = await loadForRepayment(tx, context, { id, version });
    const balanceFen = await balanceOf(tx, transaction);
    checkRepayment(paid, { transaction, balanceFen, today: context.today });
    const changed = await touch(tx, transaction);
    const repayment: Repayment = { ...paid, id: context.newId(), transactionId: id, source: 'officer', recordedAt: context.now };
    await tx.insert(repayments).values(repayment);
    await tellOfRepayment(tx, context, repayment, { transaction, balanceFen: balanceFen - paid.principalFen });
    await record(tx, context, { verb: 'recordRepayment', subject: { kind: 'transaction', id }, details: { ...paid } });
    return changed;
  });
}

async function loadForRepayment(
  tx: Tx,
  { actor }: ActorContext,
  { id, version }: Pick<RecordRepaymentRequest, 'id' | 'version'>,
): Promise<MatchedTransaction> {
  const [transaction] = await tx.select().from(matchedTransactions).where(eq(matchedTransactions.id, id));
  if (!transaction || transactionPartyOf(actor, transaction) === null) throw notFound(transactionWord, id);
  if (!mayManageLoan(actor, transaction))
    throw notAllowed(
      { zh: '还款由放款银行的经办人员登记。', en: 'Repayments are recorded by those who work for the lender.' },
      { rule: actor.role === 'auditor' ? 'role' : 'applicationParty' },
    );
  if (!isOpen(transaction.state))
    throw conflict(
      { zh: '这笔贷款已经结束，不能再登记还款。', en: 'This loan has ended: no repayment can be recorded any more.' },
      { rule: 'loan.ended', state: transaction.state },
    );
  if (transaction.version !== version) throw staleVersion(transactionWord, version, transaction.version);
  return transaction;
}

/** Raises the version, so that the same report cannot be kept twice. */
async function touch(tx: Tx, transaction: MatchedTransaction): Promise<MatchedTransaction> {
  const { id, version } = transaction;
  const written = await tx
    .update(matchedTransactions)
    .set({ version: version + 1 })
    .where(and(eq(matchedTransactions.id, id), eq(matchedTransactions.version, version)))
    .returning({ id: matchedTransactions.id });
  if (written.length !== 1) throw staleVersion(transactionWord, version, version + 1);
  return { ...transaction, version: version + 1 };
}

type LoanStanding = { readonly transaction: MatchedTransaction; readonly balanceFen: number; readonly today: CalendarDate };

function checkRepayment(
  { paidOn, principalFen }: z.output<typeof shape>,
  { transaction, balanceFen, today }: LoanStanding,
): void {
  if (paidOn < transaction.disbursedOn || paidOn > today)
    throw invalidInput('paidOn', paidOn, 'paidOn.range', {
      zh: `还款日应在放款日 ${transaction.disbursedOn} 与今天 ${today} 之间。`,
      en: `The day of the repayment lies between disbursement on ${transaction.disbursedOn} and today, ${today}.`,
    });
  if (principalFen > balanceFen)
    throw invalidInput('principalFen', principalFen, 'principalFen.aboveBalance', {
      zh: `归还本金不能超过尚欠的 ${formatYuan(balanceFen)} 元。`,
      en: `The principal repaid cannot be above the ${formatYuan(balanceFen)} yuan still owed.`,
    });
}
