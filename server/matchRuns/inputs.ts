import { asc, eq, isNull, max } from 'drizzle-orm';
import type { Context } from '../context';
import type { Reader } from '../database/database';
import { rowsBy } from '../database/rows';
import { creditRecords } from '../enterprises/records/tables';
import { enterprises } from '../enterprises/tables';
import { organisations } from '../identity/tables';
import type { MatchableProduct } from '../matching/match';
import { lprQuotesAll } from '../products/lpr/queries';
import { matchableOf, publishedProducts } from '../products/queries';
import { productVersions } from '../products/tables';
import { type CalendarDate, dayOf, type Instant } from '../shared/dates';
import { numbersIn, unpack } from './bits';
import { productsOfRun } from './queries';
import { type MatchRun, matchFirms } from './tables';

export type RunFirm = { readonly number: number; readonly enterpriseId: string };

/** What a run is made of. */
export type RunInputs = {
  readonly at: Instant;
  readonly day: CalendarDate;
  readonly recordsSeq: number;
  readonly products: readonly MatchableProduct[];
  /** By number, rising. */
  readonly firms: readonly RunFirm[];
};

/** The inputs of this moment, which is when the run started: all active firms, the products in force, the records so far. */
export async function inputsNow(db: Context['db'], at: Instant): Promise<RunInputs> {
  const day = dayOf(at);
  await numberNewFirms(db);
  const [[last], products, firms] = await Promise.all([
    db.read.select({ seq: max(creditRecords.seq) }).from(creditRecords),
    publishedProducts(db.read, day),
    selectFirms(db.read).where(eq(organisations.status, 'active')),
  ]);
  return { at, day, recordsSeq: last?.seq ?? 0, products, firms };
}

/**
 * The inputs of an earlier run, from what is only ever added to: its firms by their numbers, its product versions, which
 * never change, the records it had, and the consents of its moment. Not brought back: a quotation of the loan prime rate
 * that came later for an earlier day, and what a firm has withdrawn its consent from since; the digests tell.
 */
export async function inputsOf(db: Context['db'], run: MatchRun): Promise<RunInputs> {
  const { startedAt: at, day, recordsSeq, firmBits } = run;
  if (at === null || day === null || recordsSeq === null || firmBits === null) throw new Error(`run ${run.id} was never made`);
  const found = await productsOfRun(db.read, run.id);
  const versionIds = found.filter(({ isInForce }) => isInForce).map(({ versionId }) => versionId);
  const [versions, quotes, all] = await Promise.all([
    productVersionsById(db.read, versionIds),
    lprQuotesAll(db.read),
    selectFirms(db.read),
  ]);
  const numbers = new Set(numbersIn(unpack(firmBits)));
  return {
    at,
    day,
    recordsSeq,
    products: versions.map(version => matchableOf(version, day, quotes)),
    firms: all.filter(({ number }) => numbers.has(number)),
  };
}

const selectFirms = (read: Reader) =>
  read
    .select({ number: matchFirms.number, enterpriseId: matchFirms.enterpriseId })
    .from(matchFirms)
    .innerJoin(organisations, eq(organisations.id, matchFirms.enterpriseId))
    .orderBy(asc(matchFirms.number))
    .$dynamic();

/** Gives every firm that has none yet its number. */
async function numberNewFirms(db: Context['db']): Promise<void> {
  const news = await db.read
    .select({ enterpriseId: enterprises.id })
    .from(enterprises)
    .leftJoin(matchFirms, eq(matchFirms.enterpriseId, enterprises.id))
    .where(isNull(matchFirms.number))
    .orderBy(asc(enterprises.id));
  if (news.length > 0) await db.write(tx => tx.insertMany(matchFirms, news, { skipsKnown: true }));
}

const productVersionsById = rowsBy(productVersions, productVersions.id, asc(productVersions.productId));
