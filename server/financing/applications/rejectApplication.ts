import type { ActorContext } from '../../context';
import { passOnAfterwards } from '../market/passOn';
import { lapseOpenOffer } from '../offers/moveOffer';
import { checkReason, type GivenReason } from './checkReason';
import { type ApplicationChange, loadFor, moveApplication } from './moveApplication';
import type { Application } from './tables';

/**
 * The bank refuses an application after taking it up, and says why by code; an offer that is still open ends with it, and where
 * the firm has said so, the demand goes on to another bank. Refuses a reason that the code alone does not explain.
 */
export const rejectApplication = async (
  context: ActorContext,
  { reasonCode, reasonText, ...change }: ApplicationChange & GivenReason,
): Promise<Application> => {
  const words = checkReason({ reasonCode, reasonText });
  const rejected = await context.db.write(async tx => {
    const locked = await loadFor(tx, context, { ...change, verb: 'reject' });
    const moved = await moveApplication(tx, context, locked, { verb: 'reject', words, reason: words.reasonText });
    await lapseOpenOffer(tx, context, moved.id);
    return moved;
  });
  await passOnAfterwards(context, rejected);
  return rejected;
};
