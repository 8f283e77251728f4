import { and, eq, gte, inArray, lt } from 'drizzle-orm';
import { auditEntries } from '../../audit/tables';
import { readCalendar } from '../../calendar/queries';
import { nthWorkingDayAfter, workingDaysBetween } from '../../calendar/workingDays';
import type { Reader } from '../../database/database';
import { applications } from '../../financing/applications/tables';
import { limitOf } from '../../financing/clock/limits';
import { productVersions } from '../../products/tables';
import { dayOf, monthOf } from '../../shared/dates';
import { shareBps } from '../../shared/rate';
import { behindCases, type Case, type CaseGroup, groupedCases, momentsOf } from './cases';
import type { DimensionName } from './dimensions';
import type { Figure, MeasureRequest } from './measure';

export const askedDimensions: readonly DimensionName[] = ['month', 'bank', 'category'];

/** An application that reached a bank, and whether it said yes or no to taking it up. */
export type Asked = Case & {
  /** silent: released after twice the limit; open: neither, or it ended before the bank had to answer. */
  readonly outcome: 'accepted' | 'declined' | 'silent' | 'open';
  /** Working days until the answer; null where there was none. */
  readonly answerDays: number | null;
  readonly isInTime: boolean;
};

const answers = ['acceptApplication', 'declineApplication'] as const;

/**
 * The applications that reached banks in the months of the request, in the month of their arrival. Answers, days and limits follow
 * from the record and the calendar; the measures of a table ask for the same at once and share one answer.
 */
export function askedIn(read: Reader, { from, to }: MeasureRequest): Promise<Asked[]> {
  const asked = underWay.get(read) ?? new Map<string, Promise<Asked[]>>();
  underWay.set(read, asked);
  const question = `${from} ${to}`;
  const shared = asked.get(question);
  if (shared) return shared;
  const answer = readAsked(read, { from, to }).finally(() => asked.delete(question));
  asked.set(question, answer);
  return answer;
}

const underWay = new WeakMap<Reader, Map<string, Promise<Asked[]>>>();

async function readAsked(read: Reader, period: Pick<MeasureRequest, 'from' | 'to'>): Promise<Asked[]> {
  const { since, before } = momentsOf(period);
  const [calendar, rows] = await Promise.all([
    readCalendar(read),
    read
      .select({
        firm: applications.enterpriseId,
        bank: applications.institutionId,
        state: applications.state,
        securities: applications.securities,
        submittedAt: applications.submittedAt,
        category: productVersions.category,
        promisedDays: productVersions.promisedDays,
        verb: auditEntries.verb,
        answeredAt: auditEntries.at,
      })
      .from(applications)
      .innerJoin(productVersions, eq(productVersions.id, applications.productVersionId))
      .leftJoin(
        auditEntries,
        and(
          eq(auditEntries.subjectKind, 'application'),
          eq(auditEntries.subjectId, applications.id),
          inArray(auditEntries.verb, [...answers]),
        ),
      )
      .where(and(gte(applications.submittedAt, since), lt(applications.submittedAt, before))),
  ]);
  return rows.map(({ firm, bank, category, state, securities, submittedAt, promisedDays, verb, answeredAt }) => {
    const arrived = dayOf(submittedAt);
    const by = { month: monthOf(arrived), bank, category };
    if (answeredAt === null)
      return { firm, by, outcome: state === 'released' ? 'silent' : 'open', answerDays: null, isInTime: false };
    const answered = dayOf(answeredAt);
    const limit = limitOf('submitted', { promisedDays, isSecured: securities.length > 0 });
    return {
      firm,
      by,
      outcome: verb === 'acceptApplication' ? 'accepted' : 'declined',
      answerDays: workingDaysBetween(calendar, arrived, answered),
      isInTime: limit !== null && answered <= nthWorkingDayAfter(calendar, arrived, limit.days),
    };
  });
}

/** What a part of the applications is of those that were answered or left to be released: an answer that may yet come is in neither. */
export async function askedShare(
  read: Reader,
  request: MeasureRequest,
  isPart: (asked: Asked) => boolean,
): Promise<readonly Figure[]> {
  const decided = (await askedIn(read, request)).filter(({ outcome }) => outcome !== 'open');
  return groupedCases(decided, request.groupBy).map(group => shareOf(group, isPart));
}

/** The share of the cases of a group that have what is asked for, disclosed as the part and the whole together. */
export function shareOf<Counted extends Case>(
  { keys, cases }: CaseGroup<Counted>,
  isPart: (counted: Counted) => boolean,
): Figure {
  const part = cases.filter(isPart);
  return { keys, value: shareBps(part.length, cases.length), behind: [behindCases(part), behindCases(cases)] };
}
