import { describe, expect, test } from 'vitest';
import { costOfTenThousandFen, leastPlaces, type Priced, totalCostFen } from './comparison';

const offer = (given: Partial<Priced> = {}): Priced => ({
  amountFen: 30_000_000,
  totalInterestFen: 709_876,
  totalFeesFen: 30_000,
  ...given,
});

describe('offers side by side', () => {
  test('the total cost is interest and fees', () => expect(totalCostFen(offer())).toBe(739_876));

  test('the cost of 10,000 yuan is that of the whole by its parts of 10,000 yuan', () =>
    expect(costOfTenThousandFen(offer())).toBe(24_663));

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
