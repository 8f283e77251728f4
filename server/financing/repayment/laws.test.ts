import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feeOf, loanTermsOf } from '../../../tests/support/loanTerms';
import { type RepaymentMethod, repaymentMethods } from '../../matching/attributes';
import { addDays, addMonths, type CalendarDate, calendarDate as day } from '../../shared/dates';
import { dayBases } from './dayCount';
import type { LoanTerms, Movement } from './loanTerms';
import { repaymentSchedule } from './schedule';

const methodsDrawnAtOnce = (Object.keys(repaymentMethods) as RepaymentMethod[]).filter(method => method !== 'SCHEDULED');
const monthlyMethods: readonly RepaymentMethod[] = ['EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL', 'INTEREST_FIRST', 'FLEXIBLE'];

const loans: fc.Arbitrary<LoanTerms> = fc
  .record({
    method: fc.constantFrom(...methodsDrawnAtOnce),
    principalFen: fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1_000_000_000_000 })),
    rateBps: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3600 })),
    termMonths: fc.integer({ min: 1, max: 120 }),
    disbursedOn: fc.integer({ min: 0, max: 4000 }).map(days => addDays(day('2020-01-01'), days)),
    dayBasis: fc.constantFrom(...dayBases),
    dueDay: fc.option(fc.integer({ min: 1, max: 31 })),
    fees: fc.array(
      fc
        .record({
          timing: fc.constantFrom('once', 'monthly', 'quarterly', 'yearly', 'onEvent' as const),
          rateBps: fc.integer({ min: 0, max: 500 }),
          paidBy: fc.constantFrom('enterprise', 'institution', 'government' as const),
          chargedAt: fc.constantFrom('periodStart', 'periodEnd' as const),
        })
        .map(feeOf),
      { maxLength: 3 },
    ),
  })
  .map(terms => ({ ...terms, dueDay: monthlyMethods.includes(terms.method) ? terms.dueDay : null }));

const rises = (dates: readonly CalendarDate[]): boolean =>
  dates.every((date, place) => place === 0 || date > (dates[place - 1] ?? date));

describe('laws of every schedule drawn at once', () => {
  it('the principal adds up to what was lent, and the balance falls to nothing', () => {
    fc.assert(
      fc.property(loans, terms => {
        const { rows, totals } = repaymentSchedule(terms);
        expect(rows.reduce((sum, row) => sum + row.principalFen, 0)).toBe(terms.principalFen);
        expect(totals.principalFen).toBe(terms.principalFen);
        expect(rows.at(-1)?.balanceFen).toBe(0);
        let owedFen = terms.principalFen;
        for (const { principalFen, balanceFen } of rows) {
          owedFen -= principalFen;
          expect(balanceFen).toBe(owedFen);
        }
      }),
    );
  });

  it('each row is due its principal, interest and fee, none of them negative, and so are the totals', () => {
    fc.assert(
      fc.property(loans, terms => {
        const { rows, totals } = repaymentSchedule(terms);
        for (const { principalFen, interestFen, feeFen, dueFen, balanceFen } of [...rows, { ...totals, balanceFen: 0 }]) {
          expect(dueFen).toBe(principalFen + interestFen + feeFen);
          expect(Math.min(principalFen, interestFen, feeFen, balanceFen)).toBeGreaterThanOrEqual(0);
          expect(Number.isSafeInteger(dueFen)).toBe(true);
        }
      }),
    );
  });

  it('days rise strictly from disbursement to maturity, and rows are numbered from one', () => {
    fc.assert(
      fc.property(loans, terms => {
        const { rows, maturesOn } = repaymentSchedule(terms);
        expect(rises([terms.disbursedOn, ...rows.map(({ dueOn }) => dueOn)])).toBe(true);
        expect(rows.at(-1)?.dueOn).toBe(maturesOn);
        expect(maturesOn).toBe(addMonths(terms.disbursedOn, terms.termMonths));
        expect(rows.map(({ number }) => number)).toEqual(rows.map((_, place) => place + 1));
      }),
    );
  });

  it('fees are paid in full, whichever day each is collected on', () => {
    fc.assert(
      fc.property(loans, terms => {
        const { fees, feeAtDisbursementFen, totals } = repaymentSchedule(terms);
        const borne = fees.filter(({ fee }) => fee.paidBy === 'enterprise').flatMap(({ payments }) => payments);
        expect(feeAtDisbursementFen + totals.feeFen).toBe(borne.reduce((sum, { amountFen }) => sum + amountFen, 0));
      }),
    );
  });

  it('no two methods give the same rows, nor the same interest where principal is repaid at another pace', () => {
    const sizeable = loans.filter(({ principalFen, rateBps }) => principalFen > 100_000_000 && rateBps > 10);
    fc.assert(
      fc.property(sizeable, fc.integer({ min: 4, max: 60 }), (terms, termMonths) => {
        const given = { ...terms, termMonths, dueDay: null, fees: [] };
        const byMethod = (method: RepaymentMethod) => repaymentSchedule({ ...given, method });
        const distinct = ['EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL', 'INTEREST_FIRST', 'LUMP_SUM', 'QUARTERLY_INTEREST'] as const;
        expect(new Set(distinct.map(method => JSON.stringify(byMethod(method).rows))).size).toBe(distinct.length);
        const interest = (method: RepaymentMethod) => byMethod(method).totals.interestFen;
        expect(interest('EQUAL_PRINCIPAL')).toBeLessThan(interest('EQUAL_INSTALLMENT'));
        expect(interest('EQUAL_INSTALLMENT')).toBeLessThan(interest('INTEREST_FIRST'));
      }),
    );
  });

  it('interest is exact to half a fen a row for methods that keep the principal to the end', () => {
    const kept = loans.filter(
      ({ method, dayBasis }) => ['INTEREST_FIRST', 'LUMP_SUM', 'QUARTERLY_INTEREST'].includes(method) && dayBasis !== '30/360',
    );
    fc.assert(
      fc.property(kept, terms => {
        const { rows, totals, maturesOn } = repaymentSchedule(terms);
        const days = (Date.parse(maturesOn) - Date.parse(terms.disbursedOn)) / 86_400_000;
        const exact = (terms.principalFen * terms.rateBps * days) / (10_000 * (terms.dayBasis === 'ACT/365' ? 365 : 360));
        expect(Math.abs(totals.interestFen - exact)).toBeLessThanOrEqual(rows.length / 2 + 0.01);
      }),
    );
  });
});

describe('laws of revolving loans', () => {
  /** Amounts drawn (above zero) and repaid (below), cut to what the limit and the balance allow, a few days apart. */
  const revolving = fc
    .record({
      steps: fc.array(
        fc.record({ gap: fc.integer({ min: 1, max: 30 }), amountFen: fc.integer({ min: -5_000_000, max: 5_000_000 }) }),
        {
          maxLength: 10,
        },
      ),
      dueDay: fc.option(fc.integer({ min: 1, max: 31 })),
      rateBps: fc.integer({ min: 0, max: 3600 }),
      dayBasis: fc.constantFrom(...dayBases),
    })
    .map(({ steps, ...terms }): LoanTerms => {
      const principalFen = 8_000_000;
      const movements: Movement[] = [];
      let [on, balanceFen] = [day('2024-01-15'), 0];
      for (const { gap, amountFen } of steps) {
        on = addDays(on, gap);
        const signed = Math.max(-balanceFen, Math.min(principalFen - balanceFen, amountFen));
        balanceFen += signed;
        if (signed !== 0) movements.push({ on, kind: signed > 0 ? 'draw' : 'repay', amountFen: Math.abs(signed) });
      }
      return loanTermsOf({ ...terms, method: 'FLEXIBLE', principalFen, movements });
    });

  it('repays all that was drawn, never owes more than the limit, and pays interest to half a fen a row', () => {
    fc.assert(
      fc.property(revolving, terms => {
        const { rows, drawings, totals } = repaymentSchedule(terms);
        expect(totals.principalFen).toBe(drawings.reduce((sum, { amountFen }) => sum + amountFen, 0));
        expect(rows.at(-1)?.balanceFen ?? 0).toBe(0);
        expect(rises(rows.map(({ dueOn }) => dueOn))).toBe(true);
        for (const { balanceFen, principalFen, interestFen, dueFen } of rows) {
          expect(balanceFen).toBeGreaterThanOrEqual(0);
          expect(balanceFen).toBeLessThanOrEqual(terms.principalFen);
          expect(dueFen).toBe(principalFen + interestFen);
        }
        const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
        const fenDays =
          drawings.reduce((sum, { on, amountFen }) => sum + amountFen * days(on, '2025-01-15'), 0) -
          rows.reduce((sum, { dueOn, principalFen }) => sum + principalFen * days(dueOn, '2025-01-15'), 0);
        const exact = (fenDays * terms.rateBps) / (10_000 * (terms.dayBasis === 'ACT/365' ? 365 : 360));
        expect(Math.abs(totals.interestFen - exact)).toBeLessThanOrEqual((rows.length + 1) / 2 + 0.01);
      }),
    );
  });
});
