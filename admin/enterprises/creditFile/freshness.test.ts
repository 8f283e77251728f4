import { expect, test } from 'vitest';
import { daysBetween, isLate } from './freshness';

test.each([
  ['monthly data of 92 days ago', 'm', '2026-08-23', false],
  ['monthly data of 93 days ago', 'm', '2026-08-22', true],
  ['the annual report of last year', 'y', '2025-12-31', false],
  ['the annual report of two years ago', 'y', '2024-12-31', true],
  ['an event of ten years ago', 'e', '2016-01-01', false],
] as const)('tells whether %s is late', (_, refresh, newestAsOf, expected) => {
  expect(isLate(refresh, newestAsOf, '2026-11-23')).toBe(expected);
});

test('counts days across a leap day', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
});
