import { describe, expect, it } from 'vitest';
import { inItsUnit } from './fieldNames';
import { sumText } from './money';

describe('an amount in a sentence', () => {
  it.each([
    [0, '0 元', 'CNY 0'],
    [1, '0.01 元', 'CNY 0.01'],
    [999_900, '9,999 元', 'CNY 9,999'],
    [1_000_000, '1 万元', 'CNY 10,000'],
    [1_010_000, '1.01 万元', 'CNY 10,100'],
    [8_530_990, '85,309.90 元', 'CNY 85,309.90'],
    [123_456_789, '1,234,567.89 元', 'CNY 1,234,567.89'],
    [9_999_000_000, '9,999 万元', 'CNY 99,990,000'],
    [10_000_000_000, '1 亿元', 'CNY 100,000,000'],
    [-50_000_000, '-50 万元', 'CNY -500,000'],
  ])('%i fen is %s', (fen, zh, en) => expect(sumText(fen)).toEqual({ zh, en }));
});

describe('the limit of a field', () => {
  it.each([
    ['amountFen', 100_000_000_000, '10 亿元', 'CNY 1,000,000,000'],
    ['rateBps', 1500, '15.00 %', '15.00 %'],
    ['termMonths', 1, '1 个月', '1 month'],
    ['lendersMax', 10, '10', '10'],
  ])('of %s, %i, is said in its unit', (field, limit, zh, en) => expect(inItsUnit(field, limit)).toEqual({ zh, en }));
});
