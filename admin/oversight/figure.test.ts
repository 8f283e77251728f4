import { describe, expect, it } from 'vitest';
import { axisWriting, formatCityAmount, largestFirst, tableWriting } from './figure';

const cumulativeFen = 3_841_100_000_000;

describe('figures of a whole city', () => {
  it('stand alone in 亿元, and in billions in English', () => {
    expect(formatCityAmount(cumulativeFen, 'zh')).toBe('384.11 亿元');
    expect(formatCityAmount(cumulativeFen, 'en')).toBe('CNY 38.411 billion');
    expect(formatCityAmount(99_999_999_999, 'en')).toBe('CNY 1,000 million');
  });

  it.each([
    ['fen', 'zh', cumulativeFen, '万元', '3,841,100.00'],
    ['fen', 'en', cumulativeFen, 'CNY million', '38,411.00'],
    ['bps', 'zh', 543, '%', '5.43'],
    ['count', 'en', 5338, '', '5,338'],
    ['days', 'zh', 2, '工作日', '2'],
  ] as const)('stand in a table of %s in %s in one unit', (unit, locale, value, unitWritten, written) => {
    const writing = tableWriting(unit, locale);
    expect([writing.unit, writing.write(value)]).toEqual([unitWritten, written]);
  });

  it('take the larger unit on an axis from 1 亿元 up', () => {
    expect(axisWriting('fen', 'zh', [9_999_999_999]).unit).toBe('万元');
    expect(axisWriting('fen', 'zh', [null, 10_000_000_000]).unit).toBe('亿元');
    expect(axisWriting('fen', 'zh', []).unit).toBe('万元');
    expect([99_999_999, 100_000_000].map(fen => axisWriting('fen', 'en', [fen]).unit)).toEqual(['CNY thousand', 'CNY million']);
  });

  it('are ordered from the largest, those without a value last and as they stood', () => {
    expect([null, 1, undefined, 3, 0].sort(largestFirst)).toEqual([3, 1, 0, null, undefined]);
  });
});
