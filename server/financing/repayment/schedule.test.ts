import { describe, expect, it } from 'vitest';
import { feeOf, loanTermsOf } from '../../../tests/support/loanTerms';
import type { RepaymentMethod } from '../../matching/attributes';
import { calendarDate as day } from '../../shared/dates';
import { Refusal } from '../../shared/refusals';
import type { AgreedInstalment, LoanTerms, Movement } from './loanTerms';
import { type RepaymentSchedule, repaymentSchedule } from './schedule';

const scheduleOf = (given: Partial<LoanTerms> = {}): RepaymentSchedule => repaymentSchedule(loanTermsOf(given));
const moves = (...list: [string, Movement['kind'], number][]): Movement[] =>
  list.map(([on, kind, amountFen]) => ({ on: day(on), kind, amountFen }));
const plan = (...list: [string, number][]): AgreedInstalment[] =>
  list.map(([dueOn, principalFen]) => ({ dueOn: day(dueOn), principalFen }));
const ruleOf = (given: Partial<LoanTerms>): unknown => {
  try {
    scheduleOf(given);
  } catch (error) {
    return error instanceof Refusal ? error.details.rule : error;
  }
  return 'accepted';
};

describe('golden: one million at 4.35 % for twelve whole months', () => {
  it.each<[RepaymentMethod, number, number[], number[], number]>([
    // rows; principal, interest and due of the first and of the last; interest in all
    ['EQUAL_INSTALLMENT', 12, [8_168_490, 362_500, 8_530_990], [8_500_176, 30_813, 8_530_989], 2_371_879],
    ['EQUAL_PRINCIPAL', 12, [8_333_333, 362_500, 8_695_833], [8_333_337, 30_208, 8_363_545], 2_356_250],
    ['INTEREST_FIRST', 12, [0, 362_500, 362_500], [100_000_000, 362_500, 100_362_500], 4_350_000],
    ['LUMP_SUM', 1, [100_000_000, 4_350_000, 104_350_000], [100_000_000, 4_350_000, 104_350_000], 4_350_000],
  ])('%s', (method, rows, first, last, interestFen) => {
    const schedule = scheduleOf({ method });
    const parts = (place: number) => {
      const row = schedule.rows.at(place);
      return [row?.principalFen, row?.interestFen, row?.dueFen];
    };
    expect(schedule.rows).toHaveLength(rows);
    expect(parts(0)).toEqual(first);
    expect(parts(-1)).toEqual(last);
    expect(schedule.totals).toEqual({
      principalFen: 100_000_000,
      interestFen,
      feeFen: 0,
      dueFen: 100_000_000 + interestFen,
    });
  });

  it.each([
    ['ACT/360', 303_542],
    ['ACT/365', 299_384],
    ['30/360', 303_542],
  ] as const)('FLEXIBLE: 500,000 at 4.65 %% for 47 days, %s', (dayBasis, interestFen) => {
    const { rows } = scheduleOf({
      method: 'FLEXIBLE',
      principalFen: 50_000_000,
      rateBps: 465,
      dayBasis,
      movements: moves(['2024-01-15', 'draw', 50_000_000], ['2024-03-02', 'repay', 50_000_000]),
    });
    expect(rows).toEqual([
      {
        number: 1,
        dueOn: '2024-03-02',
        principalFen: 50_000_000,
        interestFen,
        feeFen: 0,
        dueFen: 50_000_000 + interestFen,
        balanceFen: 0,
      },
    ]);
  });

  it('QUARTERLY_INTEREST: each quarter-end 20th by actual days, the principal at maturity', () => {
    const { rows } = scheduleOf({ method: 'QUARTERLY_INTEREST', dayBasis: 'ACT/360' });
    // 65, 92, 92, 91 and 26 days of 1,000,000 × 4.35 % / 360.
    expect(rows.map(row => [row.dueOn, row.principalFen, row.interestFen])).toEqual([
      ['2024-03-20', 0, 785_417],
      ['2024-06-20', 0, 1_111_667],
      ['2024-09-20', 0, 1_111_667],
      ['2024-12-20', 0, 1_099_583],
      ['2025-01-15', 100_000_000, 314_167],
    ]);
  });
});

describe('due days', () => {
  const daysOf = (given: Partial<LoanTerms>) => scheduleOf(given).rows.map(({ dueOn }) => dueOn);

  it('of a loan from the 31st are the last days of shorter months and the 31st of longer ones', () => {
    expect(daysOf({ disbursedOn: day('2024-01-31'), termMonths: 6 })).toEqual([
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
      '2024-05-31',
      '2024-06-30',
      '2024-07-31',
    ]);
  });

  it('of day 31 stay at the end of the month when the first falls on the 29th of February', () => {
    const given = { disbursedOn: day('2024-01-31'), firstDueOn: day('2024-02-29'), dueDay: 31, termMonths: 3 };
    expect(daysOf(given)).toEqual(['2024-02-29', '2024-03-31', '2024-04-30']);
  });

  it.each<[string, Partial<LoanTerms>, string[]]>([
    ['a later day of the month', { dueDay: 20, termMonths: 2 }, ['2024-01-20', '2024-02-20', '2024-03-15']],
    ['an earlier day of the month', { dueDay: 10, termMonths: 2 }, ['2024-02-10', '2024-03-10', '2024-03-15']],
    ['the day of disbursement', { dueDay: 15, termMonths: 2 }, ['2024-02-15', '2024-03-15']],
    ['a first day a month later', { firstDueOn: day('2024-02-20'), termMonths: 2 }, ['2024-02-20', '2024-03-15']],
    ['a first day at maturity', { firstDueOn: day('2024-03-15'), termMonths: 2 }, ['2024-03-15']],
    [
      'a quarter end on the day of disbursement',
      { method: 'QUARTERLY_INTEREST', disbursedOn: day('2024-03-20'), termMonths: 6 },
      ['2024-06-20', '2024-09-20'],
    ],
    [
      'a quarter end the day after disbursement',
      { method: 'QUARTERLY_INTEREST', disbursedOn: day('2024-03-19'), termMonths: 3 },
      ['2024-03-20', '2024-06-19'],
    ],
    ['no quarter end within the loan', { method: 'QUARTERLY_INTEREST', termMonths: 1 }, ['2024-02-15']],
  ])('%s', (_, given, expected) => {
    expect(daysOf(given)).toEqual(expected);
  });
});

describe('broken periods', () => {
  it.each([
    // 250,000 yuan of interest a year: a whole month of 31 days would be 21,232.88.
    ['ACT/365', 342_466],
    ['ACT/360', 347_222],
    ['30/360', 347_222],
  ] as const)('a first period of five days costs five days, %s', (dayBasis, interestFen) => {
    const { rows } = scheduleOf({
      method: 'INTEREST_FIRST',
      principalFen: 200_000_000,
      rateBps: 1250,
      dayBasis,
      firstDueOn: day('2024-01-20'),
    });
    expect(rows[0]).toMatchObject({ dueOn: '2024-01-20', interestFen });
  });

  it('whole months between them are a twelfth of the year under 30/360 and actual days otherwise', () => {
    const interestOf = (dayBasis: LoanTerms['dayBasis']) =>
      scheduleOf({ method: 'INTEREST_FIRST', dueDay: 20, termMonths: 2, dayBasis }).rows.map(({ interestFen }) => interestFen);
    expect(interestOf('30/360')).toEqual([60_417, 362_500, 290_000]);
    expect(interestOf('ACT/360')).toEqual([60_417, 374_583, 290_000]);
  });

  it('a month from the end of February to the 31st of March is a whole month', () => {
    const { rows } = scheduleOf({ method: 'INTEREST_FIRST', disbursedOn: day('2024-01-31'), termMonths: 3 });
    expect(rows.map(({ interestFen }) => interestFen)).toEqual([362_500, 362_500, 362_500]);
  });

  it('equal instalments stay equal over broken periods and months of any length', () => {
    const { rows } = scheduleOf({ dueDay: 20, dayBasis: 'ACT/360' });
    expect(new Set(rows.slice(0, -1).map(({ dueFen }) => dueFen)).size).toBe(1);
    expect(Math.abs((rows.at(-1)?.dueFen ?? 0) - (rows[0]?.dueFen ?? 0))).toBeLessThanOrEqual(rows.length);
  });
});

describe('edges', () => {
  it.each<[RepaymentMethod, number[]]>([
    ['EQUAL_INSTALLMENT', [3_333_333, 3_333_333, 3_333_334]],
    ['EQUAL_PRINCIPAL', [3_333_333, 3_333_333, 3_333_334]],
    ['INTEREST_FIRST', [0, 0, 10_000_000]],
    ['LUMP_SUM', [10_000_000]],
  ])('a rate of zero repays the principal and nothing else: %s', (method, dues) => {
    const { rows } = scheduleOf({ method, principalFen: 10_000_000, rateBps: 0, termMonths: 3 });
    expect(rows.map(({ dueFen }) => dueFen)).toEqual(dues);
  });

  it('an amount too small for its months is repaid without a negative row', () => {
    const { rows } = scheduleOf({ method: 'EQUAL_PRINCIPAL', principalFen: 7 });
    expect(rows.map(({ principalFen }) => principalFen)).toEqual([1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
  });

  it('an instalment is its interest where a long month at a high rate costs more than the level payment', () => {
    const { rows } = scheduleOf({ rateBps: 3600, termMonths: 360, dayBasis: 'ACT/360' });
    expect(rows[1]?.principalFen).toBeGreaterThan(0);
    expect(rows[2]).toMatchObject({ dueOn: '2024-04-15', principalFen: 0 });
  });
});

describe('a revolving loan', () => {
  it('pays interest of the actual use: two drawings, a part repaid, the rest at maturity', () => {
    const { rows, drawings, totals } = scheduleOf({
      method: 'FLEXIBLE',
      rateBps: 360,
      dayBasis: 'ACT/360',
      termMonths: 3,
      movements: moves(
        ['2024-01-15', 'draw', 10_000_000],
        ['2024-01-25', 'draw', 20_000_000],
        ['2024-02-14', 'repay', 5_000_000],
        ['2024-02-14', 'draw', 1_000_000],
      ),
    });
    // A yuan owed for a day costs 0.01 fen: 100,000 × 10 + 300,000 × 20 days, then 260,000 × 61 days.
    expect(rows.map(row => [row.dueOn, row.principalFen, row.interestFen, row.balanceFen])).toEqual([
      ['2024-02-14', 5_000_000, 70_000, 26_000_000],
      ['2024-04-15', 26_000_000, 158_600, 0],
    ]);
    expect(drawings.map(({ amountFen }) => amountFen)).toEqual([10_000_000, 20_000_000, 1_000_000]);
    expect(totals.principalFen).toBe(31_000_000);
  });

  it('pays interest on its due day where one is agreed, and nothing on days without debt', () => {
    const { rows } = scheduleOf({
      method: 'FLEXIBLE',
      rateBps: 360,
      termMonths: 4,
      dueDay: 21,
      movements: moves(['2024-01-22', 'draw', 10_000_000], ['2024-03-01', 'repay', 10_000_000]),
    });
    expect(rows.map(row => [row.dueOn, row.principalFen, row.interestFen])).toEqual([
      ['2024-02-21', 0, 30_000],
      ['2024-03-01', 10_000_000, 9_000],
    ]);
  });

  it('may be drawn again up to its limit, and not one fen above', () => {
    const again = (amountFen: number) =>
      ruleOf({
        method: 'FLEXIBLE',
        principalFen: 100,
        movements: moves(['2024-01-15', 'draw', 100], ['2024-02-15', 'repay', 60], ['2024-02-15', 'draw', amountFen]),
      });
    expect(again(60)).toBe('accepted');
    expect(again(61)).toBe('movements.overLimit');
  });

  it('has no rows while nothing is drawn', () => {
    expect(scheduleOf({ method: 'FLEXIBLE', movements: [] }).rows).toEqual([]);
  });

  it('drawn at once and kept to the end costs what a lump sum costs by actual days', () => {
    for (const dayBasis of ['ACT/360', 'ACT/365'] as const)
      expect(scheduleOf({ method: 'FLEXIBLE', dayBasis }).rows).toEqual(scheduleOf({ method: 'LUMP_SUM', dayBasis }).rows);
  });
});

describe('an agreed plan', () => {
  it('repays what was agreed, with interest on the rest', () => {
    const { rows } = scheduleOf({
      method: 'SCHEDULED',
      instalments: plan(['2024-07-15', 40_000_000], ['2024-10-15', 0], ['2025-01-15', 60_000_000]),
    });
    expect(rows.map(row => [row.principalFen, row.interestFen, row.balanceFen])).toEqual([
      [40_000_000, 2_175_000, 60_000_000],
      [0, 652_500, 60_000_000],
      [60_000_000, 652_500, 0],
    ]);
  });
});

describe('fees', () => {
  const feeRows = (given: Partial<LoanTerms>) =>
    scheduleOf(given).rows.flatMap(({ number, dueOn, feeFen }) => (feeFen > 0 ? [[number, dueOn, feeFen]] : []));

  it('once are paid at disbursement and stand in no row', () => {
    const schedule = scheduleOf({ fees: [feeOf(), feeOf({ rateBps: null, amountFen: 30_000 })] });
    expect(schedule.feeAtDisbursementFen).toBe(1_030_000);
    expect(schedule.totals.feeFen).toBe(0);
  });

  it('a year are paid ahead, the last part of a year by its months', () => {
    const schedule = { termMonths: 18, fees: [feeOf({ timing: 'yearly' })] };
    expect(scheduleOf(schedule).feeAtDisbursementFen).toBe(1_000_000);
    expect(feeRows(schedule)).toEqual([[12, '2025-01-15', 500_000]]);
  });

  it('of an amount are charged in full for each period begun', () => {
    expect(feeRows({ termMonths: 4, fees: [feeOf({ timing: 'quarterly', rateBps: null, amountFen: 500 })] })).toEqual([
      [3, '2024-04-15', 500],
    ]);
  });

  it('are collected with the next instalment within a month, else on a day of their own', () => {
    const yearly = { termMonths: 24, fees: [feeOf({ timing: 'yearly' })] };
    expect(feeRows({ ...yearly, dueDay: 20 })).toEqual([[13, '2025-01-20', 1_000_000]]);
    expect(feeRows({ ...yearly, method: 'LUMP_SUM' })).toEqual([[1, '2025-01-15', 1_000_000]]);
    expect(scheduleOf({ ...yearly, method: 'LUMP_SUM' }).rows.map(({ balanceFen }) => balanceFen)).toEqual([100_000_000, 0]);
  });

  it('that others pay stand in no row but are kept with the schedule', () => {
    const schedule = scheduleOf({ fees: [feeOf({ timing: 'monthly', paidBy: 'government' })] });
    expect(schedule.totals.feeFen + schedule.feeAtDisbursementFen).toBe(0);
    expect(schedule.fees[0]?.payments).toHaveLength(12);
  });
});

describe('refuses', () => {
  it.each<[string, string, Partial<LoanTerms>]>([
    ['principalFen.min', 'an amount of zero', { principalFen: 0 }],
    ['principalFen.max', 'one fen above 100 亿元', { principalFen: 1_000_000_000_001 }],
    ['rateBps.min', 'a rate below zero', { rateBps: -1 }],
    ['termMonths.min', 'a term of zero', { termMonths: 0 }],
    ['termMonths.max', 'a month above fifty years', { termMonths: 601 }],
    ['dueDay.max', 'day 32', { dueDay: 32 }],
    ['dueDay.ofMonthlyMethods', 'a due day of a lump sum', { method: 'LUMP_SUM', dueDay: 20 }],
    [
      'dueDay.ofMonthlyMethods',
      'a first due day by the quarter',
      { method: 'QUARTERLY_INTEREST', firstDueOn: day('2024-03-20') },
    ],
    ['firstDueOn.withinLoan', 'a first due day at disbursement', { firstDueOn: day('2024-01-15') }],
    ['firstDueOn.withinLoan', 'a first due day one day after maturity', { firstDueOn: day('2025-01-16') }],
    ['firstDueOn.onDueDay', 'a first due day off the due day', { firstDueOn: day('2024-02-19'), dueDay: 20 }],
    ['movements.ofRevolving', 'movements of another method', { movements: [] }],
    ['movements.days', 'a drawing before the loan', { method: 'FLEXIBLE', movements: moves(['2024-01-14', 'draw', 1]) }],
    ['movements.days', 'a drawing at maturity', { method: 'FLEXIBLE', movements: moves(['2025-01-15', 'draw', 1]) }],
    [
      'movements.days',
      'movements out of order',
      { method: 'FLEXIBLE', movements: moves(['2024-02-02', 'draw', 1], ['2024-02-01', 'draw', 1]) },
    ],
    [
      'movements.overRepaid',
      'one fen more than is owed',
      { method: 'FLEXIBLE', movements: moves(['2024-02-01', 'draw', 1], ['2024-02-02', 'repay', 2]) },
    ],
    ['instalments.ofScheduled', 'an agreed schedule without a plan', { method: 'SCHEDULED' }],
    ['instalments.ofScheduled', 'a plan of another method', { instalments: plan(['2025-01-15', 100_000_000]) }],
    ['instalments.toMaturity', 'an empty plan', { method: 'SCHEDULED', instalments: [] }],
    ['instalments.toMaturity', 'a plan a day short', { method: 'SCHEDULED', instalments: plan(['2025-01-14', 100_000_000]) }],
    [
      'instalments.toMaturity',
      'a plan with one day twice',
      { method: 'SCHEDULED', instalments: plan(['2025-01-15', 50_000_000], ['2025-01-15', 50_000_000]) },
    ],
    ['instalments.sum', 'a plan one fen short', { method: 'SCHEDULED', instalments: plan(['2025-01-15', 99_999_999]) }],
    ['fees.undetermined', 'a fee of unknown size', { fees: [feeOf({ rateBps: null, note: '按评估机构标准' })] }],
  ])('%s: %s', (rule, _, given) => {
    expect(ruleOf(given)).toBe(rule);
  });

  it('nothing of a fee of unknown size that only an event brings about', () => {
    expect(ruleOf({ fees: [feeOf({ timing: 'onEvent', rateBps: null, note: '按合同' })] })).toBe('accepted');
  });
});
