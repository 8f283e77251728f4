import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsAbout, ruleAbout, today } from '../../tests/support/arbitraryRules';
import { attributes } from './attributes';
import { judgeRule } from './evaluate';
import { factOf } from './facts';
import { type Clause, isPredicate, type Predicate, predicatesOf, type Rule } from './rule';

/* SQL's logic over NULL is Kleene's by its standard: an oracle that shares no line with ours. */
const scalars = attributes.filter(({ kind }) => kind !== 'set' && kind !== 'tree');

let database: Database.Database;
beforeAll(() => {
  database = new Database(':memory:');
});
afterAll(() => {
  database.close();
});

describe('the same rule as SQL over nullable columns', () => {
  it('answers true, false or NULL where the naive evaluator says yes, no or unknown', () => {
    const seen = new Set<number>();
    const cases = fc
      .subarray(scalars, { minLength: 2, maxLength: 6 })
      .chain(choice => fc.record({ rule: ruleAbout(choice), facts: factsAbout(choice) }));
    fc.assert(
      fc.property(cases, ({ rule, facts }) => {
        const values = [...facts.keys()].map(key => {
          const fact = factOf(facts, key);
          return `${fact.known ? literal(fact.value) : 'NULL'} AS "${key}"`;
        });
        const answer = database
          .prepare(`SELECT (${ofRule(rule)}) AS verdict FROM (SELECT ${values.join(', ')})`)
          .pluck()
          .get();
        const expected = answer === null ? 1 : answer === 1 ? 2 : 0;
        seen.add(expected);
        expect(judgeRule(rule, { facts, today, hasRequest: true })).toBe(expected);
      }),
      { numRuns: 3000 },
    );
    expect([...seen].sort()).toEqual([0, 1, 2]);
  });
});

const ofRule = (rule: Rule): string => ['TRUE', ...rule.all.map(ofClause)].join(' AND ');

const ofClause = (clause: Clause): string =>
  isPredicate(clause)
    ? ofPredicate(clause)
    : `(${clause.any.map(alternative => `(${predicatesOf(alternative).map(ofPredicate).join(' AND ')})`).join(' OR ')})`;

function ofPredicate(predicate: Predicate): string {
  const column = `"${predicate.attr}"`;
  switch (predicate.op) {
    case '>=':
    case '<=':
      return `${column} ${predicate.op} ${predicate.value}`;
    case 'between':
      return `${column} BETWEEN ${predicate.value[0]} AND ${predicate.value[1]}`;
    case 'is':
      return `${column} = ${literal(predicate.value)}`;
    case 'in':
    case 'notIn':
      return `${column} ${predicate.op === 'in' ? 'IN' : 'NOT IN'} (${predicate.value.map(literal).join(', ')})`;
    case 'atLeastAgo':
      return `date(${column}, '+${predicate.months} months', 'floor') <= '${today}'`;
    case 'atMostAgo':
      return `date(${column}, '+${predicate.months} months', 'floor') >= '${today}'`;
    default:
      throw new TypeError(`${predicate.op} is not scalar`);
  }
}

const literal = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : String(value).toUpperCase());
