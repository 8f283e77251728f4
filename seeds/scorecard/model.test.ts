import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Features } from '../../server/enterprises/scorecard/features';
import { itemKeys } from '../../server/enterprises/scorecard/items';
import { fitCard, type Sample } from './model';

const arbitrarySample: fc.Arbitrary<Sample> = fc.record({
  features: fc.record({
    averageMonthlySalesFen: fc.option(fc.integer({ min: -1_000, max: 1_000_000_000 })),
    activeMonthsShareBps: fc.option(fc.integer({ min: 0, max: 10_000 })),
    topCustomerShareBps: fc.option(fc.integer({ min: 0, max: 10_000 })),
    voidShareBps: fc.option(fc.integer({ min: 0, max: 10_000 })),
    suppliersPerMonth: fc.option(fc.integer({ min: 0, max: 500 }).map(tenths => tenths / 10)),
  }),
  hasDefaulted: fc.boolean(),
});

/** Forty firms that sell ever more; every other one of the smaller half defaulted. */
const growing: Sample[] = Array.from({ length: 40 }, (_, index) => ({
  features: {
    averageMonthlySalesFen: (index + 1) * 1_000_000,
    activeMonthsShareBps: null,
    topCustomerShareBps: 10_000 - index * 200,
    voidShareBps: 500,
    suppliersPerMonth: index % 2,
  } satisfies Features,
  hasDefaulted: index < 20 && index % 2 === 0,
}));

describe('fitCard', () => {
  it('says how many firms it rests on', () => {
    expect(fitCard(growing).evidence).toEqual({ firms: 40, defaults: 10 });
  });

  it('gives the bin without a default finite points, and every edge two significant digits', () => {
    const bins = fitCard(growing).bins.averageMonthlySalesFen;
    expect(bins.length).toBeGreaterThan(1);
    expect(bins.every(({ points }) => Number.isInteger(points))).toBe(true);
    expect(bins.slice(1).every(({ edge }) => edge !== null && edge === Number(edge.toPrecision(2)))).toBe(true);
  });

  it('puts the edge of an item that is better lower in its own unit, falling from worst to best', () => {
    const edges = fitCard(growing).bins.topCustomerShareBps.map(({ edge }) => edge);
    expect(edges[0]).toBeNull();
    expect(edges.slice(1)).toEqual(edges.slice(1).toSorted((a, b) => Number(b) - Number(a)));
    expect(edges.slice(1).every(edge => edge !== null && edge > 0)).toBe(true);
  });

  it('gives one bin of no points to an item that is the same for all, or known of none', () => {
    const { bins } = fitCard(growing);
    expect(bins.voidShareBps).toEqual([{ edge: null, points: 0 }]);
    expect(bins.activeMonthsShareBps).toEqual([{ edge: null, points: 0 }]);
  });

  it('never gives a better bin fewer points, whatever the firms', () => {
    fc.assert(
      fc.property(fc.array(arbitrarySample, { minLength: 30, maxLength: 60 }), samples => {
        fc.pre(new Set(samples.map(({ hasDefaulted }) => hasDefaulted)).size === 2);
        const { bins } = fitCard(samples);
        for (const key of itemKeys) {
          const points = bins[key].map(bin => bin.points);
          expect(points).toEqual(points.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 50 },
    );
  });
});
