import type { InstitutionReport, ReportMonthInput } from '../../generated/schema';

/** A month's report as its form holds it: the rate as people know it, not multiplied by the amount. */
export type ReportDraft = {
  readonly month: string;
  readonly depositsFen: number;
  readonly loansFen: number;
  readonly newLoansFen: number;
  readonly rateBps: number;
  readonly directFinancingFen: number;
  readonly reason?: string | null;
};

/** 36 %: no loan may cost more, so no average can. */
export const rateBpsMax = 3600;

/** The average rate of the loans of a report in whole basis points; null when it has none. */
export const averageRate = ({
  newLoansFen,
  newLoansWeightedRateFenBps,
}: Pick<InstitutionReport, 'newLoansFen' | 'newLoansWeightedRateFenBps'>): number | null =>
  newLoansFen === 0 ? null : Math.round(newLoansWeightedRateFenBps / newLoansFen);

/** The form of a report that is to be corrected. */
export const draftOf = ({
  month,
  depositsFen,
  loansFen,
  newLoansFen,
  newLoansWeightedRateFenBps,
  directFinancingFen,
}: InstitutionReport): ReportDraft => ({
  month,
  depositsFen,
  loansFen,
  newLoansFen,
  rateBps: averageRate({ newLoansFen, newLoansWeightedRateFenBps }) ?? 0,
  directFinancingFen,
});

/**
 * What is sent. The rate of a report whose loans and rate were left alone stays the exact sum it was reported with, which
 * the rounded average would not give again.
 */
export function inputOf({ rateBps, reason, ...draft }: ReportDraft, corrected: InstitutionReport | undefined): ReportMonthInput {
  const isRateKept = corrected && corrected.newLoansFen === draft.newLoansFen && (averageRate(corrected) ?? 0) === rateBps;
  return {
    ...draft,
    newLoansWeightedRateFenBps: isRateKept ? corrected.newLoansWeightedRateFenBps : draft.newLoansFen * rateBps,
    ...(corrected ? { version: corrected.version, reason: reason ?? null } : {}),
  };
}
