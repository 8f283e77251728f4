import { and, eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { conflict, notAllowed } from '../../shared/refusals';
import { type Application, applications } from '../applications/tables';
import { mayGrab } from './access';
import { bringTogether } from './bringTogether';
import { marketDemandById } from './openDemands';

export type GrabInput = { readonly demandId: string; readonly productId: string };

/**
 * A bank takes an open demand with one of its products that the demand fits: first come, up to the firm's cap. In an auction it takes
 * part so. It is told who asks when it takes the application up, not before. Refuses (as not found) a demand that it may not see, and
 * then one that it has had before, one that is full or has run out, and a product that does not fit.
 */
export async function grabDemand(context: ActorContext, { demandId, productId }: GrabInput): Promise<Application> {
  if (!mayGrab(context.actor))
    throw notAllowed(
      { zh: '抢单由银行的经办人员办理。', en: 'Open demands are taken by those who work for a bank.' },
      { rule: 'role' },
    );
  await checkNotTaken(context, demandId);
  const { demand, judged, fits } = await marketDemandById(context, demandId);
  const fit = fits.find(each => each.productId === productId);
  if (!fit)
    throw conflict(
      {
        zh: '本行的这款产品不适合该需求，请从列出的产品中选择。',
        en: 'This product of yours does not fit the demand: choose one of those listed.',
      },
      { field: 'productId', rule: 'market.productUnfit' },
    );
  return context.db.write(tx => bringTogether(tx, context, { demand, judged, fit, origin: 'grabbed', followsId: null }));
}

/** What a bank took once it no longer sees among the open demands: the refusal says why. */
async function checkNotTaken({ db, actor }: ActorContext, demandId: string): Promise<void> {
  const [taken] = await db.read
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.demandId, demandId), eq(applications.institutionId, actor.organisationId)));
  if (taken)
    throw conflict(
      {
        zh: '本行已经承接过这项需求，请在「申请处理」中查看。',
        en: 'Your bank has taken this demand already: see your applications.',
      },
      { rule: 'market.sameInstitution', applicationId: taken.id },
    );
}
