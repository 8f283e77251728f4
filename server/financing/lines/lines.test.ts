import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aDemand, aLine, aLoanProduct, applicationNow, aSignedContract, issued, type Sides } from '../../../tests/support/deals';
import { aFirm } from '../../../tests/support/enterprises';
import { aGuarantee } from '../../../tests/support/guarantees';
import { anActor } from '../../../tests/support/identity';
import { openWorld, type World, worldBegins } from '../../../tests/support/world';
import { suspendProduct } from '../../products/suspendProduct';
import type { Actor } from '../../shared/actor';
import { calendarDate } from '../../shared/dates';
import type { RefusalCode } from '../../shared/refusals';
import { verbsOnApplication } from '../applications/access';
import { signContract } from '../contracts/signContract';
import { ledgersOf } from '../deals/courses';
import { disburse } from '../deals/disburse';
import { transactionById } from '../deals/queries';
import { recordRepayment } from '../deals/recordRepayment';
import { verbsOnLine } from './access';
import { declineDrawdown, payDrawdown, requestDrawdown } from './drawdown';
import { closeLine, confirmLineConditions, freezeLine, releaseLine } from './manageLine';
import { type OpenLineInput, openLine } from './openLine';
import { type LineView, lineById } from './queries';
import { type DrawBlock, lineStandingOf } from './standing';

let world: World;
let sides: Sides;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(worldBegins);
  const firm = await aFirm(world);
  const bank = await anActor(world, 'bank');
  sides = { firm, bank, demand: await aDemand(world, firm), product: await aLoanProduct(world, bank) };
});

const as = (actor: Actor) => world.contextFor(actor);
const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
const today = calendarDate('2026-11-23');
const refused = (code: RefusalCode, details: Record<string, unknown> = {}) => ({
  code,
  details: expect.objectContaining(details),
});
/** Half of the limit of a million for six months. */
const half = { amountFen: 50_000_000, termMonths: 6 };
const wan = 1_000_000;

const opened = async (values: Partial<OpenLineInput> = {}): Promise<string> => (await aLine(world, sides, values)).id;
const lineNow = (id: string): Promise<LineView> => lineById(as(sides.bank), id);
const change = async (id: string) => at((await lineNow(id)).line);
const ask = async (id: string, input: Partial<typeof half> = {}, actor = sides.firm.actor) =>
  requestDrawdown(as(actor), { ...(await change(id)), input: { ...half, ...input } });
const pay = async (id: string, number = 1, actor = sides.bank) =>
  payDrawdown(as(actor), { ...(await change(id)), number, disbursedOn: today });
const draw = async (id: string, amountFen: number) => {
  const { number } = await ask(id, { amountFen });
  return pay(id, number);
};

describe('transition 20, a line is opened instead of paying out at once', () => {
  it('leads to partiallyDisbursed; each drawdown is a loan of its own, with its amount, term and schedule', async () => {
    const id = await opened();
    expect(await applicationNow(world, id)).toMatchObject({ state: 'partiallyDisbursed', decidedAt: world.now() });
    const loan = await draw(id, 30 * wan);
    expect(loan).toMatchObject({ applicationId: id, amountFen: 30 * wan, termMonths: 6, rateBps: 435, state: 'disbursed' });
    const [ledger] = await ledgersOf(world.db.read, [loan], today);
    expect(ledger).toMatchObject({ maturesOn: '2027-05-23', balanceFen: 30 * wan });
    expect(ledger?.rows).toHaveLength(6);
    expect((await transactionById(as(sides.firm.actor), loan.id)).balanceFen).toBe(30 * wan);
  });

  it('a drawdown of the whole limit for a shorter term runs for that term', async () => {
    const id = await opened();
    const { number } = await ask(id, { amountFen: 100 * wan, termMonths: 3 });
    const [ledger] = await ledgersOf(world.db.read, [await pay(id, number)], today);
    expect(ledger).toMatchObject({ maturesOn: '2027-02-23', balanceFen: 100 * wan });
  });

  it('is not for a guaranteed loan: it is guaranteed, claimed and compensated as one', async () => {
    const { application } = await aGuarantee(world, sides, { offer: { fees: [] } });
    await issued(world, sides, application.id);
    const contract = await signContract(as(sides.firm.actor), at(await applicationNow(world, application.id)));
    expect(verbsOnApplication(sides.bank, contract, today)).toEqual(['disburse', 'cancelApplication']);
    const input = { isRevolving: true, validUntil: '2027-05-23' };
    await expect(openLine(as(sides.bank), { ...at(contract), input })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'line.guaranteed' }),
    );
  });

  it('refuses the firm, another bank (as not found), an unsigned contract, a day out of the term, and a second time', async () => {
    const contract = await aSignedContract(world, sides);
    const input = { isRevolving: true, validUntil: '2027-05-23' };
    await expect(openLine(as(sides.firm.actor), { ...at(contract), input })).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(openLine(as(await anActor(world, 'bank')), { ...at(contract), input })).rejects.toMatchObject(
      refused('NOT_FOUND'),
    );
    for (const validUntil of ['2026-11-22', '2027-11-24'])
      await expect(openLine(as(sides.bank), { ...at(contract), input: { ...input, validUntil } })).rejects.toMatchObject(
        refused('INVALID_INPUT', { rule: 'validUntil.withinTerm' }),
      );
    const line = await openLine(as(sides.bank), { ...at(contract), input });
    await expect(openLine(as(sides.bank), { ...at(line), input })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'illegalVerb' }),
    );
    await expect(disburse(as(sides.bank), { ...at(line), input: { disbursedOn: today } })).rejects.toMatchObject(
      refused('CONFLICT'),
    );
  });
});

describe('transition 21, drawing and repaying', () => {
  it('what is repaid of a revolving line can be drawn again, of another it cannot', async () => {
    for (const isRevolving of [true, false]) {
      const firm = await aFirm(world);
      sides = { ...sides, firm, demand: await aDemand(world, firm) };
      const id = await opened({ isRevolving });
      const loan = await draw(id, 100 * wan);
      expect((await lineNow(id)).standing).toMatchObject({ drawnFen: 100 * wan, availableFen: 0, block: 'fullyDrawn' });
      await recordRepayment(as(sides.bank), { ...at(loan), input: { paidOn: today, principalFen: 40 * wan, interestFen: 0 } });
      expect((await lineNow(id)).standing).toMatchObject(
        isRevolving ? { availableFen: 40 * wan, block: null } : { availableFen: 0, block: 'fullyDrawn' },
      );
    }
  });

  it('is never drawn above its limit: what was asked for counts, and of many at once only what fits is taken', async () => {
    const id = await opened();
    await expect(ask(id, { amountFen: 100 * wan + 1 })).rejects.toMatchObject(
      refused('INVALID_INPUT', { rule: 'drawdown.overLimit' }),
    );
    const version = await change(id);
    const race = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        requestDrawdown(as(sides.firm.actor), { ...version, input: { ...half, amountFen: 60 * wan } }),
      ),
    );
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await lineNow(id)).standing).toMatchObject({ askedFen: 60 * wan, availableFen: 40 * wan });
    await expect(ask(id, { amountFen: 41 * wan })).rejects.toMatchObject(refused('INVALID_INPUT'));
    const now = await change(id);
    const paid = await Promise.allSettled(
      [1, 2, 3].map(() => payDrawdown(as(sides.bank), { ...now, number: 1, disbursedOn: today })),
    );
    expect(paid.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await lineNow(id)).standing).toMatchObject({ drawnFen: 60 * wan, askedFen: 0 });
  });

  it('a drawdown is declined with a coded reason, once, and frees what it asked for', async () => {
    const id = await opened();
    await ask(id);
    const given = { number: 1, reasonCode: 'F04' };
    await expect(declineDrawdown(as(sides.bank), { ...(await change(id)), ...given })).rejects.toMatchObject(
      refused('INVALID_INPUT'),
    );
    const declined = await declineDrawdown(as(sides.bank), { ...(await change(id)), number: 1, reasonCode: 'F05' });
    expect(declined).toMatchObject({ state: 'declined', reasonCode: 'F05' });
    expect((await lineNow(id)).standing.availableFen).toBe(100 * wan);
    await expect(pay(id)).rejects.toMatchObject(refused('CONFLICT', { rule: 'drawdown.answered' }));
    await expect(pay(id, 9)).rejects.toMatchObject(refused('NOT_FOUND'));
  });

  it('each side does its own: the firm asks, the bank pays; strangers find no line and auditors only read', async () => {
    const id = await opened();
    await expect(ask(id, {}, sides.bank)).rejects.toMatchObject(refused('NOT_ALLOWED', { rule: 'lineParty' }));
    await expect(ask(id, {}, { ...sides.firm.actor, role: 'auditor' })).rejects.toMatchObject(
      refused('NOT_ALLOWED', { rule: 'role' }),
    );
    await expect(ask(id, {}, (await aFirm(world)).actor)).rejects.toMatchObject(refused('NOT_FOUND'));
    await ask(id);
    await expect(pay(id, 1, sides.firm.actor)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(lineById(as(await anActor(world, 'bank')), id)).rejects.toMatchObject(refused('NOT_FOUND'));
    const stale = { id, version: 1, number: 1, disbursedOn: today };
    await expect(payDrawdown(as(sides.bank), stale)).rejects.toMatchObject(refused('CONFLICT', { rule: 'staleVersion' }));
    await expect(
      payDrawdown(as(sides.bank), { ...stale, ...(await change(id)), disbursedOn: calendarDate('2026-11-24') }),
    ).rejects.toMatchObject(refused('INVALID_INPUT', { rule: 'disbursedOn.range' }));
  });

  it('runs no longer than agreed', async () => {
    const id = await opened();
    await expect(ask(id, { termMonths: 13 })).rejects.toMatchObject(refused('INVALID_INPUT', { rule: 'termMonths.agreed' }));
  });
});

describe('complaint 24: "limit granted but cannot be drawn"', () => {
  const reasons: readonly [DrawBlock, (id: string) => Promise<unknown>][] = [
    ['expired', async () => world.setNow(new Date('2027-05-23T02:00:00Z'))],
    ['frozen', async id => freezeLine(as(sides.bank), { ...(await change(id)), reasonCode: 'F02' })],
    ['fullyDrawn', async id => draw(id, 100 * wan)],
    ['closed', async id => closeLine(as(sides.bank), { ...(await change(id)), reasonCode: 'F06' })],
    ['bankPaused', async () => suspendProduct(as(sides.bank), { ...at(sides.product), reason: '本行暂停办理该产品' })],
  ];

  it.each(reasons)('says so and why when it is %s, and refuses for that reason', async (block, befall) => {
    const id = await opened();
    expect((await lineNow(id)).standing.block).toBeNull();
    await befall(id);
    const view = await lineNow(id);
    expect(view.standing.block).toBe(block);
    expect(verbsOnLine(sides.firm.actor, view)).toEqual([]);
    await expect(ask(id)).rejects.toMatchObject(
      refused('CONFLICT', { rule: block === 'frozen' || block === 'closed' ? 'illegalVerb' : `line.${block}` }),
    );
  });

  it('says which condition is unmet, until the bank confirms it', async () => {
    const id = await opened({ conditions: '提供购货合同' });
    await expect(ask(id)).rejects.toMatchObject(refused('CONFLICT', { rule: 'line.conditionsUnmet' }));
    await confirmLineConditions(as(sides.bank), await change(id));
    expect((await lineNow(id)).standing.block).toBeNull();
    await expect(confirmLineConditions(as(sides.bank), await change(id))).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'line.noConditions' }),
    );
  });

  it('a frozen line has its coded reason, and can be drawn once it is released', async () => {
    const id = await opened();
    await expect(
      freezeLine(as(sides.bank), { ...(await change(id)), reasonCode: 'F99', reasonText: '太短' }),
    ).rejects.toMatchObject(refused('INVALID_INPUT'));
    await freezeLine(as(sides.bank), { ...(await change(id)), reasonCode: 'F02' });
    expect((await lineNow(id)).line).toMatchObject({ state: 'frozen', reasonCode: 'F02' });
    await releaseLine(as(sides.bank), await change(id));
    expect((await lineNow(id)).line).toMatchObject({ state: 'active', reasonCode: null });
    await expect(releaseLine(as(sides.bank), await change(id))).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'illegalVerb' }),
    );
    await ask(id);
    await expect(closeLine(as(sides.bank), { ...(await change(id)), reasonCode: 'F06' })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'line.drawdownWaits' }),
    );
  });

  it('names the weightiest reason where several hold, and the last day can still be drawn on', () => {
    const line = { limitFen: 100, validUntil: today, state: 'frozen' as const, conditions: null, conditionsMetAt: null };
    const use = { drawnFen: 100, askedFen: 0, isBankPaused: true };
    expect(lineStandingOf(line, use, calendarDate('2027-01-01')).block).toBe('frozen');
    expect(lineStandingOf({ ...line, state: 'active' }, { ...use, drawnFen: 99, isBankPaused: false }, today)).toMatchObject({
      block: null,
      availableFen: 1,
    });
  });
});
