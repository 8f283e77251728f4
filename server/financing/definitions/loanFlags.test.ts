import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/dates';
import { fenPerWan } from '../../shared/money';
import { isFirstLoan, type PlatformLoan } from './firstLoan';
import { type InclusiveInput, isInclusive } from './inclusive';
import { type LoanFlagsInput, loanFlags } from './loanFlags';
import { isUnsecured } from './unsecured';

const loanOn = (day: string, id = 'this'): PlatformLoan => ({ id, disbursedOn: calendarDate(day) });

describe('isFirstLoan', () => {
  const loan = loanOn('2024-06-15', 'm');

  it.each<[string, readonly PlatformLoan[], boolean | null, boolean | null]>([
    ['nothing earlier, attested', [], true, true],
    ['nothing earlier, the bank found one', [], false, false],
    ['nothing earlier, the bank said nothing', [], null, null],
    ['only itself on the platform', [loan], true, true],
    ['one a day earlier', [loanOn('2024-06-14')], true, false],
    ['one a day earlier, the bank said nothing', [loanOn('2024-06-14')], null, false],
    ['one a day later', [loanOn('2024-06-16')], true, true],
    ['another on the same day with a smaller id', [loanOn('2024-06-15', 'l')], true, false],
    ['another on the same day with a greater id', [loanOn('2024-06-15', 'n')], true, true],
  ])('%s', (_, platformLoans, isAttestedFirst, expected) => {
    expect(isFirstLoan({ loan, platformLoans, isAttestedFirst })).toBe(expected);
  });

  it('counts a firm once, whatever the order its loans of one day are listed in', () => {
    const loans = [loanOn('2024-06-15', 'b'), loanOn('2024-06-15', 'a'), loanOn('2024-06-15', 'c')];
    const first = loans.filter(one => isFirstLoan({ loan: one, platformLoans: loans, isAttestedFirst: true }));
    expect(first.map(({ id }) => id)).toEqual(['a']);
  });
});

describe('isUnsecured', () => {
  it.each([
    ['no security', [], true],
    ['a surety alone', ['SURETY'], false],
    ['loan insurance alone', ['LOAN_INSURANCE'], false],
    ['a patent pledge', ['PATENT_PLEDGE'], false],
    ['not recorded', null, null],
  ] as const)('%s', (_, securities, expected) => {
    expect(isUnsecured(securities)).toBe(expected);
  });
});

const inclusive = (given: Partial<InclusiveInput> = {}): InclusiveInput => ({
  borrower: 'enterprise',
  sizeClass: 'MICRO',
  amountFen: 100 * fenPerWan,
  householdCreditFen: 100 * fenPerWan,
  isDiscountedBill: false,
  ...given,
});

describe('isInclusive', () => {
  it.each<[string, Partial<InclusiveInput>, boolean | null]>([
    ['a micro firm', {}, true],
    ['a small firm', { sizeClass: 'SMALL' }, true],
    ['a medium firm', { sizeClass: 'MEDIUM' }, false],
    ['a large firm', { sizeClass: 'LARGE' }, false],
    ['a firm without a line in 300号', { sizeClass: 'NOT_APPLICABLE' }, false],
    ['a firm of unknown size', { sizeClass: 'UNKNOWN' }, null],
    ['a self-employed business of unknown size', { borrower: 'selfEmployed', sizeClass: 'UNKNOWN' }, true],
    ['a self-employed business as big as a medium firm', { borrower: 'selfEmployed', sizeClass: 'MEDIUM' }, true],
    ['the owner of a micro firm', { borrower: 'owner' }, true],
    ['the owner of a medium firm', { borrower: 'owner', sizeClass: 'MEDIUM' }, false],
    ['total credit of exactly 1,000 万元', { householdCreditFen: 1_000 * fenPerWan }, true],
    ['total credit one fen above 1,000 万元', { householdCreditFen: 1_000 * fenPerWan + 1 }, false],
    ['a small loan on top of other limits above 1,000 万元', { amountFen: 1, householdCreditFen: 1_001 * fenPerWan }, false],
    ['total credit not stated', { householdCreditFen: null }, null],
    ['total credit not stated, the loan alone above', { amountFen: 1_000 * fenPerWan + 1, householdCreditFen: null }, false],
    ['total credit not stated, to a medium firm', { sizeClass: 'MEDIUM', householdCreditFen: null }, false],
    ['a discounted bill', { isDiscountedBill: true }, false],
  ])('%s', (_, given, expected) => {
    expect(isInclusive(inclusive(given))).toBe(expected);
  });

  it('throws when the total credit leaves this loan out, by one fen', () => {
    expect(() => isInclusive(inclusive({ householdCreditFen: 100 * fenPerWan - 1 }))).toThrow(RangeError);
  });
});

describe('loanFlags', () => {
  it('gives each flag by its own definition', () => {
    const input: LoanFlagsInput = {
      ...inclusive(),
      loan: loanOn('2024-06-15'),
      platformLoans: [],
      isAttestedFirst: null,
      securities: ['SURETY'],
    };
    expect(loanFlags(input)).toEqual({ isFirstLoan: null, isUnsecured: false, isInclusive: true });
  });
});
