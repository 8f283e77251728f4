import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  calendarDate,
  dayOf,
  daysBetween,
  monthOf,
  monthsBetween,
  parseCalendarDate,
  shiftMonth,
} from './dates';

describe('completed months', () => {
  test.each([
    ['2024-01-31', '2024-02-28', 0],
    ['2024-01-31', '2024-02-29', 1],
    ['2024-01-31', '2024-03-30', 1],
    ['2024-01-31', '2024-03-31', 2],
    ['2023-11-24', '2024-11-23', 11],
    ['2023-11-24', '2024-11-24', 12],
    ['2024-02-29', '2025-02-28', 12],
    ['2024-05-01', '2024-05-01', 0],
  ])('from %s to %s are %i', (from, to, months) => expect(monthsBetween(calendarDate(from), calendarDate(to))).toBe(months));

  test('adding them never passes the later day, and one more always does', () => {
    for (let day = 0; day < 800; day += 7) {
      const from = calendarDate('2023-12-31');
      const to = dayOf(new Date(Date.UTC(2023, 11, 31 + day)));
      const months = monthsBetween(from, to);
      expect(addMonths(from, months) <= to).toBe(true);
      expect(addMonths(from, months + 1) > to).toBe(true);
    }
  });
});

describe('moving a day', () => {
  test('goes where the Temporal proposal says it goes', () => {
    const day = fc.integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 });
    fc.assert(
      fc.property(day, fc.integer({ min: -1_200, max: 1_200 }), (days, by) => {
        const date = calendarDate(new Date(days * 86_400_000).toISOString().slice(0, 10));
        const plain = Temporal.PlainDate.from(date);
        expect(addMonths(date, by)).toBe(plain.add({ months: by }).toString());
        expect(addDays(date, by)).toBe(plain.add({ days: by }).toString());
        expect(shiftMonth(monthOf(date), by)).toBe(plain.toPlainYearMonth().add({ months: by }).toString());
      }),
    );
  });
});

describe('calendar dates', () => {
  test.each(['2023-02-29', '2023-13-01', '2023-1-1', '20230101', ''])('%j is no day of the calendar', text =>
    expect(parseCalendarDate(text)).toBeNull(),
  );

  test('a moment falls on its day in Shanghai, not in Greenwich', () =>
    expect(dayOf(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23'));

  test('days between are signed', () => {
    expect(daysBetween(calendarDate('2024-02-28'), calendarDate('2024-03-01'))).toBe(2);
    expect(daysBetween(calendarDate('2024-03-01'), calendarDate('2024-02-28'))).toBe(-2);
  });
});
