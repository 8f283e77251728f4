import { describe, expect, it } from 'vitest';
import type { InstitutionReport } from '../../generated/schema';
import { averageRate, draftOf, inputOf } from './draft';

const report: InstitutionReport = {
  id: 'r',
  version: 3,
  month: '2021-11',
  depositsFen: 900,
  loansFen: 700,
  newLoansFen: 300,
  // 543.33… basis points on average: no whole rate gives this sum again.
  newLoansWeightedRateFenBps: 163_000,
  directFinancingFen: 5,
  reportedAt: '2021-12-05T04:50:00Z',
};

describe('the average rate of a report', () => {
  it('is rounded to a basis point, and unknown where nothing was lent', () => {
    expect(averageRate(report)).toBe(543);
    expect(averageRate({ newLoansFen: 0, newLoansWeightedRateFenBps: 0 })).toBeNull();
  });
});

describe('what is sent of a month', () => {
  it('is the rate times the loans for a first report', () => {
    const input = inputOf({ ...draftOf(report), rateBps: 500 }, undefined);
    expect(input).toEqual({
      month: '2021-11',
      depositsFen: 900,
      loansFen: 700,
      newLoansFen: 300,
      newLoansWeightedRateFenBps: 150_000,
      directFinancingFen: 5,
    });
  });

  it('keeps the exact rate of a report whose loans and rate were left alone', () => {
    const input = inputOf({ ...draftOf(report), depositsFen: 950, reason: 'checked' }, report);
    expect(input).toMatchObject({ newLoansWeightedRateFenBps: 163_000, version: 3, reason: 'checked' });
  });

  it.each([
    ['the rate', { rateBps: 544 }, 163_200],
    ['the loans', { newLoansFen: 301 }, 163_443],
  ])('is computed anew when %s changed', (_, change, expected) => {
    expect(inputOf({ ...draftOf(report), ...change }, report).newLoansWeightedRateFenBps).toBe(expected);
  });
});
