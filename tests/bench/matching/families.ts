import type { Purpose } from '../../../server/matching/attributes';
import type { FirmKey } from './columns';

/** A kind of product: what it always asks, what it often asks, where its money goes and to which industries. */
export type Family = {
  readonly name: string;
  readonly always: readonly FirmKey[];
  readonly often: readonly FirmKey[];
  readonly purpose: Purpose;
  readonly industries: readonly string[];
};

/** What every family may ask besides: that nothing speaks against the firm, and that it is no stranger. */
export const general: readonly FirmKey[] = [
  'foundedOn',
  'taxCreditGrade',
  'hasTaxArrears',
  'isJudgmentDefaulter',
  'openDefendantCases',
  'openEnforcementFen',
  'penaltiesLast24Months',
  'onAbnormalOperationList',
  'publicCreditGrade',
  'hasOverdueLoans',
  'lenderCount',
  'outstandingLoansFen',
  'debtToAssetBps',
  'revenueLastYearFen',
];

export const families: readonly Family[] = [
  {
    name: 'tax',
    always: ['taxPaidLast12MonthsFen', 'taxFilingMonths', 'taxCreditGrade'],
    often: ['declaredSalesLast12MonthsFen', 'hasTaxArrears'],
    purpose: 'WORKING_CAPITAL',
    industries: [],
  },
  {
    name: 'invoice',
    always: ['invoicedSalesLast12MonthsFen', 'invoicingMonthsLast12'],
    often: ['invoicedSalesGrowthBps', 'declaredSalesLast12MonthsFen', 'taxFilingMonths'],
    purpose: 'WORKING_CAPITAL',
    industries: [],
  },
  {
    name: 'intellectual property',
    always: ['patents'],
    often: ['inventionPatents', 'trademarks', 'isHighTech', 'isTechSme', 'specialisedLevel'],
    purpose: 'RESEARCH',
    industries: ['C', 'I', 'M'],
  },
  {
    name: 'real estate',
    always: ['unmortgagedRealEstateCount'],
    often: ['registeredCapitalFen', 'monthlyInflowAverageFen', 'employees'],
    purpose: 'PLANT',
    industries: [],
  },
  {
    name: 'power',
    always: ['electricityLast12MonthsKwh', 'hasElectricityArrears'],
    often: ['electricityChangeBps', 'invoicedSalesLast12MonthsFen', 'employees'],
    purpose: 'WORKING_CAPITAL',
    industries: ['C', 'D'],
  },
  {
    name: 'farming',
    always: ['agriEntityType'],
    often: ['landManagementAreaMu', 'monthlyInflowAverageFen', 'isFirstTimeBorrower'],
    purpose: 'FARMING',
    industries: ['A', '13', '14'],
  },
  {
    name: 'export',
    always: ['exportsLast12MonthsFen'],
    often: ['invoicedSalesLast12MonthsFen', 'invoicedSalesGrowthBps', 'registeredCapitalFen'],
    purpose: 'EXPORT',
    industries: [],
  },
  {
    name: 'government order',
    always: ['procurementContractsLast12MonthsFen'],
    often: ['declaredSalesLast12MonthsFen', 'registeredCapitalFen', 'insuredEmployees'],
    purpose: 'ORDER_FULFILMENT',
    industries: [],
  },
  {
    name: 'green',
    always: ['environmentGrade'],
    often: ['electricityChangeBps', 'isHighTech', 'electricityLast12MonthsKwh', 'registeredCapitalFen'],
    purpose: 'EQUIPMENT',
    industries: ['C', 'D', 'N'],
  },
  {
    name: 'start-up',
    always: ['isFirstTimeBorrower'],
    often: ['insuredEmployees', 'isTechSme', 'registeredCapitalFen', 'invoicingMonthsLast12'],
    purpose: 'WORKING_CAPITAL',
    industries: [],
  },
  {
    name: 'payroll',
    always: ['insuredEmployees', 'socialInsuranceMonthsPaid'],
    often: ['hasSocialInsuranceArrears', 'employees', 'monthlyInflowAverageFen'],
    purpose: 'PAYROLL',
    industries: [],
  },
  {
    name: 'general',
    always: ['revenueLastYearFen'],
    often: ['monthlyInflowAverageFen', 'registeredCapitalFen', 'employees', 'declaredSalesLast12MonthsFen'],
    purpose: 'REFINANCING',
    industries: ['C', 'F', 'G'],
  },
];
