import type { ActorContext } from '../../context';
import { moveApplication } from '../applications/moveApplication';
import { checkOfferReason, loadOfferFor, moveOffer, type OfferChange } from './moveOffer';
import type { Offer } from './tables';

/**
 * The firm declines an open offer, with the reason; the bank may make another. Refuses one that was answered or has lapsed.
 */
export async function declineOffer(context: ActorContext, change: OfferChange & { readonly reason: string }): Promise<Offer> {
  const reason = checkOfferReason(change.reason);
  return context.db.write(async tx => {
    const locked = await loadOfferFor(tx, context, { ...change, verb: 'declineOffer' });
    const declined = await moveOffer(tx, context, locked.offer, 'decline', reason);
    await moveApplication(tx, context, locked, { verb: 'declineOffer', reason, details: { offerId: declined.id } });
    return declined;
  });
}
