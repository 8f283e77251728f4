import { record } from '../audit/record';
import type { ActorContext } from '../context';
import { mustDecide } from './access';
import { loadBatch, moveBatch } from './changeBatch';
import { kindOf } from './kinds';
import type { ImportBatch } from './tables';

/**
 * Gives up a checked file: what was staged of it is forgotten. Refuses a batch of another organisation (NOT_FOUND), an
 * auditor, and a batch that is not waiting to be applied.
 */
export async function discardImport(context: ActorContext, batchId: string): Promise<ImportBatch> {
  return context.db.write(async tx => {
    const batch = await loadBatch(tx, batchId);
    mustDecide(context.actor, batch);
    await kindOf(batch.kind).intakeOf(context, batch).clear(tx);
    const moved = await moveBatch(tx, batchId, 'discard', { finishedAt: context.now });
    await record(tx, context, {
      verb: 'discardImport',
      subject: { kind: 'importBatch', id: batchId },
      details: { kind: batch.kind, fileName: batch.fileName },
    });
    return moved;
  });
}
