import type { RepaymentMethod } from '../../matching/attributes';
import type { FeeCharger, FeeKind, FeePayer, FeeTiming } from '../../products/vocabulary';
import type { CalendarDate } from '../../shared/dates';
import type { Fen } from '../../shared/money';
import type { ScheduledFee } from '../repayment/fees';
import type { RepaymentSchedule } from '../repayment/schedule';
import { type CashFlow, internalRate, simpleInParts } from './internalRate';
import { ppmOf, ppmOfBps, type RatePpm } from './ratePpm';
import { checkCostable, type Subsidy } from './subsidy';
import { monthsFrom } from './timeline';

/** One line of the sheet. `amountFen` is its sum over the loan; a line that costs the firm nothing says why in `mark`. */
export type CostItem = {
  readonly item: 'interest' | FeeKind;
  readonly chargedBy: FeeCharger;
  readonly paidBy: FeePayer;
  readonly amountFen: Fen;
  /** How it is charged: interest by its repayment method, a fee by a rate or an amount. */
  readonly method: RepaymentMethod | 'byRate' | 'byAmount';
  /** How often it is paid; of interest, null, because its schedule says so. */
  readonly cycle: FeeTiming | null;
  readonly annualisedRatePpm: RatePpm;
  readonly mark: CostMark | null;
  readonly note: string | null;
};

/** Why a line counts as zero: another party bears it, or it arises only if something happens (late payment, early repayment). */
export const costMarks = ['borneByInstitution', 'borneByGovernment', 'onEvent'] as const;
export type CostMark = (typeof costMarks)[number];

/** A subsidy as a line of the sheet; `amountFen` is its sum over the loan. */
export type SubsidyItem = Subsidy & { readonly amountFen: Fen; readonly annualisedRatePpm: RatePpm };

export type CostSheet = {
  readonly items: readonly CostItem[];
  /** The loan's rate and the rates of all fees that the firm pays, added up. */
  readonly totalRatePpm: RatePpm;
  readonly subsidies: readonly SubsidyItem[];
  /** The total less what the subsidies give back; below zero when they give back more. */
  readonly netRatePpm: RatePpm;
};

/**
 * The financing-cost sheet of a loan (企业贷款综合融资成本清单, 贷款明白纸): its rate as agreed, and for each fee the rate R a period
 * at which the principal drawn equals the principal repaid and the fee, annualised simply (R × 12, by the quarter R × 4).
 * Interest is left out of that equation, because the rate already counts it; principal is split at the loan's real rate. Fees
 * that others bear and fees that an event brings about are listed at zero with a mark. A subsidy takes off what a fee of its
 * amount on its day would add, so that a fee paid back the same day leaves nothing.
 *
 * Refuses (INVALID_INPUT) what `annualisedCost` refuses.
 * Source: 《企业贷款综合融资成本年化率的计算规则及示例》 as a public calculator applies it; the rules themselves
 * were not at hand.
 */
export function costSheet(schedule: RepaymentSchedule, subsidies: readonly Subsidy[] = []): CostSheet {
  checkCostable(schedule, subsidies);
  const items = [interestItem(schedule), ...schedule.fees.map(fee => feeItem(fee, schedule))];
  const subsidyItems = subsidies.map(subsidy => ({
    ...subsidy,
    amountFen: subsidy.payments.reduce((sum, { amountFen }) => sum + amountFen, 0),
    annualisedRatePpm: annualisedRate(subsidy.payments, schedule),
  }));
  const totalRatePpm = sumOf(items);
  return { items, totalRatePpm, subsidies: subsidyItems, netRatePpm: totalRatePpm - sumOf(subsidyItems) };
}

const interestItem = ({ method, rateBps, totals }: RepaymentSchedule): CostItem => ({
  item: 'interest',
  chargedBy: 'institution',
  paidBy: 'enterprise',
  amountFen: totals.interestFen,
  method,
  cycle: null,
  annualisedRatePpm: ppmOfBps(rateBps),
  mark: null,
  note: null,
});

function feeItem({ fee, payments }: ScheduledFee, schedule: RepaymentSchedule): CostItem {
  const mark = markOf(fee);
  return {
    item: fee.kind,
    chargedBy: fee.chargedBy,
    paidBy: fee.paidBy,
    amountFen: payments.reduce((sum, { amountFen }) => sum + amountFen, 0),
    method: fee.amountFen === null ? 'byRate' : 'byAmount',
    cycle: fee.timing,
    annualisedRatePpm: mark === null ? annualisedRate(payments, schedule) : 0,
    mark,
    note: fee.note,
  };
}

function markOf({ paidBy, timing }: ScheduledFee['fee']): CostMark | null {
  if (paidBy === 'institution') return 'borneByInstitution';
  if (paidBy === 'government') return 'borneByGovernment';
  return timing === 'onEvent' ? 'onEvent' : null;
}

type Payment = { readonly on: CalendarDate; readonly amountFen: Fen };

/** The months of one period of the rate: a quarter where instalments are quarterly, else a month. */
const unitMonths = (method: RepaymentMethod): number => (method === 'QUARTERLY_INTEREST' ? 3 : 1);

function annualisedRate(payments: readonly Payment[], { method, disbursedOn, drawings, rows }: RepaymentSchedule): RatePpm {
  const unit = unitMonths(method);
  const flow = (on: CalendarDate, amountFen: Fen): CashFlow => ({ periods: monthsFrom(disbursedOn, on) / unit, amountFen });
  const rate = internalRate(
    [
      ...drawings.map(({ on, amountFen }) => flow(on, amountFen)),
      ...rows.map(({ dueOn, principalFen }) => flow(dueOn, -principalFen)),
      ...payments.map(({ on, amountFen }) => flow(on, -amountFen)),
    ],
    simpleInParts,
  );
  return ppmOf((rate * 12) / unit);
}

const sumOf = (lines: readonly { readonly annualisedRatePpm: RatePpm }[]): RatePpm =>
  lines.reduce((sum, { annualisedRatePpm }) => sum + annualisedRatePpm, 0);
