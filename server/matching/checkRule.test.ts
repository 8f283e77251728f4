import { describe, expect, it } from 'vitest';
import { Refusal } from '../shared/refusals';
import { checkRule, parseRule } from './checkRule';

const employees = (change: object) => ({ all: [{ attr: 'employees', op: '>=', value: 20, ...change }] });
const manyGroups = {
  any: Array.from({ length: 3 }, (_, choice) => ({
    all: Array.from({ length: 4 }, (_, part) => ({ attr: 'employees', op: '>=', value: 10 * choice + part })),
  })),
};

describe('a rule is refused', () => {
  const cases: [string, unknown, string, string][] = [
    ['that is no object', 'all', '', 'shape'],
    ['that is null', null, '', 'shape'],
    ['without its list', { all: {} }, '', 'shape'],
    ['with another key beside all', { all: [], none: [] }, '/none', 'unknownKey'],
    ['with a condition that is no object', { all: [7] }, '/all/0', 'shape'],
    ['with an any that is no list', { all: [{ any: 'x' }] }, '/all/0', 'shape'],
    ['with an unknown attribute', employees({ attr: 'staff' }), '/all/0/attr', 'unknownAttribute'],
    ['without an attribute', { all: [{ op: '>=', value: 1 }] }, '/all/0/attr', 'unknownAttribute'],
    ['with a key of the prototype as attribute', employees({ attr: 'constructor' }), '/all/0/attr', 'unknownAttribute'],
    ['with an operator that does not exist', employees({ op: '>' }), '/all/0/op', 'unknownOperator'],
    ['with an operator of another kind', employees({ op: 'in' }), '/all/0/op', 'operatorNotOfKind'],
    ['with an unknown key in a condition', employees({ 'a/b': 1 }), '/all/0/a~1b', 'unknownKey'],
    ['with months where a value belongs', employees({ months: 3 }), '/all/0/months', 'unknownKey'],
    ['with the wrong unit', employees({ unit: 'fen' }), '/all/0/unit', 'wrongUnit'],
    [
      'with a unit where there is none',
      { all: [{ attr: 'isHighTech', op: 'is', value: true, unit: 'person' }] },
      '/all/0/unit',
      'wrongUnit',
    ],
    ['with a fraction', employees({ value: 1.5 }), '/all/0/value', 'notInteger'],
    ['with a number as text', employees({ value: '20' }), '/all/0/value', 'notInteger'],
    ['with a number below the range', employees({ value: -1 }), '/all/0/value', 'outOfRange'],
    ['with a number above the range', employees({ value: 1_000_001 }), '/all/0/value', 'outOfRange'],
    ['with an inverted range', employees({ op: 'between', value: [20, 19] }), '/all/0/value', 'invertedRange'],
    ['with a range of one end', employees({ op: 'between', value: [20] }), '/all/0/value', 'valueNotOfKind'],
    ['with a fraction in a range', employees({ op: 'between', value: [1, 2.5] }), '/all/0/value/1', 'notInteger'],
    ['with a flag as text', { all: [{ attr: 'isHighTech', op: 'is', value: 'true' }] }, '/all/0/value', 'valueNotOfKind'],
    ['with an empty list', { all: [{ attr: 'taxCreditGrade', op: 'in', value: [] }] }, '/all/0/value', 'emptyList'],
    [
      'with a list that is too long',
      { all: [{ attr: 'taxCreditGrade', op: 'in', value: Array(101).fill('A') }] },
      '/all/0/value',
      'listTooLong',
    ],
    [
      'with a code instead of a list',
      { all: [{ attr: 'taxCreditGrade', op: 'in', value: 'A' }] },
      '/all/0/value',
      'valueNotOfKind',
    ],
    [
      'with an unknown code',
      { all: [{ attr: 'taxCreditGrade', op: 'in', value: ['A', 'E'] }] },
      '/all/0/value/1',
      'unknownValue',
    ],
    [
      'with a code that is no text',
      { all: [{ attr: 'taxCreditGrade', op: 'in', value: [1] }] },
      '/all/0/value/0',
      'unknownValue',
    ],
    ['with an unknown industry', { all: [{ attr: 'industry', op: 'under', value: ['Z'] }] }, '/all/0/value/0', 'unknownValue'],
    ['with an unknown province', { all: [{ attr: 'region', op: 'under', value: ['990000'] }] }, '/all/0/value/0', 'unknownValue'],
    [
      'with an unknown county of Deyang',
      { all: [{ attr: 'region', op: 'under', value: ['510699'] }] },
      '/all/0/value/0',
      'unknownValue',
    ],
    ['with a fraction of months', { all: [{ attr: 'foundedOn', op: 'atLeastAgo', months: 0.5 }] }, '/all/0/months', 'notInteger'],
    ['with months below zero', { all: [{ attr: 'foundedOn', op: 'atLeastAgo', months: -1 }] }, '/all/0/months', 'outOfRange'],
    [
      'with months above a century',
      { all: [{ attr: 'foundedOn', op: 'atLeastAgo', months: 1201 }] },
      '/all/0/months',
      'outOfRange',
    ],
    [
      'with a city that does not exist',
      { all: [{ attr: 'region', op: 'under', value: ['110100'] }] },
      '/all/0/value/0',
      'unknownValue',
    ],
    [
      'that asks for less and then more',
      { all: [{ attr: 'employees', op: '<=', value: 19 }, employees({}).all[0]] },
      '/all/1',
      'contradiction',
    ],
    [
      'with a value for months',
      { all: [{ attr: 'foundedOn', op: 'atLeastAgo', value: 24, months: 24 }] },
      '/all/0/value',
      'unknownKey',
    ],
    ['with an empty choice', { all: [{ any: [] }] }, '/all/0/any', 'emptyGroup'],
    ['with an empty group', { all: [{ any: [{ all: [] }] }] }, '/all/0/any/0/all', 'emptyGroup'],
    ['with a group directly in all', { all: [{ all: [] }] }, '/all/0', 'tooDeep'],
    ['with a choice in a choice', { all: [{ any: [{ any: [] }] }] }, '/all/0/any/0', 'tooDeep'],
    ['with a choice in a group', { all: [{ any: [{ all: [{ any: [] }] }] }] }, '/all/0/any/0/all/0', 'tooDeep'],
    ['that expands to 65 clauses', { all: [manyGroups, employees({}).all[0]] }, '', 'tooManyClauses'],
    [
      'that asks for more and less at once',
      { all: [employees({}).all[0], { attr: 'employees', op: '<=', value: 19 }] },
      '/all/1',
      'contradiction',
    ],
    [
      'that asks for two grades at once',
      {
        all: [
          { attr: 'taxCreditGrade', op: 'in', value: ['A'] },
          { attr: 'taxCreditGrade', op: 'notIn', value: ['A', 'B'] },
        ],
      },
      '/all/1',
      'contradiction',
    ],
    [
      'that asks for older and younger in a group',
      {
        all: [
          {
            any: [
              {
                all: [
                  { attr: 'foundedOn', op: 'atLeastAgo', months: 24 },
                  { attr: 'foundedOn', op: 'atMostAgo', months: 23 },
                ],
              },
            ],
          },
        ],
      },
      '/all/0/any/0/all/1',
      'contradiction',
    ],
    [
      'that excludes every value',
      { all: [{ attr: 'labourComplianceGrade', op: 'notIn', value: ['A', 'B', 'C'] }] },
      '/all/0/value',
      'contradiction',
    ],
  ];
  it.each(cases)('%s', (_name, json, path, rule) => {
    const problems = checkRule(json);
    expect(problems.map(problem => [problem.path, problem.rule])).toEqual([[path, rule]]);
    for (const { text } of problems) {
      expect(text.zh).toMatch(/[\u4e00-\u9fff].*[。]$/);
      expect(text.en).not.toMatch(/[\u4e00-\u9fff]/);
      expect(text.en).toMatch(/[.]$/);
    }
  });
});

describe('a rule is accepted', () => {
  const cases: [string, unknown][] = [
    ['that asks nothing', { all: [] }],
    ['at both ends of a range', { all: [{ attr: 'employees', op: 'between', value: [0, 1_000_000] }] }],
    ['whose range is one value', employees({ op: 'between', value: [20, 20] })],
    ['that states the right unit', employees({ unit: 'person' })],
    ['that states months as the unit of a date', { all: [{ attr: 'foundedOn', op: 'atLeastAgo', months: 24, unit: 'month' }] }],
    ['that expands to 64 clauses', { all: [manyGroups] }],
    ['with a county whose name is not carried', { all: [{ attr: 'region', op: 'under', value: ['500103', '320506'] }] }],
    ['with a town of Deyang', { all: [{ attr: 'region', op: 'under', value: ['510603100'] }] }],
    ['with a century of months', { all: [{ attr: 'foundedOn', op: 'atLeastAgo', months: 1200 }] }],
    ['with a hundred codes', { all: [{ attr: 'taxCreditGrade', op: 'in', value: Array(100).fill('A') }] }],
    ['whose bounds meet', { all: [employees({}).all[0], { attr: 'employees', op: '<=', value: 20 }] }],
    ['whose contradiction is a choice', { all: [{ any: [employees({}).all[0], { attr: 'employees', op: '<=', value: 19 }] }] }],
  ];
  it.each(cases)('%s', (_name, json) => {
    expect(checkRule(json)).toEqual([]);
  });
});

it('reports every problem of a rule, and where', () => {
  const problems = checkRule({
    all: [{ attr: 'employees', op: '>=', value: -1, unit: 'fen' }, { any: [{ attr: 'x', op: 'is', value: 1 }, 3] }],
  });
  expect(problems.map(problem => problem.path)).toEqual(['/all/0/unit', '/all/0/value', '/all/1/any/0/attr', '/all/1/any/1']);
});

it('names attribute, value and what to write', () => {
  const [problem] = checkRule(employees({ value: -1 }));
  expect(problem?.text).toEqual({
    zh: '「从业人员」的值 -1 超出范围。应在 0（0人）至 1000000（1,000,000人）之间。',
    en: 'The value -1 of "Employees" is out of range. Write 0 (0 people) to 1000000 (1,000,000 people).',
  });
});

describe('parseRule', () => {
  it('returns the rule as written, without the stated unit', () => {
    expect(parseRule(employees({ unit: 'person' }))).toEqual(employees({}));
  });

  it('refuses with INVALID_INPUT, the first problem in words and all of them in the details', () => {
    const refusal = caught(() =>
      parseRule({
        all: [
          { attr: 'x', op: 'is' },
          { attr: 'y', op: 'is' },
        ],
      }),
    );
    expect(refusal.code).toBe('INVALID_INPUT');
    expect(refusal.text.en).toBe('The dictionary has no attribute "x". Choose one of its attributes. (1 more problem)');
    expect(refusal.details).toMatchObject({ field: 'rule/all/0/attr', value: 'x', rule: 'rule.unknownAttribute' });
    expect(refusal.details.problems).toHaveLength(2);
  });
});

function caught(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
