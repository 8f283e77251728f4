import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConsent, aFirm, type Firm } from '../../../tests/support/enterprises';
import { actorOf, anActor, anOrganisation, aUser } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import { auditEntries } from '../../audit/tables';
import { factOf } from '../../matching/facts';
import type { Actor } from '../../shared/actor';
import { listAccess } from '../accessLog/queries';
import { creditFileOf } from '../creditFile/queries';
import { creditRecords, type RecordValue } from '../records/tables';
import { declareFacts } from './declareFacts';

let world: World;
let firm: Firm;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const declare = (value: RecordValue, actor: Actor = firm.actor) => declareFacts(world.contextFor(actor), value);

const kept = () =>
  world.db.read
    .select()
    .from(creditRecords)
    .where(and(eq(creditRecords.enterpriseId, firm.id), eq(creditRecords.dataClass, 'SELF_DECLARED')));

const audited = async () =>
  (await world.db.read.select().from(auditEntries).where(eq(auditEntries.subjectId, firm.id))).filter(
    ({ verb }) => verb === 'declareFacts',
  );

describe('declareFacts', () => {
  beforeAll(async () => {
    firm = await aFirm(world);
  });

  it("keeps a statement as the firm's own record of today, and names its fields, not its values, in the audit", async () => {
    const record = await declare({ outstandingLoansFen: 50_000_000, hasOverdueLoans: false, lenderCount: null });
    expect(record).toMatchObject({
      dataClass: 'SELF_DECLARED',
      asOf: '2026-11-23',
      source: '企业自行填报',
      value: { outstandingLoansFen: 50_000_000, hasOverdueLoans: false },
    });
    expect((await audited()).map(({ details }) => details)).toEqual([{ fields: ['outstandingLoansFen', 'hasOverdueLoans'] }]);
  });

  it('changes nothing when the same is stated again', async () => {
    await declare({ hasOverdueLoans: false, outstandingLoansFen: 50_000_000 });
    expect(await kept()).toHaveLength(1);
    expect(await audited()).toHaveLength(1);
  });

  it('adds a later statement, which speaks alone: what it leaves out is no longer known', async () => {
    await declare({ lenderCount: 2 });
    expect(await kept()).toHaveLength(2);
    const own = { enterpriseId: firm.id, purpose: 'ownFile' } as const;
    const { facts } = await creditFileOf(world.contextFor(firm.actor), own);
    expect(factOf(facts, 'lenderCount')).toMatchObject({ known: true, value: 2, source: '企业自行填报' });
    expect(factOf(facts, 'outstandingLoansFen').known).toBe(false);
  });

  it('refuses to go back on one day to what was stated before another statement', async () => {
    await expect(declare({ outstandingLoansFen: 50_000_000, hasOverdueLoans: false })).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { rule: 'value.statedBefore' },
    });
    expect(await kept()).toHaveLength(2);
  });

  it.each<[string, RecordValue, string]>([
    ['nothing', {}, 'value'],
    ['nothing but blanks', { lenderCount: null }, 'value'],
    ['a field that no firm states', { taxCreditGrade: 'A' }, 'taxCreditGrade'],
    ['an amount below zero', { outstandingLoansFen: -1 }, 'outstandingLoansFen'],
    ['one year more than the owner can have worked', { ownerExperienceYears: 81 }, 'ownerExperienceYears'],
    ['words for a yes or no', { hasOverdueLoans: 'no' }, 'hasOverdueLoans'],
  ])('refuses %s', async (_, value, field) => {
    await expect(declare(value)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field } });
  });

  it('refuses who is no firm, and a user of the firm who only reads', async () => {
    const bank = await anActor(world, 'bank');
    await expect(declare({ lenderCount: 1 }, bank)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const auditor = actorOf(firm.organisation, await aUser(world, firm.organisation, { role: 'auditor' }));
    await expect(declare({ lenderCount: 1 }, auditor)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe("a firm's own statement, to others", () => {
  beforeAll(async () => {
    firm = await aFirm(world);
    await declare({ ordersOnHandFen: 30_000_000 });
  });

  const readAs = (actor: Actor) => creditFileOf(world.contextFor(actor), { enterpriseId: firm.id, purpose: 'creditAssessment' });

  it('does not exist for a bank that does not know the firm', async () => {
    await expect(readAs(await anActor(world, 'bank'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is read through the gate by a bank that the firm lets assess it, and the read is in the log that the firm sees', async () => {
    const bank = await anOrganisation(world, { kind: 'bank' });
    await aConsent(world, firm, bank);
    const { facts } = await readAs(actorOf(bank, await aUser(world, bank)));
    expect(factOf(facts, 'ordersOnHandFen')).toMatchObject({ known: true, value: 30_000_000 });
    const filter = { dataClass: 'SELF_DECLARED', readerOrganisationId: bank.id } as const;
    const log = await listAccess(world.contextFor(firm.actor), { page: 1, perPage: 25, filter });
    expect(log.items.map(({ outcome, reason, purpose }) => [outcome, reason, purpose])).toEqual([
      ['allowed', 'public', 'creditAssessment'],
    ]);
  });
});
