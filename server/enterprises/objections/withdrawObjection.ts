import { and, eq } from 'drizzle-orm';
import { record } from '../../audit/record';
import { noteChange } from '../../changes/noteChange';
import type { ActorContext } from '../../context';
import { nextState } from '../../shared/lifecycle';
import { objectionLifecycle } from './lifecycle';
import { loadObjection } from './queries';
import { type DataObjection, dataObjections } from './tables';
import { tellOfObjection } from './tellOfObjection';

/**
 * The firm takes its objection back, and the record is read as before. Refuses another firm's objection as not found, one that
 * has ended, and a stale version.
 */
export async function withdrawObjection(
  context: ActorContext,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<DataObjection> {
  return context.db.write(async tx => {
    const objection = await loadObjection(tx, context, { id, version, action: 'withdrawObjection' });
    const withdrawn: DataObjection = {
      ...objection,
      state: nextState(objectionLifecycle, objection.state, 'withdraw'),
      openRecordSeq: null,
      withdrawnAt: context.now,
      version: version + 1,
    };
    const { state, openRecordSeq, withdrawnAt } = withdrawn;
    await tx
      .update(dataObjections)
      .set({ state, openRecordSeq, withdrawnAt, version: withdrawn.version })
      .where(and(eq(dataObjections.id, id), eq(dataObjections.version, version)));
    noteChange(tx, context, 'enterprise', objection.enterpriseId);
    await tellOfObjection(tx, context, 'withdrawObjection', withdrawn);
    await record(tx, context, { verb: 'withdrawObjection', subject: { kind: 'objection', id }, details: {} });
    return withdrawn;
  });
}
