import type { SecurityKind } from '../../matching/attributes';

/**
 * Whether a loan is unsecured (信用贷款): no collateral, no pledge, and nobody's guarantee, loan insurance included. Null when
 * it is not recorded what secures it.
 * Source: common use of the term in loan statistics; no official text was at hand.
 */
export const isUnsecured = (securities: readonly SecurityKind[] | null): boolean | null =>
  securities === null ? null : securities.length === 0;
