import { and, asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { invoiceMonths } from '../../server/enterprises/invoices/invoiceMonths';
import { invoices, stagedInvoices } from '../../server/enterprises/invoices/tables';
import { creditRecords } from '../../server/enterprises/records/tables';
import { InvoiceMonths } from '../../server/enterprises/scorecard/invoiceMonths';
import { applyImport } from '../../server/imports/applyImport';
import { systemActor } from '../../server/shared/actor';
import { calendarDate, monthOf } from '../../server/shared/dates';
import { aFirm, type Firm } from '../support/enterprises';
import { checkedFile, importedFile, inputCsv, outputCsv } from '../support/imports';
import { openWorld, type World } from '../support/world';

let world: World;
let firm: Firm;

beforeEach(async () => {
  world = await openWorld();
  firm = await aFirm(world, { details: { code: 'E1' } });
});
afterEach(() => world.close());

const bring = (content: string, name = 'invoices.csv') => importedFile(world, { kind: 'invoices', content, name });
const stored = () =>
  world.db.read
    .select()
    .from(invoices)
    .where(eq(invoices.enterpriseId, firm.id))
    .orderBy(asc(invoices.issuedOn), asc(invoices.occurrence));
const summaries = () =>
  world.db.read
    .select()
    .from(creditRecords)
    .where(and(eq(creditRecords.enterpriseId, firm.id), eq(creditRecords.dataClass, 'VAT_INVOICE_SUMMARY')))
    .orderBy(asc(creditRecords.seq));

const sale = 'E1,1,2019/1/5,B1,100.00,16.00,116.00,有效发票';

describe('invoices of a file', () => {
  it('are kept row by row, alike ones counted from 0', async () => {
    const batch = await bring(outputCsv(sale, sale, 'E1,2,2019/1/6,B2,-10.00,-1.60,-11.60,有效发票'));
    expect(batch).toMatchObject({ state: 'applied', rowsRead: 3, rowsNew: 3, rowsKnown: 0 });
    expect((await stored()).map(({ number, occurrence, totalFen }) => [number, occurrence, totalFen])).toEqual([
      ['1', 0, 11_600],
      ['1', 1, 11_600],
      ['2', 0, -1_160],
    ]);
    expect(await world.db.read.select().from(stagedInvoices)).toEqual([]);
  });

  it('change nothing when the file comes a second time', async () => {
    await bring(outputCsv(sale, sale));
    const before = [await stored(), await summaries()];
    expect(await bring(outputCsv(sale, sale))).toMatchObject({ state: 'applied', rowsNew: 0, rowsKnown: 2 });
    expect([await stored(), await summaries()]).toEqual(before);
  });

  it('of an overlapping file add only what is new, a further alike row too', async () => {
    await bring(outputCsv(sale));
    const batch = await bring(outputCsv(sale, sale, 'E1,9,2019/2/1,B1,1.00,0.00,1.00,有效发票'));
    expect(batch).toMatchObject({ rowsNew: 2, rowsKnown: 1 });
    expect((await stored()).map(invoice => [invoice.number, invoice.occurrence])).toEqual([
      ['1', 0],
      ['1', 1],
      ['9', 0],
    ]);
  });

  it.each([
    ['valid first', ['有效发票', '作废发票']],
    ['void first', ['作废发票', '有效发票']],
  ])('that come void once stay void, %s', async (_order, statuses) => {
    for (const status of statuses) await bring(outputCsv(sale.replace('有效发票', status)));
    expect((await stored()).map(invoice => invoice.status)).toEqual(['void']);
    expect((await summaries()).at(-1)?.value).toMatchObject({ outputFen: 0, outputCount: 0, outputVoidCount: 1 });
  });

  it('leave nothing behind when applying fails half-way', async () => {
    const context = world.contextFor(systemActor('test'));
    const checked = await checkedFile(world, {
      kind: 'invoices',
      content: outputCsv(sale, 'E1,2,2019/2/5,B1,1.00,0.00,1.00,有效发票'),
    });
    // A staged month that the table of invoices refuses, as a defect or a full disk would.
    await world.db.write(tx =>
      tx
        .update(stagedInvoices)
        .set({ enterpriseId: 'nobody' })
        .where(eq(stagedInvoices.month, monthOf(calendarDate('2019-02-05')))),
    );
    const failed = await (await applyImport(context, checked.id)).done;
    expect(failed).toMatchObject({ state: 'failed' });
    expect(failed.failure?.en).toContain('nothing was imported');
    expect([await stored(), await summaries(), await world.db.read.select().from(stagedInvoices)]).toEqual([[], [], []]);
  });
});

describe('the months of a firm', () => {
  it('are summed as the shape of a month says: void ones counted apart, negative ones netted', async () => {
    await bring(
      outputCsv(
        'E1,1,2019/1/5,B1,100.00,16.00,116.00,有效发票',
        'E1,2,2019/1/9,B2,50.00,8.00,58.00,有效发票',
        'E1,3,2019/1/31,B1,-20.00,-3.20,-23.20,有效发票',
        'E1,4,2019/1/31,B3,70.00,11.20,81.20, 作废发票',
        'E1,5,2019/3/1,B2,-5.00,-0.80,-5.80,有效发票',
      ),
    );
    await bring(inputCsv('E1,6,2019/1/2,A1,30.00,4.80,34.80,有效发票', 'E1,7,2019/2/28,A1,9.00,0.00,9.00,作废发票'));
    const months = await invoiceMonths(world.db.read, firm.id);
    const oracle = new InvoiceMonths();
    for (const { issuedOn, status, ...invoice } of await stored())
      oracle.add({ ...invoice, date: issuedOn, isVoid: status === 'void' });
    expect(months).toEqual(oracle.months());
    expect(months[0]).toMatchObject({
      month: '2019-01',
      outputFen: 15_080,
      outputTaxFen: 2_080,
      outputCount: 3,
      outputVoidCount: 1,
      outputNegativeCount: 1,
      outputNegativeFen: -2_320,
      distinctCustomers: 2,
      topCustomerFen: 9_280,
      inputFen: 3_480,
    });
    expect(months.at(-1)).toMatchObject({ month: '2019-03', outputFen: -580, topCustomerFen: 0 });
  });

  it('become records as of the last day of the file, only where something is new', async () => {
    await bring(outputCsv(sale, 'E1,2,2019/2/20,B1,1.00,0.00,1.00,有效发票'), 'first.csv');
    await bring(outputCsv(sale, 'E1,3,2019/2/25,B1,2.00,0.00,2.00,有效发票'), 'second.csv');
    expect((await summaries()).map(({ period, asOf, source }) => [period, asOf, source])).toEqual([
      ['2019-01', '2019-02-20', 'first.csv'],
      ['2019-02', '2019-02-20', 'first.csv'],
      ['2019-02', '2019-02-25', 'second.csv'],
    ]);
  });

  it('never look older than the records that they replace', async () => {
    await bring(outputCsv(sale, 'E1,2,2019/6/30,B1,1.00,0.00,1.00,有效发票'));
    await bring(outputCsv('E1,3,2019/1/6,B1,2.00,0.00,2.00,有效发票'));
    expect((await summaries()).at(-1)).toMatchObject({ period: '2019-01', asOf: '2019-06-30', value: { outputFen: 11_800 } });
  });
});
