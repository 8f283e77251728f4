import type { Values } from './attribute';

const vocabulary = <const Words extends Values>(words: Words): Words => words;

/** Kinds of security a loan may take. Unsecured (信用) is the absence of all of them and so is not one of them. */
export const securityKinds = vocabulary({
  FINANCING_GUARANTEE: { zh: '担保公司保证', en: 'guarantee by a guarantee company' },
  SURETY: { zh: '第三方或股东保证', en: 'surety by a third party or shareholder' },
  LOAN_INSURANCE: { zh: '贷款保证保险', en: 'loan guarantee insurance' },
  REAL_ESTATE_MORTGAGE: { zh: '不动产抵押', en: 'real-estate mortgage' },
  EQUIPMENT_MORTGAGE: { zh: '设备等动产抵押', en: 'equipment or other chattel mortgage' },
  INVENTORY_PLEDGE: { zh: '存货质押', en: 'inventory pledge' },
  RECEIVABLES_PLEDGE: { zh: '应收账款质押', en: 'receivables pledge' },
  CASH_PLEDGE: { zh: '保证金、存单或票据质押', en: 'pledge of cash, deposits or bills' },
  EQUITY_PLEDGE: { zh: '股权质押', en: 'equity pledge' },
  PATENT_PLEDGE: { zh: '专利权质押', en: 'patent pledge' },
  TRADEMARK_PLEDGE: { zh: '商标权质押', en: 'trademark pledge' },
  LAND_MANAGEMENT_RIGHT: { zh: '土地经营权抵押', en: 'mortgage of land-management rights' },
  BIOLOGICAL_ASSET: { zh: '生物资产抵押', en: 'mortgage of biological assets' },
});

export const repaymentMethods = vocabulary({
  EQUAL_INSTALLMENT: { zh: '等额本息', en: 'equal instalments' },
  EQUAL_PRINCIPAL: { zh: '等额本金', en: 'equal principal' },
  INTEREST_FIRST: { zh: '先息后本', en: 'interest first, principal at maturity' },
  LUMP_SUM: { zh: '到期一次还本付息', en: 'principal and interest at maturity' },
  FLEXIBLE: { zh: '随借随还', en: 'borrow and repay any time' },
  QUARTERLY_INTEREST: { zh: '按季付息到期还本', en: 'quarterly interest, principal at maturity' },
  SCHEDULED: { zh: '按约定计划还款', en: 'by an agreed schedule' },
});

export const purposes = vocabulary({
  WORKING_CAPITAL: { zh: '生产经营周转', en: 'working capital' },
  ORDER_FULFILMENT: { zh: '订单备货', en: 'fulfilling orders' },
  EQUIPMENT: { zh: '设备购置与更新', en: 'equipment' },
  PLANT: { zh: '厂房与基建', en: 'plant and construction' },
  RESEARCH: { zh: '技术研发与改造', en: 'research and upgrading' },
  FARMING: { zh: '农业生产', en: 'farming' },
  EXPORT: { zh: '出口贸易', en: 'export trade' },
  PAYROLL: { zh: '发放工资', en: 'payroll' },
  REFINANCING: { zh: '续贷或归还贷款', en: 'renewal or refinancing' },
  OTHER: { zh: '其他', en: 'other' },
});

export type SecurityKind = keyof typeof securityKinds;
export type RepaymentMethod = keyof typeof repaymentMethods;
export type Purpose = keyof typeof purposes;
