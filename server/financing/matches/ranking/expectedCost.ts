import type { RepaymentMethod } from '../../../matching/attributes';
import type { ProductTerms } from '../../../matching/terms';
import type { Fee } from '../../../products/terms';
import type { CalendarDate } from '../../../shared/dates';
import type { Bps } from '../../../shared/rate';
import { remembered } from '../../../shared/remembered';
import { annualisedCost } from '../../cost/annualisedCost';
import type { LoanTerms } from '../../repayment/loanTerms';
import { repaymentSchedule } from '../../repayment/schedule';

/** A product as its cost is reckoned: its rates are those of the day, null where not stated. */
export type PricedProduct = Pick<ProductTerms, 'amountFenMin' | 'amountFenMax' | 'termMonthsMin' | 'termMonthsMax'> & {
  readonly rateBpsMin: Bps | null;
  readonly rateBpsMax: Bps | null;
  readonly fees: readonly Fee[];
  readonly repaymentMethods: readonly RepaymentMethod[];
};

/** What the firm has said of the loan it wants; null and empty where it has not. */
export type WantedLoan = {
  readonly amountFen: number | null;
  readonly termMonths: number | null;
  readonly repaymentMethods: readonly RepaymentMethod[];
};

/** The loan that a cost was reckoned for: the firm's own words, or the stated default within the product's limits. */
export type ReckonedLoan = {
  readonly amountFen: number;
  readonly termMonths: number;
  readonly repaymentMethod: RepaymentMethod;
};

export type ExpectedCost = ReckonedLoan & {
  /** All in, at the lowest and at the highest rate stated; null where that rate is not stated. */
  readonly costBpsMin: Bps | null;
  readonly costBpsMax: Bps | null;
  /** Why there is no figure: no rate is stated, a fee without figure, or fees beyond half the loan. */
  readonly missing: 'rate' | 'fee' | 'feesTooHigh' | null;
};

/** What is assumed of a firm that has not said: a loan of a million yuan for a year, within the product's limits. */
export const defaultLoan = { amountFen: 100_000_000, termMonths: 12 } as const;

/**
 * What a loan of `product` would cost the firm a year, fees included: the internal rate of its cash flows with its own amount,
 * term and method, were it paid out on `today`. Of several methods it is the first the product names that the firm accepts;
 * of none named, equal instalments, which make fees weigh most. A plan yet to be agreed is reckoned with its principal at
 * maturity. Amounts in fen, rates in basis points a year.
 */
export function expectedCost(product: PricedProduct, wanted: WantedLoan, today: CalendarDate): ExpectedCost {
  const amountFen = wanted.amountFen ?? clamp(defaultLoan.amountFen, product.amountFenMin, product.amountFenMax);
  const { costs, isByAmount } = reckonedFor(product);
  const key = isByAmount ? `${amountFen} ${restOf(wanted)} ${today}` : `${restOf(wanted)} ${today}`;
  const known = costs.get(key) ?? reckon(product, { ...wanted, amountFen }, today);
  if (costs.size >= costsKept) costs.clear();
  costs.set(key, known);
  if (known.amountFen === amountFen) return known;
  const { termMonths, repaymentMethod, costBpsMin, costBpsMax, missing } = known;
  return { amountFen, termMonths, repaymentMethod, costBpsMin, costBpsMax, missing };
}

/**
 * A list is asked for again and again, so what each product costs is reckoned once for each loan: and without fixed amounts
 * among its fees it costs the same whatever its size. A pure function's memory.
 */
const reckonedFor = remembered((product: PricedProduct) => ({
  costs: new Map<string, ExpectedCost>(),
  isByAmount: feesOfTheFirm(product.fees).some(fee => fee.amountFen !== null),
}));
const costsKept = 100;
const restOf = remembered(({ termMonths, repaymentMethods }: WantedLoan) => `${termMonths} ${repaymentMethods.join()}`);

function reckon(product: PricedProduct, wanted: WantedLoan & { readonly amountFen: number }, today: CalendarDate): ExpectedCost {
  const loan: ReckonedLoan = {
    amountFen: wanted.amountFen,
    termMonths: wanted.termMonths ?? clamp(defaultLoan.termMonths, product.termMonthsMin, product.termMonthsMax),
    repaymentMethod: methodFor(product.repaymentMethods, wanted.repaymentMethods),
  };
  const { rateBpsMin, rateBpsMax } = product;
  const fees = feesOfTheFirm(product.fees);
  const missing = rateBpsMin === null && rateBpsMax === null ? 'rate' : missingIn(fees, loan);
  if (missing !== null) return { ...loan, costBpsMin: null, costBpsMax: null, missing };
  const at = (rateBps: Bps | null) => (rateBps === null ? null : costBps({ ...loan, rateBps, fees }, today));
  return { ...loan, costBpsMin: at(rateBpsMin), costBpsMax: at(rateBpsMax), missing };
}

/** The fees that the firm is sure to pay. */
const feesOfTheFirm = (fees: readonly Fee[]): readonly Fee[] =>
  fees.filter(({ paidBy, timing }) => paidBy === 'enterprise' && timing !== 'onEvent');

const clamp = (wish: number, least: number | null, most: number | null): number =>
  Math.max(least ?? wish, Math.min(most ?? wish, wish));

function methodFor(offered: readonly RepaymentMethod[], accepted: readonly RepaymentMethod[]): RepaymentMethod {
  const fitting = accepted.length === 0 ? offered : offered.filter(method => accepted.includes(method));
  const method = fitting[0] ?? offered[0] ?? accepted[0] ?? 'EQUAL_INSTALLMENT';
  return method === 'SCHEDULED' ? 'INTEREST_FIRST' : method;
}

/** Fees beyond half the loan are a mistake or no loan at all, and no rate describes them. */
function missingIn(fees: readonly Fee[], { amountFen, termMonths }: ReckonedLoan): 'fee' | 'feesTooHigh' | null {
  if (fees.some(({ amountFen: fixed, rateBps }) => fixed === null && rateBps === null)) return 'fee';
  const paymentsOf = { once: 1, monthly: termMonths, quarterly: Math.ceil(termMonths / 3), yearly: Math.ceil(termMonths / 12) };
  const totalFen = fees.reduce((sum, { timing, amountFen: fixed, rateBps }) => {
    if (timing === 'onEvent') return sum;
    const years = timing === 'once' ? 1 : termMonths / 12;
    return sum + (fixed === null ? ((rateBps ?? 0) * amountFen * years) / 10_000 : fixed * paymentsOf[timing]);
  }, 0);
  return totalFen > amountFen / 2 ? 'feesTooHigh' : null;
}

type CostedLoan = ReckonedLoan & { readonly rateBps: Bps; readonly fees: readonly Fee[] };

/** Methods that pay interest every month, on whole months: without fees such a loan costs exactly its rate. */
const monthlyMethods: readonly RepaymentMethod[] = ['EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL', 'INTEREST_FIRST'];

/** A loan without fixed fees is reckoned at this size, so that rounding to the fen makes no difference between sizes. */
const anyAmountFen = defaultLoan.amountFen;

function costBps({ repaymentMethod: method, termMonths, rateBps, fees, ...loan }: CostedLoan, today: CalendarDate): Bps {
  if (fees.length === 0 && monthlyMethods.includes(method)) return rateBps;
  const principalFen = fees.some(fee => fee.amountFen !== null) ? loan.amountFen : anyAmountFen;
  const terms: LoanTerms = { method, principalFen, termMonths, rateBps, fees, disbursedOn: today, dayBasis: '30/360' };
  return Math.round(annualisedCost(repaymentSchedule(terms)).nominalRatePpm / 100);
}
