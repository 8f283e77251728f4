import type { Fen } from '../../shared/money';
import { invalidInput } from '../../shared/refusals';
import { interestDays, type Period, roundedQuotient, unitGrowth } from './dayCount';
import { agreedInstalments } from './dueDates';
import type { LoanTerms } from './loanTerms';

/** What an instalment other than the last should repay, given its place and the interest it already owes. */
export type PrincipalRule = (place: number, interestFen: Fen) => Fen;

/** How `terms` spread the principal over `periods`. Refuses an agreed plan that does not repay exactly what was lent. */
export function principalRule(terms: LoanTerms, periods: readonly Period[]): PrincipalRule {
  switch (terms.method) {
    case 'EQUAL_INSTALLMENT': {
      const instalmentFen = levelInstalmentFen(terms, periods);
      // Where one long month at a high rate costs more than the level instalment, that instalment is its interest.
      return (_, interestFen) => Math.max(0, instalmentFen - interestFen);
    }
    case 'EQUAL_PRINCIPAL': {
      const shareFen = roundedQuotient(BigInt(terms.principalFen), BigInt(periods.length));
      return () => shareFen;
    }
    case 'SCHEDULED':
      return agreedPrincipal(terms);
    default:
      return () => 0;
  }
}

/**
 * The payment that, made at the end of each period, repays the loan with nothing left over: P / Σ 1/((1+i₁)…(1+iₖ)), to the
 * nearest fen. With equal periods this is P·i·(1+i)ⁿ/((1+i)ⁿ−1), without interest P/n; broken periods need no case of their own.
 * Reckoned exactly: every growth is the fraction qₖ/D of integers, and the sum is brought to one denominator.
 */
function levelInstalmentFen({ principalFen, rateBps, dayBasis }: LoanTerms, periods: readonly Period[]): Fen {
  const unit = BigInt(unitGrowth(dayBasis));
  let growth = 1n;
  let unitPower = 1n;
  let sum = 0n;
  for (const period of periods) {
    const factor = unit + BigInt(rateBps * interestDays(period, dayBasis));
    growth *= factor;
    unitPower *= unit;
    sum = sum * factor + unitPower;
  }
  return roundedQuotient(BigInt(principalFen) * growth, sum);
}

function agreedPrincipal(terms: LoanTerms): PrincipalRule {
  const agreed = agreedInstalments(terms).map(({ principalFen }) => principalFen);
  const sumFen = agreed.reduce((sum, part) => sum + part, 0);
  if (sumFen !== terms.principalFen)
    throw invalidInput('instalments', sumFen, 'instalments.sum', {
      zh: '约定各期本金之和应等于贷款本金。',
      en: 'The principal of all agreed instalments must add up to what is lent.',
    });
  return place => agreed[place] ?? 0;
}
