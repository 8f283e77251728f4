import { and, count, countDistinct, eq, gte, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { ActorContext } from '../../../context';
import { daysApart } from '../../../database/columns';
import type { Database, Reader } from '../../../database/database';
import type { Cases } from '../../../matching/rank';
import { productVersions } from '../../../products/tables';
import type { ProductCategory } from '../../../products/vocabulary';
import { addMonths, type Instant } from '../../../shared/dates';
import { applications } from '../../applications/tables';
import { offers } from '../../offers/tables';

/** How a product's applications since a moment were decided, over all its versions of one family. */
export type ProductCases = Cases & {
  readonly productId: string;
  readonly category: ProductCategory;
  /** Calendar days from submission to the bank's offer or refusal, on average. */
  readonly daysToDecision: number;
};

type Kept = { readonly hour: number; readonly cases: Promise<readonly ProductCases[]> };

const hourMilliseconds = 3_600_000;
/** Decisions older than this say little about today's rules. */
const monthsOfRecord = 24;

/**
 * `decidedCases` of the last two years, read at most once an hour: a rate over months does not move within one, and every
 * list of matches asks for it.
 */
export function trackRecord({ db, now, today }: Pick<ActorContext, 'db' | 'now' | 'today'>): Promise<readonly ProductCases[]> {
  const hour = Math.floor(now.getTime() / hourMilliseconds);
  const known = kept.get(db);
  if (known?.hour === hour) return known.cases;
  const cases = decidedCases(db.read, new Date(`${addMonths(today, -monthsOfRecord)}T00:00:00+08:00`));
  kept.set(db, { hour, cases });
  cases.catch(() => kept.delete(db));
  return cases;
}

const kept = new WeakMap<Database, Kept>();

/**
 * The decisions that banks have taken on applications submitted since `since`: an offer is a yes, unless a refusal followed
 * it; declining and rejecting are a no. What the firm withdrew or let lapse before any offer decides nothing, nor does what a
 * bank declined without knowing whose it was.
 */
export async function decidedCases(read: Reader, since: Instant): Promise<ProductCases[]> {
  const isRefused = inArray(applications.state, ['declined', 'rejected']);
  const decidedAt = sql`coalesce(${offers.createdAt}, ${applications.decidedAt})`;
  return await read
    .select({
      productId: applications.productId,
      category: productVersions.category,
      firms: countDistinct(applications.enterpriseId),
      decided: count(),
      approved: sql`sum(case when ${isRefused} then 0 else 1 end)`.mapWith(Number),
      daysToDecision: sql`avg(${daysApart(applications.submittedAt, decidedAt)})`.mapWith(Number),
    })
    .from(applications)
    .innerJoin(productVersions, eq(productVersions.id, applications.productVersionId))
    .leftJoin(offers, and(eq(offers.applicationId, applications.id), eq(offers.number, 1)))
    .where(
      and(gte(applications.submittedAt, since), or(and(isRefused, isNotNull(applications.revealedAt)), isNotNull(offers.id))),
    )
    .groupBy(applications.productId, productVersions.category);
}
