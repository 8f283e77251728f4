import type { CalendarDate } from '../../shared/dates';

/** A loan paid out on the platform to the same firm. */
export type PlatformLoan = { readonly id: string; readonly disbursedOn: CalendarDate };

export type FirstLoanInput = {
  readonly loan: PlatformLoan;
  /** The firm's loans on the platform, from every lender; this one may be among them. */
  readonly platformLoans: readonly PlatformLoan[];
  /** The lender's word that the national credit database shows no bank loan before this one; null when it gave none. */
  readonly isAttestedFirst: boolean | null;
};

/**
 * Whether a loan makes its firm a first-time borrower (首贷户): no earlier loan on the platform, and the bank attests that the
 * credit system holds none. Null when the platform shows none and the bank has not said: unknown counts as no in statistics,
 * because the platform alone cannot see loans made elsewhere. A firm is counted once: of loans paid out on one day the one with
 * the least id is the first.
 * Source: common use of the term in 首贷户 statistics; no official text was at hand.
 */
export function isFirstLoan({ loan, platformLoans, isAttestedFirst }: FirstLoanInput): boolean | null {
  return platformLoans.some(other => isBefore(other, loan)) ? false : isAttestedFirst;
}

const isBefore = (other: PlatformLoan, loan: PlatformLoan): boolean =>
  other.disbursedOn < loan.disbursedOn || (other.disbursedOn === loan.disbursedOn && other.id < loan.id);
