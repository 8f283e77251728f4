import { and, eq } from 'drizzle-orm';
import { acceptApplication } from '../../server/financing/applications/acceptApplication';
import { approveApplication } from '../../server/financing/applications/approveApplication';
import { startDueDiligence } from '../../server/financing/applications/startDueDiligence';
import { submitApplication } from '../../server/financing/applications/submitApplication';
import { type Application, applications } from '../../server/financing/applications/tables';
import { issueContract } from '../../server/financing/contracts/issueContract';
import { signContract } from '../../server/financing/contracts/signContract';
import type { CorrectionInput } from '../../server/financing/corrections/items';
import { requestCorrection } from '../../server/financing/corrections/requestCorrection';
import { counterOffer } from '../../server/financing/counterOffers/counterOffer';
import type { CounterOfferInput } from '../../server/financing/counterOffers/counterTerms';
import { disburse } from '../../server/financing/deals/disburse';
import type { MatchedTransaction } from '../../server/financing/deals/tables';
import type { DemandInput } from '../../server/financing/demands/demandRequest';
import { openDemand } from '../../server/financing/demands/openDemand';
import { type FinancingDemand, financingDemands } from '../../server/financing/demands/tables';
import { giveInPrinciple, type InPrincipleInput } from '../../server/financing/indications/giveInPrinciple';
import { type OpenLineInput, openLine } from '../../server/financing/lines/openLine';
import { acceptOffer } from '../../server/financing/offers/acceptOffer';
import { makeOffer } from '../../server/financing/offers/makeOffer';
import type { OfferInput } from '../../server/financing/offers/offerTerms';
import { type Offer, offers } from '../../server/financing/offers/tables';
import { organisations } from '../../server/identity/tables';
import type { Product } from '../../server/products/tables';
import type { TermsInput } from '../../server/products/termsShape';
import type { Actor } from '../../server/shared/actor';
import { addDays, dayOf } from '../../server/shared/dates';
import { aConsent, type Firm } from './enterprises';
import { aPublished } from './products';
import type { World } from './world';

let keys = 0;
/** A key that no other submission has used. */
export const aKey = (): string => `test-key-${++keys}`;

/** A demand for 1,000,000 yuan over a year; whatever a test cares about, it says. */
export const demandInput = (values: Partial<DemandInput> = {}): DemandInput => ({
  amountFen: 100_000_000,
  termMonths: 12,
  purpose: 'WORKING_CAPITAL',
  securities: [],
  ...values,
});

export const aDemand = (world: World, firm: Firm, values: Partial<DemandInput> = {}): Promise<FinancingDemand> =>
  openDemand(world.contextFor(firm.actor), { input: demandInput(values), idempotencyKey: aKey() });

/** A loan product in force, at a fixed 3 to 6 %, that takes every method a test may choose. */
export const aLoanProduct = (world: World, bank: Actor, values: Partial<TermsInput> = {}): Promise<Product> =>
  aPublished(world, bank, {
    pricing: { kind: 'fixed', rateBpsMin: 300, rateBpsMax: 600 },
    repaymentMethods: ['EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL', 'INTEREST_FIRST', 'SCHEDULED'],
    termMonthsMax: 36,
    labels: ['redCredit', 'inclusive'],
    securities: ['PATENT_PLEDGE'],
    ...values,
  });

/** An offer of the whole at 4.35 % in equal instalments, with a fee of 1 %. */
export const offerInput = (world: World, values: Partial<OfferInput> = {}): OfferInput => ({
  amountFen: 100_000_000,
  termMonths: 12,
  pricing: { kind: 'fixed', rateBps: 435 },
  repaymentMethod: 'EQUAL_INSTALLMENT',
  dayBasis: '30/360',
  securities: [],
  fees: [{ kind: 'processing', chargedBy: 'institution', paidBy: 'enterprise', timing: 'once', rateBps: 100 }],
  validUntil: addDays(dayOf(world.now()), 30),
  ...values,
});

/** A firm and a bank that have to do with each other, the product asked for, and the demand. */
export type Sides = { readonly firm: Firm; readonly bank: Actor; readonly product: Product; readonly demand: FinancingDemand };

export const submission = ({ product, demand }: Pick<Sides, 'product' | 'demand'>) => ({
  demandId: demand.id,
  productId: product.id,
  productVersionId: product.currentVersionId ?? '',
});

/** An application that has just been submitted, under a consent to its bank. */
export async function aSubmittedApplication(world: World, sides: Sides): Promise<Application> {
  await aConsent(world, sides.firm, await organisationOf(world, sides.bank));
  return submitApplication(world.contextFor(sides.firm.actor), { input: submission(sides), idempotencyKey: aKey() });
}

/** An application that the bank has taken up. */
export async function anAcceptedApplication(world: World, sides: Sides): Promise<Application> {
  const { id, version } = await aSubmittedApplication(world, sides);
  return acceptApplication(world.contextFor(sides.bank), { id, version });
}

/** An application that the bank looks into. */
export async function anAssessedApplication(world: World, sides: Sides): Promise<Application> {
  const { id, version } = await anAcceptedApplication(world, sides);
  return startDueDiligence(world.contextFor(sides.bank), { id, version });
}

/** Two things that a bank asks for. */
export const correctionInput = (values: Partial<CorrectionInput> = {}): CorrectionInput => ({
  items: [
    { kind: 'ADD_DOCUMENT', text: '近一年银行流水' },
    { kind: 'ADDITIONAL_DATA', text: '前五大客户的销售占比' },
  ],
  ...values,
});

/** An application whose firm is to put something right; it was looked into before. */
export async function anUncorrectedApplication(world: World, sides: Sides): Promise<Application> {
  const { id, version } = await anAssessedApplication(world, sides);
  return requestCorrection(world.contextFor(sides.bank), { id, version, input: correctionInput() });
}

/** What a bank could imagine: 800,000 yuan at 3.5 to 5 %. */
export const inPrincipleInput = (values: Partial<InPrincipleInput> = {}): InPrincipleInput => ({
  amountFen: 80_000_000,
  rateBpsMin: 350,
  rateBpsMax: 500,
  ...values,
});

/** An application of which the bank has said in principle what it could lend. */
export async function anApplicationInPrinciple(world: World, sides: Sides): Promise<Application> {
  const { id, version } = await anAssessedApplication(world, sides);
  return giveInPrinciple(world.contextFor(sides.bank), { id, version, input: inPrincipleInput() });
}

/** An open offer on an application. */
export async function anOffer(world: World, sides: Sides, values: Partial<OfferInput> = {}): Promise<Offer> {
  const { id, version } = await anAssessedApplication(world, sides);
  return makeOffer(world.contextFor(sides.bank), { id, version, input: offerInput(world, values) });
}

/** A counter-offer: the same at 4 %. */
export const counterInput = (values: Partial<CounterOfferInput> = {}): CounterOfferInput => ({
  amountFen: 100_000_000,
  termMonths: 12,
  rateBps: 400,
  repaymentMethod: 'EQUAL_INSTALLMENT',
  securities: [],
  ...values,
});

/** An offer that the firm has answered with a counter-offer. */
export async function aCounteredOffer(world: World, sides: Sides, values: Partial<CounterOfferInput> = {}): Promise<Offer> {
  const offer = await anOffer(world, sides);
  await counterOffer(world.contextFor(sides.firm.actor), { id: offer.id, version: offer.version, input: counterInput(values) });
  return offer;
}

/** An offer that the firm has accepted. */
export async function anAcceptedOffer(world: World, sides: Sides, values: Partial<OfferInput> = {}): Promise<Offer> {
  const { id, version } = await anOffer(world, sides, values);
  return acceptOffer(world.contextFor(sides.firm.actor), { id, version });
}

/** A credit that the bank has granted. */
export async function anApprovedApplication(world: World, sides: Sides, values: Partial<OfferInput> = {}): Promise<Application> {
  const { applicationId } = await anAcceptedOffer(world, sides, values);
  return approved(world, sides, applicationId);
}

/** The application of an accepted offer, its credit granted. */
export async function approved(world: World, { bank }: Pick<Sides, 'bank'>, applicationId: string): Promise<Application> {
  const { id, version } = await applicationNow(world, applicationId);
  return approveApplication(world.contextFor(bank), { id, version });
}

/** A granted credit whose contract the firm has to sign. */
export async function anIssuedContract(world: World, sides: Sides, values: Partial<OfferInput> = {}): Promise<Application> {
  return issued(world, sides, (await anApprovedApplication(world, sides, values)).id);
}

/** The contract of a granted credit, at the rate that was approved. */
export async function issued(world: World, { bank }: Pick<Sides, 'bank'>, applicationId: string): Promise<Application> {
  const [{ id, version }, { annualisedRateBps }] = await Promise.all([
    applicationNow(world, applicationId),
    offerNow(world, applicationId, 'accepted'),
  ]);
  return issueContract(world.contextFor(bank), { id, version, input: { number: '借字2026第000001号', annualisedRateBps } });
}

/** The application of an accepted offer, its credit granted and its contract signed. */
export async function signed(world: World, sides: Pick<Sides, 'bank' | 'firm'>, applicationId: string): Promise<Application> {
  await approved(world, sides, applicationId);
  const { id, version } = await issued(world, sides, applicationId);
  return signContract(world.contextFor(sides.firm.actor), { id, version });
}

/** A signed contract. */
export async function aSignedContract(world: World, sides: Sides, values: Partial<OfferInput> = {}): Promise<Application> {
  return signed(world, sides, (await anAcceptedOffer(world, sides, values)).applicationId);
}

/** A loan paid out today. */
export async function aLoan(world: World, sides: Sides, values: Partial<OfferInput> = {}): Promise<MatchedTransaction> {
  const { id, version } = await aSignedContract(world, sides, values);
  return disburse(world.contextFor(sides.bank), { id, version, input: { disbursedOn: dayOf(world.now()) } });
}

/** A line of the signed contract's amount that is open to be drawn, revolving unless said otherwise; its version is 1. */
export async function aLine(world: World, sides: Sides, values: Partial<OpenLineInput> = {}): Promise<Application> {
  const { id, version } = await aSignedContract(world, sides, { repaymentMethod: 'INTEREST_FIRST', fees: [] });
  const input = { isRevolving: true, validUntil: addDays(dayOf(world.now()), 180), ...values };
  return openLine(world.contextFor(sides.bank), { id, version, input });
}

export const organisationOf = async (world: World, { organisationId }: Actor) =>
  only(await world.db.read.select().from(organisations).where(eq(organisations.id, organisationId)));

export const applicationNow = async (world: World, id: string): Promise<Application> =>
  only(await world.db.read.select().from(applications).where(eq(applications.id, id)));

export const demandNow = async (world: World, id: string): Promise<FinancingDemand> =>
  only(await world.db.read.select().from(financingDemands).where(eq(financingDemands.id, id)));

/** The only offer of an application in `state`. */
export const offerNow = async (world: World, applicationId: string, state: Offer['state']): Promise<Offer> =>
  only(
    await world.db.read
      .select()
      .from(offers)
      .where(and(eq(offers.applicationId, applicationId), eq(offers.state, state))),
  );

function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`one row expected, ${rows.length} found`);
  return row;
}
