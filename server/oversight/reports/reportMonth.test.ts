import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anActor } from '../../../tests/support/identity';
import { aMonth } from '../../../tests/support/oversight';
import { openWorld, type World } from '../../../tests/support/world';
import { auditEntries } from '../../audit/tables';
import type { Actor } from '../../shared/actor';
import { listInstitutionReports } from './queries';

let world: World;
let bank: Actor;
beforeEach(async () => {
  world = await openWorld();
  bank = await anActor(world, 'bank');
});
afterEach(() => world.close());

const reports = (actor: Actor) => listInstitutionReports(world.contextFor(actor), { page: 1, perPage: 25 });
const refused = (code: string, rule: string) => ({ code, details: { rule } });

describe('reportMonth', () => {
  it('keeps what the bank reported, for itself alone to read', async () => {
    const report = await aMonth(world, bank, { month: '2026-10', depositsFen: 500 });
    expect((await reports(bank)).items).toEqual([report]);
    expect(report).toMatchObject({ institutionId: bank.organisationId, depositsFen: 500, version: 1 });
    expect((await reports(await anActor(world, 'bank'))).total).toBe(0);
  });

  it('corrects by version and reason, and leaves what was there in the audit', async () => {
    await aMonth(world, bank, { month: '2026-10', depositsFen: 500 });
    await aMonth(world, bank, { month: '2026-10', depositsFen: 700, version: 1, reason: '漏报一户' });
    expect((await reports(bank)).items).toMatchObject([{ depositsFen: 700, version: 2 }]);
    const [entry] = await world.db.read.select().from(auditEntries).where(eq(auditEntries.verb, 'correctMonth'));
    expect(entry).toMatchObject({
      reason: '漏报一户',
      details: { before: { depositsFen: 500 }, after: { depositsFen: 700 } },
    });
  });

  it.each<[string, Partial<Parameters<typeof aMonth>[2]>, string, string]>([
    ['a second report without a version', {}, 'CONFLICT', 'report.known'],
    ['a correction of an older version', { version: 2, reason: '更正' }, 'CONFLICT', 'staleVersion'],
    ['a correction without a reason', { version: 1 }, 'INVALID_INPUT', 'reason.required'],
    ['a month that has not ended', { month: '2026-11' }, 'INVALID_INPUT', 'month.notEnded'],
    ['a month that is none', { month: '2026-13' }, 'INVALID_INPUT', 'month.form'],
    ['a negative balance', { month: '2026-09', loansFen: -1 }, 'INVALID_INPUT', 'loansFen.min'],
    [
      'an average rate above 36 %',
      { month: '2026-09', newLoansFen: 100, newLoansWeightedRateFenBps: 360_001 },
      'INVALID_INPUT',
      'newLoansWeightedRateFenBps.average',
    ],
  ])('refuses %s', async (_, values, code, rule) => {
    await aMonth(world, bank, { month: '2026-10' });
    await expect(aMonth(world, bank, { month: '2026-10', ...values })).rejects.toMatchObject(refused(code, rule));
    expect((await reports(bank)).total).toBe(1);
  });

  it('takes an average of 36 % and a month without new loans', async () => {
    await aMonth(world, bank, { month: '2026-09', newLoansFen: 100, newLoansWeightedRateFenBps: 360_000 });
    await aMonth(world, bank, { month: '2026-10', newLoansFen: 0, newLoansWeightedRateFenBps: 0 });
    expect((await reports(bank)).items.map(({ month }) => month)).toEqual(['2026-10', '2026-09']);
  });

  it.each(['insurer', 'operator', 'regulator', 'enterprise'] as const)(
    'refuses a user of an organisation of kind %s',
    async kind => {
      const other = await anActor(world, kind);
      await expect(aMonth(world, other, { month: '2026-10' })).rejects.toMatchObject(refused('NOT_ALLOWED', 'report.bank'));
    },
  );

  it('refuses the bank’s auditor', async () => {
    const auditor = await anActor(world, 'bank', 'auditor');
    await expect(aMonth(world, auditor, { month: '2026-10' })).rejects.toMatchObject(refused('NOT_ALLOWED', 'report.bank'));
  });
});
