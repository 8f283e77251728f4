import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { conflict, notAllowed, notFound, staleVersion } from '../../shared/refusals';
import { withdrawalFact } from '../facts';
import { canSeeDemand, demandStateOf, mayChangeDemand } from './access';
import { keepDemand, lockDemand } from './loadDemand';
import { courseOf } from './queries';
import { demandAfter } from './steps';
import type { FinancingDemand } from './tables';
import { demandWord } from './words';

/**
 * Ends a demand of the actor's own firm that nothing can come of any more or yet. Refuses another firm's as not found, a
 * stale version, a demand with an application under way, and one that has ended.
 */
export async function withdrawDemand(
  context: ActorContext,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<FinancingDemand> {
  return context.db.write(async tx => {
    const demand = await lockDemand(tx, id);
    if (!canSeeDemand(context.actor, demand)) throw notFound(demandWord, id);
    if (!mayChangeDemand(context.actor, demand)) throw readsOnly();
    if (demand.version !== version) throw staleVersion(demandWord, version, demand.version);
    const course = await courseOf(tx, id, context.today);
    if (course.liveApplications > 0) throw stillApplied(course.liveApplications);
    const withdrawn = demandAfter({ ...demand, state: demandStateOf(demand, course) }, 'withdraw', context.now);
    await keepDemand(tx, withdrawn);
    await record(tx, context, withdrawalFact(withdrawn));
    return withdrawn;
  });
}

const readsOnly = () =>
  notAllowed({ zh: '您的角色只能查看，不能撤回需求。', en: 'Your role may read but not withdraw a demand.' }, { rule: 'role' });

const stillApplied = (applications: number) =>
  conflict(
    {
      zh: `还有 ${applications} 笔申请在办理中，请先撤回这些申请再撤回需求。`,
      en: `Applications are still under way: ${applications}. Withdraw them first, then the demand.`,
    },
    { rule: 'demand.liveApplications', applications },
  );
