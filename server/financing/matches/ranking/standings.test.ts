import { describe, expect, it, test } from 'vitest';
import type { OfferedLoan } from '../../../products/queries';
import { calendarDate } from '../../../shared/dates';
import { costToRankBy, standingsOf } from './standings';
import type { ProductCases } from './trackRecord';

const today = calendarDate('2026-11-23');
const wanted = { amountFen: null, termMonths: null, repaymentMethods: [] };

const loan = (productId: string, values: Partial<OfferedLoan> = {}): OfferedLoan => ({
  productId,
  category: 'tax',
  amountFenMin: null,
  amountFenMax: 300_000_000,
  termMonthsMin: null,
  termMonthsMax: null,
  rateBpsMin: 400,
  rateBpsMax: 500,
  fees: [],
  repaymentMethods: ['INTEREST_FIRST'],
  promisedDays: { accept: null, contact: null, decide: 5, disburse: null },
  ...values,
});

const cases = (productId: string, decided: number, values: Partial<ProductCases> = {}): ProductCases => ({
  productId,
  category: 'tax',
  firms: decided,
  decided,
  approved: decided,
  daysToDecision: 3.25,
  ...values,
});

const standingOf = (productId: string, loans: readonly OfferedLoan[], decided: readonly ProductCases[] = []) =>
  standingsOf(loans, decided, { wanted, today }).get(productId);

describe('where a product stands', () => {
  test.each([
    ['both ends: the middle', { costBpsMin: 400, costBpsMax: 500 }, 450],
    ['the lower end alone: as if its upper were the highest of all', { costBpsMin: 400, costBpsMax: null }, 700],
    ['the upper end alone: that', { costBpsMin: null, costBpsMax: 500 }, 500],
    ['neither: not known', { costBpsMin: null, costBpsMax: null }, null],
  ])('is ranked by %s', (_, ends, expected) => {
    const cost = { ...ends, missing: null, amountFen: 1, termMonths: 1, repaymentMethod: 'INTEREST_FIRST' } as const;
    expect(costToRankBy(cost, 1000)).toBe(expected);
  });

  it('takes the highest cost in force for an end that is not stated', () => {
    const loans = [loan('open', { rateBpsMax: null }), loan('dear', { rateBpsMax: 900 })];
    expect(standingOf('open', loans)?.costBps).toBe(650);
  });

  it('promises working days, seven for every five on the calendar', () =>
    expect(standingOf('a', [loan('a')])?.speed).toEqual({ days: 7, basis: 'promised', workingDaysPromised: 5 }));

  it('measures days from ten decisions on three firms, and not from nine or on two', () => {
    const speedAfter = (decided: ProductCases) => standingOf('a', [loan('a')], [decided])?.speed;
    expect(speedAfter(cases('a', 10, { firms: 3 }))).toEqual({ days: 3.3, basis: 'measured', workingDaysPromised: 5 });
    expect(speedAfter(cases('a', 9))?.basis).toBe('promised');
    expect(speedAfter(cases('a', 10, { firms: 2 }))?.basis).toBe('promised');
  });

  it('knows no speed without promise or record', () =>
    expect(
      standingOf('a', [loan('a', { promisedDays: { accept: 1, contact: 1, decide: null, disburse: 1 } })])?.speed,
    ).toBeNull());

  it('lends a new product the chance of its family', () => {
    const decided = [cases('old', 20), cases('other', 20, { category: 'export', approved: 0 })];
    const loans = [loan('new'), loan('abroad', { category: 'export' }), loan('alone', { category: 'green' })];
    const chances = ['new', 'abroad', 'alone'].map(id => standingOf(id, loans, decided)?.chance);
    expect(chances).toEqual([
      { approvalBps: 8333, basis: 'family' },
      { approvalBps: 1667, basis: 'family' },
      { approvalBps: 5000, basis: 'all' },
    ]);
  });

  it('does not take one firm that asked three products for three firms', () =>
    expect(
      standingOf(
        'a',
        [loan('a')],
        ['a', 'b', 'c'].map(id => cases(id, 1)),
      )?.chance,
    ).toBeNull());
});
