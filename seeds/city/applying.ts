import type { Consent } from '../../server/enterprises/consents/tables';
import type { Judgement } from '../../server/financing/applications/judge';
import type { Purpose, RepaymentMethod, SecurityKind } from '../../server/matching/attributes';
import type { RequestedFinancing } from '../../server/matching/match';
import type { ProductCategory } from '../../server/products/vocabulary';
import type { RecordedDataClassCode } from '../../server/shared/dataClassCodes';
import { type CalendarDate, dayOf } from '../../server/shared/dates';
import { fenPerWan } from '../../server/shared/money';
import { lprOn } from '../../server/shared/rate';
import type { SeededFirm } from '../enterprises/seedEnterprises';
import { Random } from '../random';
import type { FirmSketch } from './borrowers';
import type { PlannedCase } from './cases';
import type { ConsentBook } from './consentBook';
import type { Judge } from './judging';
import type { Shelf, ShelfProduct } from './shelf';

/** The terms that a firm asks for, or gets. */
type Terms = {
  readonly purpose: Purpose;
  readonly securities: readonly SecurityKind[];
  /** What the bank offers, or would. */
  readonly spreadBps: number;
  readonly rateBps: number;
  readonly repaymentMethod: RepaymentMethod;
  readonly highestRateBps: number | null;
};

/** A planned case with the bank, the product and the terms that the firm applied for. */
export type Application = Terms & {
  readonly planned: PlannedCase;
  readonly firm: FirmSketch;
  readonly seeded: SeededFirm;
  readonly product: ShelfProduct;
  readonly consent: Consent;
  /** Whether the consent was signed for this application. */
  readonly isConsentNew: boolean;
  readonly verdict: Judgement['match'];
  /** Null where the firm's file of the day is not there any more. */
  readonly findings: Judgement['findings'] | null;
};

export type ApplyingInput = {
  /** In the order of their submission. */
  readonly cases: readonly PlannedCase[];
  readonly firms: readonly FirmSketch[];
  readonly seeded: readonly SeededFirm[];
  readonly shelf: Shelf;
  readonly judge: Judge;
  readonly bankNames: ReadonlyMap<string, string>;
  readonly book: ConsentBook;
  /** The first day of the trial of the government-data channel. */
  readonly trialFrom: CalendarDate;
  readonly seed: number;
};

/** Of the applications of the trial that did not end in a loan, those that went through government data. */
const ofTrial = 0.6;
/** A firm looks at so many products for one that it may qualify for. */
const productsLookedAt = 8;

/**
 * Finds for each case in turn the product that the firm applied for, the consent it gave and the terms it got: firms come
 * back to the bank that lent before, those that were not refused chose what they may qualify for, better ones pay less.
 */
export function* applyAll(input: ApplyingInput): Generator<Application> {
  const houseBanks = new Map<number, string>();
  for (const [place, planned] of input.cases.entries()) {
    const firm = input.firms[planned.firm];
    const seeded = input.seeded[planned.firm];
    if (!firm || !seeded) throw new RangeError(`there is no firm ${planned.firm}`);
    const houseBankId = houseBanks.get(planned.firm) ?? null;
    const application = apply(input, { planned, firm, seeded, houseBankId, random: Random.of(input.seed, place) });
    if (planned.outcome === 'disbursed') houseBanks.set(planned.firm, application.product.bankId);
    yield application;
  }
}

type Applicant = Pick<Application, 'planned' | 'firm' | 'seeded'> & {
  readonly houseBankId: string | null;
  readonly random: Random;
};

function apply({ shelf, judge, bankNames, book, trialFrom }: ApplyingInput, applicant: Applicant): Application {
  const { planned, firm, seeded, houseBankId, random } = applicant;
  const { outcome, group, amountWan, termMonths, submittedAt: at } = planned;
  const on = dayOf(at);
  const isPaidOut = outcome === 'disbursed';
  const isOfTrial = !isPaidOut && on >= trialFrom && random.chance(ofTrial);
  const sharesData = group === 'governmentData' || isOfTrial;
  const mustBeDirect = isPaidOut && group !== 'governmentData';
  const isBankOpen = (bankId: string) => !mustBeDirect || !book.opensGovernmentData({ enterpriseId: seeded.id, bankId, at });
  const looksOn = judge.hasFiles(on) && !['declined', 'rejected'].includes(outcome);
  for (let left = looksOn ? productsLookedAt : 1; ; left -= 1) {
    const product = shelf.choose(random, { firm, group, amountWan, termMonths, at, houseBankId, isBankOpen });
    const wanted = sharesData ? [...sharedByAll, ...(sharedFor[product.terms.category] ?? [])] : sharedDirectly;
    const terms = termsOf(random, planned, firm, product);
    const judgement = judge.judge({
      firm: planned.firm,
      on,
      dataClasses: book.classesWith(wanted, { enterpriseId: seeded.id, bankId: product.bankId, at }),
      product: product.terms,
      request: requestOf(planned, terms),
    });
    if (left > 1 && judgement.match.matchVerdict === 'notEligible') continue;
    const recipient = { id: product.bankId, name: bankNames.get(product.bankId) ?? '' };
    const signed = book.consentFor({ enterpriseId: seeded.id, signedBy: seeded.userId, recipient, dataClasses: wanted, at });
    return {
      ...terms,
      planned,
      firm,
      seeded,
      product,
      consent: signed.consent,
      isConsentNew: signed.isNew,
      verdict: judgement.match,
      findings: judge.hasFiles(on) ? judgement.findings : null,
    };
  }
}

const requestOf = (
  { amountWan, termMonths }: PlannedCase,
  { purpose, securities, highestRateBps }: Terms,
): RequestedFinancing => ({
  amountFen: amountWan * fenPerWan,
  termMonths,
  purpose,
  securitiesOffered: securities,
  highestRateBps,
  repaymentMethodsAccepted: [],
});

/** What firms authorise when they bring their papers to the bank themselves: their account statements alone. */
const sharedDirectly: readonly RecordedDataClassCode[] = ['CASH_FLOW'];

/** What firms authorise when they apply with government data, and what more for loans that are granted on it. */
const sharedByAll: readonly RecordedDataClassCode[] = [
  'TAX_CREDIT_GRADE',
  'TAX_PAID',
  'VAT_INVOICE_SUMMARY',
  'SOCIAL_INSURANCE',
  'PUBLIC_CREDIT_RATING',
  'CASH_FLOW',
];
const sharedFor: Partial<Record<ProductCategory, readonly RecordedDataClassCode[]>> = {
  agriculture: ['AGRI_ENTITY'],
  export: ['CUSTOMS'],
  order: ['PUBLIC_PROCUREMENT'],
  payroll: ['HOUSING_FUND', 'LABOUR_COMPLIANCE'],
  power: ['ELECTRICITY', 'WATER'],
  realEstate: ['REAL_ESTATE'],
  sciTech: ['INNOVATION_STATUS'],
};

function termsOf(
  random: Random,
  { group, amountWan, submittedAt, offeredAt }: PlannedCase,
  { quality }: FirmSketch,
  { terms }: ShelfProduct,
): Terms {
  const { pricing } = terms;
  if (pricing?.kind !== 'lpr') throw new RangeError(`${terms.name} is not priced by the LPR`);
  const place = Math.min(1, Math.max(0, 0.5 - 0.18 * quality + 0.12 * random.normal()));
  const spreadBps = Math.round((pricing.spreadBpsMin + place * (pricing.spreadBpsMax - pricing.spreadBpsMin)) / 5) * 5;
  const held = Math.min(pricing.spreadBpsMax, Math.max(pricing.spreadBpsMin, spreadBps));
  const pricedOn = dayOf(offeredAt ?? submittedAt);
  const quote = lprOn(pricedOn, pricing.tenor);
  if (quote === null) throw new RangeError(`no loan prime rate on ${pricedOn}`);
  const rateBps = quote.rateBps + held;
  const methods = terms.repaymentMethods.filter(method => method !== 'SCHEDULED');
  return {
    purpose: random.pick(
      terms.purposes.length > 0 ? terms.purposes : (['WORKING_CAPITAL', 'WORKING_CAPITAL', 'EQUIPMENT'] as const),
    ),
    securities: securitiesOf(random, amountWan, terms),
    spreadBps: held,
    rateBps,
    // What is still owed of red credit is planned to the yuan: its principal is due at the end.
    repaymentMethod: group === 'red' ? 'INTEREST_FIRST' : random.pick(methods),
    highestRateBps: random.chance(0.4) ? Math.ceil((rateBps + random.whole(20, 120)) / 10) * 10 : null,
  };
}

/** Small loans of products that need none are mostly had without security. */
const mostlyUnsecuredWan = 300;

function securitiesOf(random: Random, amountWan: number, { isUnsecured, securities }: ShelfProduct['terms']): SecurityKind[] {
  if (securities.length === 0) return [];
  if (isUnsecured && random.chance(amountWan <= mostlyUnsecuredWan ? 0.75 : 0.2)) return [];
  return [random.pick(securities)];
}
