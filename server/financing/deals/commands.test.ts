import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aDemand,
  aLoan,
  aLoanProduct,
  anOffer,
  applicationNow,
  aSignedContract,
  demandNow,
  type Sides,
} from '../../../tests/support/deals';
import { aFirm, aRecord, type Firm, keep } from '../../../tests/support/enterprises';
import { anActor } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import type { EntityType } from '../../enterprises/tables';
import type { Actor } from '../../shared/actor';
import { calendarDate } from '../../shared/dates';
import type { RefusalCode } from '../../shared/refusals';
import { verbsOnTransaction } from './access';
import { type DisburseInput, disburse } from './disburse';
import { labelsOf, listTransactions, repaymentsOf, transactionById } from './queries';
import { recordRepayment } from './recordRepayment';

let world: World;
let firm: Firm;
let bank: Actor;
let rival: Actor;
let sides: Sides;

beforeEach(async () => {
  world = await openWorld();
  firm = await aFirm(world, { regionCode: '510623101' });
  [bank, rival] = [await anActor(world, 'bank'), await anActor(world, 'bank')];
  sides = await sidesOf(bank);
});
afterEach(() => world.close());

const sidesOf = async (lender: Actor): Promise<Sides> => ({
  firm,
  bank: lender,
  demand: await aDemand(world, firm),
  product: await aLoanProduct(world, lender),
});
const as = (actor: Actor) => world.contextFor(actor);
const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
const today = calendarDate('2026-11-23');
const refused = (code: RefusalCode, details: Record<string, unknown> = {}) => ({
  code,
  details: expect.objectContaining(details),
});

/** Pays out a signed contract of `lender`. */
async function pay(lender = sides, input: Partial<DisburseInput> = {}) {
  const { id: applicationId } = await aSignedContract(world, lender);
  return disburse(as(lender.bank), {
    ...at(await applicationNow(world, applicationId)),
    input: { disbursedOn: today, ...input },
  });
}

const registered = (values: object = {}) =>
  aRecord(firm, {
    dataClass: 'REGISTRATION',
    period: null,
    value: {
      uscc: '91510603MA6AAAA105',
      name: '德阳示例',
      entityType: 'COMPANY',
      status: 'IN_OPERATION',
      foundedOn: '2018-05-01',
      industryCode: '3511',
      regionCode: '510623',
      ...values,
    },
  });
const reported = (employees: number, asOf = '2026-06-30') =>
  aRecord(firm, {
    dataClass: 'ANNUAL_REPORT',
    period: '2025',
    asOf: calendarDate(asOf),
    value: { employees, revenueFen: 50_000_000_00, totalAssetsFen: 30_000_000_00 },
  });

describe('disburse', () => {
  it('makes the transaction that statistics count, and fulfils the demand', async () => {
    await keep(world, [registered(), reported(120)]);
    const transaction = await pay(sides, { householdCreditFen: 1_000_000_000, isAttestedFirst: true });
    expect(transaction).toMatchObject({
      enterpriseId: firm.id,
      institutionId: bank.organisationId,
      demandId: sides.demand.id,
      productVersionId: sides.product.currentVersionId,
      amountFen: 100_000_000,
      rateBps: 435,
      termMonths: 12,
      disbursedOn: '2026-11-23',
      month: '2026-11',
      countyCode: '510623',
      industryCode: '3511',
      industrySection: 'C',
      sizeClass: 'SMALL',
      channel: 'governmentData',
      isFirstLoan: true,
      isUnsecured: true,
      isInclusive: true,
      householdCreditFen: 1_000_000_000,
    });
    expect(await labelsOf(world.db.read, [transaction.id])).toEqual([['inclusive', 'redCredit']]);
    expect(await applicationNow(world, transaction.applicationId)).toMatchObject({ state: 'disbursed', decidedAt: world.now() });
    expect(await demandNow(world, sides.demand.id)).toMatchObject({ state: 'fulfilled', closedAt: world.now() });
  });

  it('leaves unknown what nobody has said', async () => {
    expect(await pay()).toMatchObject({
      sizeClass: 'UNKNOWN',
      industryCode: '3412',
      isFirstLoan: null,
      isInclusive: null,
      householdCreditFen: null,
    });
  });

  it('sizes the firm by what was on file on the day, not by what came later', async () => {
    await keep(world, [registered(), reported(120, '2026-11-20'), { ...reported(15, '2026-11-23'), period: '2026' }]);
    world.setNow(new Date('2026-11-21T02:00:00Z'));
    const { id: applicationId } = await aSignedContract(world, sides);
    world.setNow(new Date('2026-11-23T02:00:00Z'));
    const transaction = await disburse(as(bank), {
      ...at(await applicationNow(world, applicationId)),
      input: { disbursedOn: calendarDate('2026-11-22') },
    });
    expect(transaction.sizeClass).toBe('SMALL');
  });

  it.each<[EntityType, number, boolean | null]>([
    ['selfEmployed', 1_000_000_000, true],
    ['selfEmployed', 1_000_000_001, false],
    ['enterprise', 1_000_000_000, null],
  ])(
    'calls a loan to a borrower of kind %s with total credit of %i fen inclusive: %s',
    async (entityType, credit, isInclusive) => {
      firm = await aFirm(world, { details: { entityType } });
      expect(await pay(await sidesOf(bank), { householdCreditFen: credit })).toMatchObject({ isInclusive });
    },
  );

  it('counts a firm as a first-time borrower once, from whichever bank', async () => {
    const first = await pay(sides, { isAttestedFirst: true });
    const second = await pay(await sidesOf(rival), { isAttestedFirst: true });
    expect([first.isFirstLoan, second.isFirstLoan]).toEqual([true, false]);
  });

  it('takes the mark from a loan when an earlier one is reported after it', async () => {
    world.setNow(new Date('2026-11-20T02:00:00Z'));
    const { id: applicationId } = await aSignedContract(world, sides);
    world.setNow(new Date('2026-11-23T02:00:00Z'));
    const later = await pay(await sidesOf(rival), { isAttestedFirst: true });
    const earlier = await disburse(as(bank), {
      ...at(await applicationNow(world, applicationId)),
      input: { disbursedOn: calendarDate('2026-11-20'), isAttestedFirst: true },
    });
    expect(earlier.isFirstLoan).toBe(true);
    expect((await transactionById(as(rival), later.id)).transaction.isFirstLoan).toBe(false);
  });

  it.each([
    ['the day before the offer was accepted', { disbursedOn: '2026-11-22' }, 'disbursedOn.range'],
    ['tomorrow', { disbursedOn: '2026-11-24' }, 'disbursedOn.range'],
    ['a day that does not exist', { disbursedOn: '2026-02-30' }, 'disbursedOn.form'],
    ['a total credit below the loan', { householdCreditFen: 99_999_999 }, 'householdCreditFen.belowLoan'],
  ])('refuses %s and leaves everything as it was', async (_, input, rule) => {
    const { id: applicationId } = await aSignedContract(world, sides);
    const application = await applicationNow(world, applicationId);
    await expect(disburse(as(bank), { ...at(application), input: { disbursedOn: today, ...input } })).rejects.toMatchObject(
      refused('INVALID_INPUT', { rule }),
    );
    expect(await applicationNow(world, applicationId)).toEqual(application);
  });

  it('refuses a firm whose division nobody knows, and takes it from the register where it is there', async () => {
    firm = await aFirm(world, { regionCode: null });
    const nowhere = await sidesOf(bank);
    const { id: applicationId } = await aSignedContract(world, nowhere);
    const given = { ...at(await applicationNow(world, applicationId)), input: { disbursedOn: today } };
    await expect(disburse(as(bank), given)).rejects.toMatchObject(refused('CONFLICT', { rule: 'enterprise.regionUnknown' }));
    await keep(world, [registered()]);
    expect(await disburse(as(bank), given)).toMatchObject({ countyCode: '510623' });
  });

  it('refuses another bank (as not found), the firm, an auditor, a stale version, an open offer, and a second time', async () => {
    const { applicationId } = await anOffer(world, sides);
    const given = { ...at(await applicationNow(world, applicationId)), input: { disbursedOn: today } };
    await expect(disburse(as(rival), given)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(disburse(as(firm.actor), given)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(disburse(as({ ...bank, role: 'auditor' }), given)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(disburse(as(bank), { ...given, version: 1 })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'staleVersion' }),
    );
    await expect(disburse(as(bank), given)).rejects.toMatchObject(refused('CONFLICT', { rule: 'illegalVerb' }));
    const paid = await pay(await sidesOf(rival));
    const again = { ...at(await applicationNow(world, paid.applicationId)), input: { disbursedOn: today } };
    await expect(disburse(as(rival), again)).rejects.toMatchObject(refused('CONFLICT', { rule: 'illegalVerb' }));
  });
});

describe('recordRepayment', () => {
  it('takes the interest that is paid after the last of the principal, as the page shows it', async () => {
    const loan = await pay();
    const input = { paidOn: today, principalFen: loan.amountFen, interestFen: 0 };
    const repaid = await recordRepayment(as(bank), { ...at(loan), input });
    expect(verbsOnTransaction(bank, repaid, 0)).toEqual(['recordRepayment', 'classLoan', 'settleLoan']);
    const last = await recordRepayment(as(bank), { ...at(repaid), input: { ...input, principalFen: 0, interestFen: 1_000 } });
    expect(await transactionById(as(bank), last.id)).toMatchObject({ balanceFen: 0 });
  });

  const repay = (actor: Actor, transaction: { id: string; version: number }, values: object = {}) =>
    recordRepayment(as(actor), {
      ...at(transaction),
      input: { paidOn: today, principalFen: 60_000_000, interestFen: 362_500, ...values },
    });

  it('lowers what is owed, to nothing and not below', async () => {
    const loan = await aLoan(world, sides);
    const once = await repay(bank, loan);
    expect(once.version).toBe(2);
    expect((await transactionById(as(firm.actor), loan.id)).balanceFen).toBe(40_000_000);
    await expect(repay(bank, once)).rejects.toMatchObject(refused('INVALID_INPUT', { rule: 'principalFen.aboveBalance' }));
    await repay(bank, once, { principalFen: 40_000_000 });
    expect((await transactionById(as(bank), loan.id)).balanceFen).toBe(0);
    expect(await repaymentsOf(world.db.read, [loan.id])).toMatchObject([
      [
        { principalFen: 60_000_000, interestFen: 362_500, source: 'officer' },
        { principalFen: 40_000_000, paidOn: '2026-11-23' },
      ],
    ]);
  });

  it('keeps a report that is sent twice once', async () => {
    const loan = await aLoan(world, sides);
    await repay(bank, loan, { principalFen: 1 });
    await expect(repay(bank, loan, { principalFen: 1 })).rejects.toMatchObject(refused('CONFLICT', { rule: 'staleVersion' }));
  });

  it.each([
    ['nothing', { principalFen: 0, interestFen: 0 }, 'repayment.nothing'],
    ['less than nothing', { interestFen: -1 }, 'interestFen.min'],
    ['a day before the loan', { paidOn: '2026-11-22' }, 'paidOn.range'],
    ['a day to come', { paidOn: '2026-11-24' }, 'paidOn.range'],
  ])('refuses %s', async (_, values, rule) => {
    const loan = await aLoan(world, sides);
    await expect(repay(bank, loan, values)).rejects.toMatchObject(refused('INVALID_INPUT', { rule }));
  });

  it('refuses another bank (as not found), the firm and an auditor', async () => {
    const loan = await aLoan(world, sides);
    await expect(repay(rival, loan)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(repay(firm.actor, loan)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(repay({ ...bank, role: 'auditor' }, loan)).rejects.toMatchObject(refused('NOT_ALLOWED'));
  });
});

describe('lists of transactions', () => {
  const list = { page: 1, perPage: 10 };

  it('show each side its own, and nobody else any', async () => {
    const loan = await aLoan(world, sides);
    for (const actor of [firm.actor, bank])
      expect((await listTransactions(as(actor), list)).items).toEqual([{ transaction: loan, balanceFen: 100_000_000 }]);
    for (const actor of [
      rival,
      (await aFirm(world)).actor,
      await anActor(world, 'regulator'),
      await anActor(world, 'operator'),
    ]) {
      expect((await listTransactions(as(actor), list)).total).toBe(0);
      await expect(transactionById(as(actor), loan.id)).rejects.toMatchObject(refused('NOT_FOUND'));
    }
  });

  it('keep by label, days and words', async () => {
    await aLoan(world, sides);
    const total = async (wish: object) => (await listTransactions(as(bank), { ...list, ...wish })).total;
    expect(await total({ filter: { label: 'redCredit' } })).toBe(1);
    expect(await total({ filter: { label: 'green' } })).toBe(0);
    expect(await total({ filter: { from: today, to: today } })).toBe(1);
    expect(await total({ filter: { from: '2026-11-24' } })).toBe(0);
    expect(await total({ q: '德税' })).toBe(1);
    expect(await total({ q: '没有的词' })).toBe(0);
  });
});
