import type { Fen } from '../../shared/money';
import { monthsFrom } from '../cost/timeline';
import type { RepaymentSchedule } from '../repayment/schedule';

/** A row of the printed schedule: one due day, or the years of the loan from `firstYear` to `lastYear` summed up. */
export type PrintedRow = {
  readonly span: { readonly number: number; readonly dueOn: string } | { readonly firstYear: number; readonly lastYear: number };
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly feeFen: Fen;
  readonly dueFen: Fen;
  readonly balanceFen: Fen;
};

/** A year by the month with the fees between; more rows would push the costs off the sheet. */
const rowsMax = 13;

/** The schedule in at most thirteen rows: each due day, or else by years of the loan, several to a row where it is longer still. */
export function scheduleRows({ rows, disbursedOn }: RepaymentSchedule): PrintedRow[] {
  if (rows.length <= rowsMax) return rows.map(row => ({ ...row, span: { number: row.number, dueOn: row.dueOn } }));
  const yearOf = (dueOn: (typeof rows)[number]['dueOn']) => Math.max(1, Math.ceil(monthsFrom(disbursedOn, dueOn) / 12));
  const years = Math.max(...rows.map(({ dueOn }) => yearOf(dueOn)));
  const step = Math.ceil(years / rowsMax);
  return Array.from({ length: Math.ceil(years / step) }, (_, place) => {
    const [firstYear, lastYear] = [place * step + 1, Math.min((place + 1) * step, years)];
    const within = rows.filter(({ dueOn }) => yearOf(dueOn) >= firstYear && yearOf(dueOn) <= lastYear);
    const sumOf = (amount: (row: (typeof rows)[number]) => Fen) => within.reduce((sum, row) => sum + amount(row), 0);
    const before = rows.filter(({ dueOn }) => yearOf(dueOn) <= lastYear);
    return {
      span: { firstYear, lastYear },
      principalFen: sumOf(row => row.principalFen),
      interestFen: sumOf(row => row.interestFen),
      feeFen: sumOf(row => row.feeFen),
      dueFen: sumOf(row => row.dueFen),
      balanceFen: before.at(-1)?.balanceFen ?? 0,
    };
  });
}
