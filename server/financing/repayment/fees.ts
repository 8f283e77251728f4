import { addMonths, type CalendarDate } from '../../shared/dates';
import type { Fen } from '../../shared/money';
import { bpsPerUnit } from '../../shared/rate';
import { invalidInput } from '../../shared/refusals';
import { roundedQuotient } from './dayCount';
import type { LoanFee, LoanTerms } from './loanTerms';

export type FeePayment = { readonly on: CalendarDate; readonly amountFen: Fen };

/** A fee with the days and amounts it is paid in; none for a fee that only an event brings about. */
export type ScheduledFee = { readonly fee: LoanFee; readonly payments: readonly FeePayment[] };

const monthsPerPeriod = { monthly: 1, quarterly: 3, yearly: 12 } as const;

/**
 * The payments of `fee` over the loan. A rate is of the amount lent (of a revolving loan, the limit), a year for periodic fees
 * and once for a single one; the last period may be shorter and then costs its months only. An amount is charged in full for
 * every period begun. Refuses a fee that states neither, because no cost can be reckoned from it.
 * Source: 担保费 = 主债权金额 × 年费率, as guarantors report it.
 */
export function feePayments(fee: LoanFee, { principalFen, termMonths, disbursedOn }: LoanTerms): readonly FeePayment[] {
  const { timing, chargedAt = 'periodStart' } = fee;
  if (timing === 'onEvent') return [];
  if (timing === 'once') return [{ on: disbursedOn, amountFen: amountFor(fee, principalFen, 12) }];
  const step = monthsPerPeriod[timing];
  const periods = Array.from({ length: Math.ceil(termMonths / step) }, (_, place) => ({
    from: place * step,
    to: Math.min((place + 1) * step, termMonths),
  }));
  return periods.map(({ from, to }) => ({
    on: addMonths(disbursedOn, chargedAt === 'periodStart' ? from : to),
    amountFen: amountFor(fee, principalFen, to - from),
  }));
}

function amountFor(fee: LoanFee, principalFen: Fen, months: number): Fen {
  if (fee.amountFen !== null) return fee.amountFen;
  if (fee.rateBps !== null)
    return roundedQuotient(BigInt(principalFen) * BigInt(fee.rateBps) * BigInt(months), BigInt(bpsPerUnit * 12));
  throw invalidInput('fees', fee.kind, 'fees.undetermined', {
    zh: '费用既无金额也无费率，无法计算成本。请与收费方核定后填写。',
    en: 'A fee states neither an amount nor a rate, so its cost cannot be reckoned: settle it with whoever charges it.',
  });
}

/**
 * Moves each payment to the instalment it is collected with: the first one due on or within a month after its day. Where the
 * loan has none, and at disbursement, a fee is paid on its own day.
 */
export const collected = (payments: readonly FeePayment[], dueDays: readonly CalendarDate[], disbursedOn: CalendarDate) =>
  payments.map(({ on, amountFen }): FeePayment => {
    const isUpfront = on === disbursedOn;
    const due = isUpfront ? undefined : dueDays.find(day => day >= on && day < addMonths(on, 1));
    return { on: due ?? on, amountFen };
  });
