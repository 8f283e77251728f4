import type { Condition } from '../conditions';
import { nameAt } from './rival';

/** The clauses of a product as SQL over columns that are null where nothing is known. */
export const sqlOf = (clauses: readonly Condition[]): string => (clauses.length === 0 ? 'TRUE' : termOf({ all: clauses }));

function termOf(condition: Condition): string {
  if ('any' in condition) return condition.any.map(each => `(${termOf(each)})`).join(' OR ');
  if ('all' in condition) return condition.all.map(each => `(${termOf(each)})`).join(' AND ');
  const name = `"${nameAt(condition.column)}"`;
  if ('among' in condition)
    return condition.among.length === 1 ? `${name} = ${condition.among[0]}` : `${name} IN (${condition.among.join(', ')})`;
  if (condition.low === -Infinity) return `${name} <= ${condition.high}`;
  return condition.high === Infinity ? `${name} >= ${condition.low}` : `${name} BETWEEN ${condition.low} AND ${condition.high}`;
}
