import { describe, expect, it } from 'vitest';
import {
  agri,
  innovation,
  invoices,
  monthly,
  months,
  reads,
  record,
  registration,
  wan,
} from '../../../tests/support/creditRecords';
import type { CreditRecord } from '../facts';

describe('months', () => {
  const outputs = (...fen: readonly (number | null)[]): CreditRecord[] =>
    months(fen.length).flatMap((period, place) => {
      const outputFen = fen[place] ?? null;
      return outputFen === null ? [] : [record('VAT_INVOICE_SUMMARY', invoices({ outputFen, outputCount: 1 }), { period })];
    });

  it('the window of twelve ends with the newest month on record, not with today', () => {
    const records = outputs(7, ...Array<number>(11).fill(0), 5);
    expect(reads(records, 'invoicedSalesLast12MonthsFen')).toBe(5);
    expect(reads(records.slice(0, -1), 'invoicedSalesLast12MonthsFen')).toBe(7);
  });

  it('returns net sales, below zero where they exceed them', () => {
    expect(reads(outputs(100, -300), 'invoicedSalesLast12MonthsFen')).toBe(-200);
  });

  it('a month without a record adds nothing and is no month of invoicing', () => {
    expect(reads(outputs(1, null, 1), 'invoicedSalesLast12MonthsFen')).toBe(2);
    expect(reads(outputs(1, null, 1), 'invoicingMonthsLast12')).toBe(2);
  });

  it('a month of void invoices only is no month of invoicing', () => {
    const voided = monthly('VAT_INVOICE_SUMMARY', 1, () => invoices({ outputVoidCount: 3 }));
    expect(reads(voided, 'invoicingMonthsLast12')).toBe(0);
    expect(reads(voided, 'voidInvoiceRateBps')).toBe(10_000);
  });

  it('no invoice at all leaves the void rate and the shares not known', () => {
    const empty = monthly('VAT_INVOICE_SUMMARY', 1, () => invoices());
    for (const key of ['voidInvoiceRateBps', 'topCustomerShareBps', 'topSupplierShareBps'] as const)
      expect(reads(empty, key)).toBe('missing');
  });

  it("the largest customer's share never passes the whole, though returns of others may shrink it", () => {
    const records = monthly('VAT_INVOICE_SUMMARY', 1, () => invoices({ outputFen: 100, outputCount: 2, topCustomerFen: 150 }));
    expect(reads(records, 'topCustomerShareBps')).toBe(10_000);
  });

  it('growth over 12 months needs 24 months on record, one short is not known', () => {
    expect(reads(outputs(...Array<number>(12).fill(100), ...Array<number>(12).fill(150)), 'invoicedSalesGrowthBps')).toBe(5_000);
    expect(reads(outputs(...Array<number>(11).fill(100), ...Array<number>(12).fill(150)), 'invoicedSalesGrowthBps')).toBe(
      'missing',
    );
    expect(reads(outputs(...Array<number>(6).fill(100), ...Array<number>(6).fill(50)), 'invoicedSalesGrowthLast6MonthsBps')).toBe(
      -5_000,
    );
  });

  it('growth from nothing, or from less, is not known', () => {
    expect(reads(outputs(...Array<number>(12).fill(0), ...Array<number>(12).fill(150)), 'invoicedSalesGrowthBps')).toBe(
      'missing',
    );
    expect(reads(outputs(...Array<number>(12).fill(-5), ...Array<number>(12).fill(150)), 'invoicedSalesGrowthBps')).toBe(
      'missing',
    );
  });

  const paid = (period: string, arrearsFen = 0, employees = 5) =>
    record('SOCIAL_INSURANCE', { employees, paidFen: 1, arrearsFen }, { period });

  it('a row of months ends at a gap, at arrears and at a month without staff', () => {
    expect(reads([paid('2025-05'), paid('2025-07'), paid('2025-08')], 'socialInsuranceMonthsPaid')).toBe(2);
    expect(reads([paid('2025-06'), paid('2025-07', 1), paid('2025-08')], 'socialInsuranceMonthsPaid')).toBe(1);
    expect(reads([paid('2025-07', 0, 0), paid('2025-08')], 'socialInsuranceMonthsPaid')).toBe(1);
    expect(reads([paid('2025-07'), paid('2025-08', 1)], 'socialInsuranceMonthsPaid')).toBe(0);
    expect(reads([], 'socialInsuranceMonthsPaid')).toBe('missing');
  });

  it('arrears of an earlier month that were paid are no arrears', () => {
    expect(reads([paid('2025-07', 100), paid('2025-08')], 'hasSocialInsuranceArrears')).toBe(false);
    expect(reads([paid('2025-07'), paid('2025-08', 100)], 'hasSocialInsuranceArrears')).toBe(true);
  });

  it('the change in staff needs the very month a year earlier', () => {
    expect(reads([paid('2024-08', 0, 4), paid('2025-08', 0, 5)], 'insuredEmployeesChangeBps')).toBe(2_500);
    expect(reads([paid('2024-07', 0, 4), paid('2025-08', 0, 5)], 'insuredEmployeesChangeBps')).toBe('missing');
    expect(reads([paid('2024-08', 0, 0), paid('2025-08', 0, 5)], 'insuredEmployeesChangeBps')).toBe('missing');
  });
});

describe('years', () => {
  const report = (value: Record<string, unknown>, period = '2024') => record('ANNUAL_REPORT', value, { period });

  it('an indicator that the newest report does not disclose is not taken from an older one', () => {
    expect(reads([report({ employees: 9 }, '2023'), report({ revenueFen: 1 })], 'employees')).toBe('missing');
  });

  it('size is not known without the industry, or outside the table said to be', () => {
    const full = report({ employees: 300, revenueFen: 1, totalAssetsFen: 1 });
    const { industryCode: _industry, ...unclassified } = registration;
    expect(reads([full], 'sizeClass')).toBe('missing');
    expect(reads([full, record('REGISTRATION', unclassified)], 'sizeClass')).toBe('missing');
    expect(reads([full, record('REGISTRATION', { ...registration, industryCode: '8310' })], 'sizeClass')).toBe('NOT_APPLICABLE');
  });

  it('debt over no assets is not known', () => {
    expect(reads([report({ liabilitiesFen: 5, totalAssetsFen: 0 })], 'debtToAssetBps')).toBe('missing');
  });

  it.each([
    ['2025-09-14', false],
    ['2025-09-15', true],
  ])('a high-tech certificate valid to %s counts: %s', (highTechValidTo, expected) => {
    expect(reads([record('INNOVATION_STATUS', { ...innovation, highTechValidTo }, { period: '2024' })], 'isHighTech')).toBe(
      expected,
    );
  });

  it('R&D is compared with the revenue of the same year only', () => {
    const spend = record('INNOVATION_STATUS', innovation, { period: '2024' });
    expect(reads([spend, report({ revenueFen: 600 * wan })], 'rndShareBps')).toBe(1_000);
    expect(reads([spend, report({ revenueFen: 600 * wan }, '2023')], 'rndShareBps')).toBe('missing');
  });

  it('a farm without a date of beginning is not known to be farming; no farm farms for no month', () => {
    const { operatingSince: _since, ...undated } = agri;
    expect(reads([record('AGRI_ENTITY', undated, { period: '2025' })], 'agriOperatingMonths')).toBe('missing');
    expect(reads([record('AGRI_ENTITY', { ...undated, entityType: 'NONE' }, { period: '2025' })], 'agriOperatingMonths')).toBe(0);
  });

  it.each([
    [{ subsidyFen: 1, subsidyPaidOn: '2024-09-16' }, true],
    [{ subsidyFen: 1, subsidyPaidOn: '2024-09-15' }, false],
    [{ subsidyFen: 1 }, 'missing'],
    [{ subsidyFen: 0 }, false],
  ])('farm subsidy %j: %s', (subsidy, expected) => {
    expect(reads([record('AGRI_ENTITY', { ...agri, ...subsidy }, { period: '2025' })], 'hasFarmSubsidy')).toBe(expected);
  });

  it.each([
    [{ isInsured: true, insuredTo: '2025-09-15' }, true],
    [{ isInsured: true, insuredTo: '2025-09-14' }, false],
    [{ isInsured: true }, true],
    [{ isInsured: false }, false],
  ])('farm insurance %j: %s', (insurance, expected) => {
    expect(reads([record('AGRI_ENTITY', { ...agri, ...insurance }, { period: '2025' })], 'hasFarmInsurance')).toBe(expected);
  });

  it.each([
    [['SPECIALISED_MUNICIPAL'], 'MUNICIPAL'],
    [['SPECIALISED_MUNICIPAL', 'SPECIALISED_PROVINCIAL'], 'PROVINCIAL'],
    [['LITTLE_GIANT', 'SPECIALISED_PROVINCIAL'], 'LITTLE_GIANT'],
    [['GREEN_FACTORY'], 'NONE'],
  ])('titles %j make the level %s', (held, expected) => {
    const records = held.map(title => record('QUALIFICATION_TITLES', { title, recognisedOn: '2024-01-01' }));
    expect(reads(records, 'specialisedLevel')).toBe(expected);
  });
});
