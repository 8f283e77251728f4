import type { ActorContext } from '../../context';
import { conflict } from '../../shared/refusals';
import { isOfferOpenOn } from '../applications/access';
import { type ApplicationChange, loadFor, moveApplication } from '../applications/moveApplication';
import type { Application } from '../applications/tables';
import { checkOfferReason } from './moveOffer';

/**
 * The bank answers a counter-offer by standing by its offer, with the reason: it waits for the firm again, until the same last
 * day. Refuses one that has run out meanwhile, a state without a counter-offer, and a stale version.
 */
export async function keepOffer(
  context: ActorContext,
  { reason: given, ...change }: ApplicationChange & { readonly reason: string },
): Promise<Application> {
  const reason = checkOfferReason(given);
  return context.db.write(async tx => {
    const locked = await loadFor(tx, context, { ...change, verb: 'keepOffer' });
    const { application } = locked;
    const { state, offerValidUntil } = application;
    if (state === 'countered' && !isOfferOpenOn(application, context.today)) throw ranOut(offerValidUntil);
    return moveApplication(tx, context, locked, { verb: 'keepOffer', words: { offerValidUntil }, reason });
  });
}

const ranOut = (validUntil: string | null) =>
  conflict(
    {
      zh: `原报价有效期至 ${validUntil}，已失效。请重新报价，或写明原因后拒绝。`,
      en: `The offer was valid until ${validUntil} and has run out: make another, or refuse with the reason.`,
    },
    { rule: 'offer.ranOut', validUntil },
  );
