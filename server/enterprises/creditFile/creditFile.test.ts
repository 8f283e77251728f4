import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConsent, aFirm, aRecord, type Firm, keep } from '../../../tests/support/enterprises';
import { actorOf, anOrganisation, aUser } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import type { Organisation } from '../../identity/tables';
import type { Actor } from '../../shared/actor';
import { addDays, addMonths, type CalendarDate, calendarDate, monthOf } from '../../shared/dates';
import type { NewRecord } from '../records/appendRecords';
import { creditFileOf, invoiceMonthsOf, listRecords } from './queries';

let world: World;
let firm: Firm;
let bank: Organisation;
let banker: Actor;

beforeAll(async () => {
  world = await openWorld();
  bank = await anOrganisation(world, { kind: 'bank', name: '旌湖银行' });
  banker = actorOf(bank, await aUser(world, bank));
  firm = await aFirm(world);
  await keep(world, [registration(), report(), ...Array.from({ length: 14 }, (_, ago) => invoices(ago))]);
});
afterAll(() => world.close());

const registration = (): NewRecord =>
  aRecord(firm, {
    dataClass: 'REGISTRATION',
    period: null,
    value: {
      uscc: '91510603MAX100008L',
      name: '某厂',
      entityType: 'COMPANY',
      status: 'IN_OPERATION',
      foundedOn: '2018-05-01',
      industryCode: '3412',
      regionCode: '510603',
    },
    asOf: calendarDate('2026-11-01'),
  });
const report = (): NewRecord =>
  aRecord(firm, {
    dataClass: 'ANNUAL_REPORT',
    period: '2025',
    value: { employees: 25, revenueFen: 500_000_000, totalAssetsFen: 300_000_000 },
    asOf: calendarDate('2026-06-30'),
  });
function invoices(ago: number): NewRecord {
  const asOf: CalendarDate = addDays(addMonths(calendarDate('2026-11-01'), -ago), -1);
  const value = {
    outputFen: 30_000_000 + ago,
    inputFen: 20_000_000,
    outputTaxFen: 3_000_000,
    inputTaxFen: 2_000_000,
    outputCount: 20,
    inputCount: 10,
    outputVoidCount: 0,
    inputVoidCount: 0,
    outputNegativeCount: 0,
    inputNegativeCount: 0,
    outputNegativeFen: 0,
    inputNegativeFen: 0,
    distinctCustomers: 6,
    distinctSuppliers: 5,
    topCustomerFen: 9_000_000,
    topSupplierFen: 8_000_000,
  };
  return aRecord(firm, { dataClass: 'VAT_INVOICE_SUMMARY', period: monthOf(asOf), value, asOf, source: '市税务局' });
}

const own = () => ({ enterpriseId: firm.id, purpose: 'ownFile' }) as const;
const assessed = () => ({ enterpriseId: firm.id, purpose: 'creditAssessment' }) as const;

describe("a firm's own credit file", () => {
  it('holds every class, the facts with day and source, the size with its inputs, and a score that adds up', async () => {
    const file = await creditFileOf(world.contextFor(firm.actor), own());
    expect(file.classes.find(({ decision }) => decision.dataClass === 'VAT_INVOICE_SUMMARY')).toMatchObject({
      recordCount: 14,
      newestAsOf: '2026-10-31',
      decision: { grade: 'full', reason: 'self' },
    });
    expect(file.classes).toHaveLength(34);
    expect(file.facts.get('invoicedSalesLast12MonthsFen')).toEqual({
      known: true,
      value: 12 * 30_000_000 + 66,
      asOf: '2026-10-31',
      source: '市税务局',
    });
    expect(file.size).toMatchObject({ sizeClass: 'SMALL', inputs: { employees: 25, revenueFen: 500_000_000 }, missing: [] });
    const { scorecard } = file;
    const points = scorecard?.items.reduce((total, item) => total + item.points, scorecard.basePoints);
    expect(points).toBe(scorecard?.points);
  });

  it('shows the newest dozen of a class and pages the rest, newest first', async () => {
    const file = await creditFileOf(world.contextFor(firm.actor), own());
    const latest = file.classes.find(({ decision }) => decision.dataClass === 'VAT_INVOICE_SUMMARY')?.latest;
    expect(latest).toHaveLength(12);
    const request = { ...own(), dataClass: 'VAT_INVOICE_SUMMARY' };
    const second = await listRecords(world.contextFor(firm.actor), request, { page: 2, perPage: 12 });
    expect(second.total).toBe(14);
    expect(second.items.map(({ period }) => period)).toEqual(['2025-10', '2025-09']);
  });

  it('refuses a class outside the catalogue', async () => {
    const request = { ...own(), dataClass: 'TAXES' };
    await expect(listRecords(world.contextFor(firm.actor), request, { page: 1, perPage: 5 })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { field: 'dataClass' },
    });
  });
});

describe("another's credit file", () => {
  it('is not found before the firm has given a consent', async () => {
    await expect(creditFileOf(world.contextFor(banker), assessed())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('opens class by class; without the invoices there is no score, and what they would tell is not consented', async () => {
    await aConsent(world, firm, bank, { dataClasses: ['SOCIAL_INSURANCE'] });
    const file = await creditFileOf(world.contextFor(banker), assessed());
    expect(file.scorecard).toBeNull();
    expect(file.invoiceMonths).toEqual([]);
    expect(file.facts.get('invoicedSalesLast12MonthsFen')).toMatchObject({ known: false, reason: 'notConsented' });
    expect(file.facts.get('employees')).toMatchObject({ known: true, value: 25 });
    expect(await invoiceMonthsOf(world.contextFor(banker), assessed())).toEqual([]);
  });

  it('has the score once the invoices are authorised', async () => {
    await aConsent(world, firm, bank, { dataClasses: ['VAT_INVOICE_SUMMARY'] });
    expect((await creditFileOf(world.contextFor(banker), assessed())).scorecard).not.toBeNull();
    expect(await invoiceMonthsOf(world.contextFor(banker), assessed())).toHaveLength(14);
  });
});
