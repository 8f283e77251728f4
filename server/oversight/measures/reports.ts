import { between, sql } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { type CalendarMonth, shiftMonth } from '../../shared/dates';
import { shareBps } from '../../shared/rate';
import type { Contributions } from '../disclosure/contributions';
import { institutionReports } from '../reports/tables';
import { contributionFields, contributionsIn, noContributions, placeBy } from './contributionQuery';
import type { Figure, MeasureRequest } from './measure';
import { monthsOf, type Period } from './period';

type ReportedColumn = (typeof institutionReports)[
  | 'depositsFen'
  | 'loansFen'
  | 'newLoansFen'
  | 'newLoansWeightedRateFenBps'
  | 'directFinancingFen'];

/** The sums of one reported column by month; a month that nobody reported is not there. */
export async function reportSums(
  read: Reader,
  column: ReportedColumn,
  { from, to }: Period,
): Promise<ReadonlyMap<CalendarMonth, Contributions>> {
  const { month } = institutionReports;
  const placed = read
    .select({ month, reported: sql<number>`${column}`.as('reported'), place: placeBy(column, [month]).as('place') })
    .from(institutionReports)
    .where(between(month, from, to))
    .as('placed');
  const rows = await read
    .select({ month: placed.month, reported: contributionFields(placed.reported, placed.place) })
    .from(placed)
    .groupBy(placed.month);
  return new Map(rows.map(({ month, reported }) => [month, contributionsIn(reported)]));
}

/** The months a request asks about: each of its period, or only the last when it is not broken down by month. */
export function figuresByMonth(
  request: MeasureRequest,
  figureOf: (month: CalendarMonth) => Pick<Figure, 'value' | 'behind'>,
): Figure[] {
  if (request.groupBy.length === 0) return [{ keys: [], ...figureOf(request.to) }];
  return monthsOf(request).map(month => ({ keys: [month], ...figureOf(month) }));
}

/** The reported sums themselves; unknown for a month that nobody reported. */
export async function reportedFigures(read: Reader, column: ReportedColumn, request: MeasureRequest): Promise<Figure[]> {
  const sums = await reportSums(read, column, request);
  return figuresByMonth(request, month => computedFrom([sums.get(month)], ([reported]) => reported.sum));
}

/** Growth over the same month of the year before, in basis points; unknown when either month was not reported. */
export async function growthFigures(read: Reader, column: ReportedColumn, request: MeasureRequest): Promise<Figure[]> {
  const sums = await reportSums(read, column, { from: shiftMonth(request.from, -12), to: request.to });
  return figuresByMonth(request, month =>
    computedFrom([sums.get(month), sums.get(shiftMonth(month, -12))], ([now, before]) =>
      shareBps(now.sum - before.sum, before.sum),
    ),
  );
}

/** A value computed from reported sums, all of which stand behind it: it is shown when each of them may be. */
export function computedFrom<Sums extends readonly [Contributions | undefined, ...(Contributions | undefined)[]]>(
  sums: Sums,
  compute: (known: { [At in keyof Sums]: Contributions }) => number | null,
): Pick<Figure, 'value' | 'behind'> {
  const known = sums.filter(sum => sum !== undefined);
  const [first, ...others] = known;
  if (first === undefined || known.length < sums.length) return { value: null, behind: [noContributions] };
  return { value: compute(known as { [At in keyof Sums]: Contributions }), behind: [first, ...others] };
}
