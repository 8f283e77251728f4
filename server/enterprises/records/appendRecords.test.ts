import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFirm, aRecord, keep } from '../../../tests/support/enterprises';
import { openWorld, type World } from '../../../tests/support/world';
import { calendarDate } from '../../shared/dates';
import { appendRecords } from './appendRecords';
import { currentRecords } from './current';
import { digestOf } from './digest';
import { creditRecords } from './tables';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const recordsOf = (enterpriseId: string) =>
  world.db.read.select().from(creditRecords).where(eq(creditRecords.enterpriseId, enterpriseId)).orderBy(asc(creditRecords.seq));

describe('appendRecords', () => {
  it('keeps a record once, however often and from wherever it comes', async () => {
    const firm = await aFirm(world);
    expect(await keep(world, [aRecord(firm), aRecord(firm)])).toEqual({ recordsNew: 1, recordsKnown: 1 });
    expect(await keep(world, [aRecord(firm, { source: '市税务局' })])).toEqual({ recordsNew: 0, recordsKnown: 1 });
    expect(await recordsOf(firm.id)).toHaveLength(1);
  });

  it('keeps a correction and a later confirmation beside the first statement', async () => {
    const firm = await aFirm(world);
    const corrected = { employees: 13, paidFen: 960_000, arrearsFen: 0 };
    await keep(world, [
      aRecord(firm),
      aRecord(firm, { value: corrected }),
      aRecord(firm, { value: corrected, asOf: calendarDate('2026-11-15') }),
    ]);
    const rows = await recordsOf(firm.id);
    expect(rows).toHaveLength(3);
    expect(currentRecords(rows).map(({ value, asOf }) => [value, asOf])).toEqual([[corrected, '2026-11-15']]);
  });

  it('writes nothing when one record of the unit is refused', async () => {
    const firm = await aFirm(world);
    await expect(keep(world, [aRecord(firm), aRecord({ id: 'nobody' })])).rejects.toThrow();
    expect(await recordsOf(firm.id)).toEqual([]);
  });

  it('takes records from a stream and says which import brought them', async () => {
    const firm = await aFirm(world);
    async function* months() {
      for (const month of ['2026-08', '2026-09', '2026-10']) yield aRecord(firm, { period: month });
    }
    await world.db.write(tx => appendRecords(tx, { now: world.now() }, months(), 'batch-1'));
    expect((await recordsOf(firm.id)).map(({ period, batchId }) => [period, batchId])).toEqual([
      ['2026-08', 'batch-1'],
      ['2026-09', 'batch-1'],
      ['2026-10', 'batch-1'],
    ]);
  });
});

describe('the digest of a record', () => {
  const base = { period: '2026-10', asOf: calendarDate('2026-10-31'), value: { employees: 12, paidFen: 1 } };

  it('does not depend on the order of the fields or on fields without a value', () => {
    expect(digestOf({ ...base, value: { paidFen: 1, employees: 12, grade: undefined } })).toBe(digestOf(base));
  });

  it.each([
    ['period', { ...base, period: '2026-09' }],
    ['as-of day', { ...base, asOf: calendarDate('2026-11-01') }],
    ['value', { ...base, value: { employees: 12, paidFen: 2 } }],
    ['a null instead of nothing', { ...base, value: { ...base.value, grade: null } }],
  ])('differs with the %s', (_, other) => {
    expect(digestOf(other)).not.toBe(digestOf(base));
  });
});
