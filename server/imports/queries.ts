import { asc, count, desc, eq, inArray, type SQL } from 'drizzle-orm';
import type { Reader } from '../database/database';
import { orderOf, selectPage } from '../database/select';
import type { Actor } from '../shared/actor';
import { checkListRequest, type ListRequest, type Page } from '../shared/list';
import { notFound } from '../shared/refusals';
import { batchText, canSeeBatch } from './access';
import { loadBatch } from './changeBatch';
import { type ImportBatch, type ImportProblem, importBatches, importProblems } from './tables';

/** The imports that `actor` may see, newest first: the operator all of them, others their organisation's own. */
export function listImportBatches(read: Reader, actor: Actor, list: ListRequest): Promise<Page<ImportBatch>> {
  const isOwn: SQL | undefined =
    actor.organisationKind === 'operator' ? undefined : eq(importBatches.organisationId, actor.organisationId);
  return selectPage(read, importBatches, {
    list,
    where: isOwn,
    sorts: {
      createdAt: importBatches.createdAt,
      kind: importBatches.kind,
      state: importBatches.state,
      rowsRead: importBatches.rowsRead,
    },
    defaultSort: [desc(importBatches.createdAt), desc(importBatches.id)],
  });
}

/** One import; NOT_FOUND for those who may not see it. */
export async function importBatchOf(read: Reader, actor: Actor, id: string): Promise<ImportBatch> {
  const batch = await loadBatch(read, id);
  if (!canSeeBatch(actor, batch)) throw notFound(batchText, id);
  return batch;
}

/** A page of what is wrong with a file, in the order of its rows. */
export async function problemsOf(read: Reader, batchId: string, list: ListRequest): Promise<Page<ImportProblem>> {
  checkListRequest(list);
  const where = eq(importProblems.batchId, batchId);
  const [items, [counted]] = await Promise.all([
    read
      .select()
      .from(importProblems)
      .where(where)
      .orderBy(...orderOf(list, { row: importProblems.row, column: importProblems.column }, []), asc(importProblems.seq))
      .limit(list.perPage)
      .offset((list.page - 1) * list.perPage),
    read.select({ total: count() }).from(importProblems).where(where),
  ]);
  return { items, total: counted?.total ?? 0 };
}

/** The imports that were under way when the platform last stopped. */
export const interruptedBatches = async (read: Reader): Promise<ImportBatch[]> =>
  await read
    .select()
    .from(importBatches)
    .where(inArray(importBatches.state, ['checking', 'applying']));
