import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aFirm } from '../../tests/support/enterprises';
import { actorOf, anActor, anOrganisation, aUser } from '../../tests/support/identity';
import { aFile, checkedFile, importedFile, inputCsv, problemsIn } from '../../tests/support/imports';
import { openWorld, type World } from '../../tests/support/world';
import { auditEntries } from '../audit/tables';
import { enterprises } from '../enterprises/tables';
import { systemActor } from '../shared/actor';
import { applyImport } from './applyImport';
import { discardImport } from './discardImport';
import { importBatchOf, listImportBatches, problemsOf } from './queries';
import { recoverImports } from './recoverImports';
import { startImport } from './startImport';
import { importBatches, stagedRows } from './tables';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const firms = 'enterpriseCode,name\nE1,甲公司\nE2,乙公司\n';
const operator = () => world.contextFor(systemActor('test'));
const registered = () => world.db.read.select({ code: enterprises.code }).from(enterprises);

describe('a file', () => {
  it('is checked first and imported only when it is applied', async () => {
    const checked = await checkedFile(world, { kind: 'enterprises', content: firms });
    expect(checked).toMatchObject({ state: 'checked', percent: 100, rowsRead: 2, rowsNew: 2, rowsKnown: 0, problemCount: 0 });
    expect(await registered()).toEqual([]);
    const { batch, done } = await applyImport(operator(), checked.id);
    expect(batch.state).toBe('applying');
    expect(await done).toMatchObject({ state: 'applied', rowsNew: 2, finishedAt: world.now() });
    expect(await registered()).toHaveLength(2);
    expect(await world.db.read.select().from(stagedRows)).toEqual([]);
  });

  it('with one bad row is refused whole, every bad row listed', async () => {
    await aFirm(world, { details: { code: 'E1' } });
    const batch = await importedFile(world, {
      kind: 'invoices',
      content: inputCsv(
        'E1,1,2019/1/5,A1,1.00,0.00,1.00,有效发票',
        'E9,2,2019/2/30,A1,1.005,0.00,1.00,已红冲',
        ',3,2027/1/1,,1.00,0.00,1.00,有效发票',
        'E9,4,2019/1/5,A1,1.00,0.00,1.00,有效发票',
      ),
    });
    expect(batch).toMatchObject({ state: 'refused', rowsRead: 4, problemCount: 7 });
    expect(batch.failure?.en).toContain('There are 7 problems');
    expect(await problemsIn(world, batch)).toEqual([
      { row: 3, column: '开票日期', value: '2019/2/30' },
      { row: 3, column: '金额', value: '1.005' },
      { row: 3, column: '发票状态', value: '已红冲' },
      { row: 4, column: '企业代号', value: '' },
      { row: 4, column: '销方单位代号', value: '' },
      { row: 4, column: '开票日期', value: '2027/1/1' },
      { row: 5, column: '企业代号', value: 'E9' },
    ]);
  });

  it.each([
    ['lacks columns', '企业代号,价税合计\nE1,1\n', '"seller" or "buyer" or "direction" + "counterparty"'],
    ['has a header and no rows', inputCsv(), 'no rows'],
    ['is empty', '', 'empty'],
    ['is no table', new Uint8Array([0, 1, 2]), 'neither CSV text nor an XLSX workbook'],
  ])('that %s is refused with the reason', async (_what, content, reason) => {
    const batch = await checkedFile(world, { kind: 'invoices', content });
    expect(batch.state).toBe('refused');
    expect(batch.failure?.en).toContain(reason);
  });

  it('that cannot be reached fails and says nothing of the machine', async () => {
    const path = `${aFile(world, 'a.csv', '')}.gone`;
    const batch = await (await startImport(operator(), { kind: 'enterprises', fileName: 'a.csv', path })).done;
    expect(batch.state).toBe('failed');
    expect(JSON.stringify(batch.failure)).not.toContain('gone');
  });

  it('whose content was imported before is noted as such', async () => {
    await importedFile(world, { kind: 'enterprises', content: firms, name: 'first.csv' });
    const again = await checkedFile(world, { kind: 'enterprises', content: firms });
    expect(again).toMatchObject({ state: 'checked', rowsNew: 0, rowsKnown: 2 });
    expect(again.notes.map(note => note.en)).toContain('The content is the same as that of "first.csv", imported on 2026-11-23.');
  });
});

describe('a checked file', () => {
  it('that is discarded leaves nothing and cannot be applied', async () => {
    const checked = await checkedFile(world, { kind: 'enterprises', content: firms });
    expect((await discardImport(operator(), checked.id)).state).toBe('discarded');
    expect(await world.db.read.select().from(stagedRows)).toEqual([]);
    await expect(applyImport(operator(), checked.id)).rejects.toMatchObject({ code: 'CONFLICT', details: { verb: 'apply' } });
  });

  it('is applied once', async () => {
    const checked = await checkedFile(world, { kind: 'enterprises', content: firms });
    const { done } = await applyImport(operator(), checked.id);
    await expect(applyImport(operator(), checked.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await done;
    await expect(discardImport(operator(), checked.id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is recorded at the start, and when it is applied with what came of it', async () => {
    const batch = await importedFile(world, { kind: 'enterprises', content: firms });
    const entries = await world.db.read.select().from(auditEntries).where(eq(auditEntries.subjectId, batch.id));
    expect(entries.map(entry => entry.verb)).toEqual(['startImport', 'applyImport']);
    expect(entries[1]?.details).toMatchObject({ kind: 'enterprises', rowsRead: 2, rowsNew: 2, digest: batch.digest });
  });

  it('fails after a stop that caught it half-way; the start of the platform says so', async () => {
    const checked = await checkedFile(world, { kind: 'enterprises', content: firms });
    await world.db.write(tx => tx.update(importBatches).set({ state: 'applying' }).where(eq(importBatches.id, checked.id)));
    expect(await recoverImports(operator())).toBe(1);
    expect(await importBatchOf(world.db.read, systemActor('test'), checked.id)).toMatchObject({ state: 'failed' });
    expect(await world.db.read.select().from(stagedRows)).toEqual([]);
    expect(await recoverImports(operator())).toBe(0);
  });
});

describe('who may import', () => {
  const taxBureau = async () => {
    const organisation = await anOrganisation(world, { kind: 'department', name: '德阳市税务局' });
    return actorOf(organisation, await aUser(world, organisation));
  };

  it.each([
    ['TAX_PAID', true],
    ['ELECTRICITY', false],
  ])('the tax bureau, of the class %s: %s', async (dataClass, may) => {
    const content = '企业代号,数据日期\n';
    const started = checkedFile(world, { kind: 'records', dataClass, content, actor: await taxBureau() });
    if (may) expect((await started).state).toBe('refused');
    else await expect(started).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it.each([
    ['bank', 'invoices'],
    ['department', 'enterprises'],
    ['enterprise', 'invoices'],
    ['regulator', 'enterprises'],
  ] as const)('not a %s, of %s', async (organisation, kind) => {
    const actor = await anActor(world, organisation);
    await expect(checkedFile(world, { kind, content: firms, actor })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it.each([
    ['records', null],
    ['records', 'NO_SUCH_CLASS'],
    ['records', 'SELF_DECLARED'],
    ['enterprises', 'TAX_PAID'],
  ] as const)('nobody: %s of the class %s', async (kind, dataClass) => {
    await expect(checkedFile(world, { kind, dataClass, content: firms })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { field: 'dataClass' },
    });
  });

  it('others do not see or decide on a batch, the operator does', async () => {
    const own = await taxBureau();
    const other = await anActor(world, 'department');
    const batch = await checkedFile(world, { kind: 'records', dataClass: 'TAX_PAID', content: 'x\n', actor: own });
    const list = { page: 1, perPage: 25 };
    expect((await listImportBatches(world.db.read, own, list)).total).toBe(1);
    expect((await listImportBatches(world.db.read, systemActor('test'), list)).total).toBe(1);
    expect((await listImportBatches(world.db.read, other, list)).total).toBe(0);
    await expect(importBatchOf(world.db.read, other, batch.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(applyImport(world.contextFor(other), batch.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(discardImport(world.contextFor(other), batch.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(applyImport(world.contextFor({ ...own, role: 'auditor' }), batch.id)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });
});

describe('problems', () => {
  it('come page by page in the order of the rows', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `,甲${at}`);
    const batch = await checkedFile(world, { kind: 'enterprises', content: ['enterpriseCode,name', ...rows].join('\n') });
    expect(batch.problemCount).toBe(30);
    const { items, total } = await problemsOf(world.db.read, batch.id, { page: 2, perPage: 20 });
    expect(total).toBe(30);
    expect(items.map(problem => problem.row)).toEqual([22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);
  });

  it('are all listed, of more rows than are held at once', async () => {
    const rows = Array.from({ length: 20_001 }, (_, at) => `,甲${at}`);
    const batch = await checkedFile(world, { kind: 'enterprises', content: ['enterpriseCode,name', ...rows].join('\n') });
    expect(batch.failure?.en).toMatch(/^There are 20,001 problems, so nothing/);
    const { items, total } = await problemsOf(world.db.read, batch.id, { page: 1_001, perPage: 20 });
    expect({ total, rows: items.map(({ row }) => row) }).toEqual({ total: 20_001, rows: [20_002] });
  });
});
