import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { readKey } from '../../idempotency/key';
import { lockOrganisation } from '../../identity/organisations/lockOrganisation';
import { type CalendarMonth, monthOf, parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { conflict, invalidInput, notAllowed, notFound } from '../../shared/refusals';
import { mayManageLoan } from './access';
import { loanNow } from './moveDeal';
import { keepRepayment, type ReportedRepayment, readRepaymentDay } from './recordRepayment';
import { type MatchedTransaction, matchedTransactions, type Repayment, repayments } from './tables';
import { transactionWord } from './words';

export type RepaymentsInput = z.input<typeof shape>;

/** Loans of one report: a bank with more sends several, each under a key of its own. */
const rowsMax = 500;

const amountFen = z
  .int()
  .min(0)
  .nullish()
  .transform(fen => fen ?? 0);

const shape = z.object({
  month: z
    .string()
    .refine(
      month => parseCalendarDate(`${month}-01`) !== null,
      says('month.form', '月份写作 2026-10。', 'A month is written like 2026-10.'),
    )
    .transform(month => month as CalendarMonth),
  rows: z
    .array(
      z.object({
        transactionId: z.string().min(1),
        paidOn: readRepaymentDay.nullish(),
        principalFen: amountFen,
        interestFen: amountFen,
        feeFen: amountFen,
      }),
    )
    .min(1)
    .max(rowsMax),
});
type Row = z.output<typeof shape>['rows'][number];

/** How many repayments were new, how many had been kept under the same key before, and of how many loans nothing was paid. */
export type RepaymentsKept = { readonly kept: number; readonly known: number; readonly unpaid: number };

/**
 * The lender reports what was repaid of many loans in a month, or that nothing was: all of it in one unit of work, or nothing. Sent
 * again under the same key it changes nothing. Refuses another's loan as not found, a loan named twice, a day outside the month,
 * whatever `recordRepayment` refuses, and a key that was used for other content.
 */
export async function reportRepayments(
  context: ActorContext,
  { input, idempotencyKey }: { readonly input: RepaymentsInput; readonly idempotencyKey: string },
): Promise<RepaymentsKept> {
  const key = readKey(idempotencyKey);
  const { month, rows } = parseInput(shape, input);
  checkRows(rows, month, context);
  return context.db.write(async tx => {
    const loans = await lockLoans(
      tx,
      context,
      rows.map(({ transactionId }) => transactionId),
    );
    const known = await knownUnder(tx, rows, key);
    const told = { kept: 0, known: 0, unpaid: 0 };
    for (const row of rows) {
      const kept = known.get(row.transactionId);
      if (kept) checkSame(kept, row);
      if (kept) told.known += 1;
      else if (sumOf(row) === 0) told.unpaid += await noteMonth(tx, loans.get(row.transactionId), month);
      else {
        const { transactionId, paidOn, ...amounts } = row;
        const reported = {
          ...amounts,
          paidOn: paidOn ?? missingDay(),
          source: 'officer' as const,
          reference: referenceOf(key, row),
        };
        await keepRepayment(tx, context, await loanNow(tx, transactionId), reported);
        told.kept += 1;
      }
    }
    await record(tx, context, {
      verb: 'reportRepayments',
      subject: { kind: 'organisation', id: context.actor.organisationId },
      details: { month, ...told },
    });
    return told;
  });
}

const sumOf = ({ principalFen, interestFen, feeFen }: Pick<Row, 'principalFen' | 'interestFen' | 'feeFen'>): number =>
  principalFen + interestFen + feeFen;

const referenceOf = (key: string, { transactionId }: Pick<Row, 'transactionId'>): string => `${key}/${transactionId}`;

function checkRows(rows: readonly Row[], month: CalendarMonth, { today }: ActorContext): void {
  if (month > monthOf(today))
    throw invalidInput('month', month, 'month.future', {
      zh: '不能反馈还没有到的月份。',
      en: 'A month that has not begun cannot be reported.',
    });
  if (new Set(rows.map(({ transactionId }) => transactionId)).size < rows.length)
    throw invalidInput('rows', rows.length, 'rows.twice', {
      zh: '同一笔贷款在一次反馈中只能出现一次。',
      en: 'A loan may be named once in one report.',
    });
  for (const row of rows) {
    if (sumOf(row) === 0) continue;
    if (!row.paidOn || monthOf(row.paidOn) !== month)
      throw invalidInput('paidOn', row.paidOn ?? null, 'paidOn.inMonth', {
        zh: `有还款的请填写 ${month} 内的还款日。`,
        en: `Where something was repaid, give the day, in ${month}.`,
      });
  }
}

/**
 * The loans of an actor's bank by their ids, with the rows of their firms locked in the order of their ids, before anything is
 * written. Refuses any other loan as not found, and whoever may not record for the bank.
 */
export async function lockLoans(
  tx: Tx,
  { actor }: ActorContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MatchedTransaction>> {
  const loans = await tx
    .select()
    .from(matchedTransactions)
    .where(and(inArray(matchedTransactions.id, [...ids]), eq(matchedTransactions.institutionId, actor.organisationId)));
  const byId = new Map(loans.map(loan => [loan.id, loan]));
  for (const id of ids) if (!byId.has(id)) throw notFound(transactionWord, id);
  if (!loans.every(loan => mayManageLoan(actor, loan)))
    throw notAllowed(
      { zh: '您的角色只能查看，不能登记还款。', en: 'Your role may read but not record repayments.' },
      { rule: 'role' },
    );
  const firms = [...new Set(loans.map(({ enterpriseId }) => enterpriseId))].sort();
  for (const id of firms) await lockOrganisation(tx, id);
  return byId;
}

async function knownUnder(tx: Tx, rows: readonly Row[], key: string): Promise<ReadonlyMap<string, Repayment>> {
  const found = await tx
    .select()
    .from(repayments)
    .where(
      inArray(
        repayments.reference,
        rows.map(row => referenceOf(key, row)),
      ),
    );
  return new Map(found.map(repayment => [repayment.transactionId, repayment]));
}

/** The same reference says the same. */
export const isSameRepayment = (
  kept: Repayment,
  said: Pick<ReportedRepayment, 'principalFen' | 'interestFen' | 'feeFen'> & { readonly paidOn?: string | null },
): boolean =>
  kept.paidOn === said.paidOn &&
  kept.principalFen === said.principalFen &&
  kept.interestFen === said.interestFen &&
  kept.feeFen === said.feeFen;

function checkSame(kept: Repayment, row: Row): void {
  if (isSameRepayment(kept, row)) return;
  throw conflict(
    {
      zh: '该幂等键已用于内容不同的反馈。请换一个键后重新提交。',
      en: 'This idempotency key was used for a report that said something else. Use another and send it again.',
    },
    { field: 'idempotencyKey', rule: 'idempotencyKey.otherContent', transactionId: row.transactionId },
  );
}

/** That nothing was paid is feedback too. */
async function noteMonth(tx: Tx, loan: MatchedTransaction | undefined, month: CalendarMonth): Promise<1> {
  if (loan && (loan.reportedMonth === null || loan.reportedMonth < month))
    await tx.update(matchedTransactions).set({ reportedMonth: month }).where(eq(matchedTransactions.id, loan.id));
  return 1;
}

const missingDay = (): never => {
  throw new Error('a repayment without a day passed the check');
};
