import type { SecurityKind } from '../../matching/attributes';
import type { SupportPolicy } from '../../policies/tables';
import type { FeeKind, ProductCategory } from '../../products/vocabulary';
import { addMonths, type CalendarDate, type Instant } from '../../shared/dates';
import type { Fen } from '../../shared/money';
import { bpsPerUnit } from '../../shared/rate';
import { isWithinRegion } from '../../shared/regions';
import { asWritten } from '../../shared/text';
import type { Subsidy, SubsidyPayment } from '../cost/subsidy';
import type { RepaymentSchedule } from '../repayment/schedule';

/** What of a loan decides whether a policy pays on it, and how much. */
export type SupportedLoan = {
  /** Where the firm is registered; null: unknown. */
  readonly regionCode: string | null;
  readonly category: ProductCategory;
  readonly securities: readonly SecurityKind[];
  readonly amountFen: Fen;
  readonly schedule: RepaymentSchedule;
  /** When the offer was made. */
  readonly offeredAt: Instant;
};

/** Why it is not known whether a policy pays. */
export const supportUnknowns = ['region', 'otherConditions'] as const;
export type SupportUnknown = (typeof supportUnknowns)[number];

/** A policy that pays on a loan, or may: then `unknowns` says what is open, and the sum is what it would come to. */
export type Entitlement = {
  readonly policy: SupportPolicy;
  readonly unknowns: readonly SupportUnknown[];
  readonly subsidy: Subsidy;
};

/**
 * The policies that pay on a loan or may, each with its payments by its terms; those that do not pay, or pay nothing, are left
 * out. Together they never pay more of an instalment's interest or of a fee than the firm does: policies are taken in the order
 * given, and a later one gets what is left. Sums are cut down to the fen. What is unknown counts for nothing in that.
 */
export function entitlements(policies: readonly SupportPolicy[], loan: SupportedLoan): Entitlement[] {
  const found: Entitlement[] = [];
  const paid = new Map<string, Fen>();
  for (const policy of policies) {
    const unknowns = unknownsOf(policy, loan);
    if (unknowns === null) continue;
    const shares = sharesOf(policy, loan.schedule).map(share => {
      const amountFen = Math.min(share.amountFen, share.ofFen - (paid.get(share.of) ?? 0));
      if (unknowns.length === 0) paid.set(share.of, (paid.get(share.of) ?? 0) + amountFen);
      return { on: share.on, amountFen };
    });
    const payments = capped(paidOut(shares, policy, loan.schedule), policy.capFen);
    const name = asWritten(policy.name);
    if (name && payments.length > 0) found.push({ policy, unknowns, subsidy: { name, payments } });
  }
  return found;
}

/** What is open of whether it pays; null where it does not. */
function unknownsOf(policy: SupportPolicy, loan: SupportedLoan): SupportUnknown[] | null {
  const { disbursedOn } = loan.schedule;
  const isInForce =
    policy.validFrom <= disbursedOn &&
    (policy.validUntil === null || disbursedOn <= policy.validUntil) &&
    (policy.endedAt === null || loan.offeredAt < policy.endedAt);
  const isFitting =
    (policy.securities.length === 0 || policy.securities.some(kind => loan.securities.includes(kind))) &&
    (policy.categories.length === 0 || policy.categories.includes(loan.category)) &&
    (policy.loanFenMax === null || loan.amountFen <= policy.loanFenMax);
  const isElsewhere =
    policy.regionCode !== null && loan.regionCode !== null && !isWithinRegion(loan.regionCode, policy.regionCode);
  if (!isInForce || !isFitting || isElsewhere) return null;
  return [
    ...(policy.regionCode !== null && loan.regionCode === null ? (['region'] as const) : []),
    ...(policy.otherConditions === null ? [] : (['otherConditions'] as const)),
  ];
}

/** A part of what the firm pays on a day: of which payment, how much that is, and the part. */
type Share = { readonly of: string; readonly ofFen: Fen; readonly on: CalendarDate; readonly amountFen: Fen };

/** Fees that a guarantee-fee subsidy knows; a bank's own are not paid for by anybody. */
const supportedFees: readonly FeeKind[] = ['guarantee', 'insurance', 'appraisal'];

function sharesOf(policy: SupportPolicy, { rateBps, rows, fees, disbursedOn }: RepaymentSchedule): Share[] {
  const isInTime = (on: CalendarDate) => policy.monthsMax === null || on <= addMonths(disbursedOn, policy.monthsMax);
  if (policy.kind === 'feeShare')
    return fees.flatMap(({ fee, payments }, place) =>
      fee.paidBy === 'enterprise' && supportedFees.includes(fee.kind)
        ? payments
            .filter(({ on }) => isInTime(on))
            .map(({ on, amountFen }) => ({
              of: `fee ${place} ${on}`,
              ofFen: amountFen,
              on,
              amountFen: partOf(amountFen, policy.rateBps, bpsPerUnit),
            }))
        : [],
    );
  if (rateBps === 0) return [];
  const [part, whole] =
    policy.kind === 'interestPoints'
      ? [Math.min(policy.rateBps, rateBps), rateBps]
      : [policy.rateBps * Math.min(policy.benchmarkBps ?? rateBps, rateBps), bpsPerUnit * rateBps];
  return rows
    .filter(({ dueOn, interestFen }) => isInTime(dueOn) && interestFen > 0)
    .map(({ dueOn, interestFen }) => ({
      of: `interest ${dueOn}`,
      ofFen: interestFen,
      on: dueOn,
      amountFen: partOf(interestFen, part, whole),
    }));
}

const partOf = (amountFen: Fen, part: number, whole: number): Fen => Number((BigInt(amountFen) * BigInt(part)) / BigInt(whole));

/** Gathers the shares on the days on which the policy pays. */
function paidOut(
  shares: readonly SubsidyPayment[],
  { payout }: SupportPolicy,
  { disbursedOn, maturesOn }: RepaymentSchedule,
): SubsidyPayment[] {
  const anniversaryAfter = (on: CalendarDate): CalendarDate => {
    let year = 1;
    while (addMonths(disbursedOn, 12 * year) < on) year += 1;
    const day = addMonths(disbursedOn, 12 * year);
    return day < maturesOn ? day : maturesOn;
  };
  const byDay = new Map<CalendarDate, Fen>();
  for (const { on, amountFen } of shares) {
    const day = payout === 'withInstalments' ? on : payout === 'yearly' ? anniversaryAfter(on) : maturesOn;
    byDay.set(day, (byDay.get(day) ?? 0) + amountFen);
  }
  return [...byDay].map(([on, amountFen]) => ({ on, amountFen })).sort((one, other) => (one.on < other.on ? -1 : 1));
}

function capped(payments: readonly SubsidyPayment[], capFen: Fen | null): SubsidyPayment[] {
  let left = capFen ?? Number.MAX_SAFE_INTEGER;
  return payments.flatMap(({ on, amountFen }) => {
    const paidFen = Math.min(amountFen, left);
    left -= paidFen;
    return paidFen > 0 ? [{ on, amountFen: paidFen }] : [];
  });
}
