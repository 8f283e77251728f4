import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDemand, aLoanProduct, anAcceptedOffer, type Sides } from '../../../tests/support/deals';
import { aFirm } from '../../../tests/support/enterprises';
import { aGuarantee, aGuarantor, aPool, aScheme, guaranteeNow, paidOut } from '../../../tests/support/guarantees';
import { anActor } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import { messages } from '../../messages/tables';
import type { Actor } from '../../shared/actor';
import { calendarDate } from '../../shared/dates';
import { fenPerWan } from '../../shared/money';
import type { RefusalCode } from '../../shared/refusals';
import { recordRepayment } from '../deals/recordRepayment';
import { guaranteeById } from '../guarantees/queries';
import { createScheme } from '../riskSharing/createScheme';
import { balancesOf, ledgersOf } from '../riskSharing/pools';
import { standingOf } from '../riskSharing/standing';
import type { CompensationPool, RiskSharingScheme } from '../riskSharing/tables';
import { verbsOnCompensation } from './access';
import { claimCompensation } from './claimCompensation';
import { payCompensation } from './payCompensation';
import { partsOf } from './queries';
import { recordRecovery } from './recordRecovery';

let world: World;
const begins = new Date('2026-11-23T02:00:00Z');
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const as = (actor: Actor) => world.contextFor(actor);
const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
const refused = (code: RefusalCode, details: Record<string, unknown> = {}) => ({
  code,
  details: expect.objectContaining(details),
});
const wan = fenPerWan;

async function newSides(): Promise<Sides> {
  const firm = await aFirm(world);
  const bank = await anActor(world, 'bank');
  return { firm, bank, demand: await aDemand(world, firm), product: await aLoanProduct(world, bank) };
}

/** A guaranteed loan of 1,000,000 yuan, interest first, of which nothing was repaid for a quarter. */
async function aLateLoan(scheme: RiskSharingScheme, guarantor: Actor) {
  world.setNow(begins);
  const sides = await newSides();
  const offer = { repaymentMethod: 'INTEREST_FIRST' as const, fees: [] };
  const { application } = await aGuarantee(world, sides, { guarantor, scheme, offer });
  const loan = await paidOut(world, sides, application.id);
  world.setNow(new Date('2027-03-01T02:00:00Z'));
  return { sides, loan, guarantee: await guaranteeNow(world, application.id) };
}

const toldTo = async (actor: Actor) =>
  (await world.db.read.select().from(messages).where(eq(messages.recipientId, actor.organisationId))).map(
    ({ kind, payload }) => ({ kind, payload }),
  );

describe('23 compensation', () => {
  it('is of what is still owed when it is paid: less when a part was repaid since the claim, nothing when all was', async () => {
    const guarantor = await aGuarantor(world);
    const scheme = await aScheme(world, guarantor);
    const claimed = async (repaidFen: number) => {
      const { sides, loan, guarantee } = await aLateLoan(scheme, guarantor);
      const claim = await claimCompensation(as(sides.bank), at(guarantee));
      const { version = 0 } = (await guaranteeById(as(sides.bank), guarantee.id)).loan ?? {};
      const input = { paidOn: calendarDate('2027-03-01'), principalFen: repaidFen, interestFen: 0 };
      await recordRepayment(as(sides.bank), { id: loan.id, version, input });
      const shown = verbsOnCompensation(guarantor, await guaranteeById(as(guarantor), guarantee.id), claim, 0);
      return { claim, shown };
    };
    const inPart = await claimed(40 * wan);
    expect(inPart.shown).toEqual(['payCompensation']);
    expect(await payCompensation(as(guarantor), at(inPart.claim))).toMatchObject({ state: 'paid', lossFen: 60 * wan });
    const whole = await claimed(100 * wan);
    expect(whole.shown).toEqual([]);
    await expect(payCompensation(as(guarantor), at(whole.claim))).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'compensation.nothingOwed' }),
    );
  });

  it('is claimed when the loan is past due for as long as the scheme says, and not a day before', async () => {
    const guarantor = await aGuarantor(world);
    const { sides, guarantee } = await aLateLoan(await aScheme(world, guarantor), guarantor);
    // The first interest is due on 2026-12-23: 60 days later is 2027-02-21.
    world.setNow(new Date('2027-02-20T02:00:00Z'));
    await expect(claimCompensation(as(sides.bank), at(guarantee))).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'compensation.tooEarly', overdueDays: 59, least: 60 }),
    );
    world.setNow(new Date('2027-02-21T02:00:00Z'));
    await expect(claimCompensation(as(guarantor), at(guarantee))).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(claimCompensation(as(await anActor(world, 'bank')), at(guarantee))).rejects.toMatchObject(refused('NOT_FOUND'));
    const claim = await claimCompensation(as(sides.bank), at(guarantee));
    expect(claim).toMatchObject({ state: 'claimed', lossFen: 100 * wan, overdueDays: 60 });
    await expect(claimCompensation(as(sides.bank), at(guarantee))).rejects.toMatchObject(refused('CONFLICT'));
    await expect(claimCompensation(as(sides.bank), at(await guaranteeNow(world, guarantee.id)))).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'compensation.nothing' }),
    );
    expect((await toldTo(guarantor)).at(-1)?.kind).toBe('compensationClaimed');
  });

  it('is paid by the shares, once, by those who agreed; what comes back goes the same way', async () => {
    const guarantor = await aGuarantor(world);
    const { sides, guarantee, loan } = await aLateLoan(await aScheme(world, guarantor), guarantor);
    await recordRepayment(as(sides.bank), { ...at(loan), input: { paidOn: '2027-02-28', principalFen: 33, interestFen: 0 } });
    const claim = await claimCompensation(as(sides.bank), at(guarantee));
    await expect(payCompensation(as(sides.bank), at(claim))).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(
      recordRecovery(as(sides.bank), { ...at(claim), input: { amountFen: 1, recoveredOn: '2027-03-01' } }),
    ).rejects.toMatchObject(refused('CONFLICT', { rule: 'illegalVerb' }));
    const paid = await payCompensation(as(guarantor), at(claim));
    await expect(payCompensation(as(guarantor), at(paid))).rejects.toMatchObject(refused('CONFLICT', { rule: 'illegalVerb' }));
    const parts = async () =>
      (await partsOf(world.db.read, paid.id)).map(({ role, paidFen, recoveredFen }) => [role, paidFen, recoveredFen]);
    expect(await parts()).toEqual([
      ['guarantor', 79_999_974, 0],
      ['bank', 19_999_993, 0],
    ]);
    const recovered = await recordRecovery(as(sides.bank), { ...at(paid), input: { amountFen: 101, recoveredOn: '2027-03-01' } });
    expect(await parts()).toEqual([
      ['guarantor', 79_999_974, 81],
      ['bank', 19_999_993, 20],
    ]);
    await expect(
      recordRecovery(as(guarantor), { ...at(recovered), input: { amountFen: 100 * wan, recoveredOn: '2027-03-01' } }),
    ).rejects.toMatchObject(refused('INVALID_INPUT', { rule: 'recovery.aboveOpen' }));
    await expect(
      recordRecovery(as(guarantor), { ...at(recovered), input: { amountFen: 1, recoveredOn: '2027-02-28' } }),
    ).rejects.toMatchObject(refused('INVALID_INPUT', { rule: 'recoveredOn.range' }));
    expect((await guaranteeById(as(guarantor), guarantee.id)).state).toBe('compensated');
  });
});

describe('a pool with a stop at 5,000,000 yuan', () => {
  let bureau: Actor;
  let insurer: Actor;
  let pool: CompensationPool;
  let scheme: RiskSharingScheme;
  beforeAll(async () => {
    world.setNow(begins);
    bureau = await anActor(world, 'department');
    insurer = await anActor(world, 'insurer');
    pool = await aPool(world, bureau, 70);
    scheme = await createScheme(as(await anActor(world, 'operator')), {
      name: '德阳专利权质押 3:2:5',
      parties: [
        { role: 'insurer', organisationId: insurer.organisationId, shareBps: 3000 },
        { role: 'bank', shareBps: 2000 },
        { role: 'government', organisationId: bureau.organisationId, poolId: pool.id, shareBps: 5000 },
      ],
      // Here at 2,000,000, so that two loans reach it.
      stopLossFen: 200 * wan,
      overdueDays: 60,
    });
  });

  it('pays its share of a loss, leaves to the bank what it has no money for, stops new business and resumes below', async () => {
    const [one, other] = [await aLateLoan(scheme, insurer), await aLateLoan(scheme, insurer)];
    world.setNow(new Date('2027-03-01T02:00:00Z'));
    const today = calendarDate('2027-03-01');
    expect((await standingOf(world.db.read, scheme, today)).stops).toEqual([
      { stop: 'stopLoss', unit: 'fen', limit: 200 * wan, used: 200 * wan, isReached: true },
    ]);
    const late = await newSides();
    await expect(anAcceptedOffer(world, late, { schemeTermsId: scheme.currentTermsId })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'scheme.stopped' }),
    );
    const first = await payCompensation(as(insurer), at(await claimCompensation(as(one.sides.bank), at(one.guarantee))));
    const second = await payCompensation(as(insurer), at(await claimCompensation(as(other.sides.bank), at(other.guarantee))));
    const paidBy = async (id: string) =>
      (await partsOf(world.db.read, id)).map(({ role, owedFen, paidFen }) => [role, owedFen / wan, paidFen / wan]);
    expect(await paidBy(first.id)).toEqual([
      ['insurer', 30, 30],
      ['bank', 20, 20],
      ['government', 50, 50],
    ]);
    expect(await paidBy(second.id)).toEqual([
      ['insurer', 30, 30],
      ['bank', 20, 50],
      ['government', 50, 20],
    ]);
    expect(await balancesOf(world.db.read, [pool.id])).toEqual([0]);
    expect((await toldTo(bureau)).filter(({ kind }) => kind === 'compensationPaid').map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ partFen: 50 * wan }),
      expect.objectContaining({ partFen: 20 * wan }),
    ]);
    await recordRecovery(as(one.sides.bank), { ...at(first), input: { amountFen: 10 * wan, recoveredOn: '2027-03-01' } });
    expect((await standingOf(world.db.read, scheme, today)).isStopped).toBe(false);
    expect((await toldTo(insurer)).at(-1)?.kind).toBe('schemeResumed');
    const [ledger = []] = await ledgersOf(world.db.read, [pool.id]);
    expect(ledger.map(({ kind, amountFen, balanceFen }) => [kind, amountFen / wan, balanceFen / wan])).toEqual([
      ['deposit', 70, 70],
      ['compensation', 50, 20],
      ['compensation', 20, 0],
      ['recovery', 5, 5],
    ]);
  });
});

it('takes a loss to the first-loss pool before anybody else', async () => {
  world.setNow(begins);
  const guarantor = await aGuarantor(world);
  const pool = await aPool(world, await anActor(world, 'department'));
  const scheme = await aScheme(world, guarantor, { firstLossPoolId: pool.id, firstLossRateBps: 3000, firstLossCapFen: 20 * wan });
  const { sides, guarantee } = await aLateLoan(scheme, guarantor);
  const paid = await payCompensation(as(guarantor), at(await claimCompensation(as(sides.bank), at(guarantee))));
  const parts = await partsOf(world.db.read, paid.id);
  expect(parts.map(({ role, paidFen }) => [role, paidFen / wan])).toEqual([
    [null, 20],
    ['guarantor', 64],
    ['bank', 16],
  ]);
  expect(await balancesOf(world.db.read, [pool.id])).toEqual([480 * wan]);
});
