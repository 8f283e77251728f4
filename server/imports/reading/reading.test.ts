import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectFile } from './file';
import { readTable, type TableRow } from './table';

const folder = mkdtempSync(join(tmpdir(), 'rongqiao-reading-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function fileOf(content: string | Uint8Array): string {
  const path = join(folder, String(++files));
  writeFileSync(path, content);
  return path;
}

async function read(content: string | Uint8Array): Promise<(TableRow & { sheet: string | null })[]> {
  const rows = [];
  for await (const chunk of readTable(await inspectFile(fileOf(content)), () => undefined))
    rows.push(...chunk.rows.map(row => ({ sheet: chunk.sheet, ...row })));
  return rows;
}

const cellsOf = async (content: string | Uint8Array) => (await read(content)).map(row => row.cells);

/** 企业代号,名称 / E1,德阳 in GB18030. */
const gb18030 = Buffer.from('c6f3d2b5b4fabac52cc3fbb3c60a45312cb5c2d1f40a', 'hex');

describe('a text file', () => {
  it.each([
    ['UTF-8', '企业代号,名称\nE1,德阳\n', 'utf-8'],
    ['UTF-8 with a byte order mark', '\ufeff企业代号,名称\r\nE1,德阳\r\n', 'utf-8'],
    ['GB18030', gb18030, 'gb18030'],
    ['compressed UTF-8', gzipSync('企业代号,名称\nE1,德阳'), 'utf-8'],
    ['compressed GB18030', gzipSync(gb18030), 'gb18030'],
  ])('is read in %s', async (_name, content, encoding) => {
    expect((await inspectFile(fileOf(content))).encoding).toBe(encoding);
    expect(await cellsOf(content)).toEqual([
      ['企业代号', '名称'],
      ['E1', '德阳'],
    ]);
  });

  it('is read in GB18030 where a character lies across two chunks of the file', async () => {
    const line = Buffer.concat([Buffer.from('x'), ...Array.from({ length: 60_000 }, () => Buffer.from('b5c2', 'hex'))]);
    expect((await cellsOf(line))[0]?.[0]).toBe(`x${'德'.repeat(60_000)}`);
  });

  it('has the same digest packed and unpacked', async () => {
    const [plain, packed] = await Promise.all([inspectFile(fileOf('a,b\n')), inspectFile(fileOf(gzipSync('a,b\n')))]);
    expect(packed.digest).toBe(plain.digest);
  });

  it('counts blank lines and leaves them out, and keeps a quoted line break in its cell', async () => {
    expect(await read('a,b\n\n"1\n2",3\n')).toEqual([
      { sheet: null, number: 1, cells: ['a', 'b'] },
      { sheet: null, number: 3, cells: ['1\n2', '3'] },
    ]);
  });

  it.each([
    ['an empty file', '', 'file.empty'],
    ['an empty compressed file', gzipSync(''), 'file.empty'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'file.format'],
    ['a quotation mark that is never closed', 'a,b\n"1,2\n', 'file.broken'],
    ['a row that never ends', `a,b\n"${'x'.repeat(1_100_000)}`, 'file.broken'],
    ['a compressed file that was cut short', gzipSync('a,b\n1,2\n').subarray(0, 20), 'file.broken'],
    ['a workbook that was cut short', Buffer.from('504b0304140000000800', 'hex'), 'file.broken'],
  ])('is refused when it is %s', async (_name, content, rule) => {
    await expect(read(content)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { rule } });
  });
});

describe('a workbook', () => {
  it('is read sheet by sheet, each cell as a person reads it', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook
      .addWorksheet('进项')
      .addRows([
        ['号码', '日期', '金额', '合计'],
        [3_390_939, new Date('2017-07-18T00:00:00Z'), -943.4, { formula: '1+1', result: 0.1 + 0.2 }],
        [],
        [{ richText: [{ text: '富' }, { text: '文本' }] }, '2017/7/18', true, { text: '链接', hyperlink: 'https://example.org' }],
      ]);
    workbook.addWorksheet('销项').addRows([['号码'], ['1']]);
    expect(await read(new Uint8Array(await workbook.xlsx.writeBuffer()))).toEqual([
      { sheet: '进项', number: 1, cells: ['号码', '日期', '金额', '合计'] },
      { sheet: '进项', number: 2, cells: ['3390939', '2017-07-18', '-943.4', '0.3'] },
      { sheet: '进项', number: 4, cells: ['富文本', '2017/7/18', 'true', '链接'] },
      { sheet: '销项', number: 1, cells: ['号码'] },
      { sheet: '销项', number: 2, cells: ['1'] },
    ]);
  });
});
