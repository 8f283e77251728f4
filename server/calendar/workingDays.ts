import { addDays, type CalendarDate } from '../shared/dates';

/** What a year differs in from Monday to Friday: days off, and weekend days that are worked (调休). */
export type CalendarYearDays = { readonly holidays: readonly CalendarDate[]; readonly workdays: readonly CalendarDate[] };

/** The years whose holidays are published, each as a set of days. */
export type WorkingCalendar = ReadonlyMap<
  number,
  { readonly off: ReadonlySet<CalendarDate>; readonly worked: ReadonlySet<CalendarDate> }
>;

/** A calendar of the years given; a later entry of the same year takes the place of the one before. */
export const workingCalendar = (years: Iterable<readonly [year: number, days: CalendarYearDays]>): WorkingCalendar =>
  new Map([...years].map(([year, { holidays, workdays }]) => [year, { off: new Set(holidays), worked: new Set(workdays) }]));

/** Whether people work on `day`: Monday to Friday, but for the days off and the weekend days worked of a published year. */
export function isWorkingDay(calendar: WorkingCalendar, day: CalendarDate): boolean {
  const year = calendar.get(yearOf(day));
  if (year?.off.has(day)) return false;
  return year?.worked.has(day) === true || !isWeekend(day);
}

/**
 * The working days after `from` up to and including `to`; negative where `to` is the earlier one. The day of `from` does not
 * count: what is to be done within one working day is due on the next one (民法典 201).
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: CalendarDate, to: CalendarDate): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1;
  return count;
}

/** The `count`-th working day after `day`; `day` itself where `count` is 0. Refuses a count below zero. */
export function nthWorkingDayAfter(calendar: WorkingCalendar, day: CalendarDate, count: number): CalendarDate {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(calendar, reached)) left -= 1;
  }
  return reached;
}

/** Whether the holidays of every year from `from` to `to` are published; where not, weekdays stood in for them. */
export function isPublishedThrough(calendar: WorkingCalendar, from: CalendarDate, to: CalendarDate): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!calendar.has(year)) return false;
  return true;
}

const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));

export const isWeekend = (day: CalendarDate): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
