import { z } from 'zod';
import { record } from '../audit/record';
import type { ActorContext } from '../context';
import { type CalendarDate, parseCalendarDate } from '../shared/dates';
import { parseInput, says } from '../shared/input';
import { invalidInput } from '../shared/refusals';
import type { KnownYear } from './queries';
import { calendarYears } from './tables';
import { isWeekend } from './workingDays';

export type CalendarYearInput = z.input<typeof shape>;

const days = z
  .array(
    z
      .string()
      .refine(
        text => parseCalendarDate(text) !== null,
        says('date', '请填写存在的日期，写作 2027-02-06。', 'Give existing days, written 2027-02-06.'),
      )
      .transform(text => text as CalendarDate),
  )
  .max(80)
  .transform(given => [...new Set(given)].sort());

const shape = z.object({
  year: z.int().min(2000).max(2100),
  holidays: days,
  workdays: days,
  source: z.string().trim().min(2).max(200),
});

/**
 * Brings in the holidays of a year and the weekend days worked instead, in the place of what was known of it; the resolver lets
 * only the operator in. Every clock follows at once. Refuses days of another year, a year without holidays, a day both off and
 * worked, and a worked day that is no weekend.
 */
export async function importCalendarYear(context: ActorContext, input: CalendarYearInput): Promise<KnownYear> {
  const { year, holidays, workdays, source } = parseInput(shape, input);
  check('holidays', holidays[0] === undefined ? '' : holidays.find(day => !day.startsWith(`${year}-`)), {
    zh: `请填写 ${year} 年的节假日。`,
    en: `Give the holidays of ${year}.`,
  });
  check(
    'workdays',
    workdays.find(day => !day.startsWith(`${year}-`) || !isWeekend(day) || holidays.includes(day)),
    {
      zh: `调休上班日应是 ${year} 年的周六或周日，且不是放假日。`,
      en: `A day worked instead is a Saturday or Sunday of ${year}, and not one that is off.`,
    },
  );
  const row = { id: String(year), year, holidays, workdays, source, importedAt: context.now };
  await context.db.write(async tx => {
    await tx.insert(calendarYears).values(row).onConflictDoUpdate({ target: calendarYears.id, set: row });
    await record(tx, context, {
      verb: 'importCalendarYear',
      subject: { kind: 'calendarYear', id: row.id },
      details: { holidays, workdays, source },
    });
  });
  return { year, holidays, workdays, source, importedAt: context.now };
}

function check(
  field: 'holidays' | 'workdays',
  wrong: string | undefined,
  text: { readonly zh: string; readonly en: string },
): void {
  if (wrong !== undefined) throw invalidInput(field, wrong, `calendar.${field}`, text);
}
