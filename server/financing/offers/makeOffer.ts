import { eq, max } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { lprQuotesAll } from '../../products/lpr/queries';
import { frozenVersion } from '../applications/frozenVersion';
import { loadFor, moveApplication } from '../applications/moveApplication';
import { offerDetails } from '../facts';
import { checkWithinProduct } from './checkWithinProduct';
import { lapseOpenOffer } from './moveOffer';
import { type OfferInput, readOfferTerms } from './offerTerms';
import { madeOffer } from './steps';
import { type Offer, offers } from './tables';

/** `id` and `version` are the application's. */
export type MakeOfferInput = { readonly id: string; readonly version: number; readonly input: OfferInput };

/**
 * Makes a binding offer on an application that the bank has taken up, in the place of the one that the firm bargains over: its terms are frozen and hashed, its cost reckoned as
 * if the loan were disbursed today. Refuses terms out of bounds or beyond what the product of the application publishes and
 * the firm asked for (by field), another's application, a stale version, and a state that takes no offer.
 */
export async function makeOffer(context: ActorContext, { id, version, input }: MakeOfferInput): Promise<Offer> {
  const { today } = context;
  const quotes = await lprQuotesAll(context.db.read);
  const terms = readOfferTerms(input, today, quotes);
  return context.db.write(async tx => {
    const locked = await loadFor(tx, context, { id, version, verb: 'makeOffer' });
    const { application } = locked;
    const frozen = await frozenVersion(tx, application);
    checkWithinProduct(terms, { requestedFen: application.amountFen, version: frozen, today, quotes });
    const number = await nextNumber(tx, id);
    const offer = madeOffer({ id: context.newId(), application, number, terms }, context);
    await moveApplication(tx, context, locked, {
      verb: 'makeOffer',
      words: { offerValidUntil: offer.validUntil },
      details: offerDetails(offer),
      figures: offer,
    });
    await lapseOpenOffer(tx, context, id);
    await tx.insert(offers).values(offer);
    return offer;
  });
}

/** The number of the next offer on an application. */
export async function nextNumber(tx: Tx, applicationId: string): Promise<number> {
  const [last] = await tx
    .select({ number: max(offers.number) })
    .from(offers)
    .where(eq(offers.applicationId, applicationId));
  return (last?.number ?? 0) + 1;
}
