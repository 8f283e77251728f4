import { addMonths, type CalendarDate } from '../../shared/dates';
import { annualisedCost } from '../cost/annualisedCost';
import { type CostSheet, costSheet } from '../cost/costSheet';
import type { RatePpm } from '../cost/ratePpm';
import type { LoanTerms } from '../repayment/loanTerms';
import { type RepaymentSchedule, repaymentSchedule } from '../repayment/schedule';
import type { OfferTerms } from './offerTerms';

/** The terms that a schedule is drawn from; an offer's row has them all. */
export type Schedulable = Pick<
  OfferTerms,
  'amountFen' | 'termMonths' | 'rateBps' | 'repaymentMethod' | 'dueDay' | 'plan' | 'dayBasis' | 'fees'
>;

/** The schedule of an offer or of the loan it became, disbursed on a day. Refuses terms that the method does not have. */
export const scheduleOf = (terms: Schedulable, disbursedOn: CalendarDate): RepaymentSchedule =>
  repaymentSchedule(loanTermsOf(terms, disbursedOn));

/** The terms of the loan that an offer becomes when it is disbursed on a day. */
export const loanTermsOf = (terms: Schedulable, disbursedOn: CalendarDate): LoanTerms => ({
  method: terms.repaymentMethod,
  principalFen: terms.amountFen,
  rateBps: terms.rateBps,
  termMonths: terms.termMonths,
  disbursedOn,
  dayBasis: terms.dayBasis,
  dueDay: terms.dueDay,
  fees: terms.fees,
  instalments: terms.plan?.map(({ afterMonths, principalFen }) => ({
    dueOn: addMonths(disbursedOn, afterMonths),
    principalFen,
  })),
});

export type OfferFigures = {
  readonly annualisedRateBps: number;
  readonly effectiveRateBps: number;
  readonly totalInterestFen: number;
  readonly totalFeesFen: number;
};

/** What an offer costs all in, were it disbursed on `disbursedOn`: rates in basis points a year, sums in fen. */
export function figuresOf(terms: Schedulable, disbursedOn: CalendarDate): OfferFigures {
  const schedule = scheduleOf(terms, disbursedOn);
  return figuresOn(schedule);
}

/** An offer's figures with the schedule and the cost sheet that they come from. */
export function reckoned(
  terms: Schedulable,
  disbursedOn: CalendarDate,
): OfferFigures & {
  readonly schedule: RepaymentSchedule;
  readonly costSheet: CostSheet;
} {
  const schedule = scheduleOf(terms, disbursedOn);
  return { ...figuresOn(schedule), schedule, costSheet: costSheet(schedule) };
}

function figuresOn(schedule: RepaymentSchedule): OfferFigures {
  const { nominalRatePpm, effectiveRatePpm } = annualisedCost(schedule);
  return {
    annualisedRateBps: bpsOf(nominalRatePpm),
    effectiveRateBps: bpsOf(effectiveRatePpm),
    totalInterestFen: schedule.totals.interestFen,
    totalFeesFen: schedule.totals.feeFen + schedule.feeAtDisbursementFen,
  };
}

/** Two decimals of a percent, as the annualised rate is displayed by law; the nearest, a half up. */
const bpsOf = (ppm: RatePpm): number => Math.round(ppm / 100);
