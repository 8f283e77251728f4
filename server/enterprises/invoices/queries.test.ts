import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFirm, type Firm } from '../../../tests/support/enterprises';
import { openWorld, type World } from '../../../tests/support/world';
import { calendarDate } from '../../shared/dates';
import { type InvoiceFilter, listInvoices } from './queries';
import { type Invoice, invoices } from './tables';

let world: World;
let firm: Firm;

beforeAll(async () => {
  world = await openWorld();
  firm = await aFirm(world);
  const stranger = await aFirm(world);
  const invoice = (values: Partial<Invoice>) => ({
    enterpriseId: firm.id,
    direction: 'output' as const,
    number: '001',
    issuedOn: calendarDate('2026-10-01'),
    counterparty: '甲商户',
    amountFen: 10_000,
    taxFen: 1_300,
    totalFen: 11_300,
    status: 'valid' as const,
    occurrence: 0,
    batchId: 'batch-1',
    ...values,
  });
  await world.db.write(tx =>
    tx.insertMany(invoices, [
      invoice({}),
      invoice({ number: '002', issuedOn: calendarDate('2026-10-02'), status: 'void' }),
      invoice({ number: '003', direction: 'input', counterparty: '乙供应商', totalFen: -5_650 }),
      invoice({ enterpriseId: stranger.id, number: '004' }),
    ]),
  );
});
afterAll(() => world.close());

const numbers = async (filter: InvoiceFilter = {}, q?: string) =>
  (
    await listInvoices(world.contextFor(firm.actor), { page: 1, perPage: 25, sort: 'issuedOn', order: 'ASC', q, filter })
  ).items.map(({ number }) => number);

describe('listInvoices', () => {
  it.each<[string, InvoiceFilter, string | undefined, string[]]>([
    ['all of the own firm and no other', {}, undefined, ['001', '003', '002']],
    ['those sold', { direction: 'output' }, undefined, ['001', '002']],
    ['void ones', { status: 'void' }, undefined, ['002']],
    ['those from a day on, the day included', { issuedFrom: calendarDate('2026-10-02') }, undefined, ['002']],
    ['those up to a day, the day included', { issuedTo: calendarDate('2026-10-01') }, undefined, ['001', '003']],
    ['by counterparty', {}, '乙', ['003']],
    ['by number', {}, '002', ['002']],
  ])('finds %s', async (_, filter, q, expected) => {
    expect(await numbers(filter, q)).toEqual(expected);
  });
});
