import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate, monthOf, shiftMonth } from './dates';
import { formatPercent, type LprTenor, lprOn, lprPlus, lprQuotes, parsePercent, shareBps } from './rate';
import { Refusal } from './refusals';

describe('lprOn', () => {
  it.each<[string, LprTenor, number | null]>([
    ['2019-08-19', '1Y', null],
    ['2019-08-20', '1Y', 425],
    ['2019-08-20', '5Y', 485],
    ['2021-12-19', '1Y', 385],
    ['2021-12-20', '1Y', 380],
    ['2021-12-20', '5Y', 465],
    ['2024-02-19', '5Y', 420],
    ['2024-02-20', '5Y', 395],
    ['2024-10-20', '1Y', 335],
    ['2024-10-21', '1Y', 310],
    ['2025-05-20', '5Y', 350],
    ['2099-01-01', '1Y', 300],
  ])('%s, %s: %s', (date, tenor, expected) => {
    expect(lprOn(calendarDate(date), tenor)?.rateBps ?? null).toBe(expected);
  });

  it('reads a given list in any order', () => {
    const quotes = [...lprQuotes].reverse();
    expect(lprOn(calendarDate('2023-08-20'), '1Y', quotes)?.publishedOn).toBe('2023-07-20');
  });
});

describe('the history', () => {
  it('has two tenors and one publication each month, none left out, each in steps of 5 bp', () => {
    const days = lprQuotes.filter(quote => quote.tenor === '1Y').map(quote => quote.publishedOn);
    expect(lprQuotes).toHaveLength(days.length * 2);
    expect(days[0]).toBe('2019-08-20');
    const months = days.map(monthOf);
    for (const [place, month] of months.slice(1).entries()) expect(month).toBe(shiftMonth(months[place] ?? month, 1));
    for (const { rateBps } of lprQuotes) expect(rateBps % 5).toBe(0);
  });

  const published = join(import.meta.dirname, '../../../shared/data/reference/lpr.csv');

  it.skipIf(!existsSync(published))('is the published one (skipped without ../shared/data)', () => {
    const rows = readFileSync(published, 'utf8').trim().split('\n').slice(1);
    expect(lprQuotes).toHaveLength(rows.length * 2);
    for (const row of rows) {
      const [day = '', oneYear = '', fiveYears = ''] = row.split(',');
      for (const [tenor, percent] of [
        ['1Y', oneYear],
        ['5Y', fiveYears],
      ] as const)
        expect(lprQuotes.find(quote => quote.publishedOn === day && quote.tenor === tenor)?.rateBps, day).toBe(
          parsePercent(percent),
        );
    }
  });
});

describe('lprPlus', () => {
  it.each([
    [55, 435],
    [-30, 350],
    [0, 380],
  ])('golden: 3.80 %% and %i bp is %i bp', (spread, expected) => {
    expect(lprPlus('1Y', spread, calendarDate('2021-12-20'))).toBe(expected);
  });

  it('refuses the day before the first publication', () => {
    expect(() => lprPlus('1Y', 0, calendarDate('2019-08-19'))).toThrow(Refusal);
  });
});

describe('percentages', () => {
  it.each([
    [345, '3.45 %'],
    [5, '0.05 %'],
    [0, '0.00 %'],
    [-30, '-0.30 %'],
    [10_000, '100.00 %'],
  ])('%i bp is written %s', (bps, expected) => {
    expect(formatPercent(bps)).toBe(expected);
  });

  it.each([
    ['3.45', 345],
    ['4%', 400],
    [' 4.3 ％ ', 430],
    ['-0.3', -30],
    ['-0', 0],
    ['3.455', null],
    ['', null],
    ['三', null],
  ])('%j is read as %s', (text, expected) => {
    expect(parsePercent(text)).toBe(expected);
  });

  it('what is written is read back', () => {
    fc.assert(fc.property(fc.integer({ min: -999_999, max: 999_999 }), bps => parsePercent(formatPercent(bps)) === bps));
  });

  it.each([
    [1, 3, 3333],
    [2, 3, 6667],
    [1, 20_000, 1],
    [-1, 20_000, -1],
    [0, 5, 0],
    [5, 0, null],
    [5, -1, null],
  ])('the share of %i in %i is %s bp', (part, whole, expected) => {
    expect(shareBps(part, whole)).toBe(expected);
  });
});
