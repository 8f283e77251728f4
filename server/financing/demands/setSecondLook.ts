import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { conflict } from '../../shared/refusals';
import { keepDemand, loadOwnDemand } from './loadDemand';
import type { FinancingDemand } from './tables';

export type SecondLookInput = { readonly id: string; readonly version: number; readonly allows: boolean };

/**
 * The firm lets its demand go on to other banks, with its file, where a bank refuses or is silent; or no longer. Refuses
 * another firm's as not found, a stale version, and a demand that has ended.
 */
export const setSecondLook = (context: ActorContext, { allows, ...change }: SecondLookInput): Promise<FinancingDemand> =>
  context.db.write(async tx => {
    const demand = await loadOwnDemand(tx, context, change);
    if (demand.closedAt !== null)
      throw conflict({ zh: '该需求已经结束。', en: 'This demand has ended.' }, { rule: 'demand.ended' });
    const changed = { ...demand, allowsSecondLook: allows, version: demand.version + 1 };
    await keepDemand(tx, changed);
    await record(tx, context, { verb: 'setSecondLook', subject: { kind: 'demand', id: demand.id }, details: { allows } });
    return changed;
  });
