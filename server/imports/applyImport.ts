import { record } from '../audit/record';
import type { ActorContext } from '../context';
import { Refusal } from '../shared/refusals';
import { mustDecide } from './access';
import { loadBatch, moveBatch } from './changeBatch';
import { unexpected } from './findings';
import { kindOf } from './kinds';
import { endProgress, inTurn, showProgress } from './running';
import type { Underway } from './startImport';
import type { ImportBatch } from './tables';

/**
 * Begins to import a checked file: all of it in one unit of work, or nothing. Refuses a batch of another organisation
 * (NOT_FOUND), an auditor, and a batch that is not waiting to be applied.
 */
export async function applyImport(context: ActorContext, batchId: string): Promise<Underway> {
  const batch = await context.db.write(async tx => {
    mustDecide(context.actor, await loadBatch(tx, batchId));
    return moveBatch(tx, batchId, 'apply', {});
  });
  return { batch, done: inTurn(() => applyBatch(context, batch)) };
}

async function applyBatch(context: ActorContext, batch: ImportBatch): Promise<ImportBatch> {
  const intake = kindOf(batch.kind).intakeOf(context, batch);
  const follow = (rowsDone: number) => showProgress(batch.id, Math.floor((rowsDone / Math.max(1, batch.rowsRead)) * 100));
  try {
    return await context.db.write(async tx => {
      const rowsNew = await intake.apply(tx, follow);
      await intake.clear(tx);
      const counts = { rowsNew, rowsKnown: batch.rowsRead - rowsNew };
      const moved = await moveBatch(tx, batch.id, 'finish', { ...counts, finishedAt: context.now });
      const { kind, dataClass, fileName, digest, rowsRead } = batch;
      await record(tx, context, {
        verb: 'applyImport',
        subject: { kind: 'importBatch', id: batch.id },
        details: { kind, dataClass, fileName, digest, rowsRead, ...counts },
      });
      return moved;
    });
  } catch (error) {
    if (!(error instanceof Refusal)) context.log.error({ err: error, batchId: batch.id }, 'import could not be applied');
    const failure = error instanceof Refusal ? error.text : unexpected(context.requestId);
    return await context.db.write(async tx => {
      await intake.clear(tx);
      return moveBatch(tx, batch.id, 'fail', { failure, finishedAt: context.now });
    });
  } finally {
    endProgress(batch.id);
  }
}
