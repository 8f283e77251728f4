import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { childRegions, isWithinRegion, regionByCode, regionName, regionPath, regions } from './regions';

const data = join(import.meta.dirname, '../../../shared/data/reference');
const rowsOf = (file: string) =>
  readFileSync(join(data, file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(row => row.split(','));

describe('the tree', () => {
  it('has 31 provinces, 333 cities, and in Deyang 6 counties with 84 towns', () => {
    const count = (level: string) => regions.filter(region => region.level === level).length;
    expect([count('province'), count('city'), count('county'), count('town')]).toEqual([31, 333, 6, 84]);
  });

  it('names every division in both languages, once, below a parent that comes first', () => {
    const seen = new Set<string>();
    for (const region of regions) {
      expect(region.name.zh, region.code).toMatch(/^\p{Script=Han}{2,}$/u);
      expect(region.name.en, region.code).toMatch(/^\p{Lu}[\p{Script=Latin}' ]+$/u);
      expect(seen.has(region.code), region.code).toBe(false);
      if (region.parentCode !== null) expect(seen.has(region.parentCode), region.code).toBe(true);
      seen.add(region.code);
    }
  });

  it('lists the children of a division in code order', () => {
    expect(childRegions('510600').map(region => region.name.zh)).toEqual([
      '旌阳区',
      '罗江区',
      '中江县',
      '广汉市',
      '什邡市',
      '绵竹市',
    ]);
    expect(childRegions(null)).toHaveLength(31);
    expect(childRegions('510604')).toHaveLength(7);
    expect(childRegions('110000')).toEqual([]);
  });
});

describe('isWithinRegion', () => {
  it.each([
    ['510600', '510600', true],
    ['510603', '510600', true],
    ['510603100', '510603', true],
    ['510603100', '510600', true],
    ['510603100', '510000', true],
    ['510603100205', '510603100', true],
    ['510600', '510603', false],
    ['510000', '510600', false],
    ['510700', '510600', false],
    ['440306', '440300', true],
    ['510603000', '510603', true],
    ['510600000000', '510600', true],
    ['110101', '110000', true],
    ['441900003', '441900', true],
    ['', '510000', false],
    ['510603', '', false],
    ['德阳', '510000', false],
    ['5106', '510000', false],
  ])('%j within %j: %s', (code, ancestor, expected) => {
    expect(isWithinRegion(code, ancestor)).toBe(expected);
  });

  it('agrees with the parents of the tree', () => {
    for (const region of regions) {
      if (region.parentCode === null) continue;
      expect(isWithinRegion(region.code, region.parentCode), region.code).toBe(true);
      expect(isWithinRegion(region.parentCode, region.code), region.code).toBe(false);
    }
  });
});

describe('names and paths', () => {
  it('walks from the province to the town', () => {
    expect(regionPath('510603100').map(region => region.name.en)).toEqual([
      'Sichuan',
      'Deyang',
      'Jingyang District',
      'Huangxu Town',
    ]);
  });

  it('gives the part of the path it knows', () => {
    expect(regionPath('440306').map(region => region.code)).toEqual(['440000', '440300']);
    expect(regionPath('510603100205').map(region => region.code)).toEqual(['510000', '510600', '510603', '510603100']);
    expect(regionPath('nowhere')).toEqual([]);
  });

  it('shows an unknown code as itself', () => {
    expect(regionName('510600')).toEqual({ zh: '德阳市', en: 'Deyang' });
    expect(regionName('440306')).toEqual({ zh: '440306', en: '440306' });
    expect(regionByCode('440306')).toBeUndefined();
  });
});

describe.skipIf(!existsSync(data))('published codes (skipped without ../shared/data)', () => {
  it('carries every province and city of the list but its placeholders', () => {
    const placeholders = ['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'];
    const published = rowsOf('adcodes.csv').filter(
      ([, name = '', level]) => level !== 'district' && !placeholders.includes(name),
    );
    expect(published).toHaveLength(31 + 333);
    for (const [code = '', name] of published) expect(regionName(code).zh, code).toBe(name);
  });

  it('carries every town of Deyang', () => {
    const published = rowsOf('streets_sichuan.csv').filter(([code = '']) => code.startsWith('5106'));
    expect(published).toHaveLength(84);
    for (const [code = '', name, county] of published)
      expect(regionByCode(code), code).toMatchObject({ name: { zh: name }, parentCode: county });
  });
});
