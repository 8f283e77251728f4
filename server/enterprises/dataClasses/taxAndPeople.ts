import type { MonthlyInvoices } from '../scorecard/features';
import {
  allOpen,
  categories,
  count,
  type DataClass,
  date,
  departments,
  type Field,
  flag,
  money,
  oneOf,
  required,
  signedMoney,
  text,
  valuesOf,
} from './dataClass';

const arrearsItems = {
  ARREARS: { zh: '欠税公告', en: 'notice of arrears' },
  NON_NORMAL: { zh: '非正常户认定', en: 'non-normal taxpayer' },
  MAJOR_VIOLATION: { zh: '重大税收违法失信主体', en: 'major tax violation' },
};
const relief = {
  JOB_RETENTION_REFUND: { zh: '稳岗返还', en: 'job-retention refund' },
  CONTRIBUTION_CUT: { zh: '社保费减免', en: 'cut of contributions' },
  CONTRIBUTION_DEFERRAL: { zh: '社保费缓缴', en: 'deferral of contributions' },
};
const invoices = { unit: { zh: '份', en: 'invoices' }, isRequired: true };
const firms = { unit: { zh: '户', en: 'firms' }, isRequired: true };
const people = { unit: { zh: '人', en: 'people' }, isRequired: true };

/** What a scheme that is paid by month and head looks like. */
const contributions = {
  employees: count('缴费人数', 'Employees', people),
  paidFen: money('实缴金额', 'Paid', required),
  arrearsFen: money('月末欠缴金额', 'Arrears at month end', required),
};

/** Classes 9 to 12: the tax bureau. */
export const taxClasses: readonly DataClass[] = [
  {
    code: 'TAX_CREDIT_GRADE',
    name: { zh: '纳税信用等级', en: 'Tax credit grade' },
    department: departments.tax,
    modes: ['O', 'A'],
    levels: [2],
    refresh: 'y',
    category: categories.tax,
    shape: 'year',
    entryKey: [],
    fields: {
      // The list of A-grade taxpayers is published; the other grades are the firm's own business.
      grade: oneOf('等级', 'Grade', valuesOf('taxCreditGrade'), { isRequired: true, openValues: ['A'] }),
    },
  },
  {
    code: 'TAX_PAID',
    name: { zh: '纳税申报与缴纳', en: 'Tax filed and paid' },
    department: departments.tax,
    modes: ['A'],
    levels: [2],
    refresh: 'm',
    category: categories.tax,
    shape: 'month',
    entryKey: [],
    fields: {
      declaredSalesFen: signedMoney('申报销售额', 'Sales declared', required),
      vatPaidFen: money('实缴增值税', 'VAT paid', required),
      incomeTaxPaidFen: money('实缴所得税', 'Income tax paid', required),
      otherTaxPaidFen: money('实缴其他税费', 'Other taxes paid', required),
      refundFen: money('核准退税', 'Refund approved', required),
      isFiledOnTime: flag('按期申报', 'Filed on time', required),
    },
  },
  {
    code: 'VAT_INVOICE_SUMMARY',
    name: { zh: '增值税发票汇总', en: 'VAT invoice summary' },
    department: departments.tax,
    modes: ['A'],
    levels: [2],
    refresh: 'm',
    category: categories.tax,
    shape: 'month',
    entryKey: [],
    fields: {
      outputFen: signedMoney('销项价税合计', 'Output incl. tax', required),
      inputFen: signedMoney('进项价税合计', 'Input incl. tax', required),
      outputTaxFen: signedMoney('销项税额', 'Output tax', required),
      inputTaxFen: signedMoney('进项税额', 'Input tax', required),
      outputCount: count('有效销项份数', 'Valid output invoices', invoices),
      inputCount: count('有效进项份数', 'Valid input invoices', invoices),
      outputVoidCount: count('作废销项份数', 'Void output invoices', invoices),
      inputVoidCount: count('作废进项份数', 'Void input invoices', invoices),
      outputNegativeCount: count('红字销项份数', 'Negative output invoices', invoices),
      inputNegativeCount: count('红字进项份数', 'Negative input invoices', invoices),
      outputNegativeFen: signedMoney('红字销项金额', 'Negative output incl. tax', { isRequired: true, max: 0 }),
      inputNegativeFen: signedMoney('红字进项金额', 'Negative input incl. tax', { isRequired: true, max: 0 }),
      distinctCustomers: count('购方户数', 'Customers', firms),
      distinctSuppliers: count('销方户数', 'Suppliers', firms),
      topCustomerFen: money('第一大购方金额', 'Largest customer', required),
      topSupplierFen: money('第一大销方金额', 'Largest supplier', required),
    } satisfies Record<Exclude<keyof MonthlyInvoices, 'month'>, Field>,
  },
  {
    code: 'TAX_ARREARS',
    name: { zh: '欠税公告、非正常户与重大税收违法', en: 'Tax arrears, non-normal taxpayers, major violations' },
    department: departments.tax,
    modes: ['O'],
    levels: [1],
    refresh: 'm',
    category: categories.tax,
    shape: 'register',
    entryKey: ['number'],
    endOfEvent: 'clearedOn',
    fields: allOpen({
      number: text('文书编号', 'Document number', required),
      item: oneOf('事项', 'Item', arrearsItems, required),
      amountFen: money('欠税余额', 'Amount outstanding'),
      since: date('认定日期', 'Since', required),
      clearedOn: date('缴清或解除日期', 'Cleared on'),
    }),
  },
];

/** Classes 13 to 17: staff and what is paid for them. */
export const peopleClasses: readonly DataClass[] = [
  {
    code: 'SOCIAL_INSURANCE',
    name: { zh: '社会保险缴纳', en: 'Social insurance' },
    department: departments.socialInsurance,
    modes: ['A'],
    levels: [2],
    refresh: 'm',
    category: categories.socialInsurance,
    shape: 'month',
    entryKey: [],
    fields: contributions,
  },
  {
    code: 'JOB_RETENTION_REFUND',
    name: { zh: '稳岗返还与社保减免缓', en: 'Job-retention refunds and relief' },
    department: departments.humanResources,
    modes: ['A'],
    levels: [2],
    refresh: 'e',
    category: categories.socialInsurance,
    shape: 'register',
    entryKey: ['number'],
    fields: {
      number: text('批次编号', 'Batch number', required),
      policy: oneOf('政策', 'Policy', relief, required),
      amountFen: money('金额', 'Amount', required),
      paidOn: date('到账日期', 'Paid on', required),
    },
  },
  {
    code: 'LABOUR_COMPLIANCE',
    name: { zh: '劳动保障守法与欠薪', en: 'Labour compliance and wage arrears' },
    department: departments.humanResources,
    modes: ['O', 'A'],
    levels: [2],
    refresh: 'e',
    category: categories.standing,
    shape: 'snapshot',
    entryKey: [],
    fields: {
      grade: oneOf('守法诚信等级', 'Compliance grade', valuesOf('labourComplianceGrade')),
      onWageArrearsList: flag('拖欠工资失信名单', 'On the wage-arrears list', { isRequired: true, mode: 'O' }),
      openCases: count('未结劳动监察案件', 'Open labour cases', { unit: { zh: '件', en: 'cases' } }),
    },
  },
  {
    code: 'HOUSING_FUND',
    name: { zh: '住房公积金缴存', en: 'Housing fund' },
    department: departments.housingFund,
    modes: ['A'],
    levels: [2],
    refresh: 'm',
    category: categories.housingFund,
    shape: 'month',
    entryKey: [],
    fields: contributions,
  },
  {
    code: 'MEDICAL_INSURANCE',
    name: { zh: '医疗保险单位缴费', en: 'Medical insurance' },
    department: departments.medicalInsurance,
    modes: ['A'],
    levels: [2],
    refresh: 'm',
    category: categories.socialInsurance,
    shape: 'month',
    entryKey: [],
    fields: contributions,
  },
];
