import { and, eq, gte, inArray, lt, min, sql } from 'drizzle-orm';
import { auditEntries } from '../../audit/tables';
import type { Reader } from '../../database/database';
import { applications } from '../../financing/applications/tables';
import { indications } from '../../financing/indications/tables';
import { productVersions } from '../../products/tables';
import { dayOf, type Instant, monthOf } from '../../shared/dates';
import { shareOf } from './asked';
import { type Case, groupedCases, momentsOf } from './cases';
import type { DimensionName } from './dimensions';
import type { Figure, MeasureRequest } from './measure';

export const indicatedDimensions: readonly DimensionName[] = ['month', 'bank', 'category'];

/** An application with an indication in principle, and how far it went. */
export type Indicated = Case & { readonly isApproved: boolean; readonly isDisbursed: boolean };

const approvals = ['approveApplication', 'approveGuarantee'] as const;
const payments = ['disburse', 'openLine'] as const;

/** The applications of which a bank first said in principle what it could lend in the months of the request: each once, in that month. */
export async function indicatedIn(read: Reader, period: Pick<MeasureRequest, 'from' | 'to'>): Promise<Indicated[]> {
  const { since, before } = momentsOf(period);
  const first = read
    .select({ applicationId: indications.applicationId, at: min(indications.createdAt).as('first_at') })
    .from(indications)
    .groupBy(indications.applicationId)
    .as('first_indications');
  const moment = (at: Instant) => sql.param(at, indications.createdAt);
  const inPeriod = and(gte(first.at, moment(since)), lt(first.at, moment(before)));
  const [rows, steps] = await Promise.all([
    read
      .select({
        id: applications.id,
        firm: applications.enterpriseId,
        bank: applications.institutionId,
        category: productVersions.category,
        at: first.at,
      })
      .from(first)
      .innerJoin(applications, eq(applications.id, first.applicationId))
      .innerJoin(productVersions, eq(productVersions.id, applications.productVersionId))
      .where(inPeriod),
    read
      .select({ id: auditEntries.subjectId, verb: auditEntries.verb })
      .from(auditEntries)
      .innerJoin(first, eq(first.applicationId, auditEntries.subjectId))
      .where(and(eq(auditEntries.subjectKind, 'application'), inArray(auditEntries.verb, [...approvals, ...payments]), inPeriod)),
  ]);
  const taking = (verbs: readonly string[]) => new Set(steps.filter(({ verb }) => verbs.includes(verb)).map(({ id }) => id));
  const [approved, paid] = [taking(approvals), taking(payments)];
  return rows.flatMap(({ id, firm, bank, category, at }) =>
    at === null
      ? []
      : [{ firm, by: { month: monthOf(dayOf(at)), bank, category }, isApproved: approved.has(id), isDisbursed: paid.has(id) }],
  );
}

/** What part of the indications went on as far as `isPart` says. */
export const indicatedShare = async (
  read: Reader,
  request: MeasureRequest,
  isPart: (indicated: Indicated) => boolean,
): Promise<readonly Figure[]> =>
  groupedCases(await indicatedIn(read, request), request.groupBy).map(group => shareOf(group, isPart));
