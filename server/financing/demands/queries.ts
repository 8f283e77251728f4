import { and, count, desc, eq, inArray, isNotNull, or, type Placeholder, type SQL, sql, sum } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { prepared } from '../../database/prepared';
import { rowById, rowsBy } from '../../database/rows';
import { containing, selectPage } from '../../database/select';
import type { CalendarDate } from '../../shared/dates';
import type { ListRequest, Page } from '../../shared/list';
import { notFound } from '../../shared/refusals';
import { isLent, isLiveOn, isOfferedOn } from '../applications/conditions';
import { committedStates } from '../applications/lifecycle';
import { applications } from '../applications/tables';
import { offers } from '../offers/tables';
import { canSeeDemand, type DemandCourse, nothingYet } from './access';
import type { DemandState } from './lifecycle';
import { type FinancingDemand, financingDemands } from './tables';
import { demandWord } from './words';

/** A demand with what has come of it. */
export type DemandView = { readonly demand: FinancingDemand; readonly course: DemandCourse };

export type DemandFilter = { readonly state?: DemandState | null };

/** The demands of the actor's own firm, newest first; `q` looks in their notes. */
export async function listDemands(
  { db, actor, today }: ActorContext,
  list: ListRequest & { readonly q?: string | null; readonly filter?: DemandFilter | null },
): Promise<Page<DemandView>> {
  const state = list.filter?.state;
  const words = list.q?.trim();
  const { items, total } = await selectPage(db.read, financingDemands, {
    list,
    where: and(
      eq(financingDemands.enterpriseId, actor.organisationId),
      state ? eq(stateOn(today), state) : undefined,
      words ? containing(financingDemands.note, words) : undefined,
    ),
    sorts: {
      createdAt: financingDemands.createdAt,
      amountFen: financingDemands.amountFen,
      termMonths: financingDemands.termMonths,
    },
    defaultSort: [desc(financingDemands.createdAt)],
  });
  const courses = await coursesOf(
    db.read,
    items.map(({ id }) => id),
    today,
  );
  return { items: items.map((demand, place) => ({ demand, course: courses[place] ?? nothingYet })), total };
}

/** One demand of the actor's own firm; any other is not found. */
export async function demandById({ db, actor, today }: ActorContext, id: string): Promise<DemandView> {
  const demand = await rowById(db.read, financingDemands, id);
  if (!demand || !canSeeDemand(actor, demand)) throw notFound(demandWord, id);
  return { demand, course: await courseOf(db.read, id, today) };
}

/** Demands by their ids, in the order asked for; the caller has made sure of who may see them. */
export async function demandsByIds(read: Reader, ids: readonly string[], today: CalendarDate): Promise<(DemandView | Error)[]> {
  const [found, courses] = await Promise.all([financingDemandsById(read, ids), coursesOf(read, ids, today)]);
  const byId = new Map(found.map(demand => [demand.id, demand]));
  return ids.map((id, place) => {
    const demand = byId.get(id);
    return demand ? { demand, course: courses[place] ?? nothingYet } : notFound(demandWord, id);
  });
}

/** What has come of one demand by `today`. */
export async function courseOf(read: Reader, demandId: string, today: CalendarDate): Promise<DemandCourse> {
  const [course] = await coursesOf(read, [demandId], today);
  return course ?? nothingYet;
}

/** What has come of each demand by `today`, in the order asked for. */
export async function coursesOf(read: Reader, demandIds: readonly string[], today: CalendarDate): Promise<DemandCourse[]> {
  if (demandIds.length === 0) return [];
  const [rows, sums] = await Promise.all(
    demandIds.length === 1
      ? [countsOfOne(read, { id: demandIds[0], today }), acceptedSumsOfOne(read, { id: demandIds[0] })]
      : [countsOf(read, demandIds, today), acceptedSumsOf(read, demandIds)],
  );
  const byDemand = new Map(rows.map(row => [row.demandId, row]));
  const sumsByDemand = new Map(sums.map(row => [row.demandId, row]));
  return demandIds.map(id => {
    const { demandId, ...counts } = byDemand.get(id) ?? { demandId: id, ...nothingYet };
    const { committedFen, lentFen } = sumsByDemand.get(id) ?? nothingYet;
    return { ...counts, committedFen, lentFen };
  });
}

const times = (condition: SQL | undefined) => sum(sql`case when ${condition} then 1 else 0 end`).mapWith(Number);

const countsOf = (read: Reader, demandIds: readonly (string | Placeholder)[], today: CalendarDate | Placeholder) => {
  const isLive = isLiveOn(today);
  return read
    .select({
      demandId: applications.demandId,
      applications: count(),
      liveApplications: times(isLive),
      openOffers: times(isOfferedOn(today)),
      lenders: times(or(isLive, isLent)),
      informed: times(or(isLive, isLent, isNotNull(applications.revealedAt))),
    })
    .from(applications)
    .where(inArray(applications.demandId, [...demandIds]))
    .groupBy(applications.demandId);
};

/** The sums of the accepted offers, those to be paid out and those paid out. */
const acceptedSumsOf = (read: Reader, demandIds: readonly (string | Placeholder)[]) => {
  const sumWhere = (condition: SQL | undefined) =>
    sum(sql`case when ${condition} then ${offers.amountFen} else 0 end`).mapWith(Number);
  return read
    .select({
      demandId: applications.demandId,
      committedFen: sumWhere(inArray(applications.state, [...committedStates])),
      lentFen: sumWhere(isLent),
    })
    .from(applications)
    .innerJoin(offers, and(eq(offers.applicationId, applications.id), eq(offers.state, 'accepted')))
    .where(inArray(applications.demandId, [...demandIds]))
    .groupBy(applications.demandId);
};

/** Of one demand, which every step of a deal asks. */
const countsOfOne = prepared((read: Reader) => countsOf(read, [sql.placeholder('id')], sql.placeholder('today')));
const acceptedSumsOfOne = prepared((read: Reader) => acceptedSumsOf(read, [sql.placeholder('id')]));

/** `demandStateOf` as an expression of a query. */
const stateOn = (today: CalendarDate) => {
  const under = sql`select 1 from ${applications} where ${applications.demandId} = ${financingDemands.id}`;
  return sql<DemandState>`case when ${financingDemands.state} <> 'inProgress' or exists (${under} and ${isLiveOn(today)}) then ${financingDemands.state} when exists (${under} and ${isLent}) then 'partiallyFulfilled' else 'published' end`;
};

const financingDemandsById = rowsBy(financingDemands, financingDemands.id);
