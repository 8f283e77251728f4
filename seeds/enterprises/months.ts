import { addDays, addMonths, type CalendarDate, type CalendarMonth, calendarDate, monthOf } from '../../server/shared/dates';

export type Month = {
  readonly month: CalendarMonth;
  readonly lastDay: CalendarDate /** 0 for the newest. */;
  readonly ago: number;
};

/** The `count` whole months before `today`, oldest first. */
export function monthsBefore(today: CalendarDate, count: number): Month[] {
  const firstOfThisMonth = calendarDate(`${monthOf(today)}-01`);
  return Array.from({ length: count }, (_, index) => {
    const ago = count - 1 - index;
    const lastDay = addDays(addMonths(firstOfThisMonth, -ago), -1);
    return { month: monthOf(lastDay), lastDay, ago };
  });
}
