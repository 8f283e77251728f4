import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { lprQuotesAll } from '../../products/lpr/queries';
import { formatYuan } from '../../shared/money';
import { conflict, invalidInput } from '../../shared/refusals';
import { frozenVersion } from '../applications/frozenVersion';
import { type LockedApplication, loadFor, moveApplication } from '../applications/moveApplication';
import { restFenOf } from '../demands/access';
import { courseOf } from '../demands/queries';
import { offerDetails } from '../facts';
import { termsByIds } from '../riskSharing/queries';
import { checkBetter } from './betterTerms';
import { checkWithinProduct } from './checkWithinProduct';
import { type MakeOfferInput, nextNumber } from './makeOffer';
import { moveOffer } from './moveOffer';
import { type OfferTerms, readOfferTerms } from './offerTerms';
import { acceptedOfferOf } from './queries';
import { madeOffer, offerAfter } from './steps';
import { type Offer, offers } from './tables';
import { withScheme } from './underScheme';

/**
 * The bank changes a credit that it has granted, in favour of the firm only: better terms take the place of the approved ones and
 * need no new acceptance. Refuses terms out of bounds, beyond the product or the request, worse in anything or better in nothing
 * (by field), a state other than approved, another's application, and a stale version.
 */
export async function amendApproval(context: ActorContext, { id, version, input }: MakeOfferInput): Promise<Offer> {
  const { today } = context;
  const quotes = await lprQuotesAll(context.db.read);
  const asked = readOfferTerms(input, today, quotes);
  return context.db.write(async tx => {
    const locked = await loadFor(tx, context, { id, version, verb: 'amend' });
    const { application } = locked;
    const approved = await acceptedOfferOf(tx, id);
    const terms = await underApprovedScheme(tx, asked, approved);
    const made = madeOffer({ id: context.newId(), application, number: await nextNumber(tx, id), terms }, context);
    const amended = offerAfter(made, 'accept', context);
    await moveApplication(tx, context, locked, {
      verb: 'amend',
      figures: amended,
      details: { ...offerDetails(amended), replaces: approved?.id ?? null },
    });
    if (!approved) throw new Error(`a granted credit without an accepted offer: ${id}`);
    const frozen = await frozenVersion(tx, application);
    checkWithinProduct(asked, { requestedFen: application.amountFen, version: frozen, today, quotes });
    checkBetter(amended, approved);
    await checkNeed(tx, context, locked, amended.amountFen - approved.amountFen);
    await moveOffer(tx, context, approved, 'supersede');
    await tx.insert(offers).values(amended);
    return amended;
  });
}

/** Several loans may meet a need together, never exceed it. */
async function checkNeed(tx: Tx, { today }: ActorContext, { demand }: LockedApplication, moreFen: number): Promise<void> {
  if (moreFen <= 0) return;
  const restFen = restFenOf(demand, await courseOf(tx, demand.id, today));
  if (moreFen <= restFen) return;
  throw conflict(
    {
      zh: `企业的需求只差 ${formatYuan(restFen)} 元，授信不能增加这么多。`,
      en: `Of the firm's need only ${formatYuan(restFen)} yuan are open: the credit cannot grow by so much.`,
    },
    { rule: 'offer.aboveRest', restFen },
  );
}

/** The scheme of an approved offer stays, and so does what is guaranteed: more money would need another guarantee. */
async function underApprovedScheme(tx: Tx, asked: OfferTerms, approved: Offer | undefined): Promise<OfferTerms> {
  const [scheme] = approved?.schemeTermsId ? await termsByIds(tx, [approved.schemeTermsId]) : [];
  if (!approved || !scheme) return { ...asked, schemeTermsId: null };
  if (asked.amountFen > approved.amountFen)
    throw invalidInput('amountFen', asked.amountFen, 'approval.guaranteed', {
      zh: '担保方已按批准的金额分险，金额不能再增加。',
      en: 'The loan is guaranteed for the approved amount: it cannot become larger.',
    });
  return withScheme({ ...asked, schemeTermsId: scheme.terms.id }, scheme);
}
