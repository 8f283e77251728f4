import { fenOf, monthsOf, numberOf, numeral } from '../wording';
import type { ConditionReader } from './conditionReader';

/** Debts, defaults, size, titles and what the firm owns. */
export const standingConditions: readonly ConditionReader[] = [
  {
    name: 'debts of at most …',
    pattern: new RegExp(`对外负债(?:总额|余额)?(?:不超过|不高于)${numeral}(万|亿)元?`, 'g'),
    clause: found => ({ attr: 'outstandingLoansFen', op: '<=', value: fenOf(found[1], found[2]) }),
  },
  {
    name: 'credit inquiries in 6 months',
    pattern: new RegExp(`近(?:半年|6个月|六个月)(?:内)?征信查询(?:次数)?(?:不超过|不多于)${numeral}次`, 'g'),
    clause: found => ({ attr: 'creditInquiriesLast6Months', op: '<=', value: numberOf(found[1]) }),
  },
  {
    name: 'nothing overdue now',
    pattern: /当前无逾期(?:贷款)?/g,
    clause: () => ({ attr: 'hasOverdueLoans', op: 'is', value: false }),
  },
  {
    name: 'no judgment defaulter',
    pattern: /(?:未被?列入失信被执行人(?:名单)?|非失信被执行人)/g,
    clause: () => ({ attr: 'isJudgmentDefaulter', op: 'is', value: false }),
  },
  {
    name: 'at most … employees',
    pattern: new RegExp(`(?:职工|从业)(?:总数|人数|人员)(?:不超过|不多于)${numeral}人`, 'g'),
    clause: found => ({ attr: 'employees', op: '<=', value: numberOf(found[1]) }),
  },
  {
    name: 'yearly sales of at most …',
    pattern: new RegExp(`年(?:销售|营业)收入(?:不超过|不高于)${numeral}(万|亿)元?`, 'g'),
    clause: found => ({ attr: 'revenueLastYearFen', op: '<=', value: fenOf(found[1], found[2]) }),
  },
  {
    name: 'assets of at most …',
    pattern: new RegExp(`资产总额(?:不超过|不高于)${numeral}(万|亿)元?`, 'g'),
    clause: found => ({ attr: 'totalAssetsFen', op: '<=', value: fenOf(found[1], found[2]) }),
  },
  {
    name: 'certified high-tech enterprise',
    pattern: /(?:通过国家高新技术企业认(?:证|定)|(?:获得|持有)《高新技术企业证书》)/g,
    clause: () => ({ attr: 'isHighTech', op: 'is', value: true }),
  },
  {
    name: 'receivables from anchor firms',
    pattern: /拥有核心企业应收账款/g,
    clause: () => ({ attr: 'coreEnterpriseReceivableFen', op: '>=', value: 1 }),
  },
  {
    name: 'farm subsidy',
    pattern: /(?:有|领取)(?:地补|种植补贴|粮食补贴|土地补贴)/g,
    clause: () => ({ attr: 'hasFarmSubsidy', op: 'is', value: true }),
  },
  {
    name: 'years of farming',
    pattern: new RegExp(`(?:具备)?${numeral}(年|个月)以上农业(?:生产|劳动)?经营`, 'g'),
    clause: found => ({ attr: 'agriOperatingMonths', op: '>=', value: monthsOf(found[1], found[2]) }),
  },
];
