import { and, asc, count, desc, eq, exists, inArray, ne, type SQL } from 'drizzle-orm';
import { readCalendar } from '../../calendar/queries';
import { workingDaysBetween } from '../../calendar/workingDays';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { selectPage } from '../../database/select';
import { productVersions } from '../../products/tables';
import type { ListRequest, Page } from '../../shared/list';
import { stateOn } from '../applications/access';
import type { ApplicationState } from '../applications/lifecycle';
import { applications } from '../applications/tables';
import { financingDemands } from '../demands/tables';
import { type Escalation, escalations } from './tables';

export const escalationStandings = ['open', 'over'] as const;
export type EscalationStanding = (typeof escalationStandings)[number];
export type EscalationFilter = { readonly standing?: EscalationStanding | null; readonly institutionId?: string | null };

/** A missed limit as the operator reads it: whose, of which product and step, and what has come of it; never of which firm. */
export type EscalationView = Escalation & {
  readonly product: string;
  readonly stateNow: ApplicationState;
  /** The application still waits where it waited. */
  readonly isOpen: boolean;
  /** Working days since the day; null once it waits no more. */
  readonly daysOver: number | null;
  /** Where the firm has left its demand to be dispatched: the demand, to bring it to another bank. */
  readonly dispatchDemandId: string | null;
};

/** Every missed limit that was taken up, newest first. Open to the operator: the resolver lets nobody else in. */
export async function listEscalations(
  { db, today }: ActorContext,
  list: ListRequest & { readonly filter?: EscalationFilter | null },
): Promise<Page<EscalationView>> {
  const { standing, institutionId } = list.filter ?? {};
  const { items, total } = await selectPage(db.read, escalations, {
    list,
    where: and(
      standing ? stillWaits(db.read, standing === 'open') : undefined,
      institutionId ? eq(escalations.organisationId, institutionId) : undefined,
    ),
    sorts: { escalatedAt: escalations.escalatedAt, dueOn: escalations.dueOn },
    defaultSort: [desc(escalations.escalatedAt)],
  });
  const calendar = await readCalendar(db.read);
  const found = await applicationsOf(db.read, items);
  return {
    items: items.flatMap(escalation => {
      const of = found.get(escalation.applicationId);
      if (!of) return [];
      const stateNow = stateOn(of.application, today);
      const isOpen = of.application.state === escalation.state;
      return {
        ...escalation,
        product: of.product,
        stateNow,
        isOpen,
        daysOver: isOpen ? workingDaysBetween(calendar, escalation.dueOn, today) : null,
        dispatchDemandId: of.route === 'dispatch' ? of.application.demandId : null,
      };
    }),
    total,
  };
}

/** How many missed limits each institution has, the most first. Open to the operator: the resolver lets nobody else in. */
export async function escalationCounts(
  { db }: Pick<ActorContext, 'db'>,
  standing: EscalationStanding | null,
): Promise<{ readonly organisationId: string; readonly count: number }[]> {
  const rows = await db.read
    .select({ organisationId: escalations.organisationId, count: count() })
    .from(escalations)
    .where(standing ? stillWaits(db.read, standing === 'open') : undefined)
    .groupBy(escalations.organisationId)
    .orderBy(desc(count()), asc(escalations.organisationId));
  return rows.map(row => ({ ...row, count: Number(row.count) }));
}

const stillWaits = (read: Reader, isOpen: boolean): SQL =>
  exists(
    read
      .select({ id: applications.id })
      .from(applications)
      .where(
        and(
          eq(applications.id, escalations.applicationId),
          isOpen ? eq(applications.state, escalations.state) : ne(applications.state, escalations.state),
        ),
      ),
  );

async function applicationsOf(read: Reader, items: readonly Escalation[]) {
  const rows = await read
    .select({ application: applications, product: productVersions.name, route: financingDemands.route })
    .from(applications)
    .innerJoin(productVersions, eq(productVersions.id, applications.productVersionId))
    .innerJoin(financingDemands, eq(financingDemands.id, applications.demandId))
    .where(
      inArray(
        applications.id,
        items.map(({ applicationId }) => applicationId),
      ),
    );
  return new Map(rows.map(row => [row.application.id, row]));
}
