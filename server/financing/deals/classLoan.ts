import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { parseInput } from '../../shared/input';
import { conflict, invalidInput, staleVersion } from '../../shared/refusals';
import { isOpen } from './access';
import { classByDays, isWorse, riskClasses } from './classification';
import { ledgersOf } from './courses';
import { type LoanChange, loadLoan, loanNow } from './moveDeal';
import { reviewExposure } from './reviewLoans';
import { type MatchedTransaction, matchedTransactions } from './tables';
import { transactionWord } from './words';

export type ClassInput = z.input<typeof shape>;

const shape = z.object({
  /** Null: as the rule says. */
  riskClass: z
    .enum(riskClasses)
    .nullish()
    .transform(riskClass => riskClass ?? null),
  note: z.string().trim().min(10).max(500),
});

/**
 * The lender classes a loan worse than the days past due do, with its reason, or takes that back. Refuses a class that is not
 * worse than the rule's, a reason of fewer than ten characters, a loan that has ended, another's (as not found), and a stale
 * version.
 */
export async function classLoan(
  context: ActorContext,
  { input, ...change }: LoanChange & { readonly input: ClassInput },
): Promise<MatchedTransaction> {
  const { riskClass: bankClass, note } = parseInput(shape, input);
  return context.db.write(async tx => {
    const loan = await loadLoan(tx, context, change);
    if (!isOpen(loan.state))
      throw conflict(
        { zh: '这笔贷款已经结束，不再分类。', en: 'This loan has ended: it is classed no more.' },
        { rule: 'loan.ended', state: loan.state },
      );
    const [ledger] = await ledgersOf(tx, [loan], context.today);
    const ruleClass = classByDays(ledger?.daysPastDue ?? 0);
    if (bankClass !== null && !isWorse(bankClass, ruleClass)) throw notWorse(bankClass);
    const written = await tx
      .update(matchedTransactions)
      .set({ bankClass, version: loan.version + 1 })
      .where(and(eq(matchedTransactions.id, loan.id), eq(matchedTransactions.version, loan.version)))
      .returning({ id: matchedTransactions.id });
    if (written.length !== 1) throw staleVersion(transactionWord, loan.version, loan.version + 1);
    await reviewExposure(tx, context, loan, note);
    await record(tx, context, {
      verb: 'classLoan',
      subject: { kind: 'transaction', id: loan.id },
      reason: note,
      details: { bankClass, ruleClass },
    });
    return loanNow(tx, loan.id);
  });
}

const notWorse = (bankClass: string) =>
  invalidInput('riskClass', bankClass, 'riskClass.notWorse', {
    zh: '银行只能把贷款分得比规则更差，不能更好：逾期天数决定的级别是下限。',
    en: 'A bank may class a loan worse than the rule does, never better: the days past due set the least.',
  });
