import { describe, expect, test } from 'vitest';
import {
  clausesOf,
  movedClause,
  placeOf,
  ruleOf,
  withAlternative,
  withClause,
  withComparison,
  withoutComparison,
  withPart,
} from './clauses';

const a = { attr: 'a', op: '>=', value: 1 };
const b = { attr: 'b', op: 'in', value: ['X'] };
const c = { attr: 'c', op: 'atLeastAgo', months: 24 };

describe('a rule as the editor draws it', () => {
  test.each([
    ['nothing asked', { all: [] }],
    ['plain comparisons', { all: [a, b] }],
    ['a choice', { all: [a, { any: [b, c] }] }],
    ['a choice with a group', { all: [{ any: [{ all: [a, b] }, c] }] }],
  ])('%s comes back as it was written', (_, rule) => expect(ruleOf(clausesOf(rule) ?? [])).toEqual(rule));

  test.each([
    ['no object', 'text'],
    ['no list', { all: a }],
    ['a list at the top', [a]],
    ['a choice within a choice', { all: [{ any: [{ any: [a] }] }] }],
    ['a group two levels down', { all: [{ any: [{ all: [{ all: [a] }] }] }] }],
    ['text among the clauses', { all: [a, 'b'] }],
  ])('%s cannot be drawn', (_, rule) => expect(clausesOf(rule)).toBeNull());
});

describe('editing', () => {
  const clauses = clausesOf({ all: [a, b] }) ?? [];

  test('"or" makes a choice of a comparison', () =>
    expect(ruleOf(withComparison(withAlternative(clauses, 0), { clause: 0, alternative: 1, part: 0 }, c))).toEqual({
      all: [{ any: [a, c] }, b],
    }));

  test('"and" within an alternative makes a group', () => {
    const choice = withAlternative(clauses, 1);
    expect(ruleOf(withComparison(withPart(choice, 1, 1), { clause: 1, alternative: 1, part: 1 }, c))).toEqual({
      all: [a, { any: [b, { all: [{}, c] }] }],
    });
  });

  test('the last alternative but one leaves a plain comparison', () =>
    expect(ruleOf(withoutComparison(withAlternative(clauses, 0), { clause: 0, alternative: 1, part: 0 }))).toEqual({
      all: [a, b],
    }));

  test('a group that is left alone becomes clauses', () => {
    const choice = clausesOf({ all: [{ any: [{ all: [a, b] }, c] }] }) ?? [];
    expect(ruleOf(withoutComparison(choice, { clause: 0, alternative: 1, part: 0 }))).toEqual({ all: [a, b] });
  });

  test('the only comparison takes its clause with it', () =>
    expect(ruleOf(withoutComparison(clauses, { clause: 0, alternative: 0, part: 0 }))).toEqual({ all: [b] }));

  test('a new clause asks nothing yet', () => expect(ruleOf(withClause([]))).toEqual({ all: [{}] }));

  test.each([
    [0, 1, [b, a]],
    [0, -1, [a, b]],
    [1, -1, [b, a]],
    [1, 1, [a, b]],
  ] as const)('clause %d moved by %d stays within the list', (clause, by, all) =>
    expect(ruleOf(movedClause(clauses, clause, by))).toEqual({ all }),
  );
});

test.each([
  ['/all/2/value', { clause: 2, alternative: 0, part: 0 }],
  ['/all/0/any/1/value/3', { clause: 0, alternative: 1, part: 0 }],
  ['/all/0/any/1/all/2/months', { clause: 0, alternative: 1, part: 2 }],
  ['/all/1/any', { clause: 1, alternative: 0, part: 0 }],
  ['', null],
])('the pointer %j speaks of %o', (pointer, place) => expect(placeOf(pointer)).toEqual(place));
