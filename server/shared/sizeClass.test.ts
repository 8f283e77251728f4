import { describe, expect, it } from 'vitest';
import { fenPerWan } from './money';
import { indicatorsOf, type SizeIndicator, sizeClass, sizeTable } from './sizeClass';

/** The printed table: an industry code per line and [large, medium, small] per indicator, people or 万元. */
const printed: readonly [number, string, Partial<Record<SizeIndicator, [number, number, number]>>][] = [
  [1, '0111', { revenueFen: [20_000, 500, 50] }],
  [2, '3511', { employees: [1_000, 300, 20], revenueFen: [40_000, 2_000, 300] }],
  [3, '4710', { revenueFen: [80_000, 6_000, 300], assetsFen: [80_000, 5_000, 300] }],
  [4, '5111', { employees: [200, 20, 5], revenueFen: [40_000, 5_000, 1_000] }],
  [5, '5211', { employees: [300, 50, 10], revenueFen: [20_000, 500, 100] }],
  [6, '5431', { employees: [1_000, 300, 20], revenueFen: [30_000, 3_000, 200] }],
  [7, '5930', { employees: [200, 100, 20], revenueFen: [30_000, 1_000, 100] }],
  [8, '6010', { employees: [1_000, 300, 20], revenueFen: [30_000, 2_000, 100] }],
  [9, '6110', { employees: [300, 100, 10], revenueFen: [10_000, 2_000, 100] }],
  [10, '6210', { employees: [300, 100, 10], revenueFen: [10_000, 2_000, 100] }],
  [11, '6410', { employees: [2_000, 100, 10], revenueFen: [100_000, 1_000, 100] }],
  [12, '6513', { employees: [300, 100, 10], revenueFen: [10_000, 1_000, 50] }],
  [13, '7010', { revenueFen: [200_000, 1_000, 100], assetsFen: [10_000, 5_000, 2_000] }],
  [14, '7020', { employees: [1_000, 300, 100], revenueFen: [5_000, 1_000, 500] }],
  [15, '7211', { employees: [300, 100, 10], assetsFen: [120_000, 8_000, 100] }],
  [16, '7320', { employees: [300, 100, 10] }],
];

const levels = ['LARGE', 'MEDIUM', 'SMALL', 'MICRO'] as const;
const unit = (indicator: SizeIndicator) => (indicator === 'employees' ? 1 : fenPerWan);
const none = { employees: null, revenueFen: null, assetsFen: null };

describe.each(printed)('row %i (%s)', (number, industryCode, columns) => {
  const indicators = Object.keys(columns) as SizeIndicator[];
  const at = (level: number): Record<SizeIndicator, number | null> => ({
    ...none,
    ...Object.fromEntries(indicators.map(indicator => [indicator, (columns[indicator]?.[level] ?? 0) * unit(indicator)])),
  });

  it.each([0, 1, 2])('reaches the class exactly at its bounds (%#)', level => {
    expect(sizeClass({ industryCode, ...at(level) })).toMatchObject({ sizeClass: levels[level], row: { number } });
  });

  it.each([0, 1, 2])('falls to the next class one short on any one indicator (%#)', level => {
    for (const indicator of indicators) {
      const inputs = at(level);
      const oneShort = { ...inputs, [indicator]: (inputs[indicator] ?? 0) - 1 };
      const result = sizeClass({ industryCode, ...oneShort }).sizeClass;
      expect(levels.indexOf(result as (typeof levels)[number]), indicator).toBeGreaterThan(level);
      const othersHigh = { ...at(0), [indicator]: (inputs[indicator] ?? 0) - 1 };
      expect(sizeClass({ industryCode, ...othersHigh }).sizeClass, indicator).toBe(levels[level + 1]);
    }
  });

  it('is unknown, never micro, while one of its indicators is missing', () => {
    for (const indicator of indicators) {
      const result = sizeClass({ industryCode, ...at(0), [indicator]: null });
      expect(result).toMatchObject({ sizeClass: 'UNKNOWN', missing: [indicator], row: { number } });
      const short = Object.fromEntries(indicators.map(other => [other, other === indicator ? null : 0]));
      expect(sizeClass({ industryCode, ...none, ...short }).sizeClass).toBe('UNKNOWN');
    }
  });

  it('looks at no indicator that its row does not name', () => {
    expect(new Set(indicatorsOf(sizeTable[number - 1] ?? failed(number)))).toEqual(new Set(indicators));
  });
});

describe('sizeClass', () => {
  it.each([
    ['3511', 300, 1_999, 'SMALL'],
    ['3511', 19, 5_000, 'MICRO'],
    ['3511', 1_000, 40_000, 'LARGE'],
    ['5211', 9, 100, 'MICRO'],
  ])('golden: %s with %i people and %i 万元 is %s', (industryCode, employees, revenueWan, expected) => {
    expect(sizeClass({ industryCode, employees, revenueFen: revenueWan * fenPerWan, assetsFen: null }).sizeClass).toBe(expected);
  });

  it.each([
    ['591', 6],
    ['5910', 6],
    ['5949', 7],
    ['58', 6],
    ['06', 2],
    ['46', 2],
    ['63', 11],
    ['7030', 16],
    ['7090', 16],
    ['85', 16],
    ['90', 16],
    ['A', 1],
  ])('industry %s is on row %i', (industryCode, number) => {
    expect(sizeClass({ industryCode, employees: 1, revenueFen: 1, assetsFen: 1 }).row?.number).toBe(number);
  });

  it.each(['53', '5320', '6610', 'J', '83', '8411', '84', 'S', '97'])('the table has no row for industry %s', industryCode => {
    const result = sizeClass({ industryCode, employees: 10, revenueFen: 1, assetsFen: 1 });
    expect(result).toMatchObject({ sizeClass: 'NOT_APPLICABLE', row: null, missing: [] });
  });

  it.each([null, 'F', 'G', '59', 'I', 'K', '70', 'Q', '9999', ''])(
    'industry %j is no ground to choose a row by',
    industryCode => {
      const result = sizeClass({ industryCode, employees: 10, revenueFen: 1, assetsFen: 1 });
      expect(result).toMatchObject({ sizeClass: 'UNKNOWN', row: null, missing: ['industryCode'] });
    },
  );

  it('says which table it read', () => {
    expect(sizeClass({ industryCode: '3511', ...none }).tableVersion).toBe('工信部联企业〔2011〕300号');
  });
});

function failed(number: number): never {
  throw new Error(`no row ${number}`);
}
