import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { anActor } from '../../tests/support/identity';
import { openWorld, type World } from '../../tests/support/world';
import { addDays, calendarDate } from '../shared/dates';
import { type CalendarYearInput, importCalendarYear } from './importCalendarYear';
import { publishedYears } from './published';
import { knownYears, readCalendar } from './queries';
import {
  isPublishedThrough,
  isWeekend,
  isWorkingDay,
  nthWorkingDayAfter,
  workingCalendar,
  workingDaysBetween,
} from './workingDays';

const calendar = workingCalendar(Object.entries(publishedYears).map(([year, days]) => [Number(year), days] as const));
const day = calendarDate;
const aDay = fc.integer({ min: 0, max: 1500 }).map(days => addDays(day('2024-01-01'), days));
const aCount = fc.integer({ min: 0, max: 40 });
const quick = { numRuns: 60 };

describe('working days', () => {
  test.each([
    ['a Monday', '2026-11-23', true],
    ['a Saturday', '2026-11-28', false],
    ['a Sunday that is worked for the National Day', '2026-09-20', true],
    ['a Saturday that is worked after the Spring Festival', '2026-02-28', true],
    ['a Wednesday of the National Day', '2026-10-07', false],
    ['the first day after it', '2026-10-08', true],
    ['New Year of a year nobody has published', '2027-01-01', true],
  ])('%s (%s): %s', (_, on, expected) => expect(isWorkingDay(calendar, day(on))).toBe(expected));

  test.each([
    ['from Friday over a weekend', '2026-11-20', 1, '2026-11-23'],
    ['over the National Day and the Saturday worked after it', '2026-09-30', 3, '2026-10-10'],
    ['over the Spring Festival', '2026-02-13', 2, '2026-02-24'],
    ['none at all, on a Sunday', '2026-11-22', 0, '2026-11-22'],
  ])('count %s: %s and %i is %s', (_, from, count, expected) =>
    expect(nthWorkingDayAfter(calendar, day(from), count)).toBe(expected),
  );

  test('the n-th working day after a day is n working days away, and is one', () =>
    fc.assert(
      fc.property(aDay, aCount, (from, count) => {
        const reached = nthWorkingDayAfter(calendar, from, count);
        expect(workingDaysBetween(calendar, from, reached)).toBe(count);
        expect(count === 0 || isWorkingDay(calendar, reached)).toBe(true);
      }),
      quick,
    ));

  test('adding up: from one day over another to a third, there and back', () =>
    fc.assert(
      fc.property(aDay, aDay, aDay, (one, other, third) => {
        const between = (from: typeof one, to: typeof one) => workingDaysBetween(calendar, from, to);
        expect(between(one, other) + between(other, third)).toBe(between(one, third));
        expect(between(one, other) + between(other, one)).toBe(0);
      }),
      quick,
    ));

  test('of a year nobody has published are Monday to Friday, and the answer says so', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), days => {
        const on = addDays(day('2027-01-01'), days);
        expect(isWorkingDay(calendar, on)).toBe(!isWeekend(on));
        expect(isPublishedThrough(calendar, day('2026-12-31'), on)).toBe(false);
      }),
      quick,
    ));
});

describe('the published years', () => {
  it.each(Object.entries(publishedYears))(
    '%s: worked days are weekends, days off are of the year and not worked',
    (year, days) => {
      expect(days.workdays.every(isWeekend)).toBe(true);
      expect([...days.holidays, ...days.workdays].every(each => each.startsWith(year))).toBe(true);
      expect(days.holidays.filter(each => days.workdays.includes(each))).toEqual([]);
    },
  );

  // 全国年节及纪念日放假办法: 11 days off until 2024, 13 from 2025 on; whatever is swapped, the year keeps its working days.
  it.each([
    [2024, 366 - 104 - 11],
    [2025, 365 - 104 - 13],
    [2026, 365 - 104 - 13],
  ])('%i keeps about its %i working days', (year, expected) => {
    const counted = workingDaysBetween(calendar, day(`${year - 1}-12-31`), day(`${year}-12-31`));
    expect(Math.abs(counted - expected)).toBeLessThanOrEqual(1);
  });
});

describe('importCalendarYear', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const input: CalendarYearInput = {
    year: 2027,
    holidays: ['2027-02-08', '2027-01-01', '2027-01-01'],
    workdays: ['2027-02-20'],
    source: '国务院办公厅通知',
  };
  const bringIn = async (values: Partial<CalendarYearInput> = {}) =>
    importCalendarYear(world.contextFor(await anActor(world, 'operator')), { ...input, ...values });

  it('holds for every count from then on, and replaces itself', async () => {
    await bringIn();
    const known = await readCalendar(world.db.read);
    expect([isWorkingDay(known, day('2027-02-08')), isWorkingDay(known, day('2027-02-20'))]).toEqual([false, true]);
    await bringIn({ holidays: ['2027-01-01'], workdays: [] });
    const [newest, ...others] = await knownYears(world.db.read);
    expect(newest).toMatchObject({ year: 2027, holidays: ['2027-01-01'], workdays: [], importedAt: world.now() });
    expect(others.map(({ year }) => year)).toEqual([2026, 2025, 2024]);
  });

  it.each([
    ['no holiday', { holidays: [] }, 'holidays'],
    ['a holiday of another year', { holidays: ['2026-10-01'] }, 'holidays'],
    ['a day that does not exist', { holidays: ['2027-02-30'] }, 'holidays.0'],
    ['a worked day that is a Monday', { workdays: ['2027-02-22'] }, 'workdays'],
    ['a day both off and worked', { holidays: ['2027-02-20'] }, 'workdays'],
    ['no source', { source: ' ' }, 'source'],
  ])('refuses %s', async (_, values, field) => {
    await expect(bringIn(values)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field } });
  });
});
