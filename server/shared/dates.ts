/** A moment in time. Stored to the millisecond; shown in Asia/Shanghai. */
export type Instant = Date;

/** A day of the calendar in Asia/Shanghai, `YYYY-MM-DD`. Not a moment: it has no hour and no zone. */
export type CalendarDate = string & { readonly calendarDate: unique symbol };

/** A calendar month, `YYYY-MM`. */
export type CalendarMonth = string & { readonly calendarMonth: unique symbol };

/** `text` as a calendar date when it is an existing day written `YYYY-MM-DD`; otherwise null. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return day >= 1 && day <= daysIn(year, month) ? (text as CalendarDate) : null;
}

/** How many days a month of the Gregorian calendar has; none when there is no such month. */
function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A calendar date the program itself writes down; throws on a day that does not exist. */
export function calendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new RangeError(`not a calendar date: ${text}`);
  return date;
}

/** The day that `instant` falls on in Asia/Shanghai (UTC+8, no daylight saving since 1991). */
export const dayOf = (instant: Instant): CalendarDate =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as CalendarDate;

/** `instant` as people in Asia/Shanghai read it, to the minute: `2026-11-23 10:15`. */
export const localTimeOf = (instant: Instant): string =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

export const monthOf = (date: CalendarDate): CalendarMonth => date.slice(0, 7) as CalendarMonth;

/** `date` moved by whole months; the 31st becomes the last day of a shorter month. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const month = shiftMonth(monthOf(date), months);
  const day = Math.min(Number(date.slice(8)), lastDayOf(month));
  return `${month}-${String(day).padStart(2, '0')}` as CalendarDate;
}

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as CalendarDate;

/** `month` moved by whole months. Schedules take thousands of steps like this one, so it is plain arithmetic. */
export function shiftMonth(month: CalendarMonth, months: number): CalendarMonth {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}` as CalendarMonth;
}

const lastDayOf = (month: CalendarMonth): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/**
 * Completed months from `from` to `to`: the most that can be added to `from` without passing `to`. A month without the
 * day ends on its last (民法典 203): 2024-01-31 to 2024-02-29 is one month, a day earlier is none.
 */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  if (to < from) return 0 - monthsBack(from, to);
  const months = monthCount(to) - monthCount(from);
  return addMonths(from, months) <= to ? months : months - 1;
}

/** The most months that `from` can be moved back without coming before `to`. */
function monthsBack(from: CalendarDate, to: CalendarDate): number {
  const months = monthCount(from) - monthCount(to);
  return addMonths(from, -months) >= to ? months : months - 1;
}

const monthCount = (date: CalendarDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
