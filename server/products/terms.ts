import type { Purpose, RepaymentMethod, SecurityKind } from '../matching/attributes';
import type { Rule } from '../matching/rule';
import type { LprTenor } from '../shared/rate';
import type { FeeCharger, FeeKind, FeePayer, FeeTiming, ProductCategory, ProductLabel, Repricing } from './vocabulary';

/** What the loan costs a year, in basis points. A bound that is null is not stated. */
export type Pricing =
  | { readonly kind: 'fixed'; readonly rateBpsMin: number | null; readonly rateBpsMax: number | null }
  | {
      readonly kind: 'lpr';
      readonly tenor: LprTenor;
      /** Basis points above the quotation; negative below it. */
      readonly spreadBpsMin: number;
      readonly spreadBpsMax: number;
      readonly repricing: Repricing;
    };

/** A cost beside the interest. Either an amount in fen, or basis points of the loan a year (once: of the loan). */
export type Fee = {
  readonly kind: FeeKind;
  readonly chargedBy: FeeCharger;
  readonly paidBy: FeePayer;
  readonly timing: FeeTiming;
  readonly amountFen: number | null;
  readonly rateBps: number | null;
  readonly note: string | null;
};

/** Working days the institution promises for each step; null where it promises none. */
export type PromisedDays = {
  readonly accept: number | null;
  readonly contact: number | null;
  readonly decide: number | null;
  readonly disburse: number | null;
};

export type ProductContact = { readonly name: string | null; readonly phone: string | null; readonly address: string | null };

/**
 * Everything a version of a product says. Amounts in fen, terms in whole months, rates in basis points a year; null
 * means not stated, an empty list means no limit stated. `isUnsecured`: the loan can be had without any security.
 */
export type Terms = {
  readonly name: string;
  readonly category: ProductCategory;
  readonly labels: readonly ProductLabel[];
  readonly amountFenMin: number | null;
  readonly amountFenMax: number | null;
  readonly termMonthsMin: number | null;
  readonly termMonthsMax: number | null;
  readonly pricing: Pricing | null;
  readonly fees: readonly Fee[];
  readonly repaymentMethods: readonly RepaymentMethod[];
  readonly isUnsecured: boolean;
  readonly securities: readonly SecurityKind[];
  readonly purposes: readonly Purpose[];
  readonly regionCodes: readonly string[];
  readonly industryCodes: readonly string[];
  readonly industryCodesExcluded: readonly string[];
  readonly documents: readonly string[];
  readonly promisedDays: PromisedDays;
  readonly rule: Rule;
  /** Conditions in prose, for a person to judge. */
  readonly conditionsText: string | null;
  readonly audienceText: string | null;
  readonly introduction: string | null;
  readonly contact: ProductContact;
  /** Where the terms were read, when they were not typed in here. */
  readonly sourceNote: string | null;
};
