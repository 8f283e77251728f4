import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { lprQuotesAll } from '../../products/lpr/queries';
import { nextState } from '../../shared/lifecycle';
import { sumText } from '../../shared/money';
import { conflict, invalidInput } from '../../shared/refusals';
import { frozenVersion } from '../applications/frozenVersion';
import { applicationLifecycle } from '../applications/lifecycle';
import { type LockedApplication, loadFor, moveApplication } from '../applications/moveApplication';
import { restFenOf } from '../demands/access';
import { courseOf } from '../demands/queries';
import { offerDetails } from '../facts';
import { termsByIds } from '../riskSharing/queries';
import { type WorseTerm, worseTerms } from './betterTerms';
import { checkWithinProduct } from './checkWithinProduct';
import { type MakeOfferInput, nextNumber } from './makeOffer';
import { moveOffer } from './moveOffer';
import { type OfferTerms, readOfferTerms } from './offerTerms';
import { acceptedOfferOf } from './queries';
import { madeOffer, offerAfter } from './steps';
import { type Offer, offers } from './tables';
import { withScheme } from './underScheme';

/**
 * The bank changes a credit that it has granted. Terms that are better for the firm in something and worse in nothing take the place
 * of the approved ones at once. Any other change puts the approval back to bargaining (transition 28): what was approved is an offer
 * again, which the firm may still accept until its last day, and the bank makes the other terms as an offer of their own.
 *
 * Answers the offer that counts from now on. Refuses terms out of bounds, beyond the product or the request, the same as those
 * approved, worse ones of a guaranteed credit (by field), a state other than approved, another's application, and a stale version.
 */
export async function amendApproval(context: ActorContext, { id, version, input }: MakeOfferInput): Promise<Offer> {
  const { today } = context;
  const quotes = await lprQuotesAll(context.db.read);
  const asked = readOfferTerms(input, today, quotes);
  return context.db.write(async tx => {
    const locked = await loadFor(tx, context, { id, version, verb: 'amend' });
    const { application } = locked;
    if (application.state !== 'approved') nextState(applicationLifecycle, application.state, 'amend');
    const approved = await acceptedOfferOf(tx, id);
    if (!approved) throw new Error(`a granted credit without an accepted offer: ${id}`);
    const terms = await underApprovedScheme(tx, asked, approved);
    const made = madeOffer({ id: context.newId(), application, number: await nextNumber(tx, id), terms }, context);
    const frozen = await frozenVersion(tx, application);
    checkWithinProduct(asked, { requestedFen: application.amountFen, version: frozen, today, quotes });
    const amendment = { locked, approved, made };
    const worse = worseTerms(made, approved);
    return worse.length > 0 ? reopenBargaining(tx, context, amendment, worse) : improve(tx, context, amendment);
  });
}

type Amendment = { readonly locked: LockedApplication; readonly approved: Offer; readonly made: Offer };

/** Better terms take the place of the approved ones. */
async function improve(tx: Tx, context: ActorContext, { locked, approved, made }: Amendment): Promise<Offer> {
  await checkNeed(tx, context, locked, made.amountFen - approved.amountFen);
  const amended = offerAfter(made, 'accept', context);
  const details = { ...offerDetails(amended), replaces: approved.id };
  await moveApplication(tx, context, locked, { verb: 'amend', figures: amended, details });
  await moveOffer(tx, context, approved, 'supersede');
  await tx.insert(offers).values(amended);
  return amended;
}

/** Terms that are not better are the firm's to accept: it has its answer to the approved ones back meanwhile. */
async function reopenBargaining(
  tx: Tx,
  context: ActorContext,
  { locked, approved, made }: Amendment,
  worse: readonly WorseTerm[],
): Promise<Offer> {
  if (approved.schemeTermsId !== null) throw guaranteedAsApproved(worse);
  const { amountFen, termMonths, rateBps } = made;
  await moveApplication(tx, context, locked, {
    verb: 'reopenBargaining',
    words: { offerValidUntil: approved.validUntil },
    figures: { ...made, validUntil: approved.validUntil },
    details: { offerId: approved.id, wanted: { amountFen, termMonths, rateBps }, worse: worse.map(({ field }) => field) },
  });
  return moveOffer(tx, context, approved, 'reopen');
}

/** Those who guarantee the loan have agreed to the approved terms and no others. */
function guaranteedAsApproved([worst]: readonly WorseTerm[]) {
  const label = worst?.label ?? { zh: '条件', en: 'terms' };
  return invalidInput(worst?.field ?? 'input', null, 'approval.worse', {
    zh: `有担保的授信只能改得对企业更有利：${label.zh}不能这样改。确需变更的，请取消授信并写明原因，由企业重新申请。`,
    en: `A guaranteed credit may only change in favour of the firm: the ${label.en} cannot change like this. Otherwise cancel with the reason, and the firm applies anew.`,
  });
}

/** Several loans may meet a need together, never exceed it. */
async function checkNeed(tx: Tx, { today }: ActorContext, { demand }: LockedApplication, moreFen: number): Promise<void> {
  if (moreFen <= 0) return;
  const restFen = restFenOf(demand, await courseOf(tx, demand.id, today));
  if (moreFen <= restFen) return;
  throw conflict(
    {
      zh: `企业的需求只差 ${sumText(restFen).zh}，授信不能增加这么多。`,
      en: `Of the firm's need only ${sumText(restFen).en} is open: the credit cannot grow by so much.`,
    },
    { rule: 'offer.aboveRest', restFen },
  );
}

/** The scheme of an approved offer stays, and so does what is guaranteed: more money would need another guarantee. */
async function underApprovedScheme(tx: Tx, asked: OfferTerms, approved: Offer): Promise<OfferTerms> {
  const [scheme] = approved.schemeTermsId ? await termsByIds(tx, [approved.schemeTermsId]) : [];
  if (!scheme) return { ...asked, schemeTermsId: null };
  if (asked.amountFen > approved.amountFen)
    throw invalidInput('amountFen', asked.amountFen, 'approval.guaranteed', {
      zh: '担保方已按批准的金额分险，金额不能再增加。',
      en: 'The loan is guaranteed for the approved amount: it cannot become larger.',
    });
  return withScheme({ ...asked, schemeTermsId: scheme.terms.id }, scheme);
}
