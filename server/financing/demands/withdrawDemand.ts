import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { conflict } from '../../shared/refusals';
import { withdrawalFact } from '../facts';
import { demandStateOf } from './access';
import { keepDemand, loadOwnDemand } from './loadDemand';
import { courseOf } from './queries';
import { demandAfter } from './steps';
import type { FinancingDemand } from './tables';

/**
 * Ends a demand of the actor's own firm that nothing can come of any more or yet; of one that was partly lent, the rest.
 * Refuses another firm's as not found, a stale version, a demand with an application under way, and one that has ended.
 */
export async function withdrawDemand(
  context: ActorContext,
  change: { readonly id: string; readonly version: number },
): Promise<FinancingDemand> {
  return context.db.write(async tx => {
    const demand = await loadOwnDemand(tx, context, change);
    const course = await courseOf(tx, demand.id, context.today);
    if (course.liveApplications > 0) throw stillApplied(course.liveApplications);
    const state = demandStateOf(demand, course);
    const verb = state === 'partiallyFulfilled' ? 'closeRest' : 'withdraw';
    const withdrawn = demandAfter({ ...demand, state }, verb, context.now);
    await keepDemand(tx, withdrawn);
    await record(tx, context, withdrawalFact(withdrawn));
    return withdrawn;
  });
}

const stillApplied = (applications: number) =>
  conflict(
    {
      zh: `还有 ${applications} 笔申请在办理中，请先撤回这些申请再撤回需求。`,
      en: `Applications are still under way: ${applications}. Withdraw them first, then the demand.`,
    },
    { rule: 'demand.liveApplications', applications },
  );
