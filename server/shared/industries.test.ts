import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { childIndustries, industries, industryByCode, industryName, industryPath, isWithinIndustry } from './industries';

describe('the classification', () => {
  it("has the standard's own totals", () => {
    const count = (level: string) => industries.filter(industry => industry.level === level).length;
    expect([count('section'), count('division'), count('group'), count('class')]).toEqual([20, 97, 473, 1381]);
  });

  it('names every entry in both languages, once, below a parent that comes first', () => {
    const seen = new Set<string>();
    for (const { code, name, parentCode } of industries) {
      expect(name.zh, code).toMatch(/\p{Script=Han}/u);
      expect(name.en, code).toMatch(/^[A-Z][ -~é–’]+$/);
      expect(name.en, code).not.toMatch(/[;.]$/);
      expect(seen.has(code), code).toBe(false);
      if (parentCode !== null) expect(seen.has(parentCode), code).toBe(true);
      seen.add(code);
    }
  });

  it('gives names, children and paths', () => {
    expect(industryName('C')).toEqual({ zh: '制造业', en: 'Manufacturing' });
    expect(industryName('34')).toEqual({ zh: '通用设备制造业', en: 'General-purpose equipment' });
    expect(industryName('7010')).toEqual({ zh: '房地产开发经营', en: 'Real estate development and operation' });
    expect(industryName('3493').zh).toBe('增材制造装备制造');
    expect(industryName('9999')).toEqual({ zh: '9999', en: '9999' });
    expect(industryByCode('9999')).toBeUndefined();
    expect(childIndustries(null)).toHaveLength(20);
    expect(childIndustries('70').map(entry => entry.code)).toEqual(['701', '702', '703', '704', '709']);
    expect(industryPath('3511').map(entry => entry.code)).toEqual(['C', '35', '351', '3511']);
    expect(industryPath('unknown')).toEqual([]);
  });
});

describe('isWithinIndustry', () => {
  it.each([
    ['3511', '3511', true],
    ['3511', '351', true],
    ['3511', '35', true],
    ['3511', 'C', true],
    ['35', 'C', true],
    ['C', 'C', true],
    ['C', '35', false],
    ['35', '351', false],
    ['3511', '36', false],
    ['3511', 'D', false],
    ['0111', 'A', true],
    ['3599', '', false],
    ['', 'C', false],
    ['3500', 'C', false],
  ])('%j within %j: %s', (code, ancestor, expected) => {
    expect(isWithinIndustry(code, ancestor)).toBe(expected);
  });

  it('agrees with the parents of the tree', () => {
    for (const { code, parentCode } of industries) {
      if (parentCode === null) continue;
      expect(isWithinIndustry(code, parentCode), code).toBe(true);
      expect(isWithinIndustry(parentCode, code), code).toBe(false);
    }
  });
});

const published = join(import.meta.dirname, '../../../shared/data/reference/gbt4754_2017.csv');

it.skipIf(!existsSync(published))(
  'agrees with the published classification entry by entry (skipped without ../shared/data)',
  () => {
    const rows = readFileSync(published, 'utf8').trim().split('\n').slice(1);
    expect(rows).toHaveLength(industries.length);
    for (const row of rows) {
      const [section, code = '', name] = row.split(',');
      expect(industryByCode(code), code).toMatchObject({ section, name: { zh: name } });
    }
  },
);
