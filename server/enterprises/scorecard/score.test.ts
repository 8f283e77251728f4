import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoiceHistory } from '../../../tests/support/invoiceMonths';
import { card } from './card';
import { type FeatureKey, type Features, featuresFrom } from './features';
import { itemKeys, items } from './items';
import { type Card, probabilityAt, scoreFrom } from './score';

/** A card with round numbers, so that a golden case stays readable when the shipped card is derived anew. */
const plainCard: Card = {
  evidence: { firms: 100, defaults: 20 },
  basePoints: 520,
  bins: {
    averageMonthlySalesFen: [
      { edge: null, points: -30 },
      { edge: 5_000_000, points: 10 },
      { edge: 100_000_000, points: 60 },
    ],
    activeMonthsShareBps: [
      { edge: null, points: -20 },
      { edge: 8_000, points: 40 },
    ],
    topCustomerShareBps: [
      { edge: null, points: -10 },
      { edge: 7_000, points: 0 },
      { edge: 4_000, points: 15 },
    ],
    voidShareBps: [
      { edge: null, points: -15 },
      { edge: 1_300, points: 8 },
    ],
    suppliersPerMonth: [
      { edge: null, points: -5 },
      { edge: 1.5, points: -5 },
      { edge: 20, points: 1 },
    ],
  },
};

const ordinary: Features = {
  averageMonthlySalesFen: 14_730_200,
  activeMonthsShareBps: 6_250,
  topCustomerShareBps: 7_000,
  voidShareBps: 1_300,
  suppliersPerMonth: 0.5,
};

const itemOf = (key: FeatureKey, features: Partial<Features>) => {
  const item = scoreFrom({ ...ordinary, ...features }, plainCard).items.find(other => other.key === key);
  if (item === undefined) throw new Error(`${key} was not scored`);
  return item;
};

describe('scoreFrom', () => {
  it('adds the points of the items to the base and says which risk they stand for', () => {
    const score = scoreFrom(ordinary, plainCard);
    expect(score).toMatchObject({ points: 513, basePoints: 520, riskLevel: 'high', missing: [] });
    expect(score.items.map(({ points, direction }) => [points, direction])).toEqual([
      [10, 'raised'],
      [-20, 'lowered'],
      [0, 'neutral'],
      [8, 'raised'],
      [-5, 'lowered'],
    ]);
  });

  it.each<[string, FeatureKey, number, number, { need: number; gainPoints: number } | null]>([
    ['one yuan short of an edge', 'averageMonthlySalesFen', 4_999_900, 0, { need: 5_000_000, gainPoints: 40 }],
    ['exactly at an edge', 'averageMonthlySalesFen', 5_000_000, 1, { need: 100_000_000, gainPoints: 50 }],
    ['below zero', 'averageMonthlySalesFen', -100, 0, { need: 5_000_000, gainPoints: 40 }],
    ['in the best bin', 'averageMonthlySalesFen', 100_000_000, 2, null],
    ['one over an edge where less is better', 'voidShareBps', 1_301, 0, { need: 1_300, gainPoints: 23 }],
    ['exactly at an edge where less is better', 'voidShareBps', 1_300, 1, null],
    ['below a bin that gains nothing, which is passed over', 'suppliersPerMonth', 1, 0, { need: 20, gainPoints: 6 }],
  ])('places a value %s', (_, key, value, bin, nextBin) => {
    expect(itemOf(key, { [key]: value })).toMatchObject({ value, bin, nextBin });
  });

  it.each([
    [0, 'high'],
    [-1, 'high'],
    [527, 'high'],
    [528, 'medium'],
    [571, 'medium'],
    [573, 'low'],
  ])('calls %d points %s when one firm in five had defaulted', (points, riskLevel) => {
    const empty = { edge: null, points: 0 };
    const bins = {
      averageMonthlySalesFen: [empty],
      activeMonthsShareBps: [empty],
      topCustomerShareBps: [empty],
      voidShareBps: [empty],
      suppliersPerMonth: [empty],
    };
    expect(scoreFrom(ordinary, { evidence: plainCard.evidence, basePoints: points, bins }).riskLevel).toBe(riskLevel);
  });

  it('puts 600 points at 50 good firms to one bad and doubles the odds with 20 more', () => {
    expect(probabilityAt(600)).toBeCloseTo(1 / 51, 12);
    expect(probabilityAt(620)).toBeCloseTo(1 / 101, 12);
  });

  it('says in both languages what an item did and what would change it', () => {
    expect(itemOf('averageMonthlySalesFen', {}).text).toEqual({
      zh: '月均开票销售额为14.7302万元，加10分。达到100万元及以上可提高50分。',
      en: 'Average monthly invoiced sales: CNY 147,302, which adds 10 points. At least CNY 1,000,000 would gain 50 points.',
    });
    expect(itemOf('voidShareBps', { voidShareBps: 1_525 }).text).toEqual({
      zh: '销项发票作废率为15.25%，扣15分。降至13%及以下可提高23分。',
      en: 'Share of void sales invoices: 15.25 %, which takes 15 points. At most 13 % would gain 23 points.',
    });
    expect(itemOf('suppliersPerMonth', { suppliersPerMonth: 20.5 }).text).toEqual({
      zh: '月均供应商户数为20.5户，加1分。已是最高档。',
      en: 'Suppliers in an average month: 20.5, which adds 1 point. It is in the best band.',
    });
    expect(itemOf('topCustomerShareBps', {}).text).toEqual({
      zh: '当月第一大客户占比为70%，不加分也不扣分。降至40%及以下可提高15分。',
      en: "Share of each month's largest customer: 70 %, which neither adds nor takes points. At most 40 % would gain 15 points.",
    });
  });

  it('gives an unknown item neutral points, lists it and says what would make it known', () => {
    const score = scoreFrom({ ...ordinary, voidShareBps: null }, plainCard);
    expect(score).toMatchObject({ points: 505, missing: ['voidShareBps'] });
    expect(score.items[3]).toMatchObject({ value: null, bin: null, points: 0, direction: 'neutral', nextBin: null });
    expect(score.items[3]?.text).toEqual({
      zh: '销项发票作废率未知，不加分也不扣分。开票记录不足12个月，或期间没有开具销项发票。',
      en: 'Share of void sales invoices: unknown, so it neither adds nor takes points. There are fewer than 12 months of invoices, or no sales invoice was issued in them.',
    });
  });

  it('scores a firm of which nothing is known at the base, between the worst and the best', () => {
    const score = scoreFrom(featuresFrom([]));
    expect(score).toMatchObject({ points: card.basePoints, missing: itemKeys });
  });
});

const arbitraryFeatures: fc.Arbitrary<Features> = fc.record({
  averageMonthlySalesFen: fc.option(fc.integer({ min: -1_000_000, max: 1_000_000_000 })),
  activeMonthsShareBps: fc.option(fc.integer({ min: 0, max: 10_000 })),
  topCustomerShareBps: fc.option(fc.integer({ min: 0, max: 10_000 })),
  voidShareBps: fc.option(fc.integer({ min: 0, max: 10_000 })),
  suppliersPerMonth: fc.option(fc.integer({ min: 0, max: 500 }).map(tenths => tenths / 10)),
});

describe('the shipped card', () => {
  it('adds up: base and items make the total', () => {
    fc.assert(
      fc.property(arbitraryFeatures, features => {
        const score = scoreFrom(features);
        expect(score.items.reduce((total, { points }) => total + points, score.basePoints)).toBe(score.points);
      }),
    );
  });

  it.each(itemKeys)('never takes points for a better %s', key => {
    fc.assert(
      fc.property(arbitraryFeatures, fc.integer({ min: 0, max: 1_000_000_000 }), (features, step) => {
        const value = features[key];
        fc.pre(value !== null);
        const better = items[key].better === 'higher' ? value + step : value - step;
        expect(scoreFrom({ ...features, [key]: better }).points).toBeGreaterThanOrEqual(scoreFrom(features).points);
      }),
    );
  });

  it.each(itemKeys)('keeps its word on %s: what the advice asks for gains just that, and a step less gains nothing', key => {
    const step = items[key].unit === 'firmsPerMonth' ? 0.1 : 1;
    fc.assert(
      fc.property(arbitraryFeatures, features => {
        const before = scoreFrom(features);
        const next = before.items.find(item => item.key === key)?.nextBin ?? null;
        fc.pre(next !== null);
        const gain = (value: number) => scoreFrom({ ...features, [key]: value }).points - before.points;
        expect(gain(next.need)).toBe(next.gainPoints);
        expect(gain(items[key].better === 'higher' ? next.need - step : next.need + step)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('never takes points when a month sold more, all else equal', () => {
    const months = fc.array(fc.integer({ min: 1, max: 500_000_000 }), { minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(months, fc.nat(), fc.integer({ min: 0, max: 500_000_000 }), (sales, pick, more) => {
        const history = invoiceHistory(sales.length).map((month, index) => ({
          ...month,
          outputFen: sales[index] ?? 0,
          topCustomerFen: Math.ceil((sales[index] ?? 0) / 2),
        }));
        const grown = history.map((month, index) =>
          index === pick % history.length ? { ...month, outputFen: month.outputFen + more } : month,
        );
        expect(scoreFrom(featuresFrom(grown)).points).toBeGreaterThanOrEqual(scoreFrom(featuresFrom(history)).points);
      }),
    );
  });
});
