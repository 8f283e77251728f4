import { eq, max } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { lprQuotesAll } from '../../products/lpr/queries';
import type { CalendarDate } from '../../shared/dates';
import { conflict, invalidInput } from '../../shared/refusals';
import { takesOfferOn } from '../applications/access';
import { frozenVersion } from '../applications/frozenVersion';
import { loadFor, moveApplication } from '../applications/moveApplication';
import type { Application } from '../applications/tables';
import { checkFeesOfPledge } from '../collateral/fees';
import { offerDetails } from '../facts';
import { checkWithinProduct } from './checkWithinProduct';
import { lapseOpenOffer } from './moveOffer';
import { type OfferInput, type OfferTerms, readOfferTerms } from './offerTerms';
import { madeOffer } from './steps';
import { type Offer, offers } from './tables';
import { underScheme } from './underScheme';

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
  const asked = readOfferTerms(input, today, quotes);
  return context.db.write(async tx => {
    const locked = await loadFor(tx, context, { id, version, verb: 'makeOffer' });
    const { application } = locked;
    checkInTime(application, asked, today);
    const frozen = await frozenVersion(tx, application);
    checkWithinProduct(asked, { requestedFen: application.amountFen, version: frozen, today, quotes });
    const terms = await underScheme(tx, asked, { version: frozen, institutionId: application.institutionId, today });
    await checkFeesOfPledge(tx, id, terms);
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

/** In an auction an offer comes in time, and stands beyond the day after which the firm chooses. */
function checkInTime(application: Application, { validUntil }: OfferTerms, today: CalendarDate): void {
  const { offersUntil } = application;
  if (offersUntil === null) return;
  if (!takesOfferOn(application, today))
    throw conflict(
      { zh: `竞价已于 ${offersUntil} 截止，不能再报价。`, en: `Offers were taken until ${offersUntil}: no more can be made.` },
      { rule: 'auction.closed', offersUntil },
    );
  if (validUntil <= offersUntil)
    throw invalidInput('validUntil', validUntil, 'auction.validity', {
      zh: `企业在 ${offersUntil} 之后选定，报价须在那之后仍有效。`,
      en: `The firm chooses after ${offersUntil}: the offer must stand beyond that day.`,
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
