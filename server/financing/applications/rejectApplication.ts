import type { ActorContext } from '../../context';
import { checkReason, type GivenReason } from './checkReason';
import { type ApplicationChange, changeApplication } from './moveApplication';
import type { Application } from './tables';

/** The bank refuses an application after taking it up, and says why by code. Refuses a reason that the code alone does not explain. */
export const rejectApplication = async (
  context: ActorContext,
  { reasonCode, reasonText, ...change }: ApplicationChange & GivenReason,
): Promise<Application> => {
  const words = checkReason({ reasonCode, reasonText });
  return changeApplication(context, change, { verb: 'reject', words, reason: words.reasonText });
};
