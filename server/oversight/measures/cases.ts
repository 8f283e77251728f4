import { type CalendarMonth, type Instant, shiftMonth } from '../../shared/dates';
import type { Contributions } from '../disclosure/contributions';
import type { DimensionName } from './dimensions';
import { groupingsOf } from './grouping';
import type { Period } from './period';

/** Something that is counted by what became of it: whose it is, and its key in each dimension. */
export type Case = { readonly firm: string; readonly by: Readonly<Partial<Record<DimensionName, string>>> };

export type CaseGroup<Counted extends Case> = {
  readonly keys: readonly (string | null)[];
  readonly cases: readonly Counted[];
};

/** The cases by a grouping and by every total over it; only groups that have any. */
export const groupedCases = <Counted extends Case>(
  cases: readonly Counted[],
  groupBy: readonly DimensionName[],
): CaseGroup<Counted>[] =>
  groupingsOf(groupBy).flatMap(grouping => {
    const groups = new Map<string, { keys: (string | null)[]; cases: Counted[] }>();
    for (const counted of cases) {
      const keys = grouping.map(dimension => (dimension === null ? null : (counted.by[dimension] ?? null)));
      const known = groups.get(JSON.stringify(keys));
      if (known) known.cases.push(counted);
      else groups.set(JSON.stringify(keys), { keys, cases: [counted] });
    }
    return [...groups.values()];
  });

/** What stands behind a number of cases: how many firms they are of. Nobody's share of a count is a secret. */
export const behindCases = (cases: readonly Case[]): Contributions => ({
  sum: cases.length,
  respondents: new Set(cases.map(({ firm }) => firm)).size,
  largest: null,
});

/** The moments between which the months of a period lie in Asia/Shanghai, the second excluded. */
export const momentsOf = ({ from, to }: Period): { readonly since: Instant; readonly before: Instant } => ({
  since: beginningOf(from),
  before: beginningOf(shiftMonth(to, 1)),
});

const beginningOf = (month: CalendarMonth): Instant => new Date(`${month}-01T00:00:00+08:00`);
