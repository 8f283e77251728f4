import type { Consent } from '../../server/enterprises/consents/tables';
import type { Purpose, RepaymentMethod, SecurityKind } from '../../server/matching/attributes';
import type { ProductCategory } from '../../server/products/vocabulary';
import type { RecordedDataClassCode } from '../../server/shared/dataClassCodes';
import { dayOf } from '../../server/shared/dates';
import { lprOn } from '../../server/shared/rate';
import type { SeededFirm } from '../enterprises/seedEnterprises';
import { Random } from '../random';
import type { FirmSketch } from './borrowers';
import type { PlannedCase } from './cases';
import type { ConsentBook } from './consentBook';
import type { Shelf, ShelfProduct } from './shelf';

/** A planned case with the bank, the product and the terms that the firm applied for. */
export type Application = {
  readonly planned: PlannedCase;
  readonly firm: FirmSketch;
  readonly seeded: SeededFirm;
  readonly product: ShelfProduct;
  readonly consent: Consent;
  /** Whether the consent was signed for this application. */
  readonly isConsentNew: boolean;
  readonly channel: 'governmentData' | 'direct';
  readonly purpose: Purpose;
  readonly securities: readonly SecurityKind[];
  /** What the bank offers, or would. */
  readonly spreadBps: number;
  readonly rateBps: number;
  readonly repaymentMethod: RepaymentMethod;
  readonly highestRateBps: number | null;
};

export type ApplyingInput = {
  /** In the order of their submission. */
  readonly cases: readonly PlannedCase[];
  readonly firms: readonly FirmSketch[];
  readonly seeded: readonly SeededFirm[];
  readonly shelf: Shelf;
  readonly bankNames: ReadonlyMap<string, string>;
  readonly book: ConsentBook;
  /** The first day of the trial of the government-data channel. */
  readonly trialFrom: string;
  readonly seed: number;
};

/** Of the applications of the trial that did not end in a loan, those that went through government data. */
const ofTrial = 0.6;

/**
 * Finds for each case in turn the product that the firm applied for, the consent it gave and the terms it got: firms come
 * back to the bank that lent before, and better ones pay less.
 */
export function* applyAll({
  cases,
  firms,
  seeded,
  shelf,
  bankNames,
  book,
  trialFrom,
  seed,
}: ApplyingInput): Generator<Application> {
  const houseBanks = new Map<number, string>();
  for (const [place, planned] of cases.entries()) {
    const random = Random.of(seed, place);
    const firm = firms[planned.firm];
    const written = seeded[planned.firm];
    if (!firm || !written) throw new RangeError(`there is no firm ${planned.firm}`);
    const isPaidOut = planned.outcome === 'disbursed';
    const isOfTrial = !isPaidOut && dayOf(planned.submittedAt) >= trialFrom && random.chance(ofTrial);
    const wantsDirect = isPaidOut && planned.group !== 'governmentData';
    const product = shelf.choose(random, {
      firm,
      group: planned.group,
      amountWan: planned.amountWan,
      termMonths: planned.termMonths,
      at: planned.submittedAt,
      houseBankId: houseBanks.get(planned.firm) ?? null,
      isBankOpen: bankId => !wantsDirect || !book.opensGovernmentData(written.id, bankId, planned.submittedAt),
    });
    if (isPaidOut) houseBanks.set(planned.firm, product.bankId);
    const sharesData = planned.group === 'governmentData' || isOfTrial;
    const { consent, isNew } = book.consentFor({
      enterpriseId: written.id,
      signedBy: written.userId,
      recipient: { id: product.bankId, name: bankNames.get(product.bankId) ?? '' },
      dataClasses: sharesData ? [...sharedByAll, ...(sharedFor[product.terms.category] ?? [])] : ['CASH_FLOW'],
      at: planned.submittedAt,
    });
    yield {
      planned,
      firm,
      seeded: written,
      product,
      consent,
      isConsentNew: isNew,
      channel: book.opensGovernmentData(written.id, product.bankId, planned.submittedAt) ? 'governmentData' : 'direct',
      ...termsOf(random, planned, firm, product),
    };
  }
}

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
): Pick<Application, 'purpose' | 'securities' | 'spreadBps' | 'rateBps' | 'repaymentMethod' | 'highestRateBps'> {
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
