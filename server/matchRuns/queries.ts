import { and, desc, eq, ne } from 'drizzle-orm';
import type { Reader } from '../database/database';
import { rowById } from '../database/rows';
import { selectPage } from '../database/select';
import { checkListRequest, type ListRequest, type Page } from '../shared/list';
import { notFound } from '../shared/refusals';
import { type DisclosedProduct, disclosedProducts } from './counts';
import { toldProducts } from './letters';
import { type ReplayAnswer, replayAnswer } from './replay';
import { type MatchRun, type MatchRunProduct, matchRunProducts, matchRuns } from './tables';

/** All runs, newest first. */
export const listRuns = (read: Reader, list: ListRequest): Promise<Page<MatchRun>> =>
  selectPage(read, matchRuns, {
    list,
    sorts: { createdAt: matchRuns.createdAt, finishedAt: matchRuns.finishedAt },
    defaultSort: [desc(matchRuns.createdAt)],
  });

/** A run by its id; NOT_FOUND when there is none. */
export async function findRun(read: Reader, id: string): Promise<MatchRun> {
  const run = await rowById(read, matchRuns, id);
  if (!run) throw notFound({ zh: '匹配任务', en: 'match run' }, id);
  return run;
}

/** The finished run that the next one is compared with; null before the first. */
export async function lastFinished(read: Reader): Promise<MatchRun | null> {
  const [run] = await read
    .select()
    .from(matchRuns)
    .where(and(eq(matchRuns.state, 'finished'), ne(matchRuns.reason, 'replay')))
    .orderBy(desc(matchRuns.finishedAt), desc(matchRuns.id))
    .limit(1);
  return run ?? null;
}

export const productsOfRun = (read: Reader, runId: string): Promise<MatchRunProduct[]> =>
  read.select().from(matchRunProducts).where(eq(matchRunProducts.runId, runId)).orderBy(matchRunProducts.productId);

export type NamedRunProduct = DisclosedProduct & { readonly id: string; readonly name: string; readonly institution: string };

/** A page of what a run found product by product, most moved first. What is hidden is decided over all of them. */
export async function pageOfProducts(read: Reader, runId: string, list: ListRequest): Promise<Page<NamedRunProduct>> {
  checkListRequest(list);
  await findRun(read, runId);
  const all = disclosedProducts(await productsOfRun(read, runId));
  const page = all.slice((list.page - 1) * list.perPage, list.page * list.perPage);
  const names = await toldProducts(
    read,
    page.map(({ versionId }) => versionId),
  );
  return {
    items: page.map(product => {
      const { name = '', institution = '' } = names.get(product.versionId) ?? {};
      return { ...product, id: product.productId, name, institution };
    }),
    total: all.length,
  };
}

export type WholeReplayAnswer = ReplayAnswer & { readonly productsDiffering: number };

/** What a replay says of the run it repeats; null for what is no replay, or has not finished. */
export async function replayAnswerOf(read: Reader, replayId: string): Promise<WholeReplayAnswer | null> {
  const replay = await findRun(read, replayId);
  if (replay.replayOf === null || replay.state !== 'finished') return null;
  const original = await findRun(read, replay.replayOf);
  const answer = replayAnswer(original, replay);
  if (answer.isSame) return { ...answer, productsDiffering: 0 };
  const [then, now] = [await productsOfRun(read, original.id), await productsOfRun(read, replayId)];
  const digests = new Map(then.filter(({ isInForce }) => isInForce).map(({ versionId, digest }) => [versionId, digest]));
  return { ...answer, productsDiffering: now.filter(({ versionId, digest }) => digests.get(versionId) !== digest).length };
}
