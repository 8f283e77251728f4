import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../database/database';
import { rowById } from '../database/rows';
import { nextState } from '../shared/lifecycle';
import { notFound } from '../shared/refusals';
import { batchText } from './access';
import { type ImportVerb, importLifecycle } from './lifecycle';
import { type ImportBatch, importBatches } from './tables';

/** Moves a batch on by `verb` inside the caller's unit of work; refuses a verb that its state does not have. */
export async function moveBatch(tx: Tx, batchId: string, verb: ImportVerb, values: Partial<ImportBatch>): Promise<ImportBatch> {
  const batch = await loadBatch(tx, batchId);
  const [moved] = await tx
    .update(importBatches)
    .set({ ...values, state: nextState(importLifecycle, batch.state, verb), version: sql`${importBatches.version} + 1` })
    .where(eq(importBatches.id, batchId))
    .returning();
  return moved ?? batch;
}

/** The batch by its id, whoever it belongs to; NOT_FOUND when there is none. */
export async function loadBatch(read: Reader, batchId: string): Promise<ImportBatch> {
  const batch = await rowById(read, importBatches, batchId);
  if (!batch) throw notFound(batchText, batchId);
  return batch;
}
