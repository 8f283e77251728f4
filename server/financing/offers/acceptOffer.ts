import type { ActorContext } from '../../context';
import { liveRivals, moveApplication } from '../applications/moveApplication';
import { lapseOpenOffer, loadOfferFor, moveOffer, type OfferChange } from './moveOffer';
import type { Offer } from './tables';

/**
 * The firm takes an offer: in the same unit of work every other application under the demand lapses with its offer, because
 * one loan fulfils a demand. Refuses one that was answered or has lapsed, and a stale version.
 */
export async function acceptOffer(context: ActorContext, change: OfferChange): Promise<Offer> {
  return context.db.write(async tx => {
    const locked = await loadOfferFor(tx, context, { ...change, verb: 'acceptOffer' });
    const accepted = await moveOffer(tx, context, locked.offer, 'accept');
    const { termsHash } = accepted;
    await moveApplication(tx, context, locked, { verb: 'acceptOffer', details: { offerId: accepted.id, termsHash } });
    for (const rival of await liveRivals(tx, context, locked.application)) {
      await moveApplication(tx, context, { application: rival, demand: locked.demand }, { verb: 'lapse' });
      await lapseOpenOffer(tx, context, rival.id);
    }
    return accepted;
  });
}
