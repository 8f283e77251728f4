import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aDemand, aLoan, aLoanProduct, organisationOf } from '../../../tests/support/deals';
import { aConsent, aFirm, aRecord, type Firm, keep } from '../../../tests/support/enterprises';
import { anActor } from '../../../tests/support/identity';
import { openWorld, type World, worldBegins } from '../../../tests/support/world';
import { accessLog } from '../../enterprises/accessLog/tables';
import { revokeConsent } from '../../enterprises/consents/revokeConsent';
import type { MarkedRecord } from '../../enterprises/objections/marks';
import { messages } from '../../messages/tables';
import type { Product } from '../../products/tables';
import { type Actor, systemActor } from '../../shared/actor';
import { calendarDate } from '../../shared/dates';
import { listEarlyWarnings } from './queries';
import { resolveWarning } from './resolveWarning';
import { seeWarning } from './seeWarning';
import { signsIn } from './signs';
import { watchLoans } from './watchLoans';

let world: World;
let bank: Actor;
let product: Product;
let firm: Firm;
beforeAll(async () => {
  world = await openWorld();
  bank = await anActor(world, 'bank');
  product = await aLoanProduct(world, bank);
});
beforeEach(async () => {
  world.setNow(worldBegins);
  firm = await aFirm(world);
  await aLoan(world, { firm, bank, product, demand: await aDemand(world, firm) });
});
afterAll(() => world.close());

const watch = () => watchLoans(world.contextFor(systemActor('scheduledWork')));
const warnings = async (actor: Actor = bank) =>
  (await listEarlyWarnings(world.contextFor(actor), { page: 1, perPage: 50, filter: { enterpriseId: firm.id } })).items;
const allow = async (dataClasses: Parameters<typeof aConsent>[3] = {}) =>
  aConsent(world, firm, await organisationOf(world, bank), { purpose: 'postLoan', ...dataClasses });

const enforcement = (caseNumber: string, filedOn: string, more: Record<string, unknown> = {}) =>
  aRecord(firm, {
    dataClass: 'ENFORCEMENT',
    period: null,
    value: { caseNumber, kind: 'EXECUTION', amountFen: 30_000_000, filedOn, ...more },
    asOf: calendarDate('2026-12-01'),
  });

const at = (record: ReturnType<typeof aRecord>): MarkedRecord => ({
  seq: 1,
  batchId: null,
  digest: '',
  recordedAt: worldBegins,
  ...record,
});
const power = (period: string, usedKwh: number) =>
  at(aRecord(firm, { dataClass: 'ELECTRICITY', period, value: { usedKwh, paidFen: 1, arrearsFen: 0 } }));

describe('a sign in the records of a firm', () => {
  const since = calendarDate('2026-11-23');
  const keysIn = (records: readonly MarkedRecord[]) => signsIn(records, since).map(({ rule, key }) => `${rule} ${key}`);

  it('is an enforcement after the loan that is not over, and none under objection', () => {
    const records = [
      at(enforcement('before', '2026-11-23')),
      at(enforcement('after', '2026-11-24')),
      at(enforcement('ended', '2026-11-24', { endedOn: '2026-11-30' })),
      { ...at(enforcement('disputed', '2026-11-24')), isDisputed: true },
    ];
    expect(keysIn(records)).toEqual(['enforcement after/EXECUTION']);
  });

  it('is power down to half of the same three months a year before, and nothing while a month is unknown', () => {
    const year = ['2025-08', '2025-09', '2025-10'].map(month => power(month, 1_000));
    const half = ['2026-08', '2026-09', '2026-10'].map(month => power(month, 500));
    expect(keysIn([...year, ...half])).toEqual(['powerHalved 2026-Q4']);
    expect(keysIn([...year, ...half.slice(0, 2), power('2026-10', 501)])).toEqual([]);
    expect(keysIn([...year.slice(1), ...half])).toEqual([]);
  });
});

describe('a bank that has lent', () => {
  it('is warned once of what turned since, under a consent to watch over the loan', async () => {
    await keep(world, [enforcement('(2026)川06执9号', '2026-11-30')]);
    expect(await watch()).toBe(0);
    await allow({ dataClasses: ['ELECTRICITY'] });
    expect(await watch()).toBe(1);
    expect(await watch()).toBe(0);
    expect(await warnings()).toMatchObject([{ rule: 'enforcement', state: 'raised', figures: { amountFen: 30_000_000 } }]);
    const told = await world.db.read.select().from(messages).where(eq(messages.recipientId, bank.organisationId));
    expect(told.map(({ kind }) => kind)).toContain('warningRaised');
    const read = await world.db.read.select().from(accessLog).where(eq(accessLog.enterpriseId, firm.id));
    expect(
      read.filter(({ purpose }) => purpose === 'postLoan').map(({ readerOrganisationId }) => readerOrganisationId),
    ).toContain(bank.organisationId);
  });

  it('learns nothing of a class that the firm did not include, nor after the consent was taken back', async () => {
    const months = ['2025-08', '2025-09', '2025-10', '2026-08', '2026-09', '2026-10'];
    await keep(
      world,
      months.map(period =>
        aRecord(firm, {
          dataClass: 'ELECTRICITY',
          period,
          value: { usedKwh: period < '2026' ? 1_000 : 400, paidFen: 1, arrearsFen: 0 },
          asOf: calendarDate('2026-11-01'),
        }),
      ),
    );
    await allow({ dataClasses: ['TAX_PAID'] });
    expect(await watch()).toBe(0);
    const consent = await allow({ dataClasses: ['TAX_PAID', 'ELECTRICITY'] });
    await revokeConsent(world.contextFor(firm.actor), consent);
    expect(await watch()).toBe(0);
    await allow({ dataClasses: ['ELECTRICITY'] });
    expect(await watch()).toBe(1);
  });

  it('looks into it and says by a code what it found; another bank knows of none', async () => {
    await keep(world, [enforcement('(2026)川06执9号', '2026-11-30')]);
    await allow();
    await watch();
    const [warning] = await warnings();
    if (!warning) throw new Error('no warning');
    const rival = await anActor(world, 'bank');
    expect(await warnings(rival)).toEqual([]);
    await expect(seeWarning(world.contextFor(rival), warning)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const seen = await seeWarning(world.contextFor(bank), warning);
    await expect(seeWarning(world.contextFor(bank), seen)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(resolveWarning(world.contextFor(bank), { ...warning, result: 'noRisk' })).rejects.toMatchObject({
      details: { rule: 'staleVersion' },
    });
    await expect(resolveWarning(world.contextFor(bank), { ...seen, result: 'whatever' as never })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { field: 'result' },
    });
    const resolved = await resolveWarning(world.contextFor(bank), {
      id: seen.id,
      version: seen.version,
      result: 'watched',
      note: '已致电',
    });
    expect(resolved).toMatchObject({ state: 'resolved', result: 'watched', note: '已致电' });
  });
});
