import { describe, expect, it } from 'vitest';
import { canonicalRule } from './canonical';
import type { Clause, Predicate } from './rule';
import { clauseCount } from './rule';

const founded: Predicate = { attr: 'foundedOn', op: 'atLeastAgo', months: 24 };
const grade: Predicate = { attr: 'taxCreditGrade', op: 'in', value: ['A', 'B'] };
const patents: Predicate = { attr: 'patents', op: '>=', value: 1 };

describe('the canonical form of a rule', () => {
  const cases: [string, Clause[], Clause[]][] = [
    [
      'orders comparisons by the dictionary, choices last',
      [{ any: [patents, grade] }, patents, founded],
      [founded, patents, { any: [grade, patents] }],
    ],
    [
      'drops repeated clauses, alternatives and members',
      [founded, founded, { any: [grade, { all: [patents, patents] }, grade] }],
      [founded, { any: [grade, patents] }],
    ],
    ['dissolves a choice of one', [{ any: [patents] }], [patents]],
    ['spreads a choice of one group', [{ any: [{ all: [patents, founded] }] }], [founded, patents]],
    ['dissolves what becomes a choice of one', [{ any: [grade, { all: [grade] }] }], [grade]],
    ['orders and thins out codes', [{ attr: 'taxCreditGrade', op: 'in', value: ['B', 'A', 'B'] }], [grade]],
    [
      'orders comparisons of one attribute by their text',
      [{ ...patents, value: 3 }, patents],
      [patents, { ...patents, value: 3 }],
    ],
  ];
  it.each(cases)('%s', (_name, written, canonical) => {
    expect(canonicalRule({ all: written }).all).toEqual(canonical);
  });
});

describe('the count of clauses in conjunctive normal form', () => {
  const pair = { all: [founded, patents] };
  const cases: [string, Clause[], number][] = [
    ['none', [], 0],
    ['one a comparison', [founded, grade], 2],
    ['one for a choice of comparisons', [{ any: [founded, grade, patents] }], 1],
    ['the product for a choice of groups', [{ any: [pair, { all: [founded, patents, grade] }] }, founded], 7],
    ['one for each value that must be there', [{ attr: 'licencesInForce', op: 'hasAll', value: ['FOOD', 'DRUG', 'SEED'] }], 3],
    ['one for any of several values', [{ attr: 'licencesInForce', op: 'hasAny', value: ['FOOD', 'DRUG', 'SEED'] }], 1],
  ];
  it.each(cases)('is %s', (_name, all, count) => {
    expect(clauseCount({ all })).toBe(count);
  });
});
