import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { DimensionName } from './dimensions';

/** A way to group: one place for each dimension of a table, null where the dimension is summed. */
export type Grouping = readonly (DimensionName | null)[];

/** The groupings that a table needs: its own and every total over some of its dimensions. */
export const groupingsOf = (groupBy: readonly DimensionName[]): Grouping[] =>
  groupBy.reduce<Grouping[]>(
    (groupings, dimension) =>
      groupings.flatMap(grouping => [
        [...grouping, null],
        [...grouping, dimension],
      ]),
    [[]],
  );

/** The expressions that a query groups by, in the places of its grouping. */
export const expressionsOf = (grouping: Grouping, expressions: Readonly<Record<string, SQLWrapper>>): SQL[] =>
  grouping.flatMap(dimension => {
    if (dimension === null) return [];
    const expression = expressions[dimension];
    if (!expression) throw new Error(`a grouping by ${dimension}, which the query does not know`);
    return [sql`${expression}`];
  });

const nameOf = (at: number): string => `key${at}`;

/** `expressions` as the fields key0, key1 … of a select. */
export const keysOf = (expressions: readonly SQLWrapper[]): Record<string, SQL.Aliased<string>> =>
  Object.fromEntries(expressions.map((expression, at) => [nameOf(at), sql<string>`${expression}`.as(nameOf(at))]));

/** The same fields as a query around that select names them. */
export const keysAbove = (expressions: readonly SQLWrapper[]): SQL<string>[] =>
  expressions.map((_, at) => sql<string>`${sql.identifier(nameOf(at))}`);

/** The keys of a row in the places of its grouping; the grand total has none. */
export function keysIn(grouping: Grouping, found: Readonly<Record<string, string>> | undefined): (string | null)[] {
  let at = 0;
  return grouping.map(dimension => (dimension === null ? null : (found?.[nameOf(at++)] ?? null)));
}
