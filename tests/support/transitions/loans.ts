import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import type { ActorContext } from '../../../server/context';
import { mayManageLoan, verbsOnTransaction } from '../../../server/financing/deals/access';
import { disburse } from '../../../server/financing/deals/disburse';
import { recordRepayment } from '../../../server/financing/deals/recordRepayment';
import { renewLoan } from '../../../server/financing/deals/renewLoan';
import { restructureLoan } from '../../../server/financing/deals/restructureLoan';
import { reviewLoans } from '../../../server/financing/deals/reviewLoans';
import { settleLoan } from '../../../server/financing/deals/settleLoan';
import { type MatchedTransaction, matchedTransactions } from '../../../server/financing/deals/tables';
import { writeOffLoan } from '../../../server/financing/deals/writeOffLoan';
import { payDrawdown, requestDrawdown } from '../../../server/financing/lines/drawdown';
import { lineById } from '../../../server/financing/lines/queries';
import type { Actor } from '../../../server/shared/actor';
import { calendarDate } from '../../../server/shared/dates';
import { aDemand, aLine, aLoan, anApprovedApplication, aSignedContract } from '../deals';
import { anActor } from '../identity';
import { platform } from './arrivals';
import { at, type Cells, conflicting, type FirstGround, type Ground, invalid, newGround, ofSides, refused, step } from './cells';

const today = calendarDate('2026-11-23');

export const disbursing = step({
  title: 'the loan is paid out',
  side: 'institution',
  prepared: ofSides(aSignedContract),
  run: (context, change) => disburse(context, { ...change, input: { disbursedOn: context.today } }),
  to: 'disbursed',
  wrongly: ofSides(anApprovedApplication),
  async bad({ as, bank }, application) {
    const pay = (input: { disbursedOn: string; householdCreditFen?: number }) =>
      disburse(as(bank), { ...at(application), input });
    await expect(pay({ disbursedOn: '2026-11-22' })).rejects.toMatchObject(invalid({ rule: 'disbursedOn.range' }));
    await expect(pay({ disbursedOn: '2026-11-31' })).rejects.toMatchObject(invalid({ field: 'disbursedOn' }));
    await expect(pay({ disbursedOn: today, householdCreditFen: 1 })).rejects.toMatchObject(
      invalid({ field: 'householdCreditFen' }),
    );
  },
});

const half = { amountFen: 50_000_000, termMonths: 6 };

/** An open line of a million of which half was asked for. */
async function asked({ world, sides, as, firm, bank }: Ground) {
  const { id } = await aLine(world, sides);
  const now = async () => at((await lineById(as(bank), id)).line);
  await requestDrawdown(as(firm), { ...(await now()), input: half });
  const pay = async (actor = bank) => payDrawdown(as(actor), { ...(await now()), number: 1, disbursedOn: today });
  return { id, now, pay };
}

export const drawing: Cells = {
  title: 'a line is drawn and repaid',
  async success(ground) {
    const { id, pay } = await ground.reached(asked);
    const loan = await pay();
    const drawn = async () => (await lineById(ground.as(ground.bank), id)).standing.drawnFen;
    expect(await drawn()).toBe(half.amountFen);
    const input = { paidOn: today, principalFen: half.amountFen, interestFen: 0 };
    await recordRepayment(ground.as(ground.bank), { ...at(loan), input });
    expect(await drawn()).toBe(0);
  },
  async 'wrong person'(ground) {
    const { now, pay } = await ground.reached(asked);
    await expect(pay(ground.firm)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(pay({ ...ground.bank, role: 'auditor' })).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(pay(await anActor(ground.world, 'bank'))).rejects.toMatchObject(refused('NOT_FOUND'));
    const byBank = requestDrawdown(ground.as(ground.bank), { ...(await now()), input: half });
    await expect(byBank).rejects.toMatchObject(refused('NOT_ALLOWED'));
  },
  async 'wrong state'(ground) {
    const { pay } = await ground.reached(asked);
    await pay();
    await expect(pay()).rejects.toMatchObject(conflicting('drawdown.answered'));
    const unopened = await newGround(ground.world);
    const { id } = await aSignedContract(ground.world, unopened.sides);
    const early = requestDrawdown(unopened.as(unopened.firm), { id, version: 1, input: half });
    await expect(early).rejects.toMatchObject(refused('NOT_FOUND'));
  },
  async 'bad input'(ground) {
    const { now } = await ground.reached(asked);
    const ask = async (values: object) =>
      requestDrawdown(ground.as(ground.firm), { ...(await now()), input: { ...half, ...values } });
    await expect(ask({ amountFen: 50_000_001 })).rejects.toMatchObject(invalid({ rule: 'drawdown.overLimit' }));
    await expect(ask({ termMonths: 13 })).rejects.toMatchObject(invalid({ rule: 'termMonths.agreed' }));
    await expect(ask({ amountFen: 0 })).rejects.toMatchObject(invalid({ field: 'amountFen' }));
  },
  async repeat(ground) {
    const { id, now } = await ground.reached(asked);
    const change = { ...(await now()), number: 1, disbursedOn: today };
    const pay = () => payDrawdown(ground.as(ground.bank), change);
    const outcomes = await Promise.allSettled([pay(), pay()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await lineById(ground.as(ground.bank), id)).standing.drawnFen).toBe(half.amountFen);
  },
};

const running = ({ world, sides }: Ground) => aLoan(world, sides, { fees: [] });
async function loanNow({ world }: Ground, id: string): Promise<MatchedTransaction> {
  const [loan] = await world.db.read.select().from(matchedTransactions).where(eq(matchedTransactions.id, id));
  if (!loan) throw new Error(`no loan ${id}`);
  return loan;
}
/** The day after the first instalment of a loan of 23 November fell due, unpaid. */
const pastDue = new Date('2026-12-24T02:00:00Z');
/** The first instalment of a million at 4.35 % over a year. */
const first = { principalFen: 8_168_490, interestFen: 362_500 };

export const fallingOverdue: Cells = {
  title: 'a loan falls overdue and catches up',
  async success(ground) {
    const { id } = await ground.reached(running);
    ground.world.setNow(pastDue);
    expect(await reviewLoans(ground.as(platform))).toBe(1);
    const late = await loanNow(ground, id);
    expect(late).toMatchObject({ state: 'overdue', reasonCode: 'L41', riskClass: 'specialMention' });
    const input = { paidOn: calendarDate('2026-12-24'), ...first };
    expect(await recordRepayment(ground.as(ground.bank), { ...at(late), input })).toMatchObject({
      state: 'disbursed',
      reasonCode: null,
    });
  },
  async 'wrong person'(ground) {
    const loan = await ground.reached(running);
    for (const actor of [ground.bank, ground.firm, await anActor(ground.world, 'operator')])
      for (const verb of ['fallOverdue', 'catchUp']) expect(verbsOnTransaction(actor, loan, loan.amountFen)).not.toContain(verb);
    expect(mayManageLoan(ground.firm, loan)).toBe(false);
  },
  async 'wrong state'(ground) {
    const loan = await ground.reached(running);
    const ended = await writeOffLoan(ground.as(ground.bank), { ...at(loan), reasonCode: 'L22' });
    ground.world.setNow(pastDue);
    expect(await reviewLoans(ground.as(platform))).toBe(0);
    expect(await loanNow(ground, loan.id)).toEqual(ended);
  },
  async 'bad input'(ground) {
    // The day on which it falls due is not past due.
    const { id } = await ground.reached(running);
    ground.world.setNow(new Date('2026-12-23T02:00:00Z'));
    expect(await reviewLoans(ground.as(platform))).toBe(0);
    const input = { paidOn: calendarDate('2026-12-24'), ...first };
    const tomorrow = recordRepayment(ground.as(ground.bank), { ...at(await loanNow(ground, id)), input });
    await expect(tomorrow).rejects.toMatchObject(invalid({ rule: 'paidOn.range' }));
  },
  async repeat(ground) {
    await ground.reached(running);
    ground.world.setNow(pastDue);
    const [one, other] = await Promise.all([reviewLoans(ground.as(platform)), reviewLoans(ground.as(platform))]);
    expect(one + other).toBe(1);
    expect(await reviewLoans(ground.as(platform))).toBe(0);
  },
};

type Change = { readonly id: string; readonly version: number };
type Ending = {
  readonly to: MatchedTransaction['state'];
  readonly prepared: (ground: Ground) => Promise<MatchedTransaction>;
  /** Prepares what it needs beside the loan, and answers how it is done. */
  readonly done: (ground: Ground) => Promise<(context: ActorContext, change: Change) => Promise<unknown>>;
};

const repaid = async (ground: Ground) => {
  const loan = await running(ground);
  const input = { paidOn: today, principalFen: loan.amountFen, interestFen: 0 };
  return recordRepayment(ground.as(ground.bank), { ...at(loan), input });
};
const anew = { rateBps: 300, repaymentMethod: 'EQUAL_PRINCIPAL', maturesOn: '2028-05-23' } as const;

/** What a lender ends or changes a loan by; compensation is the guarantor's and has cases of its own beside its commands. */
const endings: readonly Ending[] = [
  { to: 'settled', prepared: repaid, done: async () => settleLoan },
  {
    to: 'writtenOff',
    prepared: running,
    done: async () => (context, change) => writeOffLoan(context, { ...change, reasonCode: 'L22' }),
  },
  {
    to: 'restructured',
    prepared: running,
    done: async () => (context, change) => restructureLoan(context, { ...change, reasonCode: 'L11', input: anew }),
  },
  {
    to: 'renewed',
    prepared: running,
    async done({ world, sides }) {
      const next = await aLoan(world, { ...sides, demand: await aDemand(world, sides.firm) }, { fees: [] });
      return (context, change) => renewLoan(context, { ...change, reasonCode: 'L01', renewedById: next.id });
    },
  },
];

/** Tries something of every way in which a loan ends, each from the beginning. */
const ofEvery = (tried: (ground: FirstGround, ending: Ending) => Promise<void>) => async (ground: FirstGround) => {
  for (const ending of endings) {
    ground.begin();
    await tried(ground, ending);
  }
};

export const endingLoan: Cells = {
  title: 'a loan is settled, written off, restructured or renewed',
  success: ofEvery(async (ground, { to, prepared, done }) => {
    const loan = await ground.reached(prepared);
    await (await done(ground))(ground.as(ground.bank), at(loan));
    expect(await loanNow(ground, loan.id)).toMatchObject({ state: to, version: loan.version + 1 });
  }),
  'wrong person': ofEvery(async (ground, { prepared, done }) => {
    const loan = await ground.reached(prepared);
    const run = await done(ground);
    const as = (actor: Actor) => run(ground.as(actor), at(loan));
    await expect(as(ground.firm)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(as({ ...ground.bank, role: 'auditor' })).rejects.toMatchObject(refused('NOT_ALLOWED'));
    for (const kind of ['bank', 'guarantor', 'operator'] as const)
      await expect(as(await anActor(ground.world, kind))).rejects.toMatchObject(refused('NOT_FOUND'));
    expect(await loanNow(ground, loan.id)).toEqual(loan);
  }),
  'wrong state': ofEvery(async (ground, { to, done }) => {
    // Settled with money owed, or anything else with nothing owed.
    const loan = to === 'settled' ? await ground.reached(running) : await ground.reached(repaid);
    const run = await done(ground);
    await expect(run(ground.as(ground.bank), at(loan))).rejects.toMatchObject(
      conflicting(to === 'settled' ? 'loan.balanceLeft' : 'loan.nothingOwed'),
    );
  }),
  async 'bad input'(ground) {
    const loan = await ground.reached(running);
    const bank = ground.as(ground.bank);
    const writeOff = (reasonCode: string, reasonText?: string) => writeOffLoan(bank, { ...at(loan), reasonCode, reasonText });
    await expect(writeOff('')).rejects.toMatchObject(invalid({ field: 'reasonCode' }));
    await expect(writeOff('L01')).rejects.toMatchObject(invalid({ rule: 'reasonCode.ofVerb' }));
    await expect(writeOff('L99', '太短')).rejects.toMatchObject(invalid({ field: 'reasonText' }));
    const restructure = restructureLoan(bank, { ...at(loan), reasonCode: 'L11', input: { ...anew, maturesOn: today } });
    await expect(restructure).rejects.toMatchObject(invalid({ field: 'maturesOn' }));
    const renew = renewLoan(bank, { ...at(loan), reasonCode: 'L01', renewedById: loan.id });
    await expect(renew).rejects.toMatchObject(invalid({ field: 'renewedById' }));
    await expect(settleLoan(bank, { ...at(loan), version: 99 })).rejects.toMatchObject(conflicting('staleVersion'));
  },
  repeat: ofEvery(async (ground, { to, prepared, done }) => {
    const loan = await ground.reached(prepared);
    const run = await done(ground);
    const outcomes = await Promise.allSettled([run(ground.as(ground.bank), at(loan)), run(ground.as(ground.bank), at(loan))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await loanNow(ground, loan.id)).toMatchObject({ state: to, version: loan.version + 1 });
  }),
};
