import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { rowById, rowsBy } from '../../database/rows';
import { selectPage } from '../../database/select';
import type { ListRequest, Page } from '../../shared/list';
import { notFound } from '../../shared/refusals';
import { institutionsDealingWith } from '../applications/duplicates';
import { type Application, applications } from '../applications/tables';
import { type DemandCourse, restFenOf } from '../demands/access';
import { courseOf, coursesOf } from '../demands/queries';
import { type FinancingDemand, financingDemands } from '../demands/tables';
import { demandWord } from '../demands/words';
import { type JudgedDemand, judgeDemand, type RankedFit, rankedFits, readShelf } from './fits';

/** A demand that the operator or a department brings to banks, with the banks that have had it. */
export type DispatchDemand = {
  readonly demand: FinancingDemand;
  readonly course: DemandCourse;
  readonly applications: readonly Application[];
};

/** Demands to be dispatched that have not ended, newest first. Open to whoever dispatches: the resolver lets nobody else in. */
export async function listDispatchDemands({ db, today }: ActorContext, list: ListRequest): Promise<Page<DispatchDemand>> {
  const { items, total } = await selectPage(db.read, financingDemands, {
    list,
    where: and(eq(financingDemands.route, 'dispatch'), isNull(financingDemands.closedAt)),
    sorts: {
      createdAt: financingDemands.createdAt,
      amountFen: financingDemands.amountFen,
      validUntil: financingDemands.validUntil,
    },
    defaultSort: [desc(financingDemands.createdAt)],
  });
  const ids = items.map(({ id }) => id);
  const [courses, under] = await Promise.all([coursesOf(db.read, ids, today), applicationsByDemandId(db.read, ids)]);
  return {
    items: items.flatMap((demand, place) => {
      const course = courses[place];
      return course ? [{ demand, course, applications: under.filter(({ demandId }) => demandId === demand.id) }] : [];
    }),
    total,
  };
}

/** One demand to be dispatched, ended or not; a demand of another route is not found. */
export async function dispatchDemandById({ db, today }: ActorContext, id: string): Promise<DispatchDemand> {
  const demand = await rowById(db.read, financingDemands, id);
  if (demand?.route !== 'dispatch') throw notFound(demandWord, id);
  const [course, under] = await Promise.all([
    courseOf(db.read, id, today),
    db.read.select().from(applications).where(eq(applications.demandId, id)).orderBy(asc(applications.submittedAt)),
  ]);
  return { demand, course, applications: under };
}

export type Suggestions = { readonly judged: JudgedDemand; readonly fits: readonly RankedFit[] };

/**
 * The institutions that a demand may go to next, each with its best product, in the order of matching: never one that has had it
 * before, nor one at which the firm has an application under way.
 */
export async function suggestionsFor(context: ActorContext, demand: FinancingDemand): Promise<Suggestions> {
  const { db, today } = context;
  const [course, before, dealing, shelf] = await Promise.all([
    courseOf(db.read, demand.id, today),
    db.read.select({ id: applications.institutionId }).from(applications).where(eq(applications.demandId, demand.id)),
    institutionsDealingWith(db.read, demand.enterpriseId, today),
    readShelf(context),
  ]);
  const judged = await judgeDemand(context, shelf, demand, restFenOf(demand, course) || demand.amountFen);
  const known = new Set([...before.map(({ id }) => id), ...dealing]);
  const fits = (await rankedFits(context, shelf, demand, judged)).filter(({ institution }) => {
    if (known.has(institution.id)) return false;
    known.add(institution.id);
    return true;
  });
  return { judged, fits };
}

const applicationsByDemandId = rowsBy(applications, applications.demandId, asc(applications.submittedAt));
