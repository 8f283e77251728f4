import { and, count, inArray, isNull, lt, lte, or, type SQL } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { send } from '../../messages/send';
import { steps } from '../../messages/steps';
import { addDays, addMonths, type CalendarDate, type CalendarMonth, monthOf, shiftMonth } from '../../shared/dates';
import type { Ledger } from '../ledger/ledger';
import { openStates } from './lifecycle';
import { matchedTransactions } from './tables';

/** By this day of a month banks report what was repaid in the month before. */
const feedbackDay = 10;
/** From this day on they are reminded. */
const reminderDay = 8;

/** Loans that ran in a month and of which the lender has not reported it, were it that nothing was paid. */
export const lacksFeedbackFor = (month: CalendarMonth): SQL | undefined =>
  and(
    inArray(matchedTransactions.state, [...openStates]),
    lte(matchedTransactions.disbursedOn, lastDayOf(month)),
    or(isNull(matchedTransactions.reportedMonth), lt(matchedTransactions.reportedMonth, month)),
  );

const lastDayOf = (month: CalendarMonth): CalendarDate => addDays(addMonths(`${month}-01` as CalendarDate, 1), -1);

/** What is open of everything due until the end of a month: what a payment in it should be. */
export type MonthDue = {
  readonly dueOn: CalendarDate | null;
  readonly principalFen: number;
  readonly interestFen: number;
  readonly feeFen: number;
};

export function dueUntil({ rows }: Ledger, month: CalendarMonth): MonthDue {
  const due = rows.filter(({ dueOn, openFen }) => dueOn <= lastDayOf(month) && openFen > 0);
  const sum = (of: (row: Ledger['rows'][number]) => number) => due.reduce((total, row) => total + of(row), 0);
  return {
    dueOn: due.at(-1)?.dueOn ?? null,
    principalFen: sum(row => row.openPrincipalFen),
    interestFen: sum(row => row.openInterestFen),
    feeFen: sum(row => row.openFeeFen),
  };
}

/**
 * Reminds each bank once a month, from the eighth on, of the loans of which it has not reported the month before; once more when
 * the tenth has passed. Answers how many banks it reminded.
 */
export async function remindOfFeedback(context: ActorContext): Promise<number> {
  const { today, db } = context;
  const day = Number(today.slice(8));
  if (day < reminderDay) return 0;
  const month = shiftMonth(monthOf(today), -1);
  const waiting = await db.read
    .select({ institutionId: matchedTransactions.institutionId, loans: count() })
    .from(matchedTransactions)
    .where(lacksFeedbackFor(month))
    .groupBy(matchedTransactions.institutionId);
  const isLate = day > feedbackDay;
  const dueOn = `${monthOf(today)}-${feedbackDay}` as CalendarDate;
  const letters = waiting.flatMap(({ institutionId, loans }) =>
    steps.remindOfFeedback.map(kind => ({
      recipientId: institutionId,
      kind,
      occasion: `${month}/${isLate ? 'late' : 'due'}`,
      payload: { month, loans, dueOn, isLate },
    })),
  );
  if (letters.length === 0) return 0;
  return db.write(async tx => {
    const reminded = await send(tx, context, letters);
    const subject = { kind: 'organisation' as const, id: context.actor.organisationId };
    if (reminded > 0) await record(tx, context, { verb: 'remindOfFeedback', subject, details: { month, isLate, reminded } });
    return reminded;
  });
}
