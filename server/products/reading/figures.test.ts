import { describe, expect, it } from 'vitest';
import { readCategory, readRepayment, readSecurity } from './kinds';
import { ceilingIn, readAmount, readRate, readTerm } from './money';
import { phrasesOf } from './wording';

describe('readAmount', () => {
  it.each([
    ['最高600万元', '600', { amountFenMin: null, amountFenMax: 600_000_000 }],
    ['单户３万－８０万元', '80', { amountFenMin: 3_000_000, amountFenMax: 80_000_000 }],
    ['信用最高100万,抵押最高0.5亿', '5000', { amountFenMin: null, amountFenMax: 5_000_000_000 }],
    ['最高90万', '', { amountFenMin: null, amountFenMax: 90_000_000 }],
  ])('%s', (text, figure, value) => {
    expect(readAmount(text, figure)).toEqual({ value });
  });

  it('takes nothing from prose without a number, nor from what is only usual', () => {
    expect(readAmount('按订单金额核定', '')).toBeNull();
    expect(readAmount('原则上不超过200万元', '')).toBeNull();
  });

  it('reports a figure that differs from the text', () => {
    expect(readAmount('最高600万元', '800')).toEqual({ conflict: '800' });
  });

  it('finds a ceiling stated in other prose', () => {
    expect(ceilingIn('授信额度上限为人民币７００万元（含）')).toEqual({
      quote: '额度上限为人民币７００万元',
      amountFen: 700_000_000,
    });
    expect(ceilingIn('按经营情况核定额度')).toBeNull();
  });
});

describe('readTerm', () => {
  it.each([
    ['最长18个月', '18', { termMonthsMin: null, termMonthsMax: 18 }],
    ['期限三年', '36', { termMonthsMin: null, termMonthsMax: 36 }],
    ['6个月-2年', '24', { termMonthsMin: 6, termMonthsMax: 24 }],
    ['授信期限不超过3年,单笔贷款不超过6个月', '6', { termMonthsMin: null, termMonthsMax: 6 }],
  ])('%s', (text, figure, value) => {
    expect(readTerm(text, figure)).toEqual({ value });
  });

  it('reports a figure that differs from the text, and takes nothing where none is stated', () => {
    expect(readTerm('最长18个月', '12')).toEqual({ conflict: '12' });
    expect(readTerm('依项目周期确定', '')).toBeNull();
  });
});

describe('readRate', () => {
  it.each([
    ['年利率3.65%起', '3.65', '', { kind: 'fixed', rateBpsMin: 365, rateBpsMax: null }],
    ['3.0%-4.5%', '3', '4.5', { kind: 'fixed', rateBpsMin: 300, rateBpsMax: 450 }],
    ['最低可至2.8-3.1%', '2.8', '3.1', { kind: 'fixed', rateBpsMin: 280, rateBpsMax: 310 }],
  ])('%s', (text, low, high, value) => {
    expect(readRate(text, low, high)).toEqual({ value });
  });

  it('takes no multiple of a benchmark for a rate', () => {
    expect(readRate('不超过基准利率上浮30%', '', '')).toBeNull();
    expect(readRate('不超过基准利率上浮30%', '30', '')).toEqual({ conflict: '30' });
  });
});

describe('readSecurity', () => {
  it.each([
    ['纯信用', true, []],
    ['信用、抵押、保证等方式', true, []],
    ['房产抵押，担保公司担保', false, ['REAL_ESTATE_MORTGAGE', 'FINANCING_GUARANTEE']],
    ['无需抵押物，由合作担保公司提供担保', false, ['FINANCING_GUARANTEE']],
    ['无需抵押', false, []],
    ['房产抵押，担保公司担保等', false, []],
    ['组合担保（抵押和信用）', false, []],
    ['保证、质押', false, []],
  ])('%s', (text, isUnsecured, securities) => {
    expect(readSecurity(text)).toMatchObject({ isUnsecured, securities });
  });
});

describe('readRepayment', () => {
  it.each([
    ['随借随还、按日计息', ['FLEXIBLE']],
    ['等额本息或等额本金', ['EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL']],
    ['先息后本', ['INTEREST_FIRST']],
    ['按月还息、到期还本付息', ['INTEREST_FIRST']],
    ['到期一次性还本付息', ['LUMP_SUM']],
    ['到期一次性还款', []],
  ])('%s', (text, codes) => {
    expect(readRepayment(text).map(({ code }) => code)).toEqual(codes);
  });
});

describe('readCategory', () => {
  it.each([
    ['专利贷', '', 'ipPledge'],
    ['云电贷', '水电税务贷', 'power'],
    ['好生意贷', '发票贷', 'invoice'],
  ])('%s under "%s" is %s', (name, heading, code) => {
    expect(readCategory(name, heading)?.code).toBe(code);
  });

  it('does not guess a family', () => {
    expect(readCategory('万通贷', '综合')).toBeNull();
  });
});

describe('phrasesOf', () => {
  it('cuts at commas and list numbers, not inside brackets', () => {
    expect(phrasesOf('1、成立满1年（含1年，连续）；2、无欠税。').map(({ words }) => words)).toEqual([
      '成立满1年(含1年,连续)',
      '无欠税',
    ]);
  });

  it('marks what is hedged, cut off, or for some borrowers only', () => {
    expect(phrasesOf('原则上满1年。1.个人:年满18周岁…（摘录在此截断）')).toMatchObject([
      { isHedged: true, isCut: false, isForSome: false },
      { isHedged: false, isCut: true, isForSome: true },
    ]);
  });
});
