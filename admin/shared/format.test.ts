import { expect, test } from 'vitest';
import { formatAmount, formatDays } from './format';

test.each([
  [0, '0 小时', '0 hours'],
  [0.04, '1 小时', '1 hour'],
  [0.3, '7 小时', '7 hours'],
  [1, '1 天', '1 day'],
  [1.3, '1 天 7 小时', '1 day 7 hours'],
  [1.99, '2 天', '2 days'],
  [2, '2 天', '2 days'],
  [3.36, '3.4 天', '3.4 days'],
])('%f days are %s: hours below two days', (days, zh, en) =>
  expect([formatDays(days, 'zh'), formatDays(days, 'en')]).toEqual([zh, en]),
);

test.each([
  [null, '—', '—'],
  [0, '0 元', 'CNY 0'],
  [33_450, '334.50 元', 'CNY 334.50'],
  [4_614_210, '4.61 万元', 'CNY 46,142.10'],
  [123_000_000, '123 万元', 'CNY 1.23 million'],
  [3_841_100_000_000, '384.11 亿元', 'CNY 38,411 million'],
])('%s fen are %s, %s', (fen, zh, en) => expect([formatAmount(fen, 'zh'), formatAmount(fen, 'en')]).toEqual([zh, en]));
