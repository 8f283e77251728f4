import { addDays, type CalendarDate, calendarDate } from '../shared/dates';
import type { CalendarYearDays } from './workingDays';

/** A year's holidays with the notice that orders them. */
export type PublishedYear = CalendarYearDays & { readonly source: string };

const through = (from: string, to: string): CalendarDate[] => {
  const days: CalendarDate[] = [];
  for (let day = calendarDate(from); day <= calendarDate(to); day = addDays(day, 1)) days.push(day);
  return days;
};

/**
 * The holidays and the weekend days worked, as the General Office of the State Council ordered them. A year is here only once
 * its notice is out; the operator brings in later ones.
 */
export const publishedYears: Readonly<Record<number, PublishedYear>> = {
  2024: {
    source: '国办发明电〔2023〕7号',
    holidays: [
      calendarDate('2024-01-01'),
      ...through('2024-02-10', '2024-02-17'),
      ...through('2024-04-04', '2024-04-06'),
      ...through('2024-05-01', '2024-05-05'),
      calendarDate('2024-06-10'),
      ...through('2024-09-15', '2024-09-17'),
      ...through('2024-10-01', '2024-10-07'),
    ],
    workdays: [
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ].map(calendarDate),
  },
  2025: {
    source: '国办发明电〔2024〕12号',
    holidays: [
      calendarDate('2025-01-01'),
      ...through('2025-01-28', '2025-02-04'),
      ...through('2025-04-04', '2025-04-06'),
      ...through('2025-05-01', '2025-05-05'),
      ...through('2025-05-31', '2025-06-02'),
      ...through('2025-10-01', '2025-10-08'),
    ],
    workdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'].map(calendarDate),
  },
  2026: {
    source: '国办发明电〔2025〕7号',
    holidays: [
      ...through('2026-01-01', '2026-01-03'),
      ...through('2026-02-15', '2026-02-23'),
      ...through('2026-04-04', '2026-04-06'),
      ...through('2026-05-01', '2026-05-05'),
      ...through('2026-06-19', '2026-06-21'),
      ...through('2026-09-25', '2026-09-27'),
      ...through('2026-10-01', '2026-10-07'),
    ],
    workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'].map(calendarDate),
  },
};
