import { describe, expect, it } from 'vitest';
import { governmentDataClassCodes } from '../shared/dataClassCodes';
import { attributeKeys, attributes, dataClassesOf, isRequestAttribute } from './attributes';

describe('the attribute dictionary', () => {
  it('reaches every one of the 32 shared data classes', () => {
    const reached = new Set(attributes.flatMap(dataClassesOf));
    expect(governmentDataClassCodes.filter(code => !reached.has(code))).toEqual([]);
  });

  it('holds at least 44 attributes of the enterprise itself, each once', () => {
    const ofEnterprise = attributeKeys.filter(key => !isRequestAttribute(key));
    expect(ofEnterprise.length).toBeGreaterThanOrEqual(44);
    const parts = attributes.map(attribute => attribute.label.zh);
    expect(new Set(parts).size).toBe(parts.length);
  });

  it.each(attributes)('$key is worded in both languages', attribute => {
    const texts = [attribute.label, attribute.about];
    if (attribute.kind === 'boolean') texts.push(attribute.whenTrue, attribute.whenFalse);
    if (attribute.kind === 'enum' || attribute.kind === 'set') texts.push(...Object.values(attribute.values));
    for (const text of texts) {
      expect(text.zh).not.toBe('');
      expect(text.en).not.toMatch(/[\u4e00-\u9fff]/);
      expect(text.en).not.toBe('');
    }
  });

  it.each(attributes.flatMap(attribute => (attribute.kind === 'number' ? [attribute] : [])))(
    '$key has whole, ascending common cuts inside its range, and a unit its name agrees with',
    attribute => {
      expect(attribute.commonCuts.length).toBeGreaterThan(0);
      expect([...attribute.commonCuts].sort((a, b) => a - b)).toEqual(attribute.commonCuts);
      for (const number of [attribute.min, attribute.max, ...attribute.commonCuts])
        expect(Number.isSafeInteger(number)).toBe(true);
      for (const cut of attribute.commonCuts) {
        expect(cut).toBeGreaterThanOrEqual(attribute.min);
        expect(cut).toBeLessThanOrEqual(attribute.max);
      }
      if (attribute.change === 'wait' && attribute.drift === 'rises') expect(['month', 'year']).toContain(attribute.unit);
      const words: Record<typeof attribute.unit, RegExp> = {
        fen: /Fen/,
        bp: /Bps$/,
        month: /Months|MonthsLast\d+$/,
        year: /Years$/,
        kWh: /Kwh$/,
        m3: /M3$/,
        mu: /Mu$/,
        count: /s$|Count$|Months$/,
        person: /mployees$/,
      };
      expect(attribute.key).toMatch(words[attribute.unit]);
      if (attribute.unit === 'count') expect(attribute.counter).toBeDefined();
    },
  );
});
