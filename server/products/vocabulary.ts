import { purposes, repaymentMethods, securityKinds } from '../matching/attributes';
import type { LprTenor } from '../shared/rate';
import type { Text } from '../shared/text';

/** A word of a fixed list: the code that is stored and its label for people. */
export type Word = { readonly code: string; readonly label: Text };

const words = <const Words extends Readonly<Record<string, Text>>>(list: Words): Words => list;

/** The family a product belongs to: what it is granted on. One product has one. */
export const productCategories = words({
  general: { zh: '综合经营贷', en: 'General business loan' },
  tax: { zh: '税务贷', en: 'Tax-based loan' },
  invoice: { zh: '发票贷', en: 'Invoice-based loan' },
  ipPledge: { zh: '知识产权贷', en: 'Intellectual-property loan' },
  realEstate: { zh: '房产抵押贷', en: 'Real-estate loan' },
  power: { zh: '电费贷', en: 'Electricity-based loan' },
  agriculture: { zh: '涉农贷', en: 'Agricultural loan' },
  export: { zh: '外贸贷', en: 'Export loan' },
  order: { zh: '订单与政采贷', en: 'Order and procurement loan' },
  supplyChain: { zh: '供应链贷', en: 'Supply-chain loan' },
  green: { zh: '绿色贷', en: 'Green loan' },
  sciTech: { zh: '科创贷', en: 'Sci-tech loan' },
  startUp: { zh: '创业贷', en: 'Start-up loan' },
  payroll: { zh: '薪金社保贷', en: 'Payroll-based loan' },
  guarantee: { zh: '政银担贷', en: 'Guaranteed loan' },
  insurance: { zh: '保险', en: 'Insurance' },
});

/** The zones a product is shown in; a product may have several. */
export const productLabels = words({
  green: { zh: '绿色金融', en: 'Green' },
  sciTech: { zh: '科技金融', en: 'Sci-tech' },
  rural: { zh: '乡村振兴', en: 'Rural' },
  redCredit: { zh: '红色信贷', en: 'Red credit' },
  firstLoan: { zh: '首贷', en: 'First loan' },
  ipPledge: { zh: '知识产权质押', en: 'IP pledge' },
  guarantee: { zh: '政府性担保', en: 'Government guarantee' },
  inclusive: { zh: '普惠小微', en: 'Inclusive' },
  digital: { zh: '线上办理', en: 'Online' },
  unsecured: { zh: '信用贷款', en: 'Unsecured' },
  renewal: { zh: '无还本续贷', en: 'Renewal without repayment' },
});

/** Labels as an insurance product wears them: the red one is then not for credit. */
const insuranceLabels = words({ ...productLabels, redCredit: { zh: '红色保险', en: 'Red insurance' } });

/** Costs beside the interest, named as on the financing-cost sheet (贷款明白纸). */
export const feeKinds = words({
  processing: { zh: '手续费', en: 'Processing fee' },
  guarantee: { zh: '担保费', en: 'Guarantee fee' },
  insurance: { zh: '保证保险费', en: 'Loan-insurance premium' },
  appraisal: { zh: '评估费', en: 'Appraisal fee' },
  registration: { zh: '抵质押登记费', en: 'Registration fee' },
  notary: { zh: '公证费', en: 'Notary fee' },
  prepayment: { zh: '提前还款违约金', en: 'Prepayment charge' },
  late: { zh: '逾期罚息', en: 'Late-payment interest' },
});

export const feeChargers = words({
  institution: { zh: '贷款机构', en: 'lender' },
  guarantor: { zh: '担保公司', en: 'guarantor' },
  insurer: { zh: '保险公司', en: 'insurer' },
  thirdParty: { zh: '第三方机构', en: 'third party' },
});

export const feePayers = words({
  enterprise: { zh: '企业承担', en: 'paid by the firm' },
  institution: { zh: '贷款机构承担', en: 'paid by the lender' },
  government: { zh: '财政承担', en: 'paid by the government' },
});

export const feeTimings = words({
  once: { zh: '放款时一次性', en: 'once at disbursement' },
  monthly: { zh: '按月', en: 'monthly' },
  quarterly: { zh: '按季', en: 'quarterly' },
  yearly: { zh: '按年', en: 'yearly' },
  onEvent: { zh: '发生时', en: 'when it occurs' },
});

/** When the rate of an LPR-priced loan follows a new quotation. */
export const repricings = words({
  monthly: { zh: '按月重定价', en: 'repriced monthly' },
  quarterly: { zh: '按季重定价', en: 'repriced quarterly' },
  yearlyJanuary: { zh: '每年1月1日重定价', en: 'repriced every 1 January' },
  anniversary: { zh: '放款对应日重定价', en: 'repriced on the anniversary' },
  fixed: { zh: '合同期内固定', en: 'fixed for the contract' },
});

export const lprTenorLabels: Readonly<Record<LprTenor, Text>> = {
  '1Y': { zh: '1年期LPR', en: '1-year LPR' },
  '5Y': { zh: '5年期以上LPR', en: '5-year-plus LPR' },
};

export type ProductCategory = keyof typeof productCategories;
export type ProductLabel = keyof typeof productLabels;
export type FeeKind = keyof typeof feeKinds;
export type FeeCharger = keyof typeof feeChargers;
export type FeePayer = keyof typeof feePayers;
export type FeeTiming = keyof typeof feeTimings;
export type Repricing = keyof typeof repricings;

/** The codes of a list, in its order. */
export const codesOf = <Code extends string>(list: Readonly<Record<Code, Text>>): Code[] => Object.keys(list) as Code[];

const asWords = (list: Readonly<Record<string, Text>>): Word[] => Object.entries(list).map(([code, label]) => ({ code, label }));

/** Every fixed list a product is described with, for forms and filters. */
export const productVocabulary = {
  categories: asWords(productCategories),
  labels: asWords(productLabels),
  insuranceLabels: asWords(insuranceLabels),
  securities: asWords(securityKinds),
  repaymentMethods: asWords(repaymentMethods),
  purposes: asWords(purposes),
  feeKinds: asWords(feeKinds),
  feeChargers: asWords(feeChargers),
  feePayers: asWords(feePayers),
  feeTimings: asWords(feeTimings),
  repricings: asWords(repricings),
  lprTenors: asWords(lprTenorLabels),
} as const;
