import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../server/shared/dates';
import { Random } from '../random';
import { sketchOf } from './borrowers';
import { planCases } from './cases';
import { type CityFigures, figuresFor, publishedFigures } from './figures';
import { type LoanGroup, largestWan, type PlannedLoan, planLoans } from './loanPlan';
import { cityBegins, Workdays } from './workdays';

const today = calendarDate('2026-11-23');
const workdays = new Workdays(today);

function planned(figures: CityFigures) {
  const firms = Array.from({ length: figures.firms }, (_, index) => sketchOf(1, index, today));
  const loans = planLoans({ figures, firms, workdays, today, random: new Random(2) });
  return { figures, firms, loans };
}

const lentWan = (loans: readonly PlannedLoan[]): number => loans.reduce((sum, { amountWan }) => sum + amountWan, 0);

describe.each([
  ['the published city', planned(publishedFigures)],
  ['a small one', planned(figuresFor(60))],
  ['one between', planned(figuresFor(1_100))],
])('the loans of %s', (_, { figures, firms, loans }) => {
  const of = (group: LoanGroup) => loans.filter(loan => loan.group === group);

  it('are as many, with as many firms, and add up to what is published', () => {
    expect(loans).toHaveLength(figures.loans);
    expect(new Set(loans.map(({ firm }) => firm)).size).toBe(figures.borrowers);
    expect(lentWan(loans)).toBe(figures.lentWan);
    expect(lentWan(of('governmentData'))).toBe(figures.governmentDataWan);
    expect(lentWan(of('red'))).toBe(figures.redLentWan);
  });

  it('leave as much red credit owed today as is published', () => {
    const owed = of('red').filter(({ termMonths }) => termMonths === 36);
    expect(lentWan(owed) - owed.reduce((sum, { prepaidWan }) => sum + prepaidWan, 0)).toBe(figures.redOwedWan);
  });

  it('are paid out in order, on working days since the firm was of age, before today', () => {
    expect(loans.map(({ disbursedOn }) => disbursedOn)).toEqual(loans.map(({ disbursedOn }) => disbursedOn).sort());
    for (const { firm, disbursedOn } of loans) {
      expect(disbursedOn >= (firms[firm]?.bankableFrom ?? today) && disbursedOn >= cityBegins && disbursedOn < today).toBe(true);
      expect([0, 6]).not.toContain(new Date(disbursedOn).getUTCDay());
    }
  });

  it('are of sizes that products lend and SMEs borrow', () => {
    for (const { group, amountWan } of loans) expect(amountWan).toBeLessThanOrEqual(largestWan[group]);
    expect(loans.every(({ firm }) => firms[firm]?.canBorrow)).toBe(true);
  });

  it('come of applications whose steps follow one another', () => {
    const cases = planCases({ loans, firms, workdays, today, random: new Random(3) });
    expect(cases.filter(({ outcome }) => outcome === 'disbursed')).toHaveLength(figures.loans);
    for (const { openedAt, submittedAt, acceptedAt, offeredAt, agreedAt, endedAt } of cases) {
      const came = [openedAt, submittedAt, acceptedAt, offeredAt, agreedAt, endedAt].flatMap(at => at?.getTime() ?? []);
      expect(came).toEqual([...came].sort((a, b) => a - b));
      expect(Math.max(...came)).toBeLessThan(Date.parse('2026-11-22T16:00:00Z'));
    }
  });
});

it('plans the same city again from the same seed', () => {
  expect(planned(figuresFor(200)).loans).toEqual(planned(figuresFor(200)).loans);
});

it('lends little to many and much to few', () => {
  const amounts = planned(publishedFigures)
    .loans.map(({ amountWan }) => amountWan)
    .sort((a, b) => a - b);
  const median = amounts[Math.floor(amounts.length / 2)] ?? 0;
  const mean = publishedFigures.lentWan / publishedFigures.loans;
  expect(mean / median).toBeGreaterThan(1.6);
  expect(amounts.at(-1)).toBeGreaterThan(20 * median);
});
