import { describe, expect, it } from 'vitest';
import { isWrong, type StatedField, statedOf } from './draft';

const field = (key: string, extra: Partial<StatedField> = {}): StatedField => ({
  key,
  type: 'count',
  min: 0,
  max: 80,
  label: { zh: key, en: key },
  unit: null,
  ...extra,
});

describe('a statement', () => {
  it('says what was filled in, no included, and leaves out what was emptied and what is no field', () => {
    const fields = [field('lenderCount'), field('hasOverdueLoans'), field('ordersOnHandFen')];
    expect(statedOf(fields, { lenderCount: 0, hasOverdueLoans: false, ordersOnHandFen: null, other: 1 })).toEqual({
      lenderCount: 0,
      hasOverdueLoans: false,
    });
  });

  it.each([
    [80, false],
    [81, true],
    [0, false],
    [-1, true],
    [Number.NaN, true],
    [null, false],
    [false, false],
  ])('of %s is wrong: %s', (stated, wrong) => {
    expect(isWrong(field('ownerExperienceYears'), stated)).toBe(wrong);
  });
});
