import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, type Running, serve } from '../support/http';
import { anActor } from '../support/identity';
import { aSmallCity } from '../support/oversight';
import { openWorld, type World } from '../support/world';

let world: World;
let server: Running;
let asRegulator: Client;
beforeAll(async () => {
  world = await openWorld();
  server = await serve(world);
  await aSmallCity(world);
  asRegulator = await server.as(await anActor(world, 'regulator'));
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const amounts = 'name=transactionAmount&groupBy=month,bank&from=2021-10&to=2021-11';

describe('GET /export/measure', () => {
  it('sends CSV with the cells hidden that the screen hides', async () => {
    const response = await asRegulator.fetch(`/export/measure.csv?${amounts}`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="transactionAmount-2021-10-2021-11.csv"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes).split('\r\n')).toEqual([
      '月份,银行,达成融资金额（元）,备注',
      '2021年10月,近邻银行,—,为保密不公布',
      '2021年10月,远方银行,—,为保密不公布',
      '2021年11月,近邻银行,—,为保密不公布',
      '2021年11月,远方银行,—,为保密不公布',
      '2021年10月,合计,7000000,',
      '2021年11月,合计,15000000,',
      '合计,近邻银行,13000000,',
      '合计,远方银行,9000000,',
      '合计,合计,22000000,',
    ]);
  });

  it('sends a workbook, in English when that is asked for', async () => {
    const response = await asRegulator.fetch('/export/measure.xlsx?name=transactionCount&groupBy=month&from=2021-10&to=2021-11', {
      headers: { 'accept-language': 'en' },
    });
    expect(response.status).toBe(200);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await response.arrayBuffer());
    const [figures] = workbook.worksheets;
    expect(figures?.name).toBe('Transactions');
    expect(
      figures
        ?.getSheetValues()
        .slice(1)
        .map(row => (Array.isArray(row) ? row.slice(1, 3) : row)),
    ).toEqual([
      ['Month', 'Transactions'],
      ['2021-10', 7],
      ['2021-11', 8],
      ['Total', 15],
    ]);
  });

  it.each([
    ['no measure', '', 'measure.unknown'],
    ['a breakdown by firm', 'name=transactionCount&groupBy=enterprise', 'groupBy.unknown'],
    ['a month that is none', 'name=transactionCount&from=2021', 'month.form'],
  ])('refuses %s as GraphQL does', async (_, query, rule) => {
    const response = await asRegulator.fetch(`/export/measure.csv?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT', rule } }] });
  });

  it('refuses a bank, and whoever has not signed in', async () => {
    const asBank = await server.as(await anActor(world, 'bank'));
    expect((await asBank.fetch(`/export/measure.csv?${amounts}`)).status).toBe(403);
    expect((await server.anonymous().fetch(`/export/measure.csv?${amounts}`)).status).toBe(401);
  });
});
