import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aDemand, aLoan, aLoanProduct, type Sides } from '../../tests/support/deals';
import { aFirm } from '../../tests/support/enterprises';
import { anActor } from '../../tests/support/identity';
import { openWorld, type World } from '../../tests/support/world';
import type { ActorContext } from '../context';
import { messages } from '../messages/tables';
import { type Actor, systemActor } from '../shared/actor';
import { calendarDate } from '../shared/dates';
import type { RefusalCode } from '../shared/refusals';
import type { RiskClass } from './deals/classification';
import { classLoan } from './deals/classLoan';
import type { DealState } from './deals/lifecycle';
import type { LoanChange } from './deals/moveDeal';
import { classChangesOf, listTransactions, transactionById } from './deals/queries';
import { dealReasonCodes, dealReasons } from './deals/reasons';
import { recordRepayment } from './deals/recordRepayment';
import { reviewLoans } from './deals/reviewLoans';
import { settleLoan } from './deals/settleLoan';
import type { MatchedTransaction } from './deals/tables';
import { writeOffLoan } from './deals/writeOffLoan';

let world: World;
let sides: Sides;
let rival: Actor;

beforeAll(async () => {
  world = await openWorld();
  rival = await anActor(world, 'bank');
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(new Date('2026-11-23T02:00:00Z'));
  const firm = await aFirm(world);
  const bank = await anActor(world, 'bank');
  sides = { firm, bank, demand: await aDemand(world, firm), product: await aLoanProduct(world, bank) };
});

const as = (actor: Actor) => world.contextFor(actor);
const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
const refused = (code: RefusalCode, details: Record<string, unknown> = {}) => ({
  code,
  details: expect.objectContaining(details),
});
const loanNow = async (id: string): Promise<MatchedTransaction> => (await transactionById(as(sides.bank), id)).transaction;

async function repaid(): Promise<MatchedTransaction> {
  const loan = await aLoan(world, sides);
  const input = { paidOn: calendarDate('2026-11-23'), principalFen: loan.amountFen, interestFen: 0 };
  return recordRepayment(as(sides.bank), { ...at(loan), input });
}
const running = () => aLoan(world, sides);

type Move = {
  readonly title: string;
  readonly prepared: () => Promise<MatchedTransaction>;
  readonly run: (context: ActorContext, change: LoanChange, given?: object) => Promise<MatchedTransaction>;
  readonly to: DealState;
  /** A loan of which it is not possible, and the rule that says so. */
  readonly wrongly: () => Promise<MatchedTransaction>;
  readonly rule: string;
};

const moves: readonly Move[] = [
  { title: '23 settlement', prepared: repaid, run: settleLoan, to: 'settled', wrongly: running, rule: 'loan.balanceLeft' },
  {
    title: '23 write-off',
    prepared: running,
    run: (context, change, given) => writeOffLoan(context, { ...change, reasonCode: 'L22', ...given }),
    to: 'writtenOff',
    wrongly: repaid,
    rule: 'loan.nothingOwed',
  },
];

describe.each(moves)('transition $title', ({ prepared, run, to, wrongly, rule }) => {
  it(`leads to ${to}, and no further`, async () => {
    const loan = await prepared();
    expect(await run(as(sides.bank), at(loan))).toMatchObject({ state: to, endedOn: '2026-11-23', version: loan.version + 1 });
    await expect(run(as(sides.bank), at(await loanNow(loan.id)))).rejects.toMatchObject(refused('CONFLICT'));
  });

  it('refuses the firm, an auditor, another bank (as not found) and a loan it is not for', async () => {
    const loan = await prepared();
    await expect(run(as(sides.firm.actor), at(loan))).rejects.toMatchObject(refused('NOT_ALLOWED', { rule: 'applicationParty' }));
    await expect(run(as({ ...sides.bank, role: 'auditor' }), at(loan))).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(run(as(rival), at(loan))).rejects.toMatchObject(refused('NOT_FOUND'));
    expect(await loanNow(loan.id)).toEqual(loan);
    sides = { ...sides, demand: await aDemand(world, sides.firm) };
    await expect(run(as(sides.bank), at(await wrongly()))).rejects.toMatchObject(refused('CONFLICT', { rule }));
  });

  it('takes no repayment afterwards', async () => {
    await run(as(sides.bank), at(await prepared()));
    const { transaction } = (await listTransactions(as(sides.bank), { page: 1, perPage: 1 })).items[0] ?? {};
    const input = { paidOn: calendarDate('2026-11-23'), principalFen: 1, interestFen: 0 };
    const late = recordRepayment(as(sides.bank), { ...at(transaction ?? { id: '', version: 0 }), input });
    await expect(late).rejects.toMatchObject(refused('CONFLICT', { rule: 'loan.ended' }));
  });

  it('done twice at once is done once: the second meets another version', async () => {
    const loan = await prepared();
    const done = await Promise.allSettled([run(as(sides.bank), at(loan)), run(as(sides.bank), at(loan))]);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await loanNow(loan.id)).toMatchObject({ state: to, version: loan.version + 1 });
  });
});

/** The daily review at ten in the morning of a day. */
async function reviewOn(date: string): Promise<number> {
  world.setNow(new Date(`${date}T02:00:00Z`));
  return reviewLoans(world.contextFor(systemActor('test')));
}
const repay = async (loan: MatchedTransaction, paidOn: string, principalFen: number, interestFen: number) =>
  recordRepayment(as(sides.bank), { ...at(await loanNow(loan.id)), input: { paidOn, principalFen, interestFen } });
const firstDue = { principalFen: 8_168_490, interestFen: 362_500 };

describe('transition 22, overdue and back', () => {
  it('follows from the days past due: not on the due day, the day after, and back once the oldest part is paid', async () => {
    const loan = await running();
    await reviewOn('2026-12-23');
    expect(await loanNow(loan.id)).toMatchObject({ state: 'disbursed', riskClass: 'pass' });
    expect(await reviewOn('2026-12-24')).toBeGreaterThan(0);
    const overdue = await loanNow(loan.id);
    expect(overdue).toMatchObject({ state: 'overdue', reasonCode: 'L41', riskClass: 'specialMention', endedOn: null });
    expect(await repay(loan, '2026-12-24', firstDue.principalFen - 1, 362_500)).toMatchObject({ state: 'overdue' });
    expect(await repay(loan, '2026-12-24', 1, 0)).toMatchObject({ state: 'disbursed', reasonCode: null, riskClass: 'pass' });
  });

  it('done again the same day changes and tells nothing', async () => {
    const loan = await running();
    await reviewOn('2026-12-24');
    expect(await reviewOn('2026-12-24')).toBe(0);
    const told = await world.db.read.select().from(messages).where(eq(messages.kind, 'loanOverdue'));
    expect(told.filter(({ payload }) => 'transactionId' in payload && payload.transactionId === loan.id)).toHaveLength(2);
  });

  it('may end from there: what is overdue can be repaid and settled, or written off', async () => {
    const loan = await running();
    await reviewOn('2026-12-24');
    const paid = await repay(loan, '2026-12-24', loan.amountFen, 500_000);
    expect(await settleLoan(as(sides.bank), at(paid))).toMatchObject({ state: 'settled', reasonCode: null });
  });
});

describe('the class of a loan', () => {
  const note = '担保物灭失，预计无法收回全部本金';
  const classed = async (loan: MatchedTransaction, riskClass: RiskClass | null) =>
    classLoan(as(sides.bank), { ...at(await loanNow(loan.id)), input: { riskClass, note } });

  it('worsens with the days, keeps its history, and takes the other loans of the debtor with it beyond 10 %', async () => {
    const loan = await running();
    sides = { ...sides, demand: await aDemand(world, sides.firm) };
    world.setNow(new Date('2027-02-20T02:00:00Z'));
    const other = await running();
    await reviewOn('2027-03-24');
    expect(await loanNow(loan.id)).toMatchObject({ riskClass: 'substandard' });
    expect(await loanNow(other.id)).toMatchObject({ riskClass: 'substandard', state: 'overdue' });
    const [history = []] = await classChangesOf(world.db.read, [loan.id]);
    expect(history).toMatchObject([
      { riskClass: 'specialMention', ruleClass: 'specialMention', bankClass: null, daysPastDue: 59 },
      { riskClass: 'substandard', ruleClass: 'substandard', bankClass: null, daysPastDue: 91 },
    ]);
    await repay(loan, '2027-03-24', loan.amountFen, 2_500_000);
    expect(await loanNow(other.id)).toMatchObject({ riskClass: 'specialMention' });
  });

  it('the bank may make worse, with its reason, and take that back, never better than the rule', async () => {
    const loan = await running();
    await expect(classed(loan, 'pass')).rejects.toMatchObject(refused('INVALID_INPUT', { rule: 'riskClass.notWorse' }));
    expect(await classed(loan, 'doubtful')).toMatchObject({ riskClass: 'doubtful', bankClass: 'doubtful' });
    await reviewOn('2026-12-24');
    expect(await loanNow(loan.id)).toMatchObject({ riskClass: 'doubtful', state: 'overdue' });
    await expect(classed(loan, 'specialMention')).rejects.toMatchObject(refused('INVALID_INPUT'));
    expect(await classed(loan, null)).toMatchObject({ riskClass: 'specialMention', bankClass: null });
    const [history = []] = await classChangesOf(world.db.read, [loan.id]);
    expect(history.map(change => [change.riskClass, change.note])).toEqual([
      ['doubtful', note],
      ['specialMention', note],
    ]);
  });

  it('refuses a missing reason, the firm, an auditor, another bank, and a loan that has ended', async () => {
    const loan = await running();
    const input = { riskClass: 'loss' as const, note };
    await expect(classLoan(as(sides.bank), { ...at(loan), input: { ...input, note: '太短' } })).rejects.toMatchObject(
      refused('INVALID_INPUT'),
    );
    await expect(classLoan(as(sides.firm.actor), { ...at(loan), input })).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(classLoan(as({ ...sides.bank, role: 'auditor' }), { ...at(loan), input })).rejects.toMatchObject(
      refused('NOT_ALLOWED'),
    );
    await expect(classLoan(as(rival), { ...at(loan), input })).rejects.toMatchObject(refused('NOT_FOUND'));
    const ended = await writeOffLoan(as(sides.bank), { ...at(loan), reasonCode: 'L22' });
    await expect(classLoan(as(sides.bank), { ...at(ended), input })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'loan.ended' }),
    );
  });
});

describe('complaint 10: "write-off reason missing, then optional"', () => {
  it.each([
    ['none', { reasonCode: '' }, 'reasonCode'],
    ['one that nobody knows', { reasonCode: 'L00' }, 'reasonCode'],
    ['the reason of something else', { reasonCode: 'L01' }, 'reasonCode'],
    ['a code that says too little without words', { reasonCode: 'L99', reasonText: '太短' }, 'reasonText'],
  ])('refuses %s', async (_, given, field) => {
    const loan = await running();
    await expect(writeOffLoan(as(sides.bank), { ...at(loan), ...given })).rejects.toMatchObject(
      refused('INVALID_INPUT', { field }),
    );
    expect(await loanNow(loan.id)).toMatchObject({ state: 'disbursed', reasonCode: null });
  });

  it('gives every adverse event a reason, and settling none', () => {
    const reasoned = new Set(dealReasonCodes.flatMap(code => [...dealReasons[code].verbs]));
    expect([...reasoned].sort()).toEqual(['compensate', 'fallOverdue', 'renew', 'restructure', 'writeOff']);
  });
});
