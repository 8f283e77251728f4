import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aDemand, aLoan, aLoanProduct, type Sides } from '../../tests/support/deals';
import { aFirm } from '../../tests/support/enterprises';
import { anActor } from '../../tests/support/identity';
import { openWorld, type World } from '../../tests/support/world';
import type { ActorContext } from '../context';
import type { Actor } from '../shared/actor';
import { calendarDate } from '../shared/dates';
import type { RefusalCode } from '../shared/refusals';
import type { DealState } from './deals/lifecycle';
import type { LoanChange } from './deals/moveDeal';
import { listTransactions, transactionById } from './deals/queries';
import { dealReasonCodes, dealReasons } from './deals/reasons';
import { recordRepayment } from './deals/recordRepayment';
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
