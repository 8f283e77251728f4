import type { ActorContext } from '../../context';
import type { CalendarDate } from '../../shared/dates';
import { sumText } from '../../shared/money';
import { conflict } from '../../shared/refusals';
import { mayChooseOn } from '../applications/access';
import { applicationLifecycle } from '../applications/lifecycle';
import { liveRivals, moveApplication } from '../applications/moveApplication';
import { restFenOf } from '../demands/access';
import { courseOf } from '../demands/queries';
import { mustMaySign } from '../signingLimits/queries';
import { lapseOpenOffer, loadOfferFor, moveOffer, type OfferChange } from './moveOffer';
import type { Offer } from './tables';

/**
 * The firm takes an offer. Several may be taken as long as they do not exceed the need together; once they meet it, every
 * application under the demand that has not come so far lapses with its offer in the same unit of work. Refuses one larger than
 * what is open of the need (naming that), one that was answered or has lapsed, a stale version, one above the
 * signing limit of who takes it, and in an auction one taken before the last day for offers has passed.
 */
export async function acceptOffer(context: ActorContext, change: OfferChange): Promise<Offer> {
  return context.db.write(async tx => {
    const locked = await loadOfferFor(tx, context, { ...change, verb: 'acceptOffer' });
    const { demand } = locked;
    await mustMaySign(tx, context, locked.offer.amountFen);
    const accepted = await moveOffer(tx, context, locked.offer, 'accept');
    if (!mayChooseOn(locked.application, context.today)) throw stillOpen(locked.application.offersUntil);
    const restFen = restFenOf(demand, await courseOf(tx, demand.id, context.today));
    if (accepted.amountFen > restFen) throw aboveRest(restFen);
    const { termsHash } = accepted;
    await moveApplication(tx, context, locked, {
      verb: 'acceptOffer',
      words: { needsGuarantee: accepted.schemeTermsId !== null },
      details: { offerId: accepted.id, termsHash },
    });
    if (accepted.amountFen < restFen) return accepted;
    for (const rival of await liveRivals(tx, context, locked.application)) {
      if (!lapsing.includes(rival.state)) continue;
      await moveApplication(tx, context, { application: rival, demand }, { verb: 'lapse' });
      await lapseOpenOffer(tx, context, rival.id);
    }
    return accepted;
  });
}

/** States of rivals that lapse; one whose own offer was accepted too goes on. */
const lapsing = applicationLifecycle.verbs.lapse.from;

const aboveRest = (restFen: number) =>
  conflict(
    {
      zh: `该需求还差 ${sumText(restFen).zh}，这份报价超过了它。您可以还价，请银行把金额降到这个数以内。`,
      en: `Of this demand ${sumText(restFen).en} is still open, less than this offer. Make a counter-offer of no more.`,
    },
    { rule: 'offer.aboveRest', restFen },
  );

const stillOpen = (offersUntil: CalendarDate | null) =>
  conflict(
    {
      zh: `竞价到 ${offersUntil} 为止，银行在此之前都可以报价；截止之后您再选定。`,
      en: `Banks may make offers until ${offersUntil}; choose among them once that day has passed.`,
    },
    { rule: 'auction.open', offersUntil },
  );
