import { LogicEngine } from 'json-logic-engine';
import plainJsonLogic, { type RulesLogic } from 'json-logic-js';
import type { Condition } from '../conditions';
import { belowAll, lowest, nameAt, objectOf, placesWhere, type RowRival, type Rules } from './rival';

/** JSON Logic as json-logic-engine compiles it to functions. */
export function jsonLogicCompiled(rules: Rules): RowRival<Record<string, number>> {
  const engine = new LogicEngine();
  const functions = rules.map(clauses => engine.build({ and: clauses.map(clause => logicOf(clause, lowest)) }));
  return {
    name: 'json-logic-engine, compiled',
    inputOf: numbers => objectOf(numbers, belowAll),
    eligible: firm => placesWhere(functions, holds => holds(firm)),
  };
}

/** JSON Logic as its first library interprets it. */
export function jsonLogicPlain(rules: Rules): RowRival<Record<string, number>> {
  const logics = rules.map(clauses => ({ and: clauses.map(clause => logicOf(clause, -Infinity)) }) as RulesLogic);
  return {
    name: 'json-logic-js',
    inputOf: numbers => objectOf(numbers, Number.NaN),
    eligible: firm => placesWhere(logics, logic => plainJsonLogic.apply(logic, firm)),
  };
}

/** `floor` is what a comparison that is open below asks for. */
function logicOf(condition: Condition, floor: number): unknown {
  if ('any' in condition) return { or: condition.any.map(each => logicOf(each, floor)) };
  if ('all' in condition) return { and: condition.all.map(each => logicOf(each, floor)) };
  const value = { var: nameAt(condition.column) };
  if ('among' in condition)
    return condition.among.length === 1 ? { '===': [value, condition.among[0]] } : { in: [value, condition.among] };
  const low = Math.max(condition.low, floor);
  if (low === -Infinity) return { '<=': [value, condition.high] };
  return condition.high === Infinity ? { '>=': [value, low] } : { '<=': [low, value, condition.high] };
}
