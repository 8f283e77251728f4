import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feeOf, loanTermsOf } from '../../../tests/support/loanTerms';
import type { RepaymentMethod } from '../../matching/attributes';
import { addDays, addMonths, type CalendarDate, calendarDate as day } from '../../shared/dates';
import type { LoanTerms } from '../repayment/loanTerms';
import { repaymentSchedule } from '../repayment/schedule';
import { ledgerOf } from './ledger';
import { type LoanCourse, type Payment, planOf, type Revision } from './plan';

const course = (given: Partial<LoanCourse> & { readonly loan?: Partial<LoanTerms> } = {}): LoanCourse => ({
  terms: loanTermsOf(given.loan),
  revisions: given.revisions ?? [],
  payments: given.payments ?? [],
});
const payment = (paidOn: string, principalFen: number, interestFen = 0, feeFen = 0): Payment => ({
  paidOn: day(paidOn),
  principalFen,
  interestFen,
  feeFen,
});
const repriced = (from: string, rateBps: number): Revision => ({ from: day(from), rateBps, restructured: null });

describe('days past due', () => {
  const [first = 0, second = 0] = repaymentSchedule(loanTermsOf()).rows.map(({ principalFen }) => principalFen);

  it.each([
    ['the day it is due', '2024-02-15', [], 0],
    ['the day after: there is no grace', '2024-02-16', [], 1],
    ['91 days on', '2024-05-16', [], 91],
    ['paid in full', '2024-03-14', [payment('2024-02-15', first, 362_500)], 0],
    ['one fen of principal short', '2024-03-14', [payment('2024-02-15', first - 1, 362_500)], 28],
    ['a yuan of interest short', '2024-03-14', [payment('2024-02-15', first, 362_400)], 28],
    ['99 fen of interest short, as books round', '2024-03-14', [payment('2024-02-15', first, 362_401)], 0],
    ['the first made good, the second not', '2024-03-20', [payment('2024-03-16', first, 362_500)], 5],
    ['paid a week ahead', '2024-02-16', [payment('2024-02-08', first, 362_500)], 0],
    ['two in one, the second ahead', '2024-03-16', [payment('2024-02-15', first + second, 362_500 + 333_000)], 0],
  ])('%s', (_, today, payments, expected) => {
    expect(ledgerOf(course({ payments }), day(today)).daysPastDue).toBe(expected);
  });

  it('count from the oldest part that is open, and a part payment pays the oldest first', () => {
    const { rows, overdueFen, daysPastDue } = ledgerOf(
      course({ payments: [payment('2024-03-20', 9_000_000, 400_000)] }),
      day('2024-04-14'),
    );
    expect(rows[0]).toMatchObject({ dueFen: 8_530_990, paidFen: 8_530_990, openFen: 0, daysPastDue: 0 });
    expect(rows[1]).toMatchObject({ dueOn: '2024-03-15', paidFen: 9_400_000 - 8_530_990, daysPastDue: 30 });
    expect([daysPastDue, overdueFen]).toEqual([30, rows[1]?.openFen]);
  });

  it('leave out fees, which stand open all the same', () => {
    const fees = [feeOf({ kind: 'guarantee', timing: 'monthly', rateBps: 120 })];
    const loan = { method: 'INTEREST_FIRST' as const, fees };
    const { rows, daysPastDue } = ledgerOf(course({ loan, payments: [payment('2024-02-15', 0, 362_500)] }), day('2024-03-01'));
    expect(rows[0]).toMatchObject({ feeFen: 100_000, dueFen: 462_500, openFen: 100_000, daysPastDue: 0 });
    expect(daysPastDue).toBe(0);
  });
});

describe('early repayment', () => {
  it('more than the next instalment redraws the rest on what is owed, with the interest accrued until then', () => {
    const payments = [payment('2024-02-05', 50_000_000)];
    const { rows, daysPastDue } = ledgerOf(course({ loan: { method: 'INTEREST_FIRST' }, payments }), day('2024-02-16'));
    expect(rows[0]).toMatchObject({ dueOn: '2024-02-05', principalFen: 50_000_000, interestFen: 0, isEarly: true, openFen: 0 });
    // 21 days on the whole and 10 on the half, by actual days.
    expect(rows[1]).toMatchObject({ dueOn: '2024-02-15', interestFen: 253_750 + 60_417, balanceFen: 50_000_000 });
    expect(rows[2]).toMatchObject({ dueOn: '2024-03-15', interestFen: 181_250 });
    expect(daysPastDue).toBe(1);
  });

  it('of the whole ends the loan, with the interest of its actual time', () => {
    const { rows, next } = ledgerOf(course({ payments: [payment('2024-01-20', 100_000_000, 60_417)] }), day('2024-06-01'));
    expect(rows).toMatchObject([{ dueOn: '2024-01-20', principalFen: 100_000_000, interestFen: 60_417, openFen: 0 }]);
    expect(next).toBeNull();
  });

  it('of a revolving loan pays its interest with it, as the schedule of its movements does', () => {
    const loan = { method: 'FLEXIBLE' as const, dayBasis: 'ACT/360' as const };
    const { parts } = planOf(course({ loan, payments: [payment('2024-03-02', 40_000_000)] }));
    const movements = [
      { on: day('2024-01-15'), kind: 'draw' as const, amountFen: 100_000_000 },
      { on: day('2024-03-02'), kind: 'repay' as const, amountFen: 40_000_000 },
    ];
    expect(parts).toMatchObject(
      repaymentSchedule(loanTermsOf({ ...loan, movements })).rows.map(({ dueOn, principalFen, interestFen }) => ({
        dueOn,
        principalFen,
        interestFen,
      })),
    );
  });
});

describe('complaints 3 and 8: the schedule after a rate is reset is drawn by the function that previewed it', () => {
  it('what was due stands, the rest costs the new rate from its day on', () => {
    const loan = { method: 'INTEREST_FIRST' as const, dayBasis: 'ACT/360' as const };
    const { parts, rateBps } = planOf(course({ loan, revisions: [repriced('2024-07-15', 385)] }));
    expect(rateBps).toBe(385);
    expect(parts.slice(4, 7)).toMatchObject([
      { dueOn: '2024-06-15', interestFen: 374_583 },
      { dueOn: '2024-07-15', interestFen: 362_500 },
      { dueOn: '2024-08-15', interestFen: 331_528 },
    ]);
  });

  it('between two due days each rate counts for its own days', () => {
    const loan = { method: 'INTEREST_FIRST' as const, dayBasis: 'ACT/360' as const };
    const { parts } = planOf(course({ loan, revisions: [repriced('2024-07-01', 385)] }));
    // 16 days at 4.35 % and 14 at 3.85 %.
    expect(parts[5]).toMatchObject({ dueOn: '2024-07-15', interestFen: 193_333 + 149_722 });
  });

  it('on a due day it is the schedule of a loan of the rest', () => {
    const { parts } = planOf(course({ revisions: [repriced('2024-07-15', 385)] }));
    const owedFen = repaymentSchedule(loanTermsOf()).rows[5]?.balanceFen ?? 0;
    const rest = repaymentSchedule(
      loanTermsOf({ principalFen: owedFen, rateBps: 385, termMonths: 6, disbursedOn: day('2024-07-15') }),
    );
    expect(parts.slice(6)).toMatchObject(
      rest.rows.map(({ dueOn, principalFen, interestFen }) => ({ dueOn, principalFen, interestFen })),
    );
  });
});

describe('complaint 6: rescheduling from a zero rate broke the schedule and turned the loan overpaid', () => {
  it('a loan without interest is repriced, restructured and repaid like any other', () => {
    const loan = { rateBps: 0 };
    const restructured = { method: 'EQUAL_PRINCIPAL' as const, maturesOn: day('2025-07-15') };
    const revisions = [{ from: day('2024-04-20'), rateBps: 0, restructured }, repriced('2024-10-15', 300)];
    const { rows, balanceFen } = ledgerOf(
      course({ loan, revisions, payments: [payment('2024-02-15', 8_333_333)] }),
      day('2024-05-01'),
    );
    expect(rows.reduce((sum, row) => sum + row.principalFen, 0)).toBe(100_000_000);
    expect(rows.filter(({ dueOn }) => dueOn <= '2024-10-15').every(({ interestFen }) => interestFen === 0)).toBe(true);
    expect(balanceFen).toBe(91_666_667);
    expect(Math.min(...rows.map(row => row.balanceFen))).toBe(0);
  });
});

describe('restructuring', () => {
  it('takes what is unpaid into the new schedule, so that nothing is past due any more', () => {
    const restructured = { method: 'INTEREST_FIRST' as const, maturesOn: day('2025-06-20') };
    const changed = course({ revisions: [{ from: day('2024-05-20'), rateBps: 300, restructured }] });
    expect(ledgerOf({ ...changed, revisions: [] }, day('2024-05-20')).daysPastDue).toBe(95);
    const after = ledgerOf(changed, day('2024-05-20'));
    expect(after).toMatchObject({ daysPastDue: 0, overdueFen: 0, maturesOn: '2025-06-20', rateBps: 300 });
    expect(after.rows[0]).toMatchObject({ dueOn: '2024-06-15', principalFen: 0 });
    // The interest of four months unpaid and of five days more, and that of the first 26 days at the new rate.
    expect(after.rows[0]?.interestFen).toBeGreaterThan(362_500 + 216_667);
    expect(after.rows.at(-1)).toMatchObject({ dueOn: '2025-06-20', principalFen: 100_000_000 });
  });
});

const methods: readonly RepaymentMethod[] = [
  'EQUAL_INSTALLMENT',
  'EQUAL_PRINCIPAL',
  'INTEREST_FIRST',
  'LUMP_SUM',
  'QUARTERLY_INTEREST',
  'FLEXIBLE',
];
const days = fc.integer({ min: 0, max: 400 }).map(after => addDays(day('2024-01-15'), after));
const courses: fc.Arbitrary<LoanCourse> = fc
  .record({
    method: fc.constantFrom(...methods),
    rateBps: fc.constantFrom(0, 435, 1800),
    termMonths: fc.integer({ min: 1, max: 14 }),
    dueDay: fc.option(fc.integer({ min: 1, max: 31 })),
    rates: fc.array(fc.record({ from: days, rateBps: fc.constantFrom(0, 300, 385) }), { maxLength: 3 }),
    restructured: fc.option(
      fc.record({ from: days, months: fc.integer({ min: 1, max: 12 }), method: fc.constantFrom(...methods) }),
    ),
    shares: fc.array(
      fc.record({ paidOn: days, permille: fc.integer({ min: 0, max: 1000 }), interestFen: fc.integer({ min: 0, max: 500_000 }) }),
      { maxLength: 5 },
    ),
  })
  .map(({ method, rateBps, termMonths, dueDay, rates, restructured, shares }) => {
    const hasDueDay = ['EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL', 'INTEREST_FIRST', 'FLEXIBLE'].includes(method);
    const terms = loanTermsOf({ method, rateBps, termMonths, dueDay: hasDueDay ? dueDay : null });
    let leftFen = terms.principalFen;
    const payments = [...shares]
      .sort((a, b) => (a.paidOn < b.paidOn ? -1 : 1))
      .map(({ paidOn, permille, interestFen }) => {
        const principalFen = Math.floor((leftFen * permille) / 1000);
        leftFen -= principalFen;
        return { paidOn, principalFen, interestFen, feeFen: 0 };
      });
    const revisions: Revision[] = rates.map(rate => ({ ...rate, restructured: null }));
    if (restructured)
      revisions.push({
        from: restructured.from,
        rateBps: 300,
        restructured: { method: restructured.method, maturesOn: addMonths(restructured.from, restructured.months) },
      });
    return { terms, revisions, payments };
  });

const rises = (dates: readonly CalendarDate[]) => dates.every((date, place) => place === 0 || date > (dates[place - 1] ?? date));

it('complaints 2 and 7: whatever happens to a loan, days rise, each row is due principal, interest and fee, and the principal is that lent', () => {
  fc.assert(
    fc.property(courses, days, (any, today) => {
      const { rows, balanceFen, daysPastDue } = ledgerOf(any, today);
      expect(rises(rows.map(({ dueOn }) => dueOn))).toBe(true);
      expect(rows.reduce((sum, { principalFen }) => sum + principalFen, 0)).toBe(any.terms.principalFen);
      for (const row of rows) {
        expect(row.dueFen).toBe(row.principalFen + row.interestFen + row.feeFen);
        expect(row.dueFen).toBe(row.paidFen + row.openFen);
        expect(Math.min(row.principalFen, row.interestFen, row.openFen, row.paidFen, row.balanceFen)).toBeGreaterThanOrEqual(0);
      }
      expect(rows.at(-1)?.balanceFen).toBe(0);
      const openFen = rows.reduce((sum, { openFen: open }) => sum + open, 0);
      expect(openFen >= balanceFen).toBe(true);
      expect(daysPastDue > 0).toBe(rows.some(row => row.daysPastDue > 0));
    }),
    { numRuns: 150 },
  );
});
