import { remembered } from '../shared/remembered';
import type { Purpose, RepaymentMethod, SecurityKind } from './attributes';
import type { Clause } from './rule';

/** What a product's terms ask of a firm and its request; null and empty mean that the product states no limit. */
export type ProductTerms = {
  readonly amountFenMin: number | null;
  readonly amountFenMax: number | null;
  readonly termMonthsMin: number | null;
  readonly termMonthsMax: number | null;
  /** The lowest annual rate the product is lent at. */
  readonly rateBpsMin: number | null;
  /** The loan can be had without any security; then `securities` only widen the choice. */
  readonly isUnsecured: boolean;
  readonly securities: readonly SecurityKind[];
  readonly repaymentMethods: readonly RepaymentMethod[];
  readonly purposes: readonly Purpose[];
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  readonly industriesExcluded: readonly string[];
};

/**
 * What the request leaves to the product: a firm that names no highest rate or no repayment method accepts any, so the
 * terms ask nothing of it there.
 */
export type Openness = { readonly acceptsAnyRate: boolean; readonly acceptsAnyRepayment: boolean };

export type TermClause = { readonly path: string; readonly clause: Clause };

/** The terms as clauses of the rule language, so that they are judged and explained like the eligibility rule. */
export const termClauses = (terms: ProductTerms, open: Openness): readonly TermClause[] =>
  allClauses(terms).filter(
    ({ path }) => !(open.acceptsAnyRate && path === ratePath) && !(open.acceptsAnyRepayment && path === repaymentPath),
  );

const ratePath = '/terms/rateBps';
const repaymentPath = '/terms/repaymentMethods';

const allClauses = remembered((terms: ProductTerms): readonly TermClause[] =>
  [
    listed('/terms/regions', terms.regions, value => ({ attr: 'region', op: 'under', value })),
    listed('/terms/industries', terms.industries, value => ({ attr: 'industry', op: 'under', value })),
    listed('/terms/industriesExcluded', terms.industriesExcluded, value => ({ attr: 'industry', op: 'notUnder', value })),
    ranged('/terms/amountFen', 'requestAmountFen', terms.amountFenMin, terms.amountFenMax),
    ranged('/terms/termMonths', 'requestTermMonths', terms.termMonthsMin, terms.termMonthsMax),
    listed('/terms/purposes', terms.purposes, value => ({ attr: 'requestPurpose', op: 'in', value })),
    terms.isUnsecured
      ? []
      : listed('/terms/securities', terms.securities, value => ({ attr: 'securitiesOffered', op: 'hasAny', value })),
    ranged(ratePath, 'highestRateBps', terms.rateBpsMin, null),
    listed(repaymentPath, terms.repaymentMethods, value => ({ attr: 'repaymentMethodsAccepted', op: 'hasAny', value })),
  ].flat(),
);

const listed = (path: string, value: readonly string[], clause: (value: readonly string[]) => Clause): readonly TermClause[] =>
  value.length === 0 ? [] : [{ path, clause: clause(value) }];

function ranged(
  path: string,
  attr: 'requestAmountFen' | 'requestTermMonths' | 'highestRateBps',
  low: number | null,
  high: number | null,
): readonly TermClause[] {
  if (low !== null && high !== null) return [{ path, clause: { attr, op: 'between', value: [low, high] } }];
  if (low !== null) return [{ path, clause: { attr, op: '>=', value: low } }];
  return high === null ? [] : [{ path, clause: { attr, op: '<=', value: high } }];
}
