import { describe, expect, test } from 'vitest';
import { costOfTenThousandFen, isOneShape, leastPlaces, type Priced, totalCostFen } from './comparison';

const offer = (given: Partial<Priced> = {}): Priced => ({
  amountFen: 30_000_000,
  termMonths: 12,
  repaymentMethod: 'EQUAL_INSTALLMENT',
  totalInterestFen: 709_876,
  totalFeesFen: 30_000,
  ...given,
});

describe('offers side by side', () => {
  test('the total cost is interest and fees', () => expect(totalCostFen(offer())).toBe(739_876));

  test('the cost of 10,000 yuan is that of the whole by its parts of 10,000 yuan', () =>
    expect(costOfTenThousandFen(offer())).toBe(24_663));

  test.each([
    [{}, true],
    [{ amountFen: 30_000_001 }, false],
    [{ termMonths: 13 }, false],
    [{ repaymentMethod: 'INTEREST_FIRST' }, false],
  ] as const)('beside one that differs by %j, total costs compare: %s', (other, expected) =>
    expect(isOneShape([offer(), offer(other)])).toBe(expected),
  );

  test.each([
    [[435, 420, 460], [1]],
    [
      [420, 420, 460],
      [0, 1],
    ],
    [[420, 420], []],
    [[420], []],
  ])('of %j the least stands at %j', (figures, places) => expect(leastPlaces(figures)).toEqual(places));
});
