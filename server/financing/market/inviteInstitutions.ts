import { z } from 'zod';
import type { ActorContext } from '../../context';
import { parseInput } from '../../shared/input';
import { conflict, notAllowed } from '../../shared/refusals';
import type { Application } from '../applications/tables';
import { lendersLimit } from '../demands/routes';
import { mayDispatch } from './access';
import { bringTogether } from './bringTogether';
import { firmsThatMatch } from './consent';
import { dispatchDemandById, suggestionsFor } from './dispatch';

export type InviteInput = { readonly demandId: string; readonly productIds: readonly string[] };

const shape = z.object({ productIds: z.array(z.string().min(1)).min(1).max(lendersLimit) });

/**
 * The operator or a department brings a demand before institutions of its choice, each by the product that the demand fits; all are
 * invited or none. Refuses (as not found) a demand of another route, a firm that does not let the platform match it, an
 * institution that does not fit, had it before or is dealing with the firm, and more than the firm's cap has places for.
 */
export async function inviteInstitutions(context: ActorContext, given: InviteInput): Promise<Application[]> {
  if (!mayDispatch(context.actor))
    throw notAllowed(
      {
        zh: '派单由运营方或政府部门的经办人员办理。',
        en: 'Demands are passed on by those who work for the operator or a department.',
      },
      { rule: 'role' },
    );
  const { productIds } = parseInput(shape, { productIds: given.productIds });
  const { demand } = await dispatchDemandById(context, given.demandId);
  const matching = await firmsThatMatch(context.db.read, [demand.enterpriseId], context.today);
  if (!matching.has(demand.enterpriseId)) throw notMatching();
  const { judged, fits } = await suggestionsFor(context, demand);
  const chosen = [...new Set(productIds)].map(productId => {
    const fit = fits.find(each => each.productId === productId);
    if (!fit) throw unfit(productId);
    return fit;
  });
  return context.db.write(async tx => {
    const invited: Application[] = [];
    for (const fit of chosen)
      invited.push(await bringTogether(tx, context, { demand, judged, fit, origin: 'invited', followsId: null }));
    return invited;
  });
}

const unfit = (productId: string) =>
  conflict(
    {
      zh: '所选产品不在建议之列：不适合该需求，或其机构已办理过、正在办理该企业的申请。请刷新后重选。',
      en: 'A product chosen is not among those suggested: it does not fit, or its institution has had the demand or is dealing with the firm. Reload and choose again.',
    },
    { field: 'productIds', value: productId, rule: 'market.productUnfit' },
  );

const notMatching = () =>
  conflict(
    {
      zh: '企业没有授权平台匹配，或授权已到期、撤回，不能派单。',
      en: 'The firm does not let the platform match it today, so its demand cannot be passed on.',
    },
    { rule: 'consent.missing', purpose: 'matching' },
  );
