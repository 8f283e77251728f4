import { count, type SQL, type SQLWrapper, sql, sum } from 'drizzle-orm';
import type { Contributions } from '../disclosure/contributions';

/**
 * How a query learns what stands behind its sums. Its inner step has one row for each respondent and cell, with the
 * respondent's place by amount; its outer step adds them up and keeps the two largest.
 */
export const placeBy = (amount: SQLWrapper, cell: readonly SQLWrapper[] = []): SQL<number> => {
  const partition = cell.length > 0 ? sql`partition by ${sql.join([...cell], sql`, `)} ` : sql``;
  return sql<number>`row_number() over (${partition}order by ${amount} desc)`;
};

/** The fields of the outer step for one amount of the inner. Those who contribute nothing are no respondents. */
export const contributionFields = (amount: SQLWrapper, place: SQLWrapper) => ({
  sum: sum(sql`${amount}`).mapWith(Number),
  respondents: count(sql`case when ${amount} <> 0 then 1 end`),
  first: atPlace(amount, place, 1),
  second: atPlace(amount, place, 2),
});

const atPlace = (amount: SQLWrapper, place: SQLWrapper, wanted: 1 | 2): SQL<number> =>
  sql<number>`coalesce(max(case when ${place} = ${sql.raw(String(wanted))} then ${amount} end), 0)`.mapWith(Number);

/** What the outer step found; sums over no rows at all are null in the database and zero here. */
export const contributionsIn = (found: {
  readonly sum: number | null;
  readonly respondents: number;
  readonly first: number;
  readonly second: number;
}): Contributions => ({
  sum: found.sum ?? 0,
  respondents: found.respondents,
  largest: [found.first, found.second],
});

export const noContributions: Contributions = { sum: 0, respondents: 0, largest: null };
