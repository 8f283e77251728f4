import { Engine, type NestedCondition } from 'json-rules-engine';
import type { Condition } from '../conditions';
import { nameAt, objectOf, type RowRival, type Rules } from './rival';

/** json-rules-engine: one rule a product, all in one engine, facts by name without paths. */
export function jsonRulesEngine(rules: Rules): RowRival<Record<string, number>> {
  const engine = new Engine(
    rules.map((clauses, product) => ({
      conditions: { all: clauses.flatMap(conditionsOf) },
      event: { type: 'eligible', params: { product } },
    })),
  );
  return {
    name: 'json-rules-engine',
    inputOf: numbers => objectOf(numbers, Number.NaN),
    eligible: async firm => {
      const { events } = await engine.run(firm);
      return events.map(({ params }) => params?.product as number).sort((a, b) => a - b);
    },
  };
}

const conditionsOf = (condition: Condition): NestedCondition[] => {
  if ('any' in condition) return [{ any: condition.any.map(each => all(conditionsOf(each))) }];
  if ('all' in condition) return condition.all.flatMap(conditionsOf);
  const fact = nameAt(condition.column);
  if ('among' in condition) return [{ fact, operator: 'in', value: condition.among }];
  return [
    ...(condition.low > -Infinity ? [{ fact, operator: 'greaterThanInclusive', value: condition.low }] : []),
    ...(condition.high < Infinity ? [{ fact, operator: 'lessThanInclusive', value: condition.high }] : []),
  ];
};

const all = (conditions: NestedCondition[]): NestedCondition =>
  conditions.length === 1 && conditions[0] !== undefined ? conditions[0] : { all: conditions };
