import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aFirm, aRecord, type Firm, keep } from '../../../tests/support/enterprises';
import { openWorld, type World } from '../../../tests/support/world';
import { auditEntries } from '../../audit/tables';
import { factOf } from '../../matching/facts';
import { systemActor } from '../../shared/actor';
import { calendarDate } from '../../shared/dates';
import { creditFileOf } from '../creditFile/queries';
import { dataClassOf } from '../dataClasses';
import { raiseObjection } from '../objections/raiseObjection';
import { recordsOf } from '../records/readRecords';
import { deleteExpired } from './deleteExpired';
import { keptUntil } from './expiry';

let world: World;
let firm: Firm;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  firm = await aFirm(world);
});
afterAll(() => world.close());

const penalty = (number: string, decidedOn: string, more: Record<string, unknown> = {}) =>
  aRecord(firm, {
    dataClass: 'ADMIN_PENALTY',
    period: null,
    value: { number, amountFen: 500_000, decidedOn, isRepaired: false, ...more },
    asOf: calendarDate(decidedOn),
  });
const check = (entryCount: number) =>
  aRecord(firm, { dataClass: 'ADMIN_PENALTY', period: null, value: { entryCount }, asOf: calendarDate('2026-10-31') });

const run = () => deleteExpired(world.contextFor(systemActor('scheduledWork')));
const numbersLeft = async () =>
  (await recordsOf(world.db.read, firm.id, ['ADMIN_PENALTY'])).flatMap(({ value }) => ('number' in value ? [value.number] : []));

describe('how long an adverse record is kept', () => {
  it('five years from the end of the event, and without an end for as long as it lasts', () => {
    const until = (code: 'ADMIN_PENALTY' | 'ENFORCEMENT' | 'TAX_PAID', value: Record<string, unknown>) =>
      keptUntil(dataClassOf(code), { value });
    expect(until('ADMIN_PENALTY', { decidedOn: '2021-11-23' })).toBe('2026-11-23');
    expect(until('ADMIN_PENALTY', { decidedOn: '2020-02-29' })).toBe('2025-02-28');
    expect(until('ENFORCEMENT', { filedOn: '2010-01-01', endedOn: '2022-01-01' })).toBe('2027-01-01');
    expect(until('ENFORCEMENT', { filedOn: '2010-01-01' })).toBeNull();
    expect(until('TAX_PAID', { paidFen: 1 })).toBeNull();
  });
});

describe('the deletion of what may be kept no longer', () => {
  it('takes every version of an entry on the day after its last, and its register counts what is left', async () => {
    await keep(world, [
      penalty('D-1', '2021-11-22'),
      penalty('D-1', '2021-11-22', { isRepaired: true }),
      penalty('D-2', '2021-11-23'),
      penalty('D-3', '2026-03-01'),
      check(3),
    ]);
    expect(await run()).toBe(2);
    expect(await numbersLeft()).toEqual(['D-2', 'D-3']);
    const file = await creditFileOf(world.contextFor(firm.actor), { enterpriseId: firm.id, purpose: 'ownFile' });
    expect(factOf(file.facts, 'penaltiesLast24Months')).toMatchObject({ known: true, value: 1 });
    const entries = await world.db.read.select().from(auditEntries).where(eq(auditEntries.subjectId, firm.id));
    expect(entries).toMatchObject([{ verb: 'deleteExpired', details: { dataClass: 'ADMIN_PENALTY', records: 2 } }]);
    expect(await run()).toBe(0);
  });

  it('waits for the answer to an open objection', async () => {
    await keep(world, [penalty('D-1', '2020-01-01')]);
    const [row] = await recordsOf(world.db.read, firm.id, ['ADMIN_PENALTY']);
    await raiseObjection(world.contextFor(firm.actor), { recordId: String(row?.seq), statement: '该处罚属于另一家同名企业。' });
    expect(await run()).toBe(0);
    expect(await numbersLeft()).toEqual(['D-1']);
  });
});
