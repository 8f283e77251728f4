import { cityNames, countyNames, provinceNames, townNames } from './regionNames';
import type { Text } from './text';

export type RegionLevel = 'province' | 'city' | 'county' | 'town';

/** A division of the four-level tree; codes have six digits, town codes nine. */
export type Region = {
  readonly code: string;
  readonly level: RegionLevel;
  readonly name: Text;
  /** Null for a province. */
  readonly parentCode: string | null;
};

/** Every province and prefecture-level city, and Deyang down to its towns, each parent before its children. */
export const regions: readonly Region[] = [
  ...read(provinceNames, 'province'),
  ...read(cityNames, 'city'),
  ...read(countyNames, 'county'),
  ...read(townNames, 'town'),
];

const byCode = new Map(regions.map(region => [region.code, region]));

const childrenByCode = new Map<string | null, Region[]>();
for (const region of regions) {
  const siblings = childrenByCode.get(region.parentCode);
  if (siblings) siblings.push(region);
  else childrenByCode.set(region.parentCode, [region]);
}

/** The division with this code; undefined when the tree has none. */
export const regionByCode = (code: string): Region | undefined => byCode.get(code);

/** The name of a division; a code the tree does not know is shown as itself. */
export const regionName = (code: string): Text => byCode.get(code)?.name ?? { zh: code, en: code };

/** The divisions directly below `code`, in code order; the provinces for null. */
export const childRegions = (code: string | null): readonly Region[] => childrenByCode.get(code) ?? [];

/**
 * Whether `code` is `ancestor` or lies below it. Decided by the digits (GB/T 2260 puts province, city and county
 * in two digits each, then three for the town and three for the village), so it also holds for counties and
 * villages whose names the tree does not carry. False when either is not a code.
 */
export function isWithinRegion(code: string, ancestor: string): boolean {
  const inner = significantDigits(code);
  const outer = significantDigits(ancestor);
  return inner !== null && outer !== null && inner.startsWith(outer);
}

/** The digits that the codes of all divisions within `code` begin with: for lists that a database filters. */
export const regionPrefix = (code: string): string | null => significantDigits(code);

/** The known divisions from the province down to `code`: for 510603100 Sichuan, Deyang, Jingyang, Huangxu. */
export const regionPath = (code: string): readonly Region[] => {
  const digits = significantDigits(code) ?? '';
  return [2, 4, 6, 9]
    .filter(length => length <= digits.length)
    .map(length => byCode.get(digits.slice(0, length).padEnd(6, '0')))
    .filter(region => region !== undefined);
};

/** The digits that identify a division, its filling zeros dropped; null for anything that is not a code. */
function significantDigits(code: string): string | null {
  if (!/^[1-9]\d(\d{4}|\d{7}|\d{10})$/.test(code)) return null;
  if (code.length === 12 && !code.endsWith('000')) return code;
  if (code.length >= 9 && code.slice(6, 9) !== '000') return code.slice(0, 9);
  return code.slice(0, 6).replace(/^(\d\d)0000$|^(\d{4})00$/, '$1$2');
}

function read(names: string, level: RegionLevel): Region[] {
  return names
    .replaceAll(/;\n\s+/g, '; ')
    .trim()
    .split('\n')
    .flatMap(line => {
      const [, parent = '', entries = ''] = /^(?:(\d+): )?(.*)$/.exec(line) ?? [];
      return entries.split('; ').map(entry => {
        const [digits = '', zh = '', ...en] = entry.split(' ');
        return {
          code: (parent + digits).padEnd(6, '0'),
          level,
          name: { zh, en: en.join(' ') },
          parentCode: parent === '' ? null : parent.padEnd(6, '0'),
        };
      });
    });
}
