import { eq } from 'drizzle-orm';
import ExcelJS from 'exceljs';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications } from '../../server/financing/applications/tables';
import type { Offer } from '../../server/financing/offers/tables';
import type { Actor } from '../../server/shared/actor';
import { aDemand, aLoanProduct, anOffer } from '../support/deals';
import { aFirm, type Firm } from '../support/enterprises';
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

describe('GET /export/cost-sheet.pdf', () => {
  let firm: Firm;
  let bank: Actor;
  let offer: Offer;
  beforeAll(async () => {
    firm = await aFirm(world, { name: '德阳市垚喆精密机械有限公司' });
    bank = await anActor(world, 'bank');
    const product = await aLoanProduct(world, bank, { name: '明白贷' });
    offer = await anOffer(world, { firm, bank, product, demand: await aDemand(world, firm) });
  });

  const pdfOf = async (client: Client, query: string, language = 'zh') => {
    const response = await client.fetch(`/export/cost-sheet.pdf?${query}`, { headers: { 'accept-language': language } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="cost-sheet-[0-9a-f]{8}\.pdf"$/);
    const document = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
    const { totalPages, text } = await extractText(document, { mergePages: true });
    expect(totalPages).toBe(1);
    return text.replaceAll(/\s/g, '');
  };

  it('hands the firm and the bank the sheet of an offer, each in its language', async () => {
    const text = await pdfOf(await server.as(firm.actor), `offer=${offer.id}`);
    for (const said of ['德阳市垚喆精密机械有限公司', '明白贷', '6.2288%', '6.1972%', offer.termsHash])
      expect(text).toContain(said);
    expect(await pdfOf(await server.as(bank), `offer=${offer.id}`, 'en')).toContain('Financingcostinall');
  });

  it('hands the firm the offers on its demand side by side', async () => {
    const [{ demandId } = { demandId: '' }] = await world.db.read
      .select({ demandId: applications.demandId })
      .from(applications)
      .where(eq(applications.id, offer.applicationId));
    expect(await pdfOf(await server.as(firm.actor), `demand=${demandId}`)).toContain('明白贷');
    expect((await (await server.as(bank)).fetch(`/export/cost-sheet.pdf?demand=${demandId}`)).status).toBe(403);
    const stranger = await server.as((await aFirm(world)).actor);
    expect((await stranger.fetch(`/export/cost-sheet.pdf?demand=${demandId}`)).status).toBe(404);
  });

  it('has nothing to print of a demand without offers', async () => {
    const other = await aFirm(world);
    const { id } = await aDemand(world, other);
    const response = await (await server.as(other.actor)).fetch(`/export/cost-sheet.pdf?demand=${id}`);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { rule: 'offers.none' } }] });
  });

  it('does not exist for another firm, another bank, the operator, or nobody', async () => {
    const statusFor = async (client: Client) => (await client.fetch(`/export/cost-sheet.pdf?offer=${offer.id}`)).status;
    expect(await statusFor(await server.as((await aFirm(world)).actor))).toBe(404);
    expect(await statusFor(await server.as(await anActor(world, 'bank')))).toBe(404);
    expect(await statusFor(await server.as(await anActor(world, 'operator')))).toBe(403);
    expect(await statusFor(server.anonymous())).toBe(401);
    expect((await (await server.as(bank)).fetch('/export/cost-sheet.pdf')).status).toBe(404);
  });
});
