import { type Consent, consents } from '../../server/enterprises/consents/tables';
import { type Application, applications, type Channel } from '../../server/financing/applications/tables';
import { type MatchedTransaction, matchedTransactions, repayments, transactionLabels } from '../../server/financing/deals/tables';
import { directRoute } from '../../server/financing/demands/demandRequest';
import { type FinancingDemand, financingDemands } from '../../server/financing/demands/tables';
import { type Offer, offers } from '../../server/financing/offers/tables';
import type { Product } from '../../server/products/tables';
import type { ProductLabel } from '../../server/products/vocabulary';
import { addMonths, type CalendarDate, calendarDate, monthOf } from '../../server/shared/dates';
import type { Firm } from './enterprises';
import type { World } from './world';

export type TransactionWish = {
  readonly firm: Firm;
  readonly product: Product;
  readonly amountFen: number;
  readonly rateBps?: number;
  readonly disbursedOn: string;
  readonly countyCode?: string;
  readonly channel?: Channel;
  readonly labels?: readonly ProductLabel[];
  /** Principal paid back, and when. */
  readonly repaid?: readonly { readonly on: string; readonly principalFen: number }[];
};

/** A loan paid out on any day of the past, with everything it came from: rows as the commands would have left them. */
export async function aTransaction(world: World, wish: TransactionWish): Promise<MatchedTransaction> {
  const day = calendarDate(wish.disbursedOn);
  const whole = chainOf(world, wish, day);
  const labels = (wish.labels ?? []).map(label => ({ transactionId: whole.transaction.id, label }));
  const paid = (wish.repaid ?? []).map(({ on, principalFen }) => ({
    id: world.newId(),
    transactionId: whole.transaction.id,
    paidOn: calendarDate(on),
    principalFen,
    interestFen: 0,
    feeFen: 0,
    reference: null,
    source: 'ledger' as const,
    recordedAt: world.now(),
  }));
  await world.db.write(async tx => {
    await tx.insert(consents).values(whole.consent);
    await tx.insert(financingDemands).values(whole.demand);
    await tx.insert(applications).values(whole.application);
    await tx.insert(offers).values(whole.offer);
    await tx.insert(matchedTransactions).values(whole.transaction);
    if (labels.length > 0) await tx.insert(transactionLabels).values(labels);
    if (paid.length > 0) await tx.insert(repayments).values(paid);
  });
  return whole.transaction;
}

type Chain = {
  readonly consent: Consent;
  readonly demand: FinancingDemand;
  readonly application: Application;
  readonly offer: Offer;
  readonly transaction: MatchedTransaction;
};

function chainOf(world: World, wish: TransactionWish, day: CalendarDate): Chain {
  const { firm, product, amountFen, rateBps = 435, channel = 'direct' } = wish;
  const now = new Date(`${day}T02:00:00Z`);
  const common = { amountFen, termMonths: 12, securities: [], version: 1 };
  const parties = {
    enterpriseId: firm.id,
    institutionId: product.institutionId,
    productId: product.id,
    productVersionId: product.currentVersionId ?? '',
  };
  const consent: Consent = {
    id: world.newId(),
    enterpriseId: firm.id,
    recipientId: product.institutionId,
    purpose: 'creditAssessment',
    dataClasses: [],
    validFrom: day,
    validTo: addMonths(day, 12),
    dataFrom: null,
    dataTo: null,
    readDaysMax: null,
    readDays: 0,
    lastReadOn: null,
    dataLifeDays: 180,
    status: 'active',
    textVersion: '1',
    textHash: '',
    signedBy: firm.actor.userId,
    signedAt: now,
    revokedAt: null,
    revokeReason: null,
    version: 1,
  };
  const demand: FinancingDemand = {
    ...common,
    id: world.newId(),
    enterpriseId: firm.id,
    purpose: 'WORKING_CAPITAL',
    highestRateBps: null,
    repaymentMethods: [],
    note: null,
    ...directRoute,
    state: 'fulfilled',
    idempotencyKey: world.newId(),
    requestDigest: '',
    createdBy: firm.actor.userId,
    createdAt: now,
    closedAt: now,
  };
  const application: Application = {
    ...common,
    ...parties,
    id: world.newId(),
    demandId: demand.id,
    consentId: consent.id,
    channel,
    counterRounds: 0,
    origin: 'applied',
    revealedAt: now,
    followsId: null,
    offersUntil: null,
    needsGuarantee: false,
    matchVerdict: 'eligible',
    matchDigest: '',
    engineVersion: '1',
    state: 'disbursed',
    offerValidUntil: null,
    resumesTo: null,
    reasonCode: null,
    reasonText: null,
    idempotencyKey: world.newId(),
    requestDigest: '',
    submittedAt: now,
    decidedAt: now,
  };
  const offer: Offer = {
    ...common,
    id: world.newId(),
    applicationId: application.id,
    number: 1,
    rateBps,
    pricing: { kind: 'fixed' },
    repaymentMethod: 'INTEREST_FIRST',
    dueDay: null,
    schemeTermsId: null,
    plan: null,
    dayBasis: 'ACT/360',
    fees: [],
    reckonedOn: day,
    annualisedRateBps: rateBps,
    effectiveRateBps: rateBps,
    totalInterestFen: 0,
    totalFeesFen: 0,
    conditions: null,
    validUntil: day,
    state: 'accepted',
    stateReason: null,
    termsHash: '',
    createdAt: now,
    answeredAt: now,
  };
  const transaction: MatchedTransaction = {
    ...parties,
    id: world.newId(),
    applicationId: application.id,
    offerId: offer.id,
    demandId: demand.id,
    amountFen,
    rateBps,
    termMonths: 12,
    disbursedOn: day,
    month: monthOf(day),
    countyCode: wish.countyCode ?? '510603',
    industryCode: null,
    industrySection: null,
    sizeClass: 'SMALL',
    channel,
    isFirstLoan: null,
    isUnsecured: null,
    isInclusive: null,
    householdCreditFen: null,
    state: 'disbursed',
    riskClass: 'pass',
    bankClass: null,
    reportedMonth: null,
    reasonCode: null,
    reasonText: null,
    renewedById: null,
    endedOn: null,
    version: 1,
  };
  return { consent, demand, application, offer, transaction };
}
