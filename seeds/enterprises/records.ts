import type { RecordClassCode } from '../../server/enterprises/dataClasses';
import type { CalendarDate } from '../../server/shared/dates';
import type { Random } from '../random';
import { innovation, support, taxYear } from './capabilityRecords';
import { type Draft, FileDraft } from './fileDraft';
import { monthly } from './monthlyRecords';
import { monthsBefore } from './months';
import type { Profile } from './profile';
import { registry, standing } from './registerRecords';

export type RecordPlan = {
  readonly today: CalendarDate;
  /** Months of history of what is reported by month. */
  readonly months: number;
  /** The share of classes that a department has delivered. */
  readonly coverage: number;
  /** Classes that it has delivered in any case. */
  readonly always?: ReadonlySet<RecordClassCode>;
};

/**
 * The records that an invented firm has left with the departments, class by class, all from one profile so that they hang
 * together: sales, tax, staff, power and titles of one firm tell the same story. Some classes are missing, as in life.
 */
export function* drawRecords(random: Random, profile: Profile, plan: RecordPlan): Generator<Draft> {
  const year = Number(plan.today.slice(0, 4)) - 1;
  const newest = monthsBefore(plan.today, 1)[0]?.lastDay ?? plan.today;
  const file = new FileDraft(random, plan.coverage, newest, plan.always);
  registry(file, profile, { random, year, today: plan.today });
  standing(file, profile, { random, today: plan.today });
  taxYear(file, profile, { random, year });
  innovation(file, profile, { random, year, today: plan.today });
  support(file, profile, { random, year, today: plan.today });
  yield* file.drafts;
  for (const month of monthsBefore(plan.today, Math.min(plan.months, profile.ageMonths)))
    yield* monthly(random, profile, month, file);
}
