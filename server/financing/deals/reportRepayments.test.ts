import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aDemand, aLoan, aLoanProduct, type Sides } from '../../../tests/support/deals';
import { aFirm } from '../../../tests/support/enterprises';
import { anActor } from '../../../tests/support/identity';
import { importedFile, problemsIn } from '../../../tests/support/imports';
import { openWorld, type World, worldBegins } from '../../../tests/support/world';
import { messages } from '../../messages/tables';
import { type Actor, systemActor } from '../../shared/actor';
import { type CalendarMonth, calendarDate } from '../../shared/dates';
import { ledgersOf } from './courses';
import { dueUntil, remindOfFeedback } from './feedback';
import { listTransactions, repaymentsOf, transactionById } from './queries';
import { type RepaymentsInput, reportRepayments } from './reportRepayments';
import type { MatchedTransaction } from './tables';

let world: World;
let sides: Sides;
let loans: MatchedTransaction[];

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(worldBegins);
  const bank = await anActor(world, 'bank');
  const product = await aLoanProduct(world, bank);
  loans = [];
  for (let each = 0; each < 2; each += 1) {
    const firm = await aFirm(world);
    sides = { firm, bank, demand: await aDemand(world, firm), product };
    loans.push(await aLoan(world, sides));
  }
  world.setNow(new Date('2027-01-05T02:00:00Z'));
});

const december = '2026-12' as CalendarMonth;
const as = (actor: Actor) => world.contextFor(actor);
const ids = () => loans.map(({ id }) => id);
const paid = (transactionId: string, values: object = {}) => ({
  transactionId,
  paidOn: '2026-12-23',
  principalFen: 8_168_490,
  interestFen: 362_500,
  ...values,
});
let keys = 0;
const report = (input: Partial<RepaymentsInput>, { actor = sides.bank, key = `report-of-the-month-${++keys}` } = {}) =>
  reportRepayments(as(actor), { input: { month: december, rows: ids().map(id => paid(id)), ...input }, idempotencyKey: key });
const unreported = async () =>
  (await listTransactions(as(sides.bank), { page: 1, perPage: 9, filter: { unreportedFor: december } })).total;

describe('the report of a month', () => {
  it('keeps what was paid of each loan, and that nothing was, all at once', async () => {
    const [first = '', second = ''] = ids();
    expect(await unreported()).toBe(2);
    expect(await report({ rows: [paid(first), { transactionId: second }] })).toEqual({ kept: 1, known: 0, unpaid: 1 });
    expect(await unreported()).toBe(0);
    const [[kept] = [], none] = await repaymentsOf(world.db.read, ids());
    expect(kept).toMatchObject({ paidOn: '2026-12-23', principalFen: 8_168_490, source: 'officer' });
    expect(none).toEqual([]);
  });

  it('says before what should be paid until the end of the month', async () => {
    const [loan] = loans;
    const [ledger] = await ledgersOf(world.db.read, loan ? [loan] : [], calendarDate('2027-01-05'));
    expect(ledger && dueUntil(ledger, december)).toEqual({
      dueOn: '2026-12-23',
      principalFen: 8_168_490,
      interestFen: 362_500,
      feeFen: 0,
    });
    expect(ledger && dueUntil(ledger, '2026-11' as CalendarMonth)).toMatchObject({ dueOn: null, principalFen: 0 });
  });

  it('sent again under its key changes nothing, also at once with its twin; other content under the key is refused', async () => {
    const key = 'december-2026-all';
    const both = await Promise.allSettled([report({}, { key }), report({}, { key })]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    expect(await report({}, { key })).toEqual({ kept: 0, known: 2, unpaid: 0 });
    expect((await repaymentsOf(world.db.read, ids())).map(each => each.length)).toEqual([1, 1]);
    const other = { rows: ids().map(id => paid(id, { interestFen: 1 })) };
    await expect(report(other, { key })).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { rule: 'idempotencyKey.otherContent' },
    });
  });

  it.each<[string, () => Partial<RepaymentsInput>, string]>([
    ['a loan twice', () => ({ rows: [...ids(), ...ids()].map(id => paid(id)) }), 'rows.twice'],
    ['a day of another month', () => ({ rows: [paid(ids()[0] ?? '', { paidOn: '2027-01-02' })] }), 'paidOn.inMonth'],
    ['money without a day', () => ({ rows: [paid(ids()[0] ?? '', { paidOn: null })] }), 'paidOn.inMonth'],
    ['a month to come', () => ({ month: '2027-02' }), 'month.future'],
    ['a month that no year has', () => ({ month: '2026-13' }), 'month.form'],
    ['too much principal', () => ({ rows: [paid(ids()[0] ?? '', { principalFen: 100_000_001 })] }), 'principalFen.aboveBalance'],
  ])('refuses %s, and keeps nothing of the rest', async (_, input, rule) => {
    await expect(report(input())).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { rule } });
    expect((await repaymentsOf(world.db.read, ids())).flat()).toEqual([]);
  });

  it("refuses another bank's loan as not found, and an auditor", async () => {
    await expect(report({}, { actor: await anActor(world, 'bank') })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(report({}, { actor: { ...sides.bank, role: 'auditor' } })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('a reminder', () => {
  const remindOn = async (date: string) => {
    world.setNow(new Date(`${date}T02:00:00Z`));
    await remindOfFeedback(as(systemActor('test')));
    const told = await world.db.read.select().from(messages).where(eq(messages.recipientId, sides.bank.organisationId));
    return told.flatMap(({ kind, payload }) => (kind === 'feedbackDue' ? [payload] : []));
  };

  it('comes from the eighth on once, and once more after the tenth, while a loan is not reported', async () => {
    expect(await remindOn('2027-01-07')).toEqual([]);
    await remindOn('2027-01-08');
    expect(await remindOn('2027-01-09')).toEqual([{ month: '2026-12', loans: 2, dueOn: '2027-01-10', isLate: false }]);
    expect(await remindOn('2027-01-11')).toHaveLength(2);
    await report({});
    expect(await remindOn('2027-02-07')).toHaveLength(2);
  });
});

describe('a file of repayments', () => {
  const bring = (...rows: readonly string[]) =>
    importedFile(world, {
      kind: 'repayments',
      actor: sides.bank,
      content: ['贷款编号,流水号,还款日,本金,利息', ...rows, ''].join('\n'),
    });

  it('is taken in whole, and again changes nothing', async () => {
    const rows = ids().map((id, place) => `${id},HK-${place},2026-12-23,"81,684.90",3625.00`);
    expect(await bring(...rows)).toMatchObject({ state: 'applied', rowsNew: 2, rowsKnown: 0 });
    expect((await repaymentsOf(world.db.read, ids())).flat()).toMatchObject([
      { source: 'ledger', reference: 'HK-0' },
      { principalFen: 8_168_490 },
    ]);
    expect(await bring(...rows)).toMatchObject({ rowsNew: 0, rowsKnown: 2 });
    const [loan] = loans;
    expect((await transactionById(as(sides.firm.actor), ids()[1] ?? '')).balanceFen).toBe(91_831_510);
    expect(loan?.reportedMonth).toBeNull();
  });

  it('shows each bad row and takes in none', async () => {
    const [first = ''] = ids();
    const batch = await bring(
      `${first},HK-1,2026-12-23,1000000.01,0`,
      `${first},HK-2,2027-02-01,1,0`,
      `${first},HK-3,2026-12-24,1,0`,
      `${first},HK-3,2026-12-25,1,0`,
      `nobody,HK-4,2026-12-23,1,0`,
      `${first},HK-5,2026-12-23,0,0`,
      `${first},HK-6,2026-12-23,-1,0`,
    );
    expect(batch.state).toBe('refused');
    expect((await problemsIn(world, batch)).map(({ row, column }) => `${row} ${column}`).sort()).toEqual([
      '2 本金',
      '3 还款日',
      '5 流水号',
      '6 贷款编号',
      '7 本金',
      '8 本金',
    ]);
  });

  it('names a loan by its contract too, unless two have the same number', async () => {
    const rows = ['借字2026第000001号,HK-9,2026-12-23,1,0'];
    const batch = await importedFile(world, {
      kind: 'repayments',
      actor: sides.bank,
      content: ['合同编号,流水号,还款日,本金,利息', ...rows, ''].join('\n'),
    });
    expect(await problemsIn(world, batch)).toMatchObject([{ row: 2, column: '合同编号' }]);
  });
});
