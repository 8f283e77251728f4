import type { MonthDue } from '../../generated/schema';

export type How = 'skip' | 'asDue' | 'other' | 'nothing';

/** What a bank is about to report of one loan; amounts in fen, null where nothing is typed. */
export type Draft = {
  readonly how: How;
  readonly paidOn: string;
  readonly principalFen: number | null;
  readonly interestFen: number | null;
  readonly feeFen: number | null;
};

export type ReportRow = {
  readonly transactionId: string;
  readonly paidOn: string | null;
  readonly principalFen: number;
  readonly interestFen: number;
  readonly feeFen: number;
};

/** A loan of which nothing is said yet; the day it would be paid on is that on which it was due, within the month. */
export function emptyDraft({ dueOn }: MonthDue, month: string, today: string): Draft {
  const last = lastDayOf(month);
  const day = dueOn?.startsWith(month) ? dueOn : last;
  return { how: 'skip', paidOn: day > today ? today : day, principalFen: null, interestFen: null, feeFen: null };
}

export const lastDayOf = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

export const hasDue = ({ principalFen, interestFen, feeFen }: MonthDue): boolean => principalFen + interestFen + feeFen > 0;

/** The row of the report that a draft stands for; null while there is nothing to send. */
export function rowOf(transactionId: string, draft: Draft, due: MonthDue): ReportRow | null {
  const { how, paidOn } = draft;
  if (how === 'skip') return null;
  if (how === 'nothing') return { transactionId, paidOn: null, principalFen: 0, interestFen: 0, feeFen: 0 };
  const { principalFen, interestFen, feeFen } = how === 'asDue' ? due : draft;
  const amounts = { principalFen: principalFen ?? 0, interestFen: interestFen ?? 0, feeFen: feeFen ?? 0 };
  const isSound = Object.values(amounts).every(fen => Number.isInteger(fen) && fen >= 0);
  return isSound && hasDue({ dueOn: null, ...amounts }) && paidOn !== '' ? { transactionId, paidOn, ...amounts } : null;
}
