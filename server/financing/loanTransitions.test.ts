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
import { ledgersOf } from './deals/courses';
import type { DealState } from './deals/lifecycle';
import type { LoanChange } from './deals/moveDeal';
import { classChangesOf, listTransactions, repaymentsOf, transactionById } from './deals/queries';
import { dealReasonCodes, dealReasons } from './deals/reasons';
import { recordRepayment } from './deals/recordRepayment';
import { renewLoan } from './deals/renewLoan';
import { restructureLoan } from './deals/restructureLoan';
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

const anew = { rateBps: 300, repaymentMethod: 'INTEREST_FIRST' as const, maturesOn: '2028-05-23' };

/** Another loan of the same firm and bank, of the same amount. */
async function successor(): Promise<MatchedTransaction> {
  sides = { ...sides, demand: await aDemand(world, sides.firm) };
  return aLoan(world, sides);
}

const moves: readonly Move[] = [
  {
    title: '23 restructuring',
    prepared: running,
    run: (context, change, given) => restructureLoan(context, { ...change, reasonCode: 'L11', input: anew, ...given }),
    to: 'restructured',
    wrongly: repaid,
    rule: 'loan.nothingOwed',
  },
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
    expect(await run(as(sides.bank), at(loan))).toMatchObject({
      state: to,
      endedOn: to === 'restructured' ? null : '2026-11-23',
      version: loan.version + 1,
    });
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

describe('transition 23, renewal without repaying principal', () => {
  const renew = (loan: MatchedTransaction, next: { id: string }, given: object = {}, actor = sides.bank) =>
    renewLoan(as(actor), { ...at(loan), renewedById: next.id, reasonCode: 'L01', ...given });

  it('settles the old loan by the new one: outstanding once, linked, and told', async () => {
    const loan = await running();
    const next = await successor();
    const renewed = await renew(loan, next);
    expect(renewed).toMatchObject({ state: 'renewed', renewedById: next.id, reasonCode: 'L01', endedOn: '2026-11-23' });
    const { items } = await listTransactions(as(sides.bank), { page: 1, perPage: 9 });
    expect(items.map(({ balanceFen }) => balanceFen).reduce((sum, fen) => sum + fen, 0)).toBe(next.amountFen);
    const [[paid] = []] = await repaymentsOf(world.db.read, [loan.id]);
    expect(paid).toMatchObject({ source: 'renewal', principalFen: loan.amountFen, interestFen: 0 });
    await expect(renew(await loanNow(loan.id), next)).rejects.toMatchObject(refused('CONFLICT', { rule: 'loan.nothingOwed' }));
  });

  it('refuses a loan of another firm, an older one, itself, and one that has settled as much already', async () => {
    const [old, other] = [await running(), await successor()];
    const next = await successor();
    const wrong = refused('INVALID_INPUT', { rule: 'renewedById.sameParties' });
    await expect(renew(next, next)).rejects.toMatchObject(wrong);
    await expect(renew(next, { id: 'nobody' })).rejects.toMatchObject(wrong);
    await renew(old, next);
    await expect(renew(other, next)).rejects.toMatchObject(refused('INVALID_INPUT', { rule: 'renewedById.amount' }));
  });

  it('refuses the firm, an auditor, another bank (as not found), a stale version and a reason of something else', async () => {
    const loan = await running();
    const next = await successor();
    await expect(renew(loan, next, {}, sides.firm.actor)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(renew(loan, next, {}, { ...sides.bank, role: 'auditor' })).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(renew(loan, next, {}, rival)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(renew(loan, next, { version: 7 })).rejects.toMatchObject(refused('CONFLICT', { rule: 'staleVersion' }));
    await expect(renew(loan, next, { reasonCode: 'L22' })).rejects.toMatchObject(
      refused('INVALID_INPUT', { field: 'reasonCode' }),
    );
  });
});

describe('transition 23, restructuring', () => {
  const restructure = (loan: MatchedTransaction, input: object) =>
    restructureLoan(as(sides.bank), { ...at(loan), reasonCode: 'L11', input: { ...anew, ...input } });

  it('of an overdue loan takes what is unpaid into the new schedule, and it is overdue no more', async () => {
    const loan = await running();
    await reviewOn('2027-03-24');
    const restructured = await restructure(await loanNow(loan.id), {});
    expect(restructured).toMatchObject({ state: 'restructured', reasonCode: 'L11', riskClass: 'pass' });
    const [ledger] = await ledgersOf(world.db.read, [restructured], calendarDate('2027-03-24'));
    expect(ledger).toMatchObject({ daysPastDue: 0, maturesOn: '2028-05-23', rateBps: 300, balanceFen: loan.amountFen });
    await reviewOn('2027-04-24');
    const late = await loanNow(loan.id);
    expect(late).toMatchObject({ state: 'overdue' });
    const [open] = await ledgersOf(world.db.read, [late], calendarDate('2027-04-24'));
    expect(await repay(loan, '2027-04-24', 0, open?.overdueFen ?? 0)).toMatchObject({
      state: 'restructured',
      reasonCode: 'L11',
    });
  });

  it.each([
    ['a maturity of today', { maturesOn: '2026-11-23' }, 'maturesOn'],
    ['one that no calendar has', { maturesOn: '2027-02-30' }, 'maturesOn'],
    ['a rate below nothing', { rateBps: -1 }, 'rateBps'],
  ])('refuses %s', async (_, input, field) => {
    await expect(restructure(await running(), input)).rejects.toMatchObject(refused('INVALID_INPUT', { field }));
  });
});

it('a loan that was written off takes no repayment any more', async () => {
  await writeOffLoan(as(sides.bank), { ...at(await running()), reasonCode: 'L22' });
  const { transaction } = (await listTransactions(as(sides.bank), { page: 1, perPage: 1 })).items[0] ?? {};
  const input = { paidOn: calendarDate('2026-11-23'), principalFen: 1, interestFen: 0 };
  const late = recordRepayment(as(sides.bank), { ...at(transaction ?? { id: '', version: 0 }), input });
  await expect(late).rejects.toMatchObject(refused('CONFLICT', { rule: 'loan.ended' }));
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
