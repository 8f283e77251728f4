import { expect, test } from 'vitest';
import { formatDays } from './format';

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
