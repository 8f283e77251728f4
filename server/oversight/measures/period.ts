import {
  addDays,
  type CalendarDate,
  type CalendarMonth,
  calendarDate,
  monthOf,
  parseCalendarDate,
  shiftMonth,
} from '../../shared/dates';
import { invalidInput } from '../../shared/refusals';

/** Whole months, both included: single days would let a reader tell one deal from the next. */
export type Period = { readonly from: CalendarMonth; readonly to: CalendarMonth };

/** Twenty years: more than a chart can show. */
export const monthsMax = 240;

/** `text` as a month written `YYYY-MM`; refuses anything else, naming `field`. */
export function readMonth(field: string, text: string): CalendarMonth {
  const first = parseCalendarDate(`${text}-01`);
  if (first !== null) return monthOf(first);
  throw invalidInput(field, text, 'month.form', {
    zh: `「${text}」不是月份，请写成 2021-11 的形式。`,
    en: `"${text}" is not a month: write it like 2021-11.`,
  });
}

/** The period between two months; refuses one that ends before it begins, or is longer than twenty years. */
export function readPeriod(from: string, to: string): Period {
  const period = { from: readMonth('from', from), to: readMonth('to', to) };
  if (period.from > period.to)
    throw invalidInput('from', from, 'period.inverted', {
      zh: `起始月份 ${from} 晚于结束月份 ${to}，请对调。`,
      en: `The period begins in ${from}, after it ends in ${to}: swap the two.`,
    });
  if (shiftMonth(period.from, monthsMax) <= period.to)
    throw invalidInput('from', from, 'period.long', {
      zh: `期间最长 ${monthsMax} 个月，请缩短。`,
      en: `A period has at most ${monthsMax} months: choose a shorter one.`,
    });
  return period;
}

/** Every month of `period`, in order. */
export function monthsOf({ from, to }: Period): CalendarMonth[] {
  const months: CalendarMonth[] = [];
  for (let month = from; month <= to; month = shiftMonth(month, 1)) months.push(month);
  return months;
}

/** The day a stock of `month` is taken: its last, or today while it has not ended. */
export function closingDay(month: CalendarMonth, today: CalendarDate): CalendarDate {
  const last = addDays(calendarDate(`${shiftMonth(month, 1)}-01`), -1);
  return last < today ? last : today;
}
