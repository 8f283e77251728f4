import type { DatedFact } from '../../server/audit/record';
import type { AuditSubject, AuditVerb } from '../../server/audit/verbs';
import { operationOf } from '../../server/financing/applications/access';
import type { ApplicationVerb } from '../../server/financing/applications/lifecycle';
import { type ApplicationWords, applicationAfter, submittedApplication } from '../../server/financing/applications/steps';
import type { Application as ApplicationRow } from '../../server/financing/applications/tables';
import type { Contract } from '../../server/financing/contracts/tables';
import type { Correction } from '../../server/financing/corrections/tables';
import { directRoute } from '../../server/financing/demands/demandRequest';
import { demandAfter, openedDemand } from '../../server/financing/demands/steps';
import type { FinancingDemand } from '../../server/financing/demands/tables';
import type { Indication } from '../../server/financing/indications/tables';
import type { OfferTerms } from '../../server/financing/offers/offerTerms';
import { madeOffer, offerAfter } from '../../server/financing/offers/steps';
import type { Offer } from '../../server/financing/offers/tables';
import { digestOf } from '../../server/idempotency/key';
import { type Actor, systemActor } from '../../server/shared/actor';
import { addDays, dayOf, type Instant } from '../../server/shared/dates';
import { fenPerWan } from '../../server/shared/money';
import { lprOn } from '../../server/shared/rate';
import type { Random } from '../random';
import type { Application } from './applying';
import { asidesOf } from './asides';
import { offerDays } from './cases';
import { reasonFor } from './refusing';
import { momentOf, Workdays } from './workdays';

/** What an application leaves behind in the database, short of the loan itself. */
export type History = {
  readonly demand: FinancingDemand;
  readonly application: ApplicationRow;
  readonly offer: Offer | null;
  readonly correction: Correction | null;
  readonly indication: Indication | null;
  readonly contract: Contract | null;
  /** Everything that was done, for the audit chain. */
  readonly facts: readonly DatedFact[];
};

export type HistoryInput = {
  readonly application: Application;
  readonly firm: Actor;
  readonly bank: Actor;
  readonly newId: () => string;
  readonly random: Random;
  readonly now: Instant;
  /** Distinguishes the firm's keys. */
  readonly place: number;
};

/** Takes one application through the steps of the real commands, each at its moment. */
export function historyOf(input: HistoryInput): History {
  const { application: chosen, firm, bank, newId, random, now, place } = input;
  const { planned, product, consent, isConsentNew, verdict, purpose, securities, highestRateBps } = chosen;
  const facts: DatedFact[] = [];
  const noted = (
    actor: Actor,
    at: Instant,
    verb: AuditVerb,
    kind: AuditSubject,
    id: string,
    details: Record<string, unknown>,
    reason?: string | null,
  ) => facts.push({ actor, now: at, verb, subject: { kind, id }, details, reason });

  const amountFen = planned.amountWan * fenPerWan;
  const { termMonths } = planned;
  const asked = {
    amountFen,
    termMonths,
    purpose,
    securities: [...securities],
    highestRateBps,
    repaymentMethods: [],
    note: null,
    ...directRoute,
  };
  let demand = openedDemand({
    id: newId(),
    enterpriseId: chosen.seeded.id,
    request: asked,
    idempotencyKey: `demand-${place}`,
    requestDigest: digestOf(asked),
    createdBy: firm.userId,
    createdAt: planned.openedAt,
  });
  noted(firm, planned.openedAt, 'openDemand', 'demand', demand.id, { amountFen, termMonths, purpose });
  if (isConsentNew) {
    const { recipientId, dataClasses, validFrom, validTo, textHash } = consent;
    const details = { recipientId, purpose: consent.purpose, dataClasses, validFrom, validTo, textHash };
    noted(firm, consent.signedAt, 'grantConsent', 'consent', consent.id, details);
  }
  const { productId, id: productVersionId } = product.terms;
  let application = submittedApplication({
    id: newId(),
    demand,
    product: { id: productId, versionId: productVersionId, institutionId: product.bankId },
    origin: 'applied',
    followsId: null,
    consents: [consent],
    amountFen,
    termMonths,
    securities,
    match: verdict,
    idempotencyKey: `application-${place}`,
    requestDigest: digestOf({ demandId: demand.id, productId, productVersionId }),
    submittedAt: planned.submittedAt,
  });
  demand = demandAfter(demand, 'apply', planned.submittedAt);
  const { channel } = application;
  const { matchVerdict, matchDigest } = verdict;
  noted(firm, planned.submittedAt, 'submitApplication', 'application', application.id, {
    demandId: demand.id,
    productId,
    productVersionId,
    consentId: consent.id,
    channel,
    amountFen,
    termMonths,
    matchVerdict,
    matchDigest,
  });

  const move = (
    actor: Actor,
    verb: ApplicationVerb,
    at: Instant | null,
    { words, details, reason }: { words?: ApplicationWords; details?: Record<string, unknown>; reason?: string | null } = {},
  ): void => {
    if (at === null) throw new RangeError(`${verb} without a moment`);
    const from = application.state;
    application = applicationAfter(application, verb, { now: at, today: dayOf(at) }, words);
    noted(actor, at, operationOf[verb], 'application', application.id, { from, to: application.state, ...details }, reason);
  };

  let offer: Offer | null = null;
  if (planned.acceptedAt) move(bank, 'accept', planned.acceptedAt);
  if (planned.assessedAt) move(bank, 'startDueDiligence', planned.assessedAt);
  const { correction, indication } = asidesOf(planned, { id: application.id, newId, place });
  if (correction) {
    const { id: correctionId, number, items, askedAt } = correction;
    move(bank, 'requestCorrection', askedAt, { details: { correctionId, number, items: items.length } });
  }
  if (indication) {
    const { id: indicationId, amountFen: indicatedFen, rateBpsMin, rateBpsMax, createdAt } = indication;
    move(bank, 'giveInPrinciple', createdAt, { details: { indicationId, amountFen: indicatedFen, rateBpsMin, rateBpsMax } });
  }
  if (planned.offeredAt) {
    offer = madeOffer(
      { id: newId(), application, number: 1, terms: offerTermsOf(chosen, amountFen, planned.offeredAt) },
      { now: planned.offeredAt, today: dayOf(planned.offeredAt) },
    );
    const { id: offerId, number, rateBps, annualisedRateBps, validUntil, termsHash } = offer;
    move(bank, 'makeOffer', planned.offeredAt, {
      words: { offerValidUntil: validUntil },
      details: { offerId, number, amountFen, rateBps, annualisedRateBps, validUntil, termsHash },
    });
  }
  if (planned.agreedAt && offer) {
    offer = offerAfter(offer, 'accept', { now: planned.agreedAt });
    move(firm, 'acceptOffer', planned.agreedAt, { details: { offerId: offer.id, termsHash: offer.termsHash } });
  }
  let contract: Contract | null = null;
  if (planned.approvedAt && offer) {
    const { id: offerId, termsHash, rateBps } = offer;
    move(bank, 'approve', planned.approvedAt, { details: { offerId, termsHash, amountFen, rateBps } });
  }
  if (planned.signedAt && offer) {
    const { annualisedRateBps } = offer;
    const stated = { number: contractNumber(planned.signedAt, place), annualisedRateBps };
    move(bank, 'issueContract', planned.signedAt, { details: stated });
    move(firm, 'signContract', planned.signedAt, { details: stated });
    contract = { ...stated, id: application.id, issuedAt: planned.signedAt, signedAt: planned.signedAt };
  }
  const { outcome, endedAt } = planned;
  if (outcome === 'declined' || outcome === 'rejected') {
    const words = reasonFor(random, outcome);
    const { reasonCode, reasonText } = words;
    move(bank, outcome === 'declined' ? 'decline' : 'reject', endedAt, { words, details: { reasonCode }, reason: reasonText });
  }
  if (outcome === 'withdrawn') move(firm, 'withdraw', endedAt);
  if (outcome === 'released') move(theClock, 'release', endedAt);
  if (outcome === 'lapsed' && offer && endedAt) {
    offer = offerAfter(offer, 'lapse', { now: endedAt });
    move(theClock, 'expireOffer', endedAt);
  }
  if (outcome === 'disbursed') {
    move(bank, 'disburse', endedAt, { details: { disbursedOn: planned.disbursedOn } });
    demand = demandAfter(demand, 'fulfil', endedAt ?? now);
  } else if (endedAt) demand = demandAfter(demand, 'release', endedAt);

  const givenUpAt = demand.state === 'published' && endedAt ? givenUp(random, endedAt, now) : null;
  if (givenUpAt) {
    demand = demandAfter(demand, 'withdraw', givenUpAt);
    noted(firm, givenUpAt, 'withdrawDemand', 'demand', demand.id, {});
  }
  return { demand, application, offer, correction, indication, contract, facts };
}

/** Who ends what nobody answers in time. */
const theClock = systemActor('scheduledWork');

/** Two firms in three that were refused take their demand back some weeks later. */
function givenUp(random: Random, endedAt: Instant, now: Instant): Instant | null {
  const day = Workdays.before(dayOf(endedAt), -random.whole(5, 60));
  const at = momentOf(day, random.next());
  return random.chance(0.67) && day < dayOf(now) ? at : null;
}

/** As a bank might file it: the year, and a number of its own. */
const contractNumber = (at: Instant, place: number): string =>
  `借字${dayOf(at).slice(0, 4)}第${String(place + 1).padStart(6, '0')}号`;

function offerTermsOf(
  { planned, product, securities, spreadBps, rateBps, repaymentMethod }: Application,
  amountFen: number,
  at: Instant,
): OfferTerms {
  const { pricing, fees } = product.terms;
  const day = dayOf(at);
  const quote = pricing?.kind === 'lpr' ? lprOn(day, pricing.tenor) : null;
  if (pricing?.kind !== 'lpr' || quote === null) throw new RangeError(`${product.terms.name} has no rate on ${day}`);
  const { tenor, repricing } = pricing;
  return {
    amountFen,
    termMonths: planned.termMonths,
    rateBps,
    pricing: { kind: 'lpr', tenor, spreadBps, repricing, lprRateBps: quote.rateBps, lprPublishedOn: quote.publishedOn },
    repaymentMethod,
    dueDay: null,
    plan: null,
    dayBasis: 'ACT/360',
    securities,
    fees,
    schemeTermsId: null,
    conditions: null,
    validUntil: addDays(day, offerDays),
  };
}
