import type { ActorContext } from '../../context';
import { passOnAfterwards } from '../market/passOn';
import { checkOfferReason } from '../offers/moveOffer';
import { type ApplicationChange, changeApplication } from './moveApplication';
import type { Application } from './tables';

/**
 * Either side gives up a credit that was granted before it is paid out, and says why to the other. Refuses a missing reason,
 * a state without a granted credit, another's application, and a stale version.
 */
export const cancelApplication = async (
  context: ActorContext,
  { reason: given, ...change }: ApplicationChange & { readonly reason: string },
): Promise<Application> => {
  const reason = checkOfferReason(given);
  const cancelled = await changeApplication(context, change, { verb: 'cancel', words: { reasonText: reason }, reason });
  await passOnAfterwards(context, cancelled);
  return cancelled;
};
