import type { SecurityKind } from '../../matching/attributes';
import { type FirstLoanInput, isFirstLoan } from './firstLoan';
import { type InclusiveInput, isInclusive } from './inclusive';
import { isUnsecured } from './unsecured';

/** What a matched transaction is by definition, computed when it is made and never typed. Null: not known. */
export type LoanFlags = {
  readonly isFirstLoan: boolean | null;
  readonly isUnsecured: boolean | null;
  readonly isInclusive: boolean | null;
};

export type LoanFlagsInput = FirstLoanInput & InclusiveInput & { readonly securities: readonly SecurityKind[] | null };

/** The flags of a matched transaction, each by its own definition in this folder. */
export const loanFlags = (input: LoanFlagsInput): LoanFlags => ({
  isFirstLoan: isFirstLoan(input),
  isUnsecured: isUnsecured(input.securities),
  isInclusive: isInclusive(input),
});
