import type { ActorContext } from '../../context';
import { lprQuotesAll } from '../../products/lpr/queries';
import { conflict } from '../../shared/refusals';
import { frozenVersion } from '../applications/frozenVersion';
import { moveApplication } from '../applications/moveApplication';
import { checkWithinProduct } from '../offers/checkWithinProduct';
import { loadOfferFor, type OfferChange } from '../offers/moveOffer';
import { type CounterOfferInput, checkDiffers, readCounterTerms } from './counterTerms';
import { roundsMax } from './rounds';
import { type CounterOffer, counterOffers } from './tables';

/**
 * The firm answers an open offer with what it would take instead. The offer stays open until its last day, so nothing is
 * lost by asking. Refuses terms out of bounds, beyond what the product publishes or the firm asked for, or equal to the
 * offer's (by field); a fourth round; an offer that was answered or has lapsed; and a stale version.
 */
export async function counterOffer(
  context: ActorContext,
  { input, ...change }: OfferChange & { readonly input: CounterOfferInput },
): Promise<CounterOffer> {
  const { today } = context;
  const terms = readCounterTerms(input);
  const quotes = await lprQuotesAll(context.db.read);
  return context.db.write(async tx => {
    const locked = await loadOfferFor(tx, context, { ...change, verb: 'counter' });
    const { application, offer } = locked;
    if (application.counterRounds >= roundsMax) throw noMoreRounds();
    const version = await frozenVersion(tx, application);
    checkWithinProduct(terms, { requestedFen: application.amountFen, version, today, quotes, rateField: 'rateBps' });
    checkDiffers(terms, offer);
    const round = application.counterRounds + 1;
    const counter = {
      ...terms,
      id: context.newId(),
      applicationId: application.id,
      offerId: offer.id,
      round,
      createdAt: context.now,
    };
    await moveApplication(tx, context, locked, {
      verb: 'counter',
      words: { offerValidUntil: offer.validUntil, counterRounds: round },
      reason: terms.note,
      details: { counterOfferId: counter.id, offerId: offer.id, round, amountFen: terms.amountFen, rateBps: terms.rateBps },
      figures: { ...terms, validUntil: offer.validUntil },
    });
    await tx.insert(counterOffers).values(counter);
    return counter;
  });
}

const noMoreRounds = () =>
  conflict(
    {
      zh: `每笔申请最多还价 ${roundsMax} 轮，次数已用完。请接受或谢绝现有报价。`,
      en: `An application has ${roundsMax} rounds of counter-offers and they are used up: accept or decline the offer.`,
    },
    { rule: 'counterOffer.rounds' },
  );
