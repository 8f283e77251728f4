import type { CalendarDate } from '../../shared/dates';
import type { Fen } from '../../shared/money';
import { monthsFrom } from '../cost/timeline';
import type { Instalment, RepaymentSchedule } from '../repayment/schedule';

/** One month of a loan, the first being the day of disbursement itself: schedules of unlike due days stand on one axis. */
export type OfferMonth = {
  /** Whole months since disbursement. */
  readonly month: number;
  /** The last day within the month on which something is due; null where nothing is. */
  readonly dueOn: CalendarDate | null;
  /** Principal, interest and fees that the firm pays within the month. */
  readonly dueFen: Fen;
  /** The principal still owed at its end. */
  readonly balanceFen: Fen;
  /** Interest and fees paid from the beginning until its end. */
  readonly costFen: Fen;
};

/** A schedule month by month from disbursement (month 0) to its last row. A row belongs to the month that its day ends or falls in. */
export function offerMonths({ disbursedOn, feeAtDisbursementFen, rows, totals }: RepaymentSchedule): OfferMonth[] {
  const byMonth = new Map<number, Instalment[]>();
  for (const row of rows) {
    const month = Math.max(1, Math.ceil(monthsFrom(disbursedOn, row.dueOn)));
    byMonth.set(month, [...(byMonth.get(month) ?? []), row]);
  }
  const months: OfferMonth[] = [];
  let at: OfferMonth = {
    month: 0,
    dueOn: disbursedOn,
    dueFen: feeAtDisbursementFen,
    balanceFen: totals.principalFen,
    costFen: feeAtDisbursementFen,
  };
  months.push(at);
  for (let month = 1; month <= Math.max(0, ...byMonth.keys()); month += 1) {
    at = monthAfter(at, byMonth.get(month) ?? []);
    months.push(at);
  }
  return months;
}

const monthAfter = ({ month, balanceFen, costFen }: OfferMonth, rows: readonly Instalment[]): OfferMonth => ({
  month: month + 1,
  dueOn: rows.at(-1)?.dueOn ?? null,
  dueFen: rows.reduce((sum, { dueFen }) => sum + dueFen, 0),
  balanceFen: rows.at(-1)?.balanceFen ?? balanceFen,
  costFen: rows.reduce((sum, { interestFen, feeFen }) => sum + interestFen + feeFen, costFen),
});
