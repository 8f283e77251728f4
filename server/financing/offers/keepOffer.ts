import { and, eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { conflict } from '../../shared/refusals';
import { isOfferOpenOn } from '../applications/access';
import { type ApplicationChange, loadFor, moveApplication } from '../applications/moveApplication';
import type { Application } from '../applications/tables';
import { checkOfferReason } from './moveOffer';
import { offers } from './tables';

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
    const [open] = await tx
      .select({ id: offers.id, validUntil: offers.validUntil })
      .from(offers)
      .where(and(eq(offers.applicationId, application.id), eq(offers.state, 'open')));
    if (open && !isOfferOpenOn(application, context.today)) throw ranOut(open.validUntil);
    const words = { offerValidUntil: open?.validUntil };
    return moveApplication(tx, context, locked, { verb: 'keepOffer', words, reason, details: { offerId: open?.id } });
  });
}

const ranOut = (validUntil: string) =>
  conflict(
    {
      zh: `原报价有效期至 ${validUntil}，已失效。请重新报价，或写明原因后拒绝。`,
      en: `The offer was valid until ${validUntil} and has run out: make another, or refuse with the reason.`,
    },
    { rule: 'offer.ranOut', validUntil },
  );
