import { describe, expect, it } from 'vitest';
import { factsOf, known, termsOf, unknownFor } from '../../tests/support/factBuilders';
import { match, possibleOf } from '../../tests/support/match';
import { calendarDate } from '../shared/dates';
import { authorisationAdvice, nearMisses } from './advice';
import { parseRule } from './checkRule';

/* 微捷贷 as its bank publishes it, each testable sentence as one clause in the published order. */
const rule = parseRule({
  all: [
    { attr: 'legalRepresentativeAgeYears', op: 'between', value: [18, 65], unit: 'year' },
    { attr: 'legalRepresentativeShareBps', op: '>=', value: 2000, unit: 'bp' },
    { attr: 'legalRepresentativeIsMainland', op: 'is', value: true },
    { attr: 'foundedOn', op: 'atLeastAgo', months: 24 },
    { attr: 'taxCreditGrade', op: 'in', value: ['A', 'B'] },
    { attr: 'hasMajorTaxViolation', op: 'is', value: false },
    { attr: 'taxPaidLast12MonthsFen', op: '>=', value: 1_000_000, unit: 'fen' },
    { attr: 'hasTaxArrears', op: 'is', value: false },
    { attr: 'outstandingLoansFen', op: '<=', value: 500_000_000, unit: 'fen' },
    { attr: 'creditInquiriesLast6Months', op: '<=', value: 6, unit: 'count' },
  ],
});
const product = { id: 'S1-07', versionId: 'S1-07-1', rule, terms: termsOf({ termMonthsMax: 12, rateBpsMin: 300 }) };
const today = calendarDate('2026-06-30');
const firm = {
  legalRepresentativeAgeYears: 65,
  legalRepresentativeShareBps: 2000,
  legalRepresentativeIsMainland: true,
  foundedOn: '2024-06-30',
  taxCreditGrade: 'B',
  hasMajorTaxViolation: false,
  taxPaidLast12MonthsFen: 1_000_000,
  hasTaxArrears: false,
  outstandingLoansFen: 500_000_000,
  creditInquiriesLast6Months: 6,
};
const matches = (change: Parameters<typeof factsOf>[0]) => match([product], factsOf({ ...firm, ...change }), null, today);
const verdict = (change: Parameters<typeof factsOf>[0]) => matches(change).map(found => found.verdict);

describe('a real product sheet, 微捷贷', () => {
  it('admits a firm that stands on every edge', () => {
    expect(verdict({})).toEqual(['eligible']);
  });

  const justOver: [string, Parameters<typeof factsOf>[0]][] = [
    ['an owner of 66', { legalRepresentativeAgeYears: 66 }],
    ['a share of 19.99 %', { legalRepresentativeShareBps: 1999 }],
    ['an owner from abroad', { legalRepresentativeIsMainland: false }],
    ['a day less than two years', { foundedOn: '2024-07-01' }],
    ['grade M', { taxCreditGrade: 'M' }],
    ['taxes of a fen less than 1 万元', { taxPaidLast12MonthsFen: 999_999 }],
    ['taxes in arrears', { hasTaxArrears: true }],
    ['debts of a fen over 500 万元', { outstandingLoansFen: 500_000_001 }],
    ['a seventh inquiry', { creditInquiriesLast6Months: 7 }],
  ];
  it.each(justOver)('turns away %s', (_name, change) => {
    expect(verdict(change)).toEqual(['notEligible']);
  });

  it('says which two authorisations are open, and that neither alone decides', () => {
    const open = matches({ taxPaidLast12MonthsFen: unknownFor('notConsented'), taxCreditGrade: unknownFor('notConsented') });
    expect(open[0]?.verdict).toBe('possible');
    expect(open[0]?.findings.flatMap(({ authorise }) => authorise)).toEqual(['TAX_CREDIT_GRADE', 'TAX_PAID']);
    expect(authorisationAdvice(possibleOf(open))).toEqual([]);
  });

  it('tells a young firm the day it will qualify', () => {
    const [miss] = nearMisses(matches({ foundedOn: known('2024-10-08') }));
    expect([miss?.verdictThen, miss?.changes[0]?.on, miss?.changes[0]?.text.zh]).toEqual([
      'eligible',
      '2026-10-08',
      '预计2026-10-08可满足（还差4个月）',
    ]);
  });
});
