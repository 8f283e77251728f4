import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feeOf, loanTermsOf } from '../../../tests/support/loanTerms';
import { calendarDate } from '../../shared/dates';
import { Refusal } from '../../shared/refusals';
import type { LoanTerms } from '../repayment/loanTerms';
import { repaymentSchedule } from '../repayment/schedule';
import { annualisedCost } from './annualisedCost';
import { costSheet } from './costSheet';
import { compound, internalRate, simpleInParts } from './internalRate';
import { formatPpm, type RatePpm } from './ratePpm';
import type { Subsidy } from './subsidy';
import { monthsFrom } from './timeline';

const scheduleOf = (given: Partial<LoanTerms>) => repaymentSchedule(loanTermsOf(given));
const ruleOf = (attempt: () => unknown): unknown => {
  try {
    attempt();
  } catch (error) {
    return error instanceof Refusal ? error.details.rule : error;
  }
  return 'accepted';
};

const golden = [
  // method, nominal and effective without fee, the same with 1 % up front, the fee on the sheet, the sheet's total
  ['EQUAL_INSTALLMENT', 43_500, 44_378, 62_288, 64_097, 18_472, 61_972],
  ['EQUAL_PRINCIPAL', 43_500, 44_378, 62_412, 64_228, 18_595, 62_095],
  ['INTEREST_FIRST', 43_500, 44_378, 53_794, 55_140, 10_055, 53_555],
  ['LUMP_SUM', 42_656, 43_500, 52_746, 54_040, 10_055, 53_555],
] as const;

describe.each(golden)('golden: one million at 4.35 % for a year, %s', (method, nominal, effective, ...withFee) => {
  it('has its annualised rate without fee, to four decimals of a percent', () => {
    expect(annualisedCost(scheduleOf({ method }))).toEqual({ nominalRatePpm: nominal, effectiveRatePpm: effective });
  });

  it('has its annualised rate and cost sheet with a fee of 1 % up front', () => {
    const [nominalWithFee, effectiveWithFee, fee, total] = withFee;
    const schedule = scheduleOf({ method, fees: [feeOf()] });
    expect(annualisedCost(schedule)).toEqual({ nominalRatePpm: nominalWithFee, effectiveRatePpm: effectiveWithFee });
    expect(costSheet(schedule).items.map(({ annualisedRatePpm }) => annualisedRatePpm)).toEqual([43_500, fee]);
    expect(costSheet(schedule).totalRatePpm).toBe(total);
  });
});

describe('annualisedCost', () => {
  it('golden: "0.6 % a month on the original principal" looks like 7.2 % and costs 13.0342 %', () => {
    const monthly = feeOf({ timing: 'monthly', rateBps: 720, chargedAt: 'periodEnd' });
    const schedule = scheduleOf({ method: 'EQUAL_PRINCIPAL', principalFen: 12_000_000, rateBps: 0, fees: [monthly] });
    expect(annualisedCost(schedule)).toEqual({ nominalRatePpm: 130_342, effectiveRatePpm: 138_418 });
    expect(costSheet(schedule).totalRatePpm).toBe(130_342);
  });

  it('is zero for a loan without interest and fees', () => {
    for (const [method] of golden)
      expect(annualisedCost(scheduleOf({ method, rateBps: 0 }))).toEqual({ nominalRatePpm: 0, effectiveRatePpm: 0 });
  });

  it('leaves out what others pay', () => {
    const free = annualisedCost(scheduleOf({}));
    const fees = [feeOf({ paidBy: 'institution' }), feeOf({ paidBy: 'government' }), feeOf({ timing: 'onEvent' })];
    expect(annualisedCost(scheduleOf({ fees }))).toEqual(free);
  });

  it('counts a first period of five days as a sixth of a month', () => {
    const schedule = scheduleOf({ method: 'INTEREST_FIRST', dueDay: 20 });
    expect(annualisedCost(schedule).nominalRatePpm).toBeGreaterThan(43_000);
    expect(annualisedCost(schedule).nominalRatePpm).toBeLessThan(44_000);
  });

  it('is higher the more is charged, and never below the rate of the loan once fees are in', () => {
    const cases = fc.record({
      method: fc.constantFrom(...golden.map(([method]) => method)),
      rateBps: fc.integer({ min: 0, max: 3600 }),
      termMonths: fc.integer({ min: 1, max: 60 }),
      feeBps: fc.integer({ min: 1, max: 1000 }),
      extraBps: fc.integer({ min: 1, max: 500 }),
    });
    fc.assert(
      fc.property(cases, ({ feeBps, extraBps, ...terms }) => {
        const rateWith = (rateBps: number) => annualisedCost(scheduleOf({ ...terms, fees: [feeOf({ rateBps })] })).nominalRatePpm;
        const free = annualisedCost(scheduleOf(terms)).nominalRatePpm;
        expect(rateWith(feeBps)).toBeGreaterThan(free);
        expect(rateWith(feeBps + extraBps)).toBeGreaterThan(rateWith(feeBps));
      }),
      { numRuns: 100 },
    );
  });
});

describe('costSheet', () => {
  it('lists every fee with who charges and who pays, and counts only what the firm bears', () => {
    const sheet = costSheet(
      scheduleOf({
        fees: [
          feeOf({ kind: 'guarantee', chargedBy: 'guarantor', timing: 'yearly', rateBps: 100 }),
          feeOf({ kind: 'appraisal', chargedBy: 'thirdParty', paidBy: 'institution', rateBps: null, amountFen: 300_000 }),
          feeOf({ kind: 'insurance', chargedBy: 'insurer', paidBy: 'government' }),
          feeOf({ kind: 'late', timing: 'onEvent', rateBps: null, note: '罚息利率为合同利率上浮50%' }),
        ],
      }),
    );
    expect(
      sheet.items.map(line => [
        line.item,
        line.chargedBy,
        line.paidBy,
        line.amountFen,
        line.method,
        line.annualisedRatePpm,
        line.mark,
      ]),
    ).toEqual([
      ['interest', 'institution', 'enterprise', 2_371_879, 'EQUAL_INSTALLMENT', 43_500, null],
      ['guarantee', 'guarantor', 'enterprise', 1_000_000, 'byRate', 18_472, null],
      ['appraisal', 'thirdParty', 'institution', 300_000, 'byAmount', 0, 'borneByInstitution'],
      ['insurance', 'insurer', 'government', 1_000_000, 'byRate', 0, 'borneByGovernment'],
      ['late', 'institution', 'enterprise', 0, 'byRate', 0, 'onEvent'],
    ]);
    expect(sheet.totalRatePpm).toBe(43_500 + 18_472);
  });

  it('splits the principal at the real rate: at 20 % the same fee costs less a year than at none', () => {
    const feeRate = (rateBps: number): RatePpm =>
      costSheet(scheduleOf({ rateBps, fees: [feeOf()] })).totalRatePpm - rateBps * 100;
    expect(feeRate(0)).toBe(18_595);
    expect(feeRate(2000)).toBeLessThan(feeRate(435));
    expect(feeRate(435)).toBeLessThan(feeRate(0));
  });

  it('annualises by the quarter where interest is paid by the quarter', () => {
    // Disbursed on a quarter-end day: four whole quarters, 1 − 1 % = (1+R)^−4, R × 4.
    const schedule = scheduleOf({ method: 'QUARTERLY_INTEREST', disbursedOn: calendarDate('2024-03-20'), fees: [feeOf()] });
    expect(costSheet(schedule).items[1]?.annualisedRatePpm).toBe(Math.round((0.99 ** -0.25 - 1) * 4 * 1_000_000));
  });

  it('gives the parts of a period simple interest', () => {
    // One month and five days: P − F = P / ((1+R)(1+R/6)).
    const schedule = scheduleOf({
      method: 'FLEXIBLE',
      termMonths: 2,
      movements: [
        { on: calendarDate('2024-01-15'), kind: 'draw', amountFen: 100_000_000 },
        { on: calendarDate('2024-02-20'), kind: 'repay', amountFen: 100_000_000 },
      ],
      fees: [feeOf()],
    });
    const monthly = (costSheet(schedule).items[1]?.annualisedRatePpm ?? 0) / 12_000_000;
    expect(1 / ((1 + monthly) * (1 + monthly / 6))).toBeCloseTo(0.99, 6);
  });

  it('nets a fee that is paid back the same day to nothing', () => {
    const fee = feeOf({ kind: 'guarantee', chargedBy: 'guarantor' });
    const back = subsidyOf(1_000_000, '2024-01-15');
    const sheet = costSheet(scheduleOf({ method: 'LUMP_SUM', fees: [fee] }), [back]);
    expect(sheet.totalRatePpm).toBe(53_555);
    expect(sheet.subsidies.map(({ annualisedRatePpm }) => annualisedRatePpm)).toEqual([10_055]);
    expect(sheet.netRatePpm).toBe(43_500);
    expect(annualisedCost(scheduleOf({ method: 'LUMP_SUM', fees: [fee] }), [back])).toEqual(
      annualisedCost(scheduleOf({ method: 'LUMP_SUM' })),
    );
  });

  it('a later subsidy is worth less, and one that beats the interest makes the loan cost less than nothing', () => {
    const schedule = scheduleOf({ method: 'LUMP_SUM' });
    const net = (amountFen: number, day: string) => costSheet(schedule, [subsidyOf(amountFen, day)]).netRatePpm;
    expect(net(1_000_000, '2024-07-15')).toBeGreaterThan(net(1_000_000, '2024-01-15'));
    expect(net(5_000_000, '2024-01-15')).toBeLessThan(0);
    expect(annualisedCost(schedule, [subsidyOf(5_000_000, '2024-01-15')]).nominalRatePpm).toBeLessThan(0);
  });
});

function subsidyOf(amountFen: number, day: string): Subsidy {
  return { name: { zh: '贴息', en: 'Interest subsidy' }, payments: [{ amountFen, on: calendarDate(day) }] };
}

describe.each([
  ['annualisedCost', annualisedCost],
  ['costSheet', costSheet],
] as const)('%s refuses', (_, cost) => {
  it.each<[string, string, Partial<LoanTerms>, readonly Subsidy[]]>([
    ['cost.feesAboveLoan', 'fees of the whole loan', { fees: [feeOf({ rateBps: 10_000 })] }, []],
    ['cost.nothingDrawn', 'a line that nothing is drawn from', { method: 'FLEXIBLE', movements: [] }, []],
    ['cost.subsidies', 'a subsidy of the whole loan', {}, [subsidyOf(100_000_000, '2024-01-15')]],
    ['cost.subsidies', 'a subsidy the day before the loan', {}, [subsidyOf(1, '2024-01-14')]],
    ['cost.subsidies', 'a negative subsidy', {}, [subsidyOf(-1, '2024-01-15')]],
  ])('with %s: %s', (rule, _case, given, subsidies) => {
    expect(ruleOf(() => cost(scheduleOf(given), subsidies))).toBe(rule);
  });

  it('nothing of fees one fen below the loan', () => {
    expect(ruleOf(() => cost(scheduleOf({ fees: [feeOf({ rateBps: null, amountFen: 99_999_999 })] }), []))).not.toBeInstanceOf(
      Refusal,
    );
  });
});

describe('internalRate', () => {
  const flows = (...amounts: number[]) => amounts.map((amountFen, periods) => ({ periods, amountFen }));

  it.each([
    ['doubled in a period', flows(-100, 200), 1],
    ['half lost in a period', flows(-100, 50), -0.5],
    ['just inside the lower end', flows(-1000, 11), -0.989],
    ['just inside the upper end', flows(-100, 1099), 9.99],
    ['nothing gained', flows(-100, 0, 0, 100), 0],
  ])('%s', (_, given, expected) => {
    expect(internalRate(given)).toBeCloseTo(expected, 12);
    expect(internalRate(given, simpleInParts)).toBeCloseTo(expected, 12);
  });

  it.each([
    ['all received', flows(100, 200)],
    ['all paid', flows(-100, -200)],
    ['nothing at all', flows(0, 0)],
    ['no flow', []],
    ['more than a thousand per cent a period', flows(-100, 1101)],
    ['more lost than 99 % in a period', flows(-1000, 9)],
  ])('fails loudly without a change of sign: %s', (_, given) => {
    expect(() => internalRate(given, compound)).toThrow(RangeError);
  });

  it('holds for fifty years by the month', () => {
    const schedule = scheduleOf({ termMonths: 600, rateBps: 435 });
    expect(annualisedCost(schedule).nominalRatePpm).toBe(43_500);
    expect(annualisedCost(scheduleOf({ termMonths: 600, rateBps: 0 })).nominalRatePpm).toBe(0);
    const late = subsidyOf(1, '2070-01-15');
    expect(annualisedCost(schedule, [late]).nominalRatePpm).toBe(43_500);
  });

  it('leaves nothing over at the rate it finds', () => {
    const cases = fc.record({
      rateBps: fc.integer({ min: 0, max: 3600 }),
      termMonths: fc.integer({ min: 1, max: 120 }),
      feeBps: fc.integer({ min: 0, max: 2000 }),
    });
    fc.assert(
      fc.property(cases, ({ feeBps, ...terms }) => {
        const { rows } = scheduleOf(terms);
        const net = { periods: 0, amountFen: 100_000_000 - feeBps * 10_000 };
        const given = [net, ...rows.map(({ number, dueFen }) => ({ periods: number, amountFen: -dueFen }))];
        const rate = internalRate(given);
        const left = given.reduce((sum, { periods, amountFen }) => sum + amountFen / (1 + rate) ** periods, 0);
        expect(Math.abs(left)).toBeLessThan(1);
      }),
      { numRuns: 100 },
    );
  });
});

describe('monthsFrom', () => {
  it.each([
    ['2024-01-15', '2024-01-15', 0],
    ['2024-01-15', '2024-01-20', 5 / 30],
    ['2024-01-15', '2025-01-15', 12],
    ['2024-01-25', '2024-02-20', 1 - 5 / 30],
    ['2024-01-31', '2024-02-29', 1],
    ['2024-01-31', '2024-02-28', 1 - 3 / 30],
    ['2024-02-29', '2025-02-28', 12],
  ])('%s to %s is %d', (from, to, expected) => {
    expect(monthsFrom(calendarDate(from), calendarDate(to))).toBeCloseTo(expected, 12);
  });
});

describe('formatPpm', () => {
  it.each([
    [62_288, '6.2288 %'],
    [5, '0.0005 %'],
    [0, '0.0000 %'],
    [-500, '-0.0500 %'],
    [1_000_000, '100.0000 %'],
  ])('%i is written %s', (ratePpm, expected) => {
    expect(formatPpm(ratePpm)).toBe(expected);
  });
});
