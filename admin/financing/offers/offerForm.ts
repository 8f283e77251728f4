import { monthsLater } from '../../enterprises/consents/draft';
import type { Application, FeeInput, Offer, OfferInput, RepaymentMethod, SecurityKind } from '../../generated/schema';

/** Methods that pay every month, and so may name a due day. */
export const methodsWithDueDay: readonly RepaymentMethod[] = [
  'EQUAL_INSTALLMENT',
  'EQUAL_PRINCIPAL',
  'INTEREST_FIRST',
  'FLEXIBLE',
];

export const dayBases = ['ACT/360', 'ACT/365', '30/360'] as const;

/** What the form holds: whole fen, months and basis points; null where empty, NaN where it is no figure. */
export type OfferForm = {
  readonly amountFen: number | null;
  readonly termMonths: number | null;
  readonly pricing: {
    readonly kind: 'fixed' | 'lpr';
    readonly rateBps: number | null;
    readonly tenor: string | null;
    readonly spreadBps: number | null;
    readonly repricing: OfferInput['pricing']['repricing'];
  };
  readonly repaymentMethod: RepaymentMethod | null;
  readonly dueDay: number | null;
  readonly plan: readonly { readonly afterMonths: number | null; readonly principalFen: number | null }[];
  readonly dayBasis: (typeof dayBases)[number];
  readonly securities: readonly SecurityKind[];
  readonly fees: readonly FeeInput[];
  /** The terms of the risk-sharing scheme; null: not guaranteed. */
  readonly schemeTermsId: string | null;
  readonly conditions: string | null;
  readonly validUntil: string | null;
};

type Asked = Pick<
  Application,
  'state' | 'amountFen' | 'termMonths' | 'securities' | 'demand' | 'productVersion' | 'offers' | 'counterOffers'
>;

const only = <Value>(values: readonly Value[]): Value | null => (values.length === 1 ? (values[0] ?? null) : null);

/**
 * The form as it opens: of a granted credit its terms, after a counter-offer the offer before with what the firm would take, else
 * what it applied for.
 */
export const offerFormFor = (asked: Asked, today: string): OfferForm => {
  const counter = asked.state === 'countered' ? asked.counterOffers.at(-1) : undefined;
  const offer = asked.offers.find(({ id }) => id === counter?.offerId);
  const opened = firstOfferFor(asked, today);
  const approved = asked.state === 'approved' ? asked.offers.find(({ state }) => state === 'accepted') : undefined;
  if (approved) return formOf(approved, opened);
  if (!counter || !offer) return opened;
  const { amountFen, termMonths, rateBps, repaymentMethod, securities } = counter;
  return {
    ...opened,
    amountFen,
    termMonths,
    repaymentMethod,
    securities,
    pricing: pricingFor(offer, rateBps, opened.pricing),
    dayBasis: dayBases.find(basis => basis === offer.dayBasis) ?? opened.dayBasis,
    conditions: offer.conditions,
    schemeTermsId: offer.schemeTermsId,
  };
};

/** The terms of an offer as the form holds them; the fees of its scheme come by themselves. */
function formOf(offer: Offer, opened: OfferForm): OfferForm {
  const { amountFen, termMonths, repaymentMethod, dueDay, plan, securities, fees, schemeTermsId, conditions, rateBps } = offer;
  return {
    ...opened,
    amountFen,
    termMonths,
    repaymentMethod,
    dueDay,
    plan: plan ?? [],
    securities,
    fees: (schemeTermsId === null ? fees : fees.filter(({ kind }) => kind !== 'guarantee' && kind !== 'insurance')).map(feeInput),
    schemeTermsId,
    conditions,
    pricing: pricingFor(offer, rateBps, opened.pricing),
    dayBasis: dayBases.find(basis => basis === offer.dayBasis) ?? opened.dayBasis,
  };
}

/** The pricing of the offer before, moved to the rate that the firm would pay. */
function pricingFor({ pricing, rateBps }: Offer, wantedBps: number, opened: OfferForm['pricing']): OfferForm['pricing'] {
  if (pricing.kind === 'fixed') return { ...opened, kind: 'fixed', rateBps: wantedBps };
  const { tenor, spreadBps, repricing } = pricing;
  return { ...opened, kind: 'lpr', tenor, repricing, spreadBps: (spreadBps ?? 0) + wantedBps - rateBps };
}

/** What the firm applied for, within what the product says; the rate only where it says a single one. */
function firstOfferFor({ amountFen, termMonths, securities, demand, productVersion }: Asked, today: string): OfferForm {
  const { pricing, repaymentMethods, fees, amountFenMax, termMonthsMax } = productVersion;
  const wanted = repaymentMethods.filter(method => demand.repaymentMethods.includes(method));
  const single = (low: number | null | undefined, high: number | null | undefined) => (low === high ? (low ?? null) : null);
  return {
    amountFen: Math.min(amountFen, amountFenMax ?? amountFen),
    termMonths: Math.min(termMonths, termMonthsMax ?? termMonths),
    pricing: {
      kind: pricing?.kind ?? 'fixed',
      rateBps: single(pricing?.rateBpsMin, pricing?.rateBpsMax),
      tenor: pricing?.tenor ?? '1Y',
      spreadBps: single(pricing?.spreadBpsMin, pricing?.spreadBpsMax),
      repricing: pricing?.repricing ?? 'anniversary',
    },
    repaymentMethod: wanted[0] ?? only(repaymentMethods),
    dueDay: null,
    plan: [],
    dayBasis: 'ACT/360',
    securities: securities.filter(code => productVersion.securities.length === 0 || productVersion.securities.includes(code)),
    fees: fees.map(feeInput),
    schemeTermsId: null,
    conditions: null,
    validUntil: monthsLater(today, 1),
  };
}

const feeInput = ({ kind, chargedBy, paidBy, timing, amountFen, rateBps, note }: Offer['fees'][number]): FeeInput => ({
  kind,
  chargedBy,
  paidBy,
  timing,
  amountFen,
  rateBps,
  note,
});

const isWhole = (value: number | null): value is number => value !== null && Number.isSafeInteger(value);

/** The offer that the form says; null until everything that an offer needs is filled in. */
export function offerInputOf(form: OfferForm): OfferInput | null {
  const { amountFen, termMonths, repaymentMethod, validUntil, dayBasis, securities, conditions } = form;
  const pricing = pricingOf(form.pricing);
  if (!isWhole(amountFen) || !isWhole(termMonths) || !pricing || !repaymentMethod || !validUntil) return null;
  const fees = form.fees.filter(fee => fee !== null && typeof fee === 'object');
  if (!fees.every(isWholeFee)) return null;
  const plan = planOf(form);
  if (repaymentMethod === 'SCHEDULED' && plan === null) return null;
  return {
    amountFen,
    termMonths,
    pricing,
    repaymentMethod,
    dueDay: methodsWithDueDay.includes(repaymentMethod) && isWhole(form.dueDay) ? form.dueDay : null,
    plan,
    dayBasis,
    securities,
    fees,
    schemeTermsId: form.schemeTermsId || null,
    conditions: conditions?.trim() || null,
    validUntil,
  };
}

function pricingOf({ kind, rateBps, tenor, spreadBps, repricing }: OfferForm['pricing']): OfferInput['pricing'] | null {
  if (kind === 'fixed') return isWhole(rateBps) ? { kind, rateBps } : null;
  return isWhole(spreadBps) && tenor && repricing ? { kind, tenor, spreadBps, repricing } : null;
}

const isWholeFee = ({ kind, chargedBy, paidBy, timing, amountFen, rateBps }: Partial<FeeInput>): boolean =>
  Boolean(kind && chargedBy && paidBy && timing) && !Number.isNaN(amountFen) && !Number.isNaN(rateBps);

/** The agreed plan; null where the method has none, or a row is not filled in. */
function planOf({ repaymentMethod, plan }: OfferForm): OfferInput['plan'] {
  if (repaymentMethod !== 'SCHEDULED' || plan.length === 0) return null;
  const rows = plan.flatMap(({ afterMonths, principalFen }) =>
    isWhole(afterMonths) && isWhole(principalFen) ? [{ afterMonths, principalFen }] : [],
  );
  return rows.length === plan.length ? rows : null;
}
