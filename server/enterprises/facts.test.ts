import { describe, expect, it } from 'vitest';
import { type AttributeKey, attributes, dataClassesOf, isRequestAttribute } from '../matching/attributes';
import { factOf } from '../matching/facts';
import { type CalendarMonth, calendarDate, shiftMonth } from '../shared/dates';
import { checkRecordPeriod, checkRecordValue, dataClasses, openPart, type RecordClassCode } from './dataClasses';
import { type CreditRecord, derivations, deriveFacts } from './facts';

const today = calendarDate('2025-09-15');
const wan = 1_000_000;

/** A record as it would be kept; the builder refuses a value that the catalogue would refuse. */
function record(dataClass: RecordClassCode, value: Record<string, unknown>, more: Partial<CreditRecord> = {}): CreditRecord {
  const built: CreditRecord = { dataClass, period: null, asOf: calendarDate('2025-09-01'), source: 'test', ...more, value };
  const problems = [...checkRecordValue(dataClass, value), ...checkRecordPeriod(dataClass, built.period)];
  if (problems.length > 0)
    throw new Error(`${dataClass}: ${problems.map(problem => `${problem.field} ${problem.rule}`).join(', ')}`);
  return built;
}

const months = (count: number, last = '2025-08'): string[] =>
  Array.from({ length: count }, (_, place) => shiftMonth(last as CalendarMonth, place - count + 1));

/** One record a month for `count` months up to August 2025; `value` is told how many months ago, 0 for the last. */
const monthly = (dataClass: RecordClassCode, count: number, value: (ago: number) => Record<string, unknown>): CreditRecord[] =>
  months(count).map((period, place) => record(dataClass, value(count - 1 - place), { period }));

const known = (records: readonly CreditRecord[], key: AttributeKey, on = today) => {
  const fact = factOf(deriveFacts({ records, notConsented: new Set(), today: on }), key);
  return fact.known ? fact.value : fact.reason;
};

const invoices = (value: Partial<Record<string, number>> = {}) => ({
  outputFen: 0,
  inputFen: 0,
  outputTaxFen: 0,
  inputTaxFen: 0,
  outputCount: 0,
  inputCount: 0,
  outputVoidCount: 0,
  inputVoidCount: 0,
  outputNegativeCount: 0,
  inputNegativeCount: 0,
  outputNegativeFen: 0,
  inputNegativeFen: 0,
  distinctCustomers: 0,
  distinctSuppliers: 0,
  topCustomerFen: 0,
  topSupplierFen: 0,
  ...value,
});

const registration = {
  uscc: '91510603MA6AAAA105',
  name: '德阳示例机械有限公司',
  entityType: 'COMPANY',
  status: 'IN_OPERATION',
  foundedOn: '2019-05-20',
  registeredCapitalFen: 500 * wan,
  industryCode: '3511',
  regionCode: '510603',
};
const legalRepresentative = {
  personKey: 'P1',
  role: 'LEGAL_REPRESENTATIVE',
  since: '2019-05-20',
  bornOn: '1980-09-16',
  residence: 'MAINLAND',
};
const penalty = { number: 'D-1', amountFen: 2 * wan, decidedOn: '2024-06-01', isRepaired: false };
const enforcement = { caseNumber: '(2025)川06执1号', kind: 'EXECUTION', amountFen: 30 * wan, filedOn: '2025-01-01' };
const patent = { number: 'ZL1', kind: 'INVENTION', status: 'IN_FORCE', isPledged: false };
const agri = { entityType: 'FAMILY_FARM', operatingSince: '2020-09-15', landAreaMu: 120, subsidyFen: 0, isInsured: false };
const innovation = { isHighTech: true, highTechValidTo: '2026-12-31', isTechSme: false, rndSpendFen: 60 * wan };
const award = { number: 'G-1', awardedOn: '2025-03-01', contractedOn: '2025-03-20', contractFen: 80 * wan, unpaidFen: 30 * wan };

/** A firm of which every class has something to say, and what is to be read from it. */
const wholeFile: CreditRecord[] = [
  record('REGISTRATION', registration),
  record('OWNERSHIP_KEY_PERSONS', legalRepresentative),
  record('OWNERSHIP_KEY_PERSONS', { personKey: 'P1', role: 'SHAREHOLDER', shareBps: 6_000 }),
  record(
    'ANNUAL_REPORT',
    { employees: 300, revenueFen: 1_999 * wan, totalAssetsFen: 3_000 * wan, liabilitiesFen: 1_000 * wan },
    { period: '2024' },
  ),
  record('ABNORMAL_OPERATION', { entryCount: 0 }),
  record('EQUITY_CHATTEL_PLEDGE', { number: 'C-1', kind: 'CHATTEL', claimFen: 100 * wan, registeredOn: '2024-01-01' }),
  record('EQUITY_CHATTEL_PLEDGE', {
    number: 'C-2',
    kind: 'CHATTEL',
    claimFen: 50 * wan,
    registeredOn: '2022-01-01',
    releasedOn: '2023-01-01',
  }),
  record('ADMIN_LICENCE', { number: 'L-1', kind: 'SAFE_PRODUCTION', validFrom: '2024-01-01', validTo: '2027-01-01' }),
  record('ADMIN_LICENCE', { number: 'L-2', kind: 'FOOD', validFrom: '2020-01-01', validTo: '2025-09-14' }),
  record('ADMIN_LICENCE', { number: 'L-3', kind: 'OTHER', validFrom: '2020-01-01' }),
  record('ADMIN_PENALTY', penalty),
  record('ADMIN_PENALTY', { ...penalty, number: 'D-2', isRepaired: true }),
  record('PUBLIC_CREDIT_RATING', { grade: 'GOOD', ratedOn: '2025-08-01', onSeriousDishonestyList: false }),
  record('TAX_CREDIT_GRADE', { grade: 'B' }, { period: '2024' }),
  ...monthly('TAX_PAID', 30, ago => ({
    declaredSalesFen: 100 * wan,
    vatPaidFen: wan,
    incomeTaxPaidFen: 2 * wan,
    otherTaxPaidFen: 0,
    refundFen: ago === 3 ? 5 * wan : 0,
    isFiledOnTime: ago !== 20,
  })),
  ...monthly('VAT_INVOICE_SUMMARY', 24, ago =>
    invoices({
      outputFen: (ago < 12 ? 120 : 100) * wan,
      inputFen: 80 * wan,
      outputCount: ago % 2 === 0 ? 9 : 0,
      outputVoidCount: ago % 2 === 0 ? 1 : 0,
      topCustomerFen: 60 * wan,
      topSupplierFen: 20 * wan,
    }),
  ),
  record('TAX_ARREARS', { entryCount: 0 }),
  ...monthly('SOCIAL_INSURANCE', 24, ago => ({ employees: ago < 12 ? 33 : 30, paidFen: wan, arrearsFen: ago === 18 ? 1 : 0 })),
  record('JOB_RETENTION_REFUND', { number: 'J-1', policy: 'JOB_RETENTION_REFUND', amountFen: 3 * wan, paidOn: '2024-10-01' }),
  record('JOB_RETENTION_REFUND', { number: 'J-2', policy: 'CONTRIBUTION_CUT', amountFen: 9 * wan, paidOn: '2024-10-01' }),
  record('LABOUR_COMPLIANCE', { grade: 'A', onWageArrearsList: false }),
  ...monthly('HOUSING_FUND', 1, () => ({ employees: 28, paidFen: wan, arrearsFen: 0 })),
  ...monthly('MEDICAL_INSURANCE', 1, () => ({ employees: 32, paidFen: wan, arrearsFen: 0 })),
  record('REAL_ESTATE', { number: 'R-1', isMortgaged: false, isSeized: false }),
  record('REAL_ESTATE', { number: 'R-2', isMortgaged: true, isSeized: false }),
  record('REAL_ESTATE', { number: 'R-3', isMortgaged: false, isSeized: true }),
  ...monthly('ELECTRICITY', 24, ago => ({ usedKwh: ago < 12 ? 900 : 1_000, paidFen: wan, arrearsFen: 0 })),
  ...monthly('WATER', 12, () => ({ usedM3: 50, paidFen: wan, arrearsFen: 0 })),
  ...monthly('GAS', 12, ago => ({ usedM3: 10, paidFen: wan, arrearsFen: ago === 0 ? 500 : 0 })),
  record('LITIGATION', { caseNumber: 'M-1', role: 'DEFENDANT', filedOn: '2025-02-01' }),
  record('LITIGATION', { caseNumber: 'M-2', role: 'DEFENDANT', filedOn: '2022-02-01', closedOn: '2022-08-01' }),
  record('LITIGATION', { caseNumber: 'M-3', role: 'PLAINTIFF', filedOn: '2025-02-01' }),
  record('ENFORCEMENT', { ...enforcement, outstandingFen: 10 * wan }),
  ...monthly('CUSTOMS', 12, ago => ({ exportFen: 10 * wan, importFen: wan, ...(ago === 5 ? { grade: 'REGISTERED' } : {}) })),
  record('PATENT', patent),
  record('PATENT', { ...patent, number: 'ZL2', kind: 'UTILITY_MODEL', isPledged: true }),
  record('PATENT', { ...patent, number: 'ZL3', status: 'LAPSED' }),
  record('TRADEMARK', { number: 'T-1', status: 'IN_FORCE', isPledged: true }),
  record('INNOVATION_STATUS', innovation, { period: '2024' }),
  record('QUALIFICATION_TITLES', { title: 'INNOVATIVE_SME', recognisedOn: '2023-01-01', validTo: '2026-01-01' }),
  record('QUALIFICATION_TITLES', { title: 'SPECIALISED_PROVINCIAL', recognisedOn: '2024-01-01' }),
  record('QUALIFICATION_TITLES', { title: 'GREEN_FACTORY', recognisedOn: '2020-01-01', validTo: '2023-01-01' }),
  record('ENVIRONMENT_SAFETY', { number: 'H-1', item: 'GRADE', grade: 'YELLOW', decidedOn: '2023-06-01' }),
  record('ENVIRONMENT_SAFETY', { number: 'H-2', item: 'GRADE', grade: 'BLUE', decidedOn: '2025-06-01' }),
  record('ENVIRONMENT_SAFETY', { number: 'H-3', item: 'SAFETY_PENALTY', amountFen: wan, decidedOn: '2024-06-01' }),
  record('PUBLIC_PROCUREMENT', award),
  record('PUBLIC_PROCUREMENT', { number: 'G-2', awardedOn: '2025-09-01' }),
  record('AGRI_ENTITY', agri, { period: '2025' }),
  record('FISCAL_SUPPORT', { number: 'F-1', policy: '技改奖补', amountFen: 10 * wan, paidOn: '2024-05-01' }),
  ...monthly('CASH_FLOW', 3, ago => ({ inflowFen: ago === 0 ? 100 : 101, outflowFen: 1 })),
  record('SELF_DECLARED', {
    outstandingLoansFen: 300 * wan,
    lenderCount: 2,
    hasOverdueLoans: false,
    overduesLast24Months: 1,
    creditInquiriesLast6Months: 3,
    isFirstTimeBorrower: false,
    ownerExperienceYears: 12,
    ordersOnHandFen: 40 * wan,
    coreEnterpriseReceivableFen: 0,
    medicalSettlementLast12MonthsFen: 0,
  }),
];

const wholeFacts: Record<keyof typeof derivations, unknown> = {
  foundedOn: '2019-05-20',
  region: '510603',
  industry: '3511',
  entityType: 'COMPANY',
  registrationStatus: 'IN_OPERATION',
  registeredCapitalFen: 500 * wan,
  legalRepresentativeAgeYears: 44,
  legalRepresentativeShareBps: 6_000,
  legalRepresentativeSince: '2019-05-20',
  legalRepresentativeIsMainland: true,
  employees: 300,
  revenueLastYearFen: 1_999 * wan,
  totalAssetsFen: 3_000 * wan,
  debtToAssetBps: 3_333,
  sizeClass: 'SMALL',
  onAbnormalOperationList: false,
  onSeriousViolationList: false,
  chattelPledgedFen: 100 * wan,
  hasEquityPledge: false,
  licencesInForce: ['SAFE_PRODUCTION'],
  penaltiesLast24Months: 1,
  penaltyFenLast24Months: 4 * wan,
  publicCreditGrade: 'GOOD',
  onSeriousDishonestyList: false,
  defendantCasesLast24Months: 1,
  openDefendantCases: 1,
  isJudgmentDefaulter: false,
  hasConsumptionRestriction: false,
  openEnforcementFen: 10 * wan,
  environmentGrade: 'BLUE',
  safetyPenaltiesLast24Months: 1,
  taxCreditGrade: 'B',
  taxPaidLast12MonthsFen: 36 * wan,
  declaredSalesLast12MonthsFen: 1_200 * wan,
  taxFilingMonths: 20,
  taxRefundLast12MonthsFen: 5 * wan,
  invoicedSalesLast12MonthsFen: 1_440 * wan,
  invoicedPurchasesLast12MonthsFen: 960 * wan,
  invoicingMonthsLast12: 6,
  invoicingMonthsLast24: 12,
  invoicedSalesGrowthBps: 2_000,
  invoicedSalesGrowthLast6MonthsBps: 0,
  voidInvoiceRateBps: 1_000,
  topCustomerShareBps: 5_000,
  topSupplierShareBps: 2_500,
  hasTaxArrears: false,
  isNonNormalTaxpayer: false,
  hasMajorTaxViolation: false,
  insuredEmployees: 33,
  insuredEmployeesChangeBps: 1_000,
  socialInsuranceMonthsPaid: 18,
  hasSocialInsuranceArrears: false,
  jobRetentionRefundLast24MonthsFen: 3 * wan,
  labourComplianceGrade: 'A',
  onWageArrearsList: false,
  housingFundEmployees: 28,
  hasHousingFundArrears: false,
  medicalInsuredEmployees: 32,
  unmortgagedRealEstateCount: 1,
  hasSeizedRealEstate: true,
  electricityLast12MonthsKwh: 10_800,
  electricityChangeBps: -1_000,
  hasElectricityArrears: false,
  waterLast12MonthsM3: 600,
  hasWaterArrears: false,
  gasLast12MonthsM3: 120,
  hasGasArrears: true,
  exportsLast12MonthsFen: 120 * wan,
  importsLast12MonthsFen: 12 * wan,
  customsGrade: 'REGISTERED',
  procurementAwardsLast12Months: 2,
  procurementContractsLast12MonthsFen: 80 * wan,
  procurementReceivableFen: 30 * wan,
  agriEntityType: 'FAMILY_FARM',
  agriOperatingMonths: 60,
  landManagementAreaMu: 120,
  hasFarmSubsidy: false,
  hasFarmInsurance: false,
  fiscalSupportLast24MonthsFen: 10 * wan,
  monthlyInflowAverageFen: 101,
  patents: 2,
  inventionPatents: 1,
  unpledgedPatents: 1,
  trademarks: 1,
  unpledgedTrademarks: 0,
  isHighTech: true,
  isTechSme: false,
  rndSpendLastYearFen: 60 * wan,
  rndShareBps: 300,
  isInnovativeSme: true,
  specialisedLevel: 'PROVINCIAL',
  isManufacturingChampion: false,
  isTechnologyDemonstration: false,
  isAboveScale: false,
  isGreenFactory: false,
  outstandingLoansFen: 300 * wan,
  lenderCount: 2,
  hasOverdueLoans: false,
  overduesLast24Months: 1,
  creditInquiriesLast6Months: 3,
  isFirstTimeBorrower: false,
  ownerExperienceYears: 12,
  ordersOnHandFen: 40 * wan,
  coreEnterpriseReceivableFen: 0,
  medicalSettlementLast12MonthsFen: 0,
};

describe('a whole credit file', () => {
  const facts = deriveFacts({ records: wholeFile, notConsented: new Set(), today });

  it('every attribute of the enterprise has one derivation, no attribute of the request has any', () => {
    const ofEnterprise = attributes.filter(attribute => !isRequestAttribute(attribute.key)).map(attribute => attribute.key);
    expect(Object.keys(derivations).sort()).toEqual([...ofEnterprise].sort());
    expect([...facts.keys()].sort()).toEqual([...ofEnterprise].sort());
  });

  it('has a record of every class', () => {
    const classes = new Set(wholeFile.map(each => each.dataClass));
    expect(dataClasses.map(each => each.code).filter(code => !classes.has(code))).toEqual([]);
  });

  it.each(Object.entries(wholeFacts))('%s is %j', (key, expected) => {
    const fact = factOf(facts, key as AttributeKey);
    expect(fact.known ? fact.value : fact).toEqual(expected);
  });

  it('every value is of the kind, the range and the vocabulary of its attribute', () => {
    for (const attribute of attributes) {
      const fact = factOf(facts, attribute.key);
      if (!fact.known) continue;
      const values: readonly unknown[] = Array.isArray(fact.value) ? fact.value : [fact.value];
      for (const value of values) {
        if (attribute.kind === 'number') {
          expect(Number.isSafeInteger(value), attribute.key).toBe(true);
          expect(value, attribute.key).toBeGreaterThanOrEqual(attribute.min);
          expect(value, attribute.key).toBeLessThanOrEqual(attribute.max);
        } else if (attribute.kind === 'boolean') expect(typeof value, attribute.key).toBe('boolean');
        else if (attribute.kind === 'enum' || attribute.kind === 'set')
          expect(Object.keys(attribute.values), attribute.key).toContain(value);
        else expect(typeof value, attribute.key).toBe('string');
      }
    }
  });

  it('each value is read from the classes its attribute names and no other', () => {
    for (const attribute of attributes) {
      if (isRequestAttribute(attribute.key)) continue;
      const classes: readonly string[] = dataClassesOf(attribute);
      const records = wholeFile.filter(each => classes.includes(each.dataClass));
      expect(known(records, attribute.key), attribute.key).toEqual(wholeFacts[attribute.key]);
    }
  });
});

describe('what is not known', () => {
  it('is missing, attribute by attribute, for an empty file', () => {
    const facts = deriveFacts({ records: [], notConsented: new Set(), today });
    for (const fact of facts.values()) expect(fact).toEqual({ known: false, reason: 'missing' });
  });

  it('is not consented where the class is closed', () => {
    const facts = deriveFacts({ records: [], notConsented: new Set(['TAX_PAID']), today });
    expect(factOf(facts, 'taxPaidLast12MonthsFen')).toEqual({ known: false, reason: 'notConsented' });
    expect(factOf(facts, 'patents')).toEqual({ known: false, reason: 'missing' });
  });

  it('names the one class to authorise where others are readable', () => {
    const records = [
      record('ANNUAL_REPORT', { revenueFen: 100 * wan }, { period: '2024' }),
      record('INNOVATION_STATUS', openPart('INNOVATION_STATUS', innovation), { period: '2024' }),
    ];
    const facts = deriveFacts({ records, notConsented: new Set(['INNOVATION_STATUS']), today });
    expect(factOf(facts, 'rndShareBps')).toEqual({ known: false, reason: 'notConsented', dataClasses: ['INNOVATION_STATUS'] });
    expect(factOf(facts, 'isHighTech')).toMatchObject({ known: true, value: true });
  });

  it('never takes an older published grade for the newest one, which is hidden', () => {
    const records: CreditRecord[] = [
      record('TAX_CREDIT_GRADE', { grade: 'A' }, { period: '2023' }),
      { ...record('TAX_CREDIT_GRADE', { grade: 'C' }, { period: '2024' }), value: openPart('TAX_CREDIT_GRADE', { grade: 'C' }) },
    ];
    const facts = deriveFacts({ records, notConsented: new Set(['TAX_CREDIT_GRADE']), today });
    expect(factOf(facts, 'taxCreditGrade')).toEqual({ known: false, reason: 'notConsented' });
  });

  it('is disputed where a record under objection was used, and nowhere else', () => {
    const records = [record('ADMIN_PENALTY', penalty, { isDisputed: true }), record('PATENT', patent)];
    const facts = deriveFacts({ records, notConsented: new Set(), today });
    expect(factOf(facts, 'penaltiesLast24Months')).toEqual({ known: false, reason: 'disputed' });
    expect(factOf(facts, 'patents')).toMatchObject({ known: true });
  });

  it('is stale a day after the class allows, not on that day', () => {
    const records = monthly('ELECTRICITY', 1, () => ({ usedKwh: 1, paidFen: 0, arrearsFen: 0 }));
    expect(known(records, 'electricityLast12MonthsKwh', calendarDate('2026-03-01'))).toBe(1);
    expect(known(records, 'electricityLast12MonthsKwh', calendarDate('2026-03-02'))).toBe('stale');
  });

  it('is never stale when the past is read as of its own day', () => {
    const records = monthly('ELECTRICITY', 1, () => ({ usedKwh: 1, paidFen: 0, arrearsFen: 0 }));
    const facts = deriveFacts({ records, notConsented: new Set(), today: calendarDate('2040-01-01'), ageLimit: 'none' });
    expect(factOf(facts, 'electricityLast12MonthsKwh')).toMatchObject({ known: true, value: 1, asOf: '2025-09-01' });
  });

  it('names the stale class where others are fresh', () => {
    const records = [
      record('REGISTRATION', registration, { asOf: calendarDate('2024-01-01') }),
      record('ANNUAL_REPORT', { employees: 1, revenueFen: 1, totalAssetsFen: 1 }, { period: '2024' }),
    ];
    const facts = deriveFacts({ records, notConsented: new Set(), today });
    expect(factOf(facts, 'sizeClass')).toEqual({ known: false, reason: 'stale', dataClasses: ['REGISTRATION'] });
  });
});

describe('versions', () => {
  it('the later day counts, whatever the order of arrival; of one day, the later arrival', () => {
    const old = record('TAX_CREDIT_GRADE', { grade: 'C' }, { period: '2024', asOf: calendarDate('2025-04-01') });
    const corrected = record(
      'TAX_CREDIT_GRADE',
      { grade: 'B' },
      { period: '2024', asOf: calendarDate('2025-06-01'), source: 'corrected' },
    );
    const sameDay = record('TAX_CREDIT_GRADE', { grade: 'M' }, { period: '2024', asOf: calendarDate('2025-06-01') });
    expect(known([old, corrected], 'taxCreditGrade')).toBe('B');
    expect(known([corrected, old], 'taxCreditGrade')).toBe('B');
    expect(known([corrected, sameDay], 'taxCreditGrade')).toBe('M');
    const facts = deriveFacts({ records: [old, corrected], notConsented: new Set(), today });
    expect(factOf(facts, 'taxCreditGrade')).toEqual({ known: true, value: 'B', asOf: '2025-06-01', source: 'corrected' });
  });

  it('a later period counts over a later day', () => {
    const records = [
      record('TAX_CREDIT_GRADE', { grade: 'A' }, { period: '2024', asOf: calendarDate('2025-04-01') }),
      record('TAX_CREDIT_GRADE', { grade: 'D' }, { period: '2023', asOf: calendarDate('2025-08-01') }),
    ];
    expect(known(records, 'taxCreditGrade')).toBe('A');
  });

  it('a repaired penalty replaces the same penalty unrepaired', () => {
    const repaired = record('ADMIN_PENALTY', { ...penalty, isRepaired: true }, { asOf: calendarDate('2025-09-10') });
    expect(known([record('ADMIN_PENALTY', penalty), repaired], 'penaltiesLast24Months')).toBe(0);
  });
});

describe('registers', () => {
  it('no record is not known; a check that found none is none; entries speak for themselves', () => {
    expect(known([], 'penaltiesLast24Months')).toBe('missing');
    expect(known([record('ADMIN_PENALTY', { entryCount: 0 })], 'penaltiesLast24Months')).toBe(0);
    expect(known([record('ADMIN_PENALTY', penalty)], 'penaltiesLast24Months')).toBe(1);
  });

  it('is not known while the check counts more entries than have arrived', () => {
    const check = record('ADMIN_PENALTY', { entryCount: 2 });
    expect(known([check, record('ADMIN_PENALTY', penalty)], 'penaltiesLast24Months')).toBe('missing');
    expect(
      known(
        [check, record('ADMIN_PENALTY', penalty), record('ADMIN_PENALTY', { ...penalty, number: 'D-2' })],
        'penaltiesLast24Months',
      ),
    ).toBe(2);
  });

  it('a fresh check keeps old entries from going stale, and dates the fact', () => {
    const entry = record('ENFORCEMENT', enforcement, { asOf: calendarDate('2023-01-01') });
    expect(known([entry], 'openEnforcementFen')).toBe('stale');
    const facts = deriveFacts({
      records: [entry, record('ENFORCEMENT', { entryCount: 1 }, { source: 'court' })],
      notConsented: new Set(),
      today,
    });
    expect(factOf(facts, 'openEnforcementFen')).toEqual({ known: true, value: 30 * wan, asOf: '2025-09-01', source: 'court' });
  });

  it.each([
    ['2023-09-15', 0],
    ['2023-09-16', 1],
    ['2025-09-15', 1],
    ['2025-09-16', 0],
  ])('a penalty of %s counts %i times in the 24 months to 2025-09-15', (decidedOn, expected) => {
    expect(known([record('ADMIN_PENALTY', { ...penalty, decidedOn })], 'penaltiesLast24Months')).toBe(expected);
  });

  it.each([
    ['2025-09-14', false],
    ['2025-09-15', false],
    ['2025-09-16', true],
  ])('a listing removed on %s is in force on 2025-09-15: %s', (removedOn, expected) => {
    const listing = record('ABNORMAL_OPERATION', { list: 'ABNORMAL_OPERATION', listedOn: '2024-01-01', removedOn });
    expect(known([listing], 'onAbnormalOperationList')).toBe(expected);
    expect(known([listing], 'onSeriousViolationList')).toBe(false);
  });

  it.each([
    ['2025-09-14', []],
    ['2025-09-15', ['MEDICAL']],
  ])('a licence valid to %s gives %j', (validTo, expected) => {
    expect(
      known([record('ADMIN_LICENCE', { number: 'L', kind: 'MEDICAL', validFrom: '2020-01-01', validTo })], 'licencesInForce'),
    ).toEqual(expected);
  });

  it.each([
    ['JUDGMENT_DEFAULTER', 'isJudgmentDefaulter'],
    ['CONSUMPTION_RESTRICTION', 'hasConsumptionRestriction'],
  ] as const)('%s makes %s true until it ends', (kind, key) => {
    const listing = { caseNumber: 'Z', kind, filedOn: '2024-01-01' };
    expect(known([record('ENFORCEMENT', listing)], key)).toBe(true);
    expect(known([record('ENFORCEMENT', { ...listing, endedOn: '2025-01-01' })], key)).toBe(false);
  });

  it.each([
    ['ARREARS', 'hasTaxArrears'],
    ['NON_NORMAL', 'isNonNormalTaxpayer'],
    ['MAJOR_VIOLATION', 'hasMajorTaxViolation'],
  ] as const)('%s makes %s true until it is cleared', (item, key) => {
    const notice = { number: 'N', item, since: '2024-01-01' };
    expect(known([record('TAX_ARREARS', notice)], key)).toBe(true);
    expect(known([record('TAX_ARREARS', { ...notice, clearedOn: '2025-01-01' })], key)).toBe(false);
  });

  it('an enforcement whose amount is not stated leaves the sum not known', () => {
    const { amountFen: _amount, ...unstated } = enforcement;
    expect(known([record('ENFORCEMENT', unstated)], 'openEnforcementFen')).toBe('missing');
    expect(known([record('ENFORCEMENT', { ...unstated, endedOn: '2025-02-01' })], 'openEnforcementFen')).toBe(0);
  });

  it('a contract whose unpaid part is hidden leaves the receivable to be authorised', () => {
    const open: CreditRecord = { ...record('PUBLIC_PROCUREMENT', award), value: openPart('PUBLIC_PROCUREMENT', award) };
    const facts = deriveFacts({ records: [open], notConsented: new Set(['PUBLIC_PROCUREMENT']), today });
    expect(factOf(facts, 'procurementReceivableFen')).toEqual({ known: false, reason: 'notConsented' });
    expect(factOf(facts, 'procurementContractsLast12MonthsFen')).toMatchObject({ value: 80 * wan });
  });
});

describe('the legal representative', () => {
  it.each([
    ['2025-09-15', 44],
    ['2025-09-16', 45],
  ])('born on 1980-09-16 is on %s aged %i', (on, expected) => {
    expect(known([record('OWNERSHIP_KEY_PERSONS', legalRepresentative)], 'legalRepresentativeAgeYears', calendarDate(on))).toBe(
      expected,
    );
  });

  it('is the one in office, and of two the one that came last', () => {
    const former = { ...legalRepresentative, personKey: 'P0', since: '2015-01-01', until: '2019-05-20', bornOn: '1950-01-01' };
    const next = { ...legalRepresentative, personKey: 'P2', since: '2025-01-01' };
    const records = [next, former, legalRepresentative].map(each => record('OWNERSHIP_KEY_PERSONS', each));
    expect(known(records, 'legalRepresentativeSince')).toBe('2025-01-01');
  });

  it('holds nothing only when the register is counted', () => {
    const person = record('OWNERSHIP_KEY_PERSONS', legalRepresentative);
    const other = record('OWNERSHIP_KEY_PERSONS', { personKey: 'P9', role: 'SHAREHOLDER', shareBps: 10_000 });
    expect(known([person, other], 'legalRepresentativeShareBps')).toBe('missing');
    expect(known([person, other, record('OWNERSHIP_KEY_PERSONS', { entryCount: 2 })], 'legalRepresentativeShareBps')).toBe(0);
  });

  it('from abroad is not from the mainland', () => {
    expect(
      known([record('OWNERSHIP_KEY_PERSONS', { ...legalRepresentative, residence: 'FOREIGN' })], 'legalRepresentativeIsMainland'),
    ).toBe(false);
  });
});

describe('months', () => {
  const outputs = (...fen: readonly (number | null)[]): CreditRecord[] =>
    months(fen.length).flatMap((period, place) => {
      const outputFen = fen[place] ?? null;
      return outputFen === null ? [] : [record('VAT_INVOICE_SUMMARY', invoices({ outputFen, outputCount: 1 }), { period })];
    });

  it('the window of twelve ends with the newest month on record, not with today', () => {
    const records = outputs(7, ...Array<number>(11).fill(0), 5);
    expect(known(records, 'invoicedSalesLast12MonthsFen')).toBe(5);
    expect(known(records.slice(0, -1), 'invoicedSalesLast12MonthsFen')).toBe(7);
  });

  it('returns net sales, below zero where they exceed them', () => {
    expect(known(outputs(100, -300), 'invoicedSalesLast12MonthsFen')).toBe(-200);
  });

  it('a month without a record adds nothing and is no month of invoicing', () => {
    expect(known(outputs(1, null, 1), 'invoicedSalesLast12MonthsFen')).toBe(2);
    expect(known(outputs(1, null, 1), 'invoicingMonthsLast12')).toBe(2);
  });

  it('a month of void invoices only is no month of invoicing', () => {
    const voided = monthly('VAT_INVOICE_SUMMARY', 1, () => invoices({ outputVoidCount: 3 }));
    expect(known(voided, 'invoicingMonthsLast12')).toBe(0);
    expect(known(voided, 'voidInvoiceRateBps')).toBe(10_000);
  });

  it('no invoice at all leaves the void rate and the shares not known', () => {
    const empty = monthly('VAT_INVOICE_SUMMARY', 1, () => invoices());
    for (const key of ['voidInvoiceRateBps', 'topCustomerShareBps', 'topSupplierShareBps'] as const)
      expect(known(empty, key)).toBe('missing');
  });

  it("the largest customer's share never passes the whole, though returns of others may shrink it", () => {
    const records = monthly('VAT_INVOICE_SUMMARY', 1, () => invoices({ outputFen: 100, outputCount: 2, topCustomerFen: 150 }));
    expect(known(records, 'topCustomerShareBps')).toBe(10_000);
  });

  it('growth over 12 months needs 24 months on record, one short is not known', () => {
    expect(known(outputs(...Array<number>(12).fill(100), ...Array<number>(12).fill(150)), 'invoicedSalesGrowthBps')).toBe(5_000);
    expect(known(outputs(...Array<number>(11).fill(100), ...Array<number>(12).fill(150)), 'invoicedSalesGrowthBps')).toBe(
      'missing',
    );
    expect(known(outputs(...Array<number>(6).fill(100), ...Array<number>(6).fill(50)), 'invoicedSalesGrowthLast6MonthsBps')).toBe(
      -5_000,
    );
  });

  it('growth from nothing, or from less, is not known', () => {
    expect(known(outputs(...Array<number>(12).fill(0), ...Array<number>(12).fill(150)), 'invoicedSalesGrowthBps')).toBe(
      'missing',
    );
    expect(known(outputs(...Array<number>(12).fill(-5), ...Array<number>(12).fill(150)), 'invoicedSalesGrowthBps')).toBe(
      'missing',
    );
  });

  const paid = (period: string, arrearsFen = 0, employees = 5) =>
    record('SOCIAL_INSURANCE', { employees, paidFen: 1, arrearsFen }, { period });

  it('a row of months ends at a gap, at arrears and at a month without staff', () => {
    expect(known([paid('2025-05'), paid('2025-07'), paid('2025-08')], 'socialInsuranceMonthsPaid')).toBe(2);
    expect(known([paid('2025-06'), paid('2025-07', 1), paid('2025-08')], 'socialInsuranceMonthsPaid')).toBe(1);
    expect(known([paid('2025-07', 0, 0), paid('2025-08')], 'socialInsuranceMonthsPaid')).toBe(1);
    expect(known([paid('2025-07'), paid('2025-08', 1)], 'socialInsuranceMonthsPaid')).toBe(0);
    expect(known([], 'socialInsuranceMonthsPaid')).toBe('missing');
  });

  it('arrears of an earlier month that were paid are no arrears', () => {
    expect(known([paid('2025-07', 100), paid('2025-08')], 'hasSocialInsuranceArrears')).toBe(false);
    expect(known([paid('2025-07'), paid('2025-08', 100)], 'hasSocialInsuranceArrears')).toBe(true);
  });

  it('the change in staff needs the very month a year earlier', () => {
    expect(known([paid('2024-08', 0, 4), paid('2025-08', 0, 5)], 'insuredEmployeesChangeBps')).toBe(2_500);
    expect(known([paid('2024-07', 0, 4), paid('2025-08', 0, 5)], 'insuredEmployeesChangeBps')).toBe('missing');
    expect(known([paid('2024-08', 0, 0), paid('2025-08', 0, 5)], 'insuredEmployeesChangeBps')).toBe('missing');
  });
});

describe('years', () => {
  const report = (value: Record<string, unknown>, period = '2024') => record('ANNUAL_REPORT', value, { period });

  it('an indicator that the newest report does not disclose is not taken from an older one', () => {
    expect(known([report({ employees: 9 }, '2023'), report({ revenueFen: 1 })], 'employees')).toBe('missing');
  });

  it('size is not known without the industry, or outside the table said to be', () => {
    const full = report({ employees: 300, revenueFen: 1, totalAssetsFen: 1 });
    const { industryCode: _industry, ...unclassified } = registration;
    expect(known([full], 'sizeClass')).toBe('missing');
    expect(known([full, record('REGISTRATION', unclassified)], 'sizeClass')).toBe('missing');
    expect(known([full, record('REGISTRATION', { ...registration, industryCode: '8310' })], 'sizeClass')).toBe('NOT_APPLICABLE');
  });

  it('debt over no assets is not known', () => {
    expect(known([report({ liabilitiesFen: 5, totalAssetsFen: 0 })], 'debtToAssetBps')).toBe('missing');
  });

  it.each([
    ['2025-09-14', false],
    ['2025-09-15', true],
  ])('a high-tech certificate valid to %s counts: %s', (highTechValidTo, expected) => {
    expect(known([record('INNOVATION_STATUS', { ...innovation, highTechValidTo }, { period: '2024' })], 'isHighTech')).toBe(
      expected,
    );
  });

  it('R&D is compared with the revenue of the same year only', () => {
    const spend = record('INNOVATION_STATUS', innovation, { period: '2024' });
    expect(known([spend, report({ revenueFen: 600 * wan })], 'rndShareBps')).toBe(1_000);
    expect(known([spend, report({ revenueFen: 600 * wan }, '2023')], 'rndShareBps')).toBe('missing');
  });

  it('a farm without a date of beginning is not known to be farming; no farm farms for no month', () => {
    const { operatingSince: _since, ...undated } = agri;
    expect(known([record('AGRI_ENTITY', undated, { period: '2025' })], 'agriOperatingMonths')).toBe('missing');
    expect(known([record('AGRI_ENTITY', { ...undated, entityType: 'NONE' }, { period: '2025' })], 'agriOperatingMonths')).toBe(0);
  });

  it.each([
    [{ subsidyFen: 1, subsidyPaidOn: '2024-09-16' }, true],
    [{ subsidyFen: 1, subsidyPaidOn: '2024-09-15' }, false],
    [{ subsidyFen: 1 }, 'missing'],
    [{ subsidyFen: 0 }, false],
  ])('farm subsidy %j: %s', (subsidy, expected) => {
    expect(known([record('AGRI_ENTITY', { ...agri, ...subsidy }, { period: '2025' })], 'hasFarmSubsidy')).toBe(expected);
  });

  it.each([
    [{ isInsured: true, insuredTo: '2025-09-15' }, true],
    [{ isInsured: true, insuredTo: '2025-09-14' }, false],
    [{ isInsured: true }, true],
    [{ isInsured: false }, false],
  ])('farm insurance %j: %s', (insurance, expected) => {
    expect(known([record('AGRI_ENTITY', { ...agri, ...insurance }, { period: '2025' })], 'hasFarmInsurance')).toBe(expected);
  });

  it.each([
    [['SPECIALISED_MUNICIPAL'], 'MUNICIPAL'],
    [['SPECIALISED_MUNICIPAL', 'SPECIALISED_PROVINCIAL'], 'PROVINCIAL'],
    [['LITTLE_GIANT', 'SPECIALISED_PROVINCIAL'], 'LITTLE_GIANT'],
    [['GREEN_FACTORY'], 'NONE'],
  ])('titles %j make the level %s', (held, expected) => {
    const records = held.map(title => record('QUALIFICATION_TITLES', { title, recognisedOn: '2024-01-01' }));
    expect(known(records, 'specialisedLevel')).toBe(expected);
  });
});

describe('a statement of the firm', () => {
  it('is made whole: what the newest leaves out is not known', () => {
    const first = record('SELF_DECLARED', { lenderCount: 2, hasOverdueLoans: false }, { asOf: calendarDate('2025-08-01') });
    const second = record('SELF_DECLARED', { lenderCount: 3 });
    expect(known([first, second], 'lenderCount')).toBe(3);
    expect(known([first, second], 'hasOverdueLoans')).toBe('missing');
  });
});
