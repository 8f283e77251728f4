import type { CalendarDate } from '../../shared/dates';
import type { Fen } from '../../shared/money';
import { interestDays, interestOn } from './dayCount';
import { periodsOf } from './dueDates';
import type { LoanTerms } from './loanTerms';
import { principalRule } from './principal';

/** What is repaid to the lender on a day. */
export type Repayment = { readonly dueOn: CalendarDate; readonly principalFen: Fen; readonly interestFen: Fen };

/** The repayments of a loan that is drawn at once: interest of each period on what is then owed, and all the rest at the end. */
export function instalmentRepayments(terms: LoanTerms): readonly Repayment[] {
  const { principalFen: lentFen, rateBps, dayBasis } = terms;
  const periods = periodsOf(terms);
  const principalDue = principalRule(terms, periods);
  let owedFen: Fen = lentFen;
  return periods.map((period, place) => {
    const interestFen = interestOn(BigInt(owedFen) * BigInt(interestDays(period, dayBasis)), rateBps, dayBasis);
    const isLast = place === periods.length - 1;
    const principalFen = isLast ? owedFen : Math.min(owedFen, principalDue(place, interestFen));
    owedFen -= principalFen;
    return { dueOn: period.endsOn, principalFen, interestFen };
  });
}
