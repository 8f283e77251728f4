import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundAmounts, splitExactly } from './shares';

const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0);

describe('splitExactly', () => {
  it.each([
    ['the largest remainder gets the odd one', 10, [1, 1, 1], 0, [4, 3, 3]],
    ['in proportion', 100, [1, 3], 0, [25, 75]],
    ['a weight of nothing gets the least', 7, [0, 1], 2, [2, 5]],
  ])('%s', (_, total, weights, least, parts) => expect(splitExactly(total, weights, least)).toEqual(parts));

  it('refuses a total that does not reach', () => expect(() => splitExactly(3, [1, 1], 2)).toThrow(RangeError));

  it('adds up to the total, no part below the least', () => {
    const weights = fc.array(fc.double({ min: 0.01, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 1e11 }), weights, fc.integer({ min: 0, max: 3 }), (total, given, least) => {
        const parts = splitExactly(total, given, least);
        expect(sum(parts)).toBe(total);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(least);
      }),
    );
  });
});

describe('roundAmounts', () => {
  it('adds up to the total within the bounds', () => {
    const raw = fc.array(fc.double({ min: 0.1, max: 1e4, noNaN: true }), { minLength: 3, maxLength: 200 });
    fc.assert(
      fc.property(raw, fc.integer({ min: 0, max: 1_000 }), (given, spread) => {
        const total = given.length * 5 + Math.floor((given.length * (3_000 - 5) * spread) / 1_000);
        const amounts = roundAmounts(total, given, 3_000);
        expect(sum(amounts)).toBe(total);
        expect(amounts.every(amount => Number.isInteger(amount) && amount >= 5 && amount <= 3_000)).toBe(true);
      }),
    );
  });

  it('keeps to round figures but for a few', () => {
    const raw = Array.from({ length: 300 }, (_, place) => 20 + place * 3);
    const amounts = roundAmounts(140_003, raw, 3_000);
    const odd = amounts.filter(amount => amount % (amount < 100 ? 5 : amount < 500 ? 10 : 50) !== 0);
    expect(odd.length).toBeLessThan(3);
  });

  it('says when the total is out of reach', () => expect(() => roundAmounts(10_000, [1, 1], 3_000)).toThrow(RangeError));
});
