import { Environment } from '@marcbachmann/cel-js';
import { columns } from '../columns';
import type { Condition } from '../conditions';
import { nameAt, objectOf, placesWhere, type RowRival, type Rules } from './rival';

/** The Common Expression Language: one parsed and type-checked expression a product, over variables of type double. */
export function cel(rules: Rules): RowRival<Record<string, number>> {
  const environment = new Environment();
  for (const { name } of columns) environment.registerVariable(name, 'double');
  const expressions = rules.map(clauses => environment.parse(expressionOf({ all: clauses })));
  return {
    name: '@marcbachmann/cel-js',
    inputOf: numbers => objectOf(numbers, Number.NaN),
    eligible: firm => placesWhere(expressions, holds => holds(firm)),
  };
}

function expressionOf(condition: Condition): string {
  if ('any' in condition) return condition.any.map(each => `(${expressionOf(each)})`).join(' || ');
  if ('all' in condition) return condition.all.map(each => `(${expressionOf(each)})`).join(' && ');
  const name = nameAt(condition.column);
  if ('among' in condition)
    return condition.among.length === 1
      ? `${name} == ${double(condition.among[0] ?? 0)}`
      : `${name} in [${condition.among.map(double).join(', ')}]`;
  return [
    ...(condition.low > -Infinity ? [`${name} >= ${double(condition.low)}`] : []),
    ...(condition.high < Infinity ? [`${name} <= ${double(condition.high)}`] : []),
  ].join(' && ');
}

const double = (number: number): string => number.toFixed(1);
