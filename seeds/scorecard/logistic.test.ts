import { describe, expect, it } from 'vitest';
import { fitLogistic } from './logistic';

/** `count` cases with the input `x`, of which `events` happened. */
const cases = (x: number, count: number, events: number) =>
  Array.from({ length: count }, (_, index) => ({ row: [x], event: index < events }));

const fitted = (list: readonly { row: number[]; event: boolean }[]) =>
  fitLogistic(
    list.map(({ row }) => row),
    list.map(({ event }) => event),
  );

describe('fitLogistic', () => {
  it('finds the log odds of two groups when there are enough cases', () => {
    const { intercept, weights } = fitted([...cases(0, 10_000, 2_500), ...cases(1, 10_000, 7_500)]);
    expect(intercept).toBeCloseTo(Math.log(1 / 3), 2);
    expect(weights[0]).toBeCloseTo(Math.log(9), 2);
  });

  it('gives no weight to an input that points the wrong way', () => {
    expect(fitted([...cases(0, 40, 30), ...cases(1, 40, 10)]).weights).toEqual([0]);
  });

  it('shares the credit evenly between two inputs that say the same', () => {
    const twice = [...cases(0, 40, 10), ...cases(1, 40, 30)].map(({ row, event }) => ({ row: [...row, ...row], event }));
    const [first, second] = fitted(twice).weights;
    expect(first).toBeGreaterThan(0.9);
    expect(second).toBeCloseTo(first ?? Number.NaN, 6);
  });

  it('gives a finite weight when the input parts the cases without a slip', () => {
    const { weights } = fitted([...cases(-1, 5, 0), ...cases(1, 5, 5)]);
    expect(weights[0]).toBeGreaterThan(1);
    expect(weights[0]).toBeLessThan(3);
  });
});
