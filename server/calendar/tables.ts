import { sql } from 'drizzle-orm';
import { check, instant, integer, json, table, text } from '../database/columns';
import type { CalendarDate } from '../shared/dates';

/** The holidays of a year as the operator brought them in: they take the place of those the program came with. */
export const calendarYears = table(
  'calendar_years',
  {
    /** The year, as text. */
    id: text('id').primaryKey(),
    year: integer('year').notNull(),
    holidays: json<readonly CalendarDate[]>('holidays').notNull(),
    workdays: json<readonly CalendarDate[]>('workdays').notNull(),
    source: text('source').notNull(),
    importedAt: instant('imported_at').notNull(),
  },
  calendarYear => [check('calendar_years_year', sql`${calendarYear.year} between 2000 and 2100`)],
);

export type CalendarYear = typeof calendarYears.$inferSelect;
