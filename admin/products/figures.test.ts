import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentScale, type Scale, spokenOf, wanScale, wholeOf, wholeScale } from './figures';

describe('a figure that was typed', () => {
  test.each<[string, Scale, number | null]>([
    ['300', wanScale, 300_000_000],
    ['0.1', wanScale, 100_000],
    ['1,000.5', wanScale, 1_000_500_000],
    ['0.000001', wanScale, 1],
    ['0.0000001', wanScale, Number.NaN],
    ['4.35', percentScale, 435],
    ['1.15', percentScale, 115],
    ['-0.3', percentScale, -30],
    ['-0', percentScale, 0],
    ['4.350', percentScale, 435],
    ['4.355', percentScale, Number.NaN],
    ['.5', percentScale, 50],
    ['12', wholeScale, 12],
    ['12.5', wholeScale, Number.NaN],
    ['', wanScale, null],
    ['  ', wanScale, null],
    ['.', wanScale, Number.NaN],
    ['-', wanScale, Number.NaN],
    ['3e2', wanScale, Number.NaN],
    ['三百', wanScale, Number.NaN],
  ])('%j to %o is %d', (text, scale, whole) => expect(wholeOf(text, scale)).toBe(whole));

  test('comes back as it was, whatever the figure', () => {
    const scales = fc.constantFrom(wanScale, percentScale, wholeScale);
    fc.assert(
      fc.property(fc.maxSafeInteger(), scales, (whole, scale) => {
        expect(wholeOf(spokenOf(whole, scale), scale)).toBe(whole);
      }),
    );
  });
});
