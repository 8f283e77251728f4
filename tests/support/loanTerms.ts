import type { LoanFee, LoanTerms } from '../../server/financing/repayment/loanTerms';
import { calendarDate } from '../../server/shared/dates';

/** One million yuan at 4.35 % for twelve months in whole months, repaid in equal instalments; `given` changes what matters. */
export const loanTermsOf = (given: Partial<LoanTerms> = {}): LoanTerms => ({
  method: 'EQUAL_INSTALLMENT',
  principalFen: 100_000_000,
  rateBps: 435,
  termMonths: 12,
  disbursedOn: calendarDate('2024-01-15'),
  dayBasis: '30/360',
  ...given,
});

/** A processing fee of 1 % that the firm pays the lender at disbursement; `given` changes what matters. */
export const feeOf = (given: Partial<LoanFee> = {}): LoanFee => ({
  kind: 'processing',
  chargedBy: 'institution',
  paidBy: 'enterprise',
  timing: 'once',
  amountFen: null,
  rateBps: 100,
  note: null,
  ...given,
});
