import { describe, expect, it } from 'vitest';
import { factsOf, known, unknownFor } from '../../tests/support/factBuilders';
import { calendarDate } from '../shared/dates';
import type { AttributeKey } from './attributes';
import { judgePredicate, judgeRule, no, type Truth, unknown, yes } from './evaluate';
import type { FactValue } from './facts';
import type { Predicate, Rule } from './rule';

const today = calendarDate('2026-06-30');
const judge = (predicate: Predicate, value: FactValue): Truth =>
  judgePredicate(predicate, { facts: factsOf({ [predicate.attr]: known(value) }), today, hasRequest: true });

describe('each operator at its edges', () => {
  const cases: [Predicate, FactValue, Truth][] = [
    [{ attr: 'employees', op: '>=', value: 20 }, 19, no],
    [{ attr: 'employees', op: '>=', value: 20 }, 20, yes],
    [{ attr: 'employees', op: '<=', value: 20 }, 20, yes],
    [{ attr: 'employees', op: '<=', value: 20 }, 21, no],
    [{ attr: 'invoicedSalesGrowthBps', op: '>=', value: 0 }, -1, no],
    [{ attr: 'legalRepresentativeAgeYears', op: 'between', value: [18, 65] }, 17, no],
    [{ attr: 'legalRepresentativeAgeYears', op: 'between', value: [18, 65] }, 18, yes],
    [{ attr: 'legalRepresentativeAgeYears', op: 'between', value: [18, 65] }, 65, yes],
    [{ attr: 'legalRepresentativeAgeYears', op: 'between', value: [18, 65] }, 66, no],
    [{ attr: 'isHighTech', op: 'is', value: true }, true, yes],
    [{ attr: 'isHighTech', op: 'is', value: true }, false, no],
    [{ attr: 'hasTaxArrears', op: 'is', value: false }, false, yes],
    [{ attr: 'taxCreditGrade', op: 'in', value: ['A', 'B', 'M'] }, 'M', yes],
    [{ attr: 'taxCreditGrade', op: 'in', value: ['A', 'B', 'M'] }, 'C', no],
    [{ attr: 'sizeClass', op: 'notIn', value: ['LARGE'] }, 'LARGE', no],
    [{ attr: 'sizeClass', op: 'notIn', value: ['LARGE'] }, 'MEDIUM', yes],
    [{ attr: 'region', op: 'under', value: ['510600'] }, '510603', yes],
    [{ attr: 'region', op: 'under', value: ['510600'] }, '510600', yes],
    [{ attr: 'region', op: 'under', value: ['510600'] }, '510700', no],
    [{ attr: 'region', op: 'under', value: ['110000', '510000'] }, '510681', yes],
    [{ attr: 'region', op: 'notUnder', value: ['510600'] }, '510603', no],
    [{ attr: 'region', op: 'notUnder', value: ['510600'] }, '510700', yes],
    [{ attr: 'industry', op: 'under', value: ['C'] }, '3511', yes],
    [{ attr: 'industry', op: 'under', value: ['351'] }, '3521', no],
    [{ attr: 'industry', op: 'notUnder', value: ['K'] }, '7010', no],
    [{ attr: 'securitiesOffered', op: 'hasAny', value: ['SURETY', 'PATENT_PLEDGE'] }, ['PATENT_PLEDGE'], yes],
    [{ attr: 'securitiesOffered', op: 'hasAny', value: ['SURETY'] }, [], no],
    [{ attr: 'securitiesOffered', op: 'hasAll', value: ['SURETY', 'PATENT_PLEDGE'] }, ['PATENT_PLEDGE'], no],
    [{ attr: 'securitiesOffered', op: 'hasAll', value: ['SURETY', 'PATENT_PLEDGE'] }, ['PATENT_PLEDGE', 'SURETY'], yes],
    [{ attr: 'foundedOn', op: 'atLeastAgo', months: 24 }, '2024-06-30', yes],
    [{ attr: 'foundedOn', op: 'atLeastAgo', months: 24 }, '2024-07-01', no],
    [{ attr: 'foundedOn', op: 'atMostAgo', months: 24 }, '2024-06-30', yes],
    [{ attr: 'foundedOn', op: 'atMostAgo', months: 24 }, '2024-06-29', no],
    [{ attr: 'foundedOn', op: 'atLeastAgo', months: 4 }, '2026-02-28', yes],
    [{ attr: 'foundedOn', op: 'atLeastAgo', months: 1 }, '2026-05-31', yes],
  ];
  it.each(cases)('%j of %j is %i', (predicate, value, expected) => {
    expect(judge(predicate, value)).toBe(expected);
  });
});

describe('a place or industry known too coarsely', () => {
  const cases: [AttributeKey, 'under' | 'notUnder', string[], string, Truth][] = [
    ['region', 'under', ['510603'], '510600', unknown],
    ['region', 'notUnder', ['510603'], '510600', unknown],
    ['region', 'under', ['510603', '510000'], '510600', yes],
    ['region', 'notUnder', ['510603', '510000'], '510600', no],
    ['region', 'under', ['510703'], '510600', no],
    ['industry', 'under', ['351'], 'C', unknown],
    ['industry', 'notUnder', ['K'], 'C', yes],
  ];
  it.each(cases)('%s %s %j of %s is %i', (attr, op, value, code, expected) => {
    expect(judge({ attr, op, value }, code)).toBe(expected);
  });
});

describe('clauses that hold together or by choice', () => {
  const grade: Predicate = { attr: 'taxCreditGrade', op: 'in', value: ['A'] };
  const tech: Predicate = { attr: 'isHighTech', op: 'is', value: true };
  const facts = (truths: [Truth, Truth]) =>
    factsOf({
      taxCreditGrade: truths[0] === unknown ? unknownFor('notConsented') : truths[0] === yes ? 'A' : 'B',
      isHighTech: truths[1] === unknown ? unknownFor('missing') : truths[1] === yes,
    });
  const truths: Truth[] = [no, unknown, yes];
  const pairs = truths.flatMap(a => truths.map(b => [a, b] as [Truth, Truth]));
  const judged = (rule: Rule, pair: [Truth, Truth]) => judgeRule(rule, { facts: facts(pair), today, hasRequest: true });

  it.each(pairs)('%i and %i: all is the least, any the most', (a, b) => {
    expect(judged({ all: [grade, tech] }, [a, b])).toBe(Math.min(a, b));
    expect(judged({ all: [{ any: [grade, tech] }] }, [a, b])).toBe(Math.max(a, b));
    expect(judged({ all: [{ any: [{ all: [grade, tech] }] }] }, [a, b])).toBe(Math.min(a, b));
  });

  it('opens a rule without clauses to everyone', () => {
    expect(judged({ all: [] }, [unknown, unknown])).toBe(yes);
  });

  it('cannot tell of a choice that covers every value, as Kleene has it', () => {
    const rule: Rule = {
      all: [
        {
          any: [
            { attr: 'employees', op: '>=', value: 20 },
            { attr: 'employees', op: '<=', value: 19 },
          ],
        },
      ],
    };
    expect(judgeRule(rule, { facts: new Map(), today, hasRequest: true })).toBe(unknown);
  });
});

it('refuses a fact of the wrong shape as a defect', () => {
  expect(() => judge({ attr: 'employees', op: '>=', value: 20 }, '20')).toThrow('a number was expected');
  expect(() => judge({ attr: 'taxCreditGrade', op: 'in', value: ['A'] }, 1)).toThrow('a code was expected');
  expect(() => judge({ attr: 'securitiesOffered', op: 'hasAny', value: ['SURETY'] }, 'SURETY')).toThrow(
    'a list of codes was expected',
  );
});
