import type { ActorContext } from '../../context';
import { passOnAfterwards } from '../market/passOn';
import { checkReason, type GivenReason } from './checkReason';
import { type ApplicationChange, changeApplication } from './moveApplication';
import type { Application } from './tables';

/**
 * The bank does not take an application up, and says why by code; where the firm has said so, the demand goes on to another.
 * Refuses a reason that the code alone does not explain.
 */
export const declineApplication = async (
  context: ActorContext,
  { reasonCode, reasonText, ...change }: ApplicationChange & GivenReason,
): Promise<Application> => {
  const words = checkReason({ reasonCode, reasonText });
  const declined = await changeApplication(context, change, { verb: 'decline', words, reason: words.reasonText });
  await passOnAfterwards(context, declined);
  return declined;
};
