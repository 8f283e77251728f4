import type { RepaymentSchedule } from '../repayment/schedule';
import { type CashFlow, internalRate } from './internalRate';
import { ppmOf, type RatePpm } from './ratePpm';
import { checkCostable, type Subsidy } from './subsidy';
import { monthsFrom } from './timeline';

/** The annual cost of a loan by the internal rate of its monthly flows: `nominal` is i × 12, `effective` (1+i)^12 − 1. */
export type AnnualisedCost = { readonly nominalRatePpm: RatePpm; readonly effectiveRatePpm: RatePpm };

const monthsPerYear = 12;

/**
 * The annualised rate (年化利率) of a loan with all its cost in: interest and every fee the firm pays, on the principal it
 * really has the use of, less `subsidies` where any are given. Always by the month, whatever the method, so that offers stand
 * side by side on one basis; a screen says that the method is compound (IRR) and which of the two figures it shows.
 *
 * Refuses (INVALID_INPUT) a loan without drawings, fees that leave nothing of it, subsidies that reach it.
 * Source: 中国人民银行公告〔2021〕第3号, all cost tied to the loan over the principal actually outstanding.
 */
export function annualisedCost(schedule: RepaymentSchedule, subsidies: readonly Subsidy[] = []): AnnualisedCost {
  checkCostable(schedule, subsidies);
  const monthlyRate = internalRate(firmCashFlows(schedule, subsidies));
  return {
    nominalRatePpm: ppmOf(monthlyRate * monthsPerYear),
    effectiveRatePpm: ppmOf((1 + monthlyRate) ** monthsPerYear - 1),
  };
}

/** What the firm receives and pays, by months since disbursement. */
export const firmCashFlows = (schedule: RepaymentSchedule, subsidies: readonly Subsidy[] = []): readonly CashFlow[] => {
  const { disbursedOn, drawings, rows, feeAtDisbursementFen } = schedule;
  return [
    ...drawings.map(({ on, amountFen }) => ({ periods: monthsFrom(disbursedOn, on), amountFen })),
    { periods: 0, amountFen: -feeAtDisbursementFen },
    ...rows.map(({ dueOn, dueFen }) => ({ periods: monthsFrom(disbursedOn, dueOn), amountFen: -dueFen })),
    ...subsidies.flatMap(({ payments }) =>
      payments.map(({ on, amountFen }) => ({ periods: monthsFrom(disbursedOn, on), amountFen })),
    ),
  ];
};
