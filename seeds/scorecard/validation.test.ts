import { describe, expect, it } from 'vitest';
import { probabilityAt } from '../../server/enterprises/scorecard/score';
import { areaUnderCurve, bootstrapInterval, brierScore, type Forecast } from './validation';

const good = (points: number): Forecast => ({ points, hasDefaulted: false });
const bad = (points: number): Forecast => ({ points, hasDefaulted: true });

describe('areaUnderCurve', () => {
  it.each([
    ['1 when every good firm has more points', [good(3), good(4), bad(1), bad(2)], 1],
    ['0 when every bad firm has more points', [good(1), bad(2)], 0],
    ['half when all are tied', [good(5), good(5), bad(5)], 0.5],
    ['the share of pairs in order, a tie counting half', [good(3), good(1), bad(1), bad(0)], 0.875],
  ])('is %s', (_, forecasts, area) => {
    expect(areaUnderCurve(forecasts)).toBe(area);
  });
});

describe('brierScore', () => {
  it('is the mean squared distance of probability and outcome', () => {
    const p = probabilityAt(500);
    expect(brierScore([good(500), bad(500)])).toBeCloseTo((p ** 2 + (1 - p) ** 2) / 2, 12);
  });
});

describe('bootstrapInterval', () => {
  const forecasts = [
    ...Array.from({ length: 30 }, (_, i) => good(500 + i)),
    ...Array.from({ length: 10 }, (_, i) => bad(490 + i * 2)),
  ];

  it('gives the same interval for the same seed, and another for another', () => {
    const first = bootstrapInterval(forecasts, areaUnderCurve, { seed: 1, resamples: 200 });
    expect(bootstrapInterval(forecasts, areaUnderCurve, { seed: 1, resamples: 200 })).toEqual(first);
    expect(bootstrapInterval(forecasts, areaUnderCurve, { seed: 2, resamples: 200 })).not.toEqual(first);
  });

  it('spans the measure itself', () => {
    const [low, high] = bootstrapInterval(forecasts, areaUnderCurve, { seed: 1, resamples: 500 });
    expect(low).toBeLessThan(areaUnderCurve(forecasts));
    expect(high).toBeGreaterThan(areaUnderCurve(forecasts));
  });

  it('draws again when a resample holds only one kind of firm', () => {
    const interval = bootstrapInterval([good(1), bad(0)], areaUnderCurve, { seed: 1, resamples: 50 });
    expect(interval).toEqual([1, 1]);
  });
});
