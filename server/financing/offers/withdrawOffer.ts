import type { ActorContext } from '../../context';
import { moveApplication } from '../applications/moveApplication';
import { checkOfferReason, loadOfferFor, moveOffer, type OfferChange } from './moveOffer';
import type { Offer } from './tables';

/**
 * The bank takes an open offer back, with the reason; the application waits for another. An offer that names its last day
 * binds, so the reason is kept (民法典 476). Refuses one that was answered or has lapsed.
 */
export async function withdrawOffer(context: ActorContext, change: OfferChange & { readonly reason: string }): Promise<Offer> {
  const reason = checkOfferReason(change.reason);
  return context.db.write(async tx => {
    const locked = await loadOfferFor(tx, context, { ...change, verb: 'withdrawOffer' });
    const withdrawn = await moveOffer(tx, context, locked.offer, 'withdraw', reason);
    await moveApplication(tx, context, locked, { verb: 'withdrawOffer', reason, details: { offerId: withdrawn.id } });
    return withdrawn;
  });
}
