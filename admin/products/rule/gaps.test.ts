import { describe, expect, test } from 'vitest';
import type { Attribute } from '../../generated/schema';
import { comparisonBy, firstComparison } from './attributes';
import type { Comparison } from './clauses';
import { gapsOf } from './gaps';

const text = { zh: '', en: '' };
const attribute = (key: string, kind: string, operators: string[], extra: Partial<Attribute> = {}): Attribute => ({
  key,
  kind,
  label: text,
  about: text,
  dataClass: 'REGISTRATION',
  alsoFrom: [],
  operators: operators.map(code => ({ code, label: text })),
  values: [],
  unit: null,
  counter: null,
  min: null,
  max: null,
  commonCuts: [],
  tree: null,
  change: 'act',
  ...extra,
});

const sales = attribute('sales', 'number', ['>=', '<=', 'between'], { unit: 'fen', min: 0, max: 1_000_000 });
const founded = attribute('founded', 'date', ['atLeastAgo', 'atMostAgo']);
const grade = attribute('grade', 'enum', ['in', 'notIn']);
const listed = attribute('listed', 'boolean', ['is']);
const dictionary = [sales, founded, grade, listed];

describe('gaps', () => {
  test.each<[Comparison, string | undefined]>([
    [{}, 'attribute'],
    [{ attr: 'unheard', op: '>=', value: 1 }, 'attribute'],
    [{ attr: 'sales' }, 'operator'],
    [{ attr: 'sales', op: 'in', value: ['A'] }, 'operator'],
    [{ attr: 'sales', op: '>=', value: null }, 'figure'],
    [{ attr: 'sales', op: '>=', value: Number.NaN }, 'mistyped'],
    [{ attr: 'sales', op: '>=', value: 0 }, undefined],
    [{ attr: 'sales', op: '>=', value: -1 }, 'range'],
    [{ attr: 'sales', op: '<=', value: 1_000_000 }, undefined],
    [{ attr: 'sales', op: '<=', value: 1_000_001 }, 'range'],
    [{ attr: 'sales', op: 'between', value: [1, null] }, 'figure'],
    [{ attr: 'sales', op: 'between', value: [2, 1] }, 'inverted'],
    [{ attr: 'sales', op: 'between', value: [2, 2] }, undefined],
    [{ attr: 'founded', op: 'atLeastAgo' }, 'months'],
    [{ attr: 'founded', op: 'atLeastAgo', months: Number.NaN }, 'mistyped'],
    [{ attr: 'founded', op: 'atLeastAgo', months: 0 }, undefined],
    [{ attr: 'grade', op: 'in', value: [] }, 'values'],
    [{ attr: 'grade', op: 'in', value: ['A'] }, undefined],
    [{ attr: 'listed', op: 'is', value: false }, undefined],
  ])('%o lacks %s', (comparison, word) => expect(gapsOf([[[comparison]]], dictionary)[0]?.word).toBe(word));

  test('each is told where it stands', () =>
    expect(gapsOf([[[{ attr: 'listed', op: 'is', value: true }]], [[{}], [{}]]], dictionary).map(({ place }) => place)).toEqual([
      { clause: 1, alternative: 0, part: 0 },
      { clause: 1, alternative: 1, part: 0 },
    ]));
});

describe('another operator', () => {
  test.each<[string, Comparison, Comparison]>([
    ['<=', { attr: 'sales', op: '>=', value: 5 }, { attr: 'sales', op: '<=', value: 5 }],
    ['between', { attr: 'sales', op: '>=', value: 5 }, { attr: 'sales', op: 'between', value: [5, null] }],
    ['>=', { attr: 'sales', op: 'between', value: [5, 9] }, { attr: 'sales', op: '>=', value: 5 }],
  ])('%s keeps what was required', (op, earlier, next) => expect(comparisonBy(sales, op, earlier)).toEqual(next));

  test('keeps the codes of a list', () =>
    expect(comparisonBy(grade, 'notIn', { attr: 'grade', op: 'in', value: ['A'] })).toEqual({
      attr: 'grade',
      op: 'notIn',
      value: ['A'],
    }));

  test('another attribute begins anew', () =>
    expect(comparisonBy(founded, 'atLeastAgo', { attr: 'sales', op: '>=', value: 5 })).toEqual({
      attr: 'founded',
      op: 'atLeastAgo',
      months: null,
    }));
});

test.each([
  [sales, { attr: 'sales', op: '>=', value: null }],
  [founded, { attr: 'founded', op: 'atLeastAgo', months: null }],
  [grade, { attr: 'grade', op: 'in', value: [] }],
  [listed, { attr: 'listed', op: 'is', value: true }],
])('a new attribute begins with the first operator of its kind', (chosen, comparison) =>
  expect(firstComparison(chosen)).toEqual(comparison),
);
