import type { Text } from '../../shared/text';
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
  quantity,
  required,
  signedMoney,
  text,
  valuesOf,
} from './dataClass';

const caseRoles = {
  PLAINTIFF: { zh: '原告（申请人）', en: 'plaintiff' },
  DEFENDANT: { zh: '被告（被申请人）', en: 'defendant' },
  THIRD_PARTY: { zh: '第三人', en: 'third party' },
};
const enforcementKinds = {
  EXECUTION: { zh: '被执行人', en: 'enforcement' },
  JUDGMENT_DEFAULTER: { zh: '失信被执行人', en: 'judgment defaulter' },
  CONSUMPTION_RESTRICTION: { zh: '限制消费', en: 'consumption restriction' },
};

/** What a utility bills by month; `used` is named with its unit. */
const utility = (key: string, zh: string, en: string, unit: Text): Readonly<Record<string, Field>> => ({
  [key]: quantity(zh, en, { unit, isRequired: true }),
  paidFen: money('实缴金额', 'Paid', required),
  arrearsFen: money('月末欠费', 'Arrears at month end', required),
});
const cubicMetre: Text = { zh: '立方米', en: 'm³' };
const byMonth = {
  modes: ['A'],
  levels: [2],
  refresh: 'm',
  category: categories.utilities,
  shape: 'month',
  entryKey: [],
} as const;

/** Classes 18 to 21: real estate and utilities. */
export const propertyClasses: readonly DataClass[] = [
  {
    code: 'REAL_ESTATE',
    name: { zh: '不动产权利、抵押与查封', en: 'Real estate: titles, mortgages, seizures' },
    department: departments.naturalResources,
    modes: ['A', 'V'],
    levels: [2],
    refresh: 'e',
    category: categories.realEstate,
    shape: 'register',
    entryKey: ['number'],
    fields: {
      number: text('不动产权证号', 'Title number', required),
      use: text('用途', 'Use'),
      areaM2: quantity('面积', 'Area', { unit: { zh: '平方米', en: 'm²' } }),
      isMortgaged: flag('已抵押', 'Mortgaged', required),
      isSeized: flag('已查封', 'Seized', required),
      endedOn: date('权利终止日期', 'Title ended on'),
    },
  },
  {
    code: 'ELECTRICITY',
    name: { zh: '用电量与缴费', en: 'Electricity' },
    department: departments.electricity,
    ...byMonth,
    fields: utility('usedKwh', '用电量', 'Electricity used', { zh: '千瓦时', en: 'kWh' }),
  },
  {
    code: 'WATER',
    name: { zh: '用水与缴费', en: 'Water' },
    department: departments.water,
    ...byMonth,
    fields: utility('usedM3', '用水量', 'Water used', cubicMetre),
  },
  {
    code: 'GAS',
    name: { zh: '用气与缴费', en: 'Gas' },
    department: departments.gas,
    ...byMonth,
    fields: utility('usedM3', '用气量', 'Gas used', cubicMetre),
  },
];

/** Classes 22 to 24: courts and customs. */
export const courtAndCustomsClasses: readonly DataClass[] = [
  {
    code: 'LITIGATION',
    name: { zh: '立案、裁判文书与开庭', en: 'Litigation' },
    department: departments.court,
    modes: ['O'],
    levels: [1],
    refresh: 'd',
    category: categories.justice,
    shape: 'register',
    entryKey: ['caseNumber'],
    fields: allOpen({
      caseNumber: text('案号', 'Case number', required),
      role: oneOf('诉讼地位', 'Role', caseRoles, required),
      cause: text('案由', 'Cause'),
      amountFen: money('诉讼标的', 'Amount in dispute'),
      filedOn: date('立案日期', 'Filed on', required),
      closedOn: date('结案日期', 'Closed on'),
      result: text('裁判结果', 'Result'),
    }),
  },
  {
    code: 'ENFORCEMENT',
    name: { zh: '被执行人、失信被执行人与限制消费', en: 'Enforcement' },
    department: departments.court,
    modes: ['O'],
    levels: [1],
    refresh: 'd',
    category: categories.justice,
    shape: 'register',
    entryKey: ['caseNumber', 'kind'],
    endOfEvent: 'endedOn',
    fields: allOpen({
      caseNumber: text('案号', 'Case number', required),
      kind: oneOf('类别', 'Kind', enforcementKinds, required),
      amountFen: money('执行标的', 'Amount to enforce'),
      outstandingFen: money('未履行金额', 'Amount outstanding'),
      filedOn: date('立案或发布日期', 'Filed on', required),
      endedOn: date('终结或解除日期', 'Ended on'),
    }),
  },
  {
    code: 'CUSTOMS',
    name: { zh: '进出口与海关信用等级', en: 'Imports, exports and customs grade' },
    department: departments.customs,
    modes: ['A'],
    levels: [2],
    refresh: 'm',
    category: categories.trade,
    shape: 'month',
    entryKey: [],
    fields: {
      exportFen: money('出口额（折人民币）', 'Exports, in yuan', required),
      importFen: money('进口额（折人民币）', 'Imports, in yuan', required),
      grade: oneOf('海关信用等级', 'Customs credit grade', valuesOf('customsGrade')),
    },
  },
];

/** Classes 30 to 32 and the optional 33: public contracts, farming, fiscal support, cash flow. */
export const supportClasses: readonly DataClass[] = [
  {
    code: 'PUBLIC_PROCUREMENT',
    name: { zh: '政府采购与公共资源中标、合同、付款', en: 'Public procurement' },
    department: departments.procurement,
    modes: ['O', 'A'],
    levels: [1, 2],
    refresh: 'e',
    category: categories.procurement,
    shape: 'register',
    entryKey: ['number'],
    fields: {
      number: text('项目编号', 'Project number', { isRequired: true, mode: 'O' }),
      project: text('项目名称', 'Project', { mode: 'O' }),
      buyer: text('采购人', 'Buyer', { mode: 'O' }),
      awardedOn: date('中标（成交）日期', 'Awarded on', { isRequired: true, mode: 'O' }),
      contractedOn: date('合同签订日期', 'Contract signed on', { mode: 'O' }),
      contractFen: money('合同金额', 'Contract value', { mode: 'O' }),
      unpaidFen: money('未付合同款', 'Still to be paid'),
    },
  },
  {
    code: 'AGRI_ENTITY',
    name: { zh: '农业经营主体、土地经营权与农业保险', en: 'Farm entity, land rights and insurance' },
    department: departments.agriculture,
    modes: ['A'],
    levels: [2, 3],
    refresh: 'y',
    category: categories.farming,
    shape: 'year',
    entryKey: [],
    fields: {
      entityType: oneOf('经营主体类型', 'Type of farm entity', valuesOf('agriEntityType'), required),
      operatingSince: date('连续经营起始', 'Farming since'),
      landAreaMu: quantity('土地经营权面积', 'Land under management right', { unit: { zh: '亩', en: 'mu' }, isRequired: true }),
      yieldKg: quantity('主要农产品产量', 'Yield', { unit: { zh: '公斤', en: 'kg' } }),
      subsidyFen: money('最近一次农业补贴', 'Latest farm subsidy', required),
      subsidyPaidOn: date('补贴到账日期', 'Subsidy paid on'),
      isInsured: flag('投保农业保险', 'Farm insurance', required),
      insuredTo: date('保险期至', 'Insured to'),
    },
  },
  {
    code: 'FISCAL_SUPPORT',
    name: { zh: '财政奖补与惠企政策兑现', en: 'Fiscal support' },
    department: departments.finance,
    modes: ['O', 'A'],
    levels: [1],
    refresh: 'e',
    category: null,
    shape: 'register',
    entryKey: ['number'],
    fields: {
      number: text('兑现编号', 'Payout number', { isRequired: true, mode: 'O' }),
      policy: text('政策', 'Policy', { isRequired: true, mode: 'O' }),
      amountFen: money('金额', 'Amount', required),
      paidOn: date('到账日期', 'Paid on', { isRequired: true, mode: 'O' }),
    },
  },
  {
    code: 'CASH_FLOW',
    name: { zh: '资金流信用信息', en: 'Cash-flow record' },
    department: departments.centralBank,
    modes: ['A'],
    levels: [2],
    refresh: 'm',
    category: null,
    shape: 'month',
    entryKey: [],
    fields: {
      inflowFen: money('资金流入', 'Inflow', required),
      outflowFen: money('资金流出', 'Outflow', required),
      balanceFen: signedMoney('月末余额', 'Balance at month end'),
    },
  },
];

/** What the firm states itself: not one of the catalogue's classes, and never in need of an authorisation. */
export const selfDeclaredClass: DataClass = {
  code: 'SELF_DECLARED',
  name: { zh: '企业自行填报', en: 'Self-declared' },
  department: departments.firm,
  modes: ['O'],
  levels: [2],
  refresh: 'e',
  category: null,
  shape: 'snapshot',
  entryKey: [],
  fields: allOpen({
    outstandingLoansFen: money('贷款余额', 'Outstanding loans'),
    lenderCount: count('授信机构数', 'Lenders', { unit: { zh: '家', en: 'lenders' } }),
    hasOverdueLoans: flag('当前有逾期', 'Has overdue loans'),
    overduesLast24Months: count('近24个月逾期次数', 'Overdue payments in 24 months', { unit: { zh: '次', en: 'times' } }),
    creditInquiriesLast6Months: count('近6个月征信查询次数', 'Credit inquiries in 6 months', { unit: { zh: '次', en: 'times' } }),
    isFirstTimeBorrower: flag('首贷户', 'First-time borrower'),
    ownerExperienceYears: count('业主从业年限', "Owner's years in the trade", { unit: { zh: '年', en: 'years' }, max: 80 }),
    ordersOnHandFen: money('在手订单金额', 'Orders on hand'),
    coreEnterpriseReceivableFen: money('核心企业应收账款', 'Receivables from anchor firms'),
    medicalSettlementLast12MonthsFen: money('近12个月医保结算回款', 'Medical-insurance settlements in 12 months'),
  }),
};
