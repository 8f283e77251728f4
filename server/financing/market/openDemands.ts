import { and, desc, eq, gte, inArray, isNull, or } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { enterprises } from '../../enterprises/tables';
import { organisations } from '../../identity/tables';
import type { Purpose } from '../../matching/attributes';
import { checkListRequest, type ListRequest, type Page } from '../../shared/list';
import { notFound } from '../../shared/refusals';
import { isWithinRegion } from '../../shared/regions';
import { isLiveOn } from '../applications/conditions';
import { applications } from '../applications/tables';
import { isOnMarket, placesLeft, restFenOf } from '../demands/access';
import { coursesOf } from '../demands/queries';
import { type DemandRoute, openRoutes } from '../demands/routes';
import { type FinancingDemand, financingDemands } from '../demands/tables';
import { demandWord } from '../demands/words';
import { firmsThatMatch } from './consent';
import { type Fit, type JudgedDemand, judgeDemand, readShelf, sizeClassIn } from './fits';

/** An open demand as a bank sees it that does not know whose it is. */
export type MarketDemand = {
  readonly demand: FinancingDemand;
  readonly judged: JudgedDemand;
  /** The bank's own products that it fits. */
  readonly fits: readonly Fit[];
  readonly restFen: number;
  readonly placesLeft: number;
  readonly countyCode: string | null;
  readonly industryCode: string | null;
  readonly sizeClass: string | null;
};

export type MarketFilter = {
  readonly route?: DemandRoute | null;
  readonly purpose?: Purpose | null;
  readonly regionCode?: string | null;
  readonly amountFenMin?: number | null;
  readonly amountFenMax?: number | null;
};

/**
 * The open demands that one of the actor's bank's products fits, newest first. A demand is open to grab or to an auction, not
 * run out, not full, of a firm that lets the platform match it today. What the bank has taken once, and what a firm asks that
 * the bank is dealing with, is left out: a refusal would tell whose it is.
 */
export async function listMarketDemands(
  context: ActorContext,
  list: ListRequest & { readonly filter?: MarketFilter | null },
): Promise<Page<MarketDemand>> {
  checkListRequest(list);
  const { route, purpose, regionCode, amountFenMin, amountFenMax } = list.filter ?? {};
  const seen = (await openTo(context)).filter(
    ({ demand, restFen, countyCode }) =>
      (!route || demand.route === route) &&
      (!purpose || demand.purpose === purpose) &&
      (!regionCode || (countyCode !== null && isWithinRegion(countyCode, regionCode))) &&
      (!amountFenMin || restFen >= amountFenMin) &&
      (!amountFenMax || restFen <= amountFenMax),
  );
  const first = (list.page - 1) * list.perPage;
  return { items: seen.slice(first, first + list.perPage), total: seen.length };
}

/** One open demand that the actor's bank may see; any other is not found. */
export async function marketDemandById(context: ActorContext, id: string): Promise<MarketDemand> {
  const [found] = await openTo(context, id);
  if (!found) throw notFound(demandWord, id);
  return found;
}

/** They are few: those that are open today are judged one by one, by facts that are kept until something changes. */
async function openTo(context: ActorContext, onlyId?: string): Promise<MarketDemand[]> {
  const { db, actor, today } = context;
  const rows = await db.read
    .select({ demand: financingDemands, regionCode: organisations.regionCode, industryCode: enterprises.industryCode })
    .from(financingDemands)
    .innerJoin(organisations, eq(organisations.id, financingDemands.enterpriseId))
    .innerJoin(enterprises, eq(enterprises.id, financingDemands.enterpriseId))
    .where(
      and(
        inArray(financingDemands.route, [...openRoutes]),
        isNull(financingDemands.closedAt),
        gte(financingDemands.validUntil, today),
        or(isNull(financingDemands.offersUntil), gte(financingDemands.offersUntil, today)),
        onlyId === undefined ? undefined : eq(financingDemands.id, onlyId),
      ),
    )
    .orderBy(desc(financingDemands.createdAt), desc(financingDemands.id));
  const [courses, matching, known, shelf] = await Promise.all([
    coursesOf(
      db.read,
      rows.map(({ demand }) => demand.id),
      today,
    ),
    firmsThatMatch(
      db.read,
      rows.map(({ demand }) => demand.enterpriseId),
      today,
    ),
    dealtWith(context),
    readShelf(context),
  ]);
  const seen: MarketDemand[] = [];
  for (const [place, { demand, regionCode, industryCode }] of rows.entries()) {
    const course = courses[place];
    if (!course || !isOnMarket(demand, course, today) || !matching.has(demand.enterpriseId)) continue;
    if (known.demandIds.has(demand.id) || known.enterpriseIds.has(demand.enterpriseId)) continue;
    const restFen = restFenOf(demand, course);
    const judged = await judgeDemand(context, shelf, demand, restFen);
    const fits = judged.fits.filter(({ institution }) => institution.id === actor.organisationId);
    if (fits.length === 0) continue;
    seen.push({
      demand,
      judged,
      fits,
      restFen,
      placesLeft: placesLeft(demand, course),
      countyCode: regionCode?.slice(0, 6) ?? null,
      industryCode,
      sizeClass: sizeClassIn(judged.facts),
    });
  }
  return seen;
}

type DealtWith = { readonly demandIds: ReadonlySet<string>; readonly enterpriseIds: ReadonlySet<string> };

/** The demands that the bank has or had an application under, and the firms of whom one is under way. */
async function dealtWith({ db, actor, today }: ActorContext): Promise<DealtWith> {
  const isOwn = eq(applications.institutionId, actor.organisationId);
  const [taken, underWay] = await Promise.all([
    db.read
      .select({ id: applications.demandId })
      .from(applications)
      .innerJoin(financingDemands, eq(financingDemands.id, applications.demandId))
      .where(and(isOwn, inArray(financingDemands.route, [...openRoutes]))),
    db.read
      .select({ id: applications.enterpriseId })
      .from(applications)
      .where(and(isOwn, isLiveOn(today))),
  ]);
  const idsOf = (rows: readonly { readonly id: string }[]) => new Set(rows.map(({ id }) => id));
  return { demandIds: idsOf(taken), enterpriseIds: idsOf(underWay) };
}
