import type { ActorContext } from '../context';
import { moveBatch } from './changeBatch';
import { interrupted } from './findings';
import { kindOf } from './kinds';
import { interruptedBatches } from './queries';

/**
 * Says of imports that a stopped platform left half-way that they failed, and forgets what they had staged. Nothing of
 * them was imported. For the start of the one server of a database: another's imports under way would fail too.
 */
export async function recoverImports(context: ActorContext): Promise<number> {
  const batches = await interruptedBatches(context.db.read);
  for (const batch of batches)
    await context.db.write(async tx => {
      await kindOf(batch.kind).intakeOf(context, batch).clear(tx);
      await moveBatch(tx, batch.id, 'fail', { failure: interrupted, finishedAt: context.now });
    });
  return batches.length;
}
