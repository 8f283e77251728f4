import { and, asc, eq, inArray } from 'drizzle-orm';
import { auditEntries } from '../../audit/tables';
import { readCalendar } from '../../calendar/queries';
import type { Reader } from '../../database/database';
import { productVersions } from '../../products/tables';
import type { CalendarDate } from '../../shared/dates';
import { type ApplicationState, applicationStates } from '../applications/lifecycle';
import type { Application } from '../applications/tables';
import { type Clock, type ClockGround, type ClockStep, clockOf } from './clock';

/** What the clock of each application is computed from, in the order asked for. */
export async function clockGroundsOf(
  read: Reader,
  applications: readonly Application[],
  today: CalendarDate,
): Promise<ClockGround[]> {
  if (applications.length === 0) return [];
  const [calendar, versions, steps] = await Promise.all([
    readCalendar(read),
    read
      .select({ id: productVersions.id, promisedDays: productVersions.promisedDays })
      .from(productVersions)
      .where(inArray(productVersions.id, [...new Set(applications.map(({ productVersionId }) => productVersionId))])),
    stepsOf(
      read,
      applications.map(({ id }) => id),
    ),
  ]);
  const promised = new Map(versions.map(({ id, promisedDays }) => [id, promisedDays]));
  return applications.map(application => ({
    application,
    promisedDays: promised.get(application.productVersionId) ?? { accept: null, contact: null, decide: null, disburse: null },
    steps: steps.get(application.id) ?? [],
    calendar,
    today,
  }));
}

/** The clock of each application on a day, in the order asked for; null where none runs. */
export const clocksOf = async (
  read: Reader,
  applications: readonly Application[],
  today: CalendarDate,
): Promise<(Clock | null)[]> => (await clockGroundsOf(read, applications, today)).map(clockOf);

/** The steps of each application from the audit chain, first to last. */
async function stepsOf(read: Reader, applicationIds: readonly string[]): Promise<ReadonlyMap<string, readonly ClockStep[]>> {
  const entries = await read
    .select({ id: auditEntries.subjectId, at: auditEntries.at, details: auditEntries.details })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectKind, 'application'), inArray(auditEntries.subjectId, [...applicationIds])))
    .orderBy(asc(auditEntries.seq));
  const steps = new Map<string, ClockStep[]>();
  for (const { id, at, details } of entries) {
    const { from, to } = details;
    if (!isState(from) || !isState(to)) continue;
    const known = steps.get(id);
    if (known) known.push({ at, from, to });
    else steps.set(id, [{ at, from, to }]);
  }
  return steps;
}

const states: ReadonlySet<unknown> = new Set(applicationStates);
const isState = (value: unknown): value is ApplicationState => states.has(value);
