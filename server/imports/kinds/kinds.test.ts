import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { asc, eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aFirm } from '../../../tests/support/enterprises';
import { anOrganisation } from '../../../tests/support/identity';
import { checkedFile, hasRealData, importedFile, problemsIn, realData } from '../../../tests/support/imports';
import { openWorld, type World } from '../../../tests/support/world';
import { dataClasses } from '../../enterprises/dataClasses';
import { invoices } from '../../enterprises/invoices/tables';
import { creditRecords } from '../../enterprises/records/tables';
import { enterprises } from '../../enterprises/tables';
import { organisations } from '../../identity/tables';
import { products, productVersions } from '../../products/tables';
import { systemActor } from '../../shared/actor';
import { recordedDataClassCodes } from '../../shared/dataClassCodes';
import { applyImport } from '../applyImport';
import { kindOf } from '../kinds';
import { startImport } from '../startImport';
import type { ImportBatch } from '../tables';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const firms = () =>
  world.db.read
    .select({ organisation: organisations, enterprise: enterprises })
    .from(enterprises)
    .innerJoin(organisations, eq(organisations.id, enterprises.id))
    .orderBy(asc(enterprises.code));

describe('enterprises', () => {
  const bring = (content: string) => importedFile(world, { kind: 'enterprises', content });

  it('become active organisations; what the file does not say stays unknown', async () => {
    await bring('企业代号,企业名称,信誉评级,是否违约\nE1,***电器销售有限公司,A,否\n');
    expect(await firms()).toMatchObject([
      {
        organisation: { kind: 'enterprise', name: '***电器销售有限公司', status: 'active', uscc: null, regionCode: null },
        enterprise: { code: 'E1', industryCode: null, foundedOn: null, source: 'file.csv' },
      },
    ]);
  });

  it("pass over a bank's own judgement with a note", async () => {
    const batch = await bring('企业代号,企业名称,信誉评级,是否违约\nE1,甲,A,否\n');
    expect(batch.notes).toHaveLength(1);
    expect(batch.notes[0]?.en).toContain('not imported');
  });

  it('keep a code with a wrong check character and say so in its verdict, refuse a malformed one', async () => {
    const batch = await checkedFile(world, { kind: 'enterprises', content: 'uscc,name\n91510600MA62000000,甲\n123,乙\n' });
    expect(await problemsIn(world, batch)).toEqual([{ row: 3, column: 'uscc', value: '123' }]);
    const { notes } = await bring('uscc,name\n91510600MA62000000,甲\n');
    expect(notes.map(({ en }) => en)).toEqual([expect.stringContaining('1 row has a code with a wrong check character')]);
    expect(await firms()).toMatchObject([{ organisation: { uscc: '91510600MA62000000', usccVerdict: 'checkDigitMismatch' } }]);
  });

  it('fill in what was unknown and change nothing else', async () => {
    await bring('enterpriseCode,name\nE1,甲\nE2,乙\n');
    const batch = await bring('enterpriseCode,name,foundedOn,registeredCapital\nE1,甲,2018/3/1,"1,000,000"\nE2,乙,,\n');
    expect(batch).toMatchObject({ state: 'applied', rowsNew: 1, rowsKnown: 1 });
    expect((await firms()).map(({ enterprise }) => [enterprise.foundedOn, enterprise.registeredCapitalFen])).toEqual([
      ['2018-03-01', 100_000_000],
      [null, null],
    ]);
  });

  it('are refused where the register knows something else', async () => {
    await bring('enterpriseCode,name\nE1,甲\n');
    const batch = await bring('enterpriseCode,name\nE1,丙\nE2,乙\n');
    expect(await problemsIn(world, batch)).toEqual([{ row: 2, column: 'name', value: '丙' }]);
    expect(await firms()).toHaveLength(1);
  });

  it('of a file that contradicts itself are refused by its check, whose rows then repeat what is known', async () => {
    const batch = await checkedFile(world, { kind: 'enterprises', content: 'enterpriseCode,name\nE1,甲\nE1,甲\nE1,丙\n' });
    expect(batch).toMatchObject({ state: 'refused', rowsRead: 3 });
    expect(await problemsIn(world, batch)).toEqual([{ row: 4, column: 'name', value: '丙' }]);
    const repeating = await bring('enterpriseCode,name,address\nE1,甲,\nE1,甲,文庙街\nE1,甲,\nE1,甲,文庙街\n');
    expect(repeating).toMatchObject({ state: 'applied', rowsNew: 2, rowsKnown: 2 });
    expect(await firms()).toMatchObject([{ enterprise: { code: 'E1', address: '文庙街' } }]);
  });

  it('are not imported at all where the register came to know something else after the check', async () => {
    const batch = await checkedFile(world, { kind: 'enterprises', content: 'enterpriseCode,name\nE2,乙\nE1,丙\n' });
    await bring('enterpriseCode,name\nE1,甲\n');
    const { done } = await applyImport(world.contextFor(systemActor('import')), batch.id);
    const applied = await done;
    expect(applied.state).toBe('failed');
    expect(applied.failure?.en).toContain('"丙" against "甲"');
    expect(await firms()).toHaveLength(1);
  });
});

describe('records', () => {
  const bring = (dataClass: string, content: string) => importedFile(world, { kind: 'records', dataClass, content });
  const stored = () => world.db.read.select().from(creditRecords).orderBy(asc(creditRecords.seq));

  it('headed by names are written as people write them, headed by codes as they are stored', async () => {
    await aFirm(world, { details: { code: 'E1' } });
    const common = '企业代号,数据日期,期间';
    const spoken = `${common},缴费人数,实缴金额,月末欠缴金额\nE1,2026/10/31,2026-10,12,800,1.50\n`;
    const codes = `${common},employees,paidFen,arrearsFen\nE1,2026-10-31,2026-10,12,80000,150\n`;
    const [first, second] = [await bring('SOCIAL_INSURANCE', spoken), await bring('SOCIAL_INSURANCE', codes)];
    expect([first.failure, second.failure]).toEqual([null, null]);
    expect([first.rowsNew, second.rowsKnown]).toEqual([1, 1]);
    expect(await stored()).toMatchObject([
      {
        dataClass: 'SOCIAL_INSURANCE',
        period: '2026-10',
        asOf: '2026-10-31',
        value: { employees: 12, paidFen: 80_000, arrearsFen: 150 },
      },
    ]);
  });

  it.each(recordedDataClassCodes.map(code => [code] as const))('of %s have headings that mean one column each', code => {
    const batch = { id: 'batch', kind: 'records', dataClass: code } as ImportBatch;
    const { columns } = kindOf('records').intakeOf(world.contextFor(systemActor('test')), batch).columns;
    const headings = columns.flatMap(column => [...new Set(column.headings.map(heading => heading.toLowerCase()))]);
    expect(headings.filter((heading, place) => headings.indexOf(heading) !== place)).toEqual([]);
  });

  it('are refused with the class’s own words for what is wrong', async () => {
    await aFirm(world, { details: { code: 'E1' } });
    const batch = await bring(
      'SOCIAL_INSURANCE',
      [
        '企业代号,数据日期,期间,缴费人数,实缴金额,月末欠缴金额',
        'E1,2026/10/31,2026-13,12,1,0',
        'E1,2027/1/1,2026-10,12,1,0',
        'E1,2026/10/31,2026-10,-1,1,0',
        'E1,2026/10/31,2026-10,12,1,',
      ].join('\n'),
    );
    expect(await problemsIn(world, batch)).toEqual([
      { row: 2, column: '期间', value: '2026-13' },
      { row: 3, column: '数据日期', value: '2027/1/1' },
      { row: 4, column: '缴费人数', value: '-1' },
      { row: 5, column: '月末欠缴金额', value: '' },
    ]);
    expect(await stored()).toEqual([]);
  });

  it('cover every class of the catalogue', () => {
    expect(dataClasses.map(({ code }) => code)).toEqual(recordedDataClassCodes);
  });
});

describe('products', () => {
  const content = [
    'product_id,product_name,category,conditions,amount_text,amount_max_wan',
    'P-1,云税贷,TAX,企业成立满2年,最高300万元,300',
    'P-2,示例贷,,,,',
  ].join('\n');

  it('become drafts of the institution, their phrases read where they are plain', async () => {
    const bank = await anOrganisation(world, { kind: 'bank' });
    const batch = await importedFile(world, { kind: 'products', institutionId: bank.id, content });
    expect(batch).toMatchObject({ state: 'applied', rowsNew: 2 });
    const drafts = await world.db.read.select().from(products).orderBy(asc(products.code));
    expect(drafts).toMatchObject([
      { code: 'P-1', institutionId: bank.id, listing: 'unlisted', revision: 'draft' },
      { code: 'P-2', institutionId: bank.id },
    ]);
    const [first] = await world.db.read
      .select()
      .from(productVersions)
      .where(eq(productVersions.productId, drafts[0]?.id ?? ''));
    expect(first).toMatchObject({ name: '云税贷', amountFenMax: 300_000_000, conditionsText: null });
    expect(first?.reading?.some(reading => reading.outcome === 'rule')).toBe(true);
  });

  it('that the institution has already are not touched', async () => {
    const bank = await anOrganisation(world, { kind: 'bank' });
    await importedFile(world, { kind: 'products', institutionId: bank.id, content });
    const again = await importedFile(world, {
      kind: 'products',
      institutionId: bank.id,
      content: content.replace('云税贷', '别名'),
    });
    expect(again).toMatchObject({ state: 'applied', rowsNew: 0, rowsKnown: 2 });
  });
});

/** The heading of a file and its first rows. */
function beginning(content: Buffer, rows: number): Buffer {
  let end = 0;
  for (let line = 0; line <= rows; line += 1) end = content.indexOf('\n', end) + 1;
  return content.subarray(0, end);
}

describe.skipIf(!hasRealData)('the real firms (needs ../shared/data)', () => {
  const bring = async (kind: 'enterprises' | 'invoices' | 'products', file: string, institutionId?: string) => {
    const context = world.contextFor(systemActor('test'));
    const checked = await (await startImport(context, { kind, institutionId, fileName: file, path: join(realData, file) })).done;
    expect(checked).toMatchObject({ state: 'checked', problemCount: 0 });
    return (await applyImport(context, checked.id)).done;
  };

  it('come to 105.18 and 149.47 亿元 of valid 价税合计, and come in once', { timeout: 180_000 }, async () => {
    expect(await bring('enterprises', 'cumcm2020c/annex1_enterprises.csv')).toMatchObject({ rowsNew: 123 });
    const input = 'cumcm2020c/annex1_input_invoices.csv.gz';
    expect(await bring('invoices', input)).toMatchObject({ state: 'applied', rowsNew: 210_947 });
    expect(await bring('invoices', 'cumcm2020c/annex1_output_invoices.csv.gz')).toMatchObject({
      state: 'applied',
      rowsNew: 162_484,
    });
    const sums = await world.db.read
      .select({ direction: invoices.direction, yi: sql`round(sum(${invoices.totalFen}) / 10000000000.0, 2)`.mapWith(Number) })
      .from(invoices)
      .where(eq(invoices.status, 'valid'))
      .groupBy(invoices.direction)
      .orderBy(invoices.direction);
    expect(sums).toEqual([
      { direction: 'input', yi: 105.18 },
      { direction: 'output', yi: 149.47 },
    ]);
    const records = await world.db.read.$count(creditRecords);
    const content = beginning(gunzipSync(readFileSync(join(realData, input))), 20_000);
    expect(await importedFile(world, { kind: 'invoices', content })).toMatchObject({ rowsNew: 0, rowsKnown: 20_000 });
    expect(await world.db.read.$count(creditRecords)).toBe(records);
  });

  it('and the 64 real products become drafts, none refused', async () => {
    const bank = await anOrganisation(world, { kind: 'bank' });
    expect(await bring('products', 'products/loan_products_cn.csv', bank.id)).toMatchObject({ state: 'applied', rowsNew: 64 });
  });
});
