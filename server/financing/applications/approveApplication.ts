import type { ActorContext } from '../../context';
import { acceptedOfferOf } from '../offers/queries';
import { type ApplicationChange, loadFor, moveApplication } from './moveApplication';
import type { Application } from './tables';

/**
 * The bank grants the credit of the offer that the firm accepted, on exactly its terms. Refuses a state without an accepted
 * offer, another's application, and a stale version.
 */
export const approveApplication = (context: ActorContext, change: ApplicationChange): Promise<Application> =>
  context.db.write(async tx => {
    const locked = await loadFor(tx, context, { ...change, verb: 'approve' });
    const offer = await acceptedOfferOf(tx, change.id);
    return moveApplication(tx, context, locked, {
      verb: 'approve',
      details: offer && { offerId: offer.id, termsHash: offer.termsHash, amountFen: offer.amountFen, rateBps: offer.rateBps },
    });
  });
