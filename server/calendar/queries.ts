import type { Reader } from '../database/database';
import type { Instant } from '../shared/dates';
import { type PublishedYear, publishedYears } from './published';
import { calendarYears } from './tables';
import { type WorkingCalendar, workingCalendar } from './workingDays';

/** A year of the calendar; `importedAt` is null for one that the program came with. */
export type KnownYear = PublishedYear & { readonly year: number; readonly importedAt: Instant | null };

/** Every year whose holidays are known, newest first: what the operator brought in goes before what the program came with. */
export async function knownYears(read: Reader): Promise<KnownYear[]> {
  const imported = await read.select().from(calendarYears);
  const years = new Map<number, KnownYear>();
  for (const [year, published] of Object.entries(publishedYears))
    years.set(Number(year), { ...published, year: Number(year), importedAt: null });
  for (const { id: _, ...year } of imported) years.set(year.year, year);
  return [...years.values()].sort((one, other) => other.year - one.year);
}

/** The working days by all that is known today. */
export const readCalendar = async (read: Reader): Promise<WorkingCalendar> =>
  workingCalendar((await knownYears(read)).map(year => [year.year, year] as const));
