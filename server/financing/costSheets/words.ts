import { type Fen, formatYuan } from '../../shared/money';
import { type Bps, formatPercent } from '../../shared/rate';
import { inLocale, type Locale, type Text } from '../../shared/text';
import type { CostMark } from '../cost/costSheet';
import type { DayBasis } from '../repayment/dayCount';

/** How the sheets say what they say, in the reader's language. */
export type Wording = {
  readonly locale: Locale;
  readonly say: (text: Text) => string;
  readonly yuan: (amountFen: Fen) => string;
  readonly months: (count: number) => string;
  readonly list: (texts: readonly Text[]) => string;
};

export const wordingIn = (locale: Locale): Wording => ({
  locale,
  say: text => capitalised(inLocale(text, locale)),
  yuan: amountFen => (locale === 'zh' ? `${separated(amountFen)} 元` : `CNY ${separated(amountFen)}`),
  months: count => (locale === 'zh' ? `${count} 个月` : `${count} ${count === 1 ? 'month' : 'months'}`),
  list: texts => texts.map(text => capitalised(inLocale(text, locale))).join(locale === 'zh' ? '、' : ', '),
});

/** With separators of thousands: 123456789 fen is "1,234,567.89". */
export const separated = (amountFen: Fen): string => formatYuan(amountFen).replace(/\B(?=(\d{3})+(?!\d))(?=.*\.)/g, ',');

export const percent = (rateBps: Bps): string => formatPercent(rateBps);

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const dayBasisWords: Readonly<Record<DayBasis, Text>> = {
  'ACT/360': { zh: '按实际天数 / 360', en: 'actual days / 360' },
  'ACT/365': { zh: '按实际天数 / 365', en: 'actual days / 365' },
  '30/360': { zh: '每月 30 天 / 360', en: '30 days a month / 360' },
};

export const markWords: Readonly<Record<CostMark, Text>> = {
  borneByInstitution: { zh: '银行承担，企业不付', en: 'borne by the bank' },
  borneByGovernment: { zh: '财政承担，企业不付', en: 'borne by the government' },
  onEvent: { zh: '发生时才收取', en: 'only when it occurs' },
};

export const words = {
  title: { zh: '企业贷款综合融资成本清单（贷款明白纸）', en: 'Financing-cost sheet of a business loan' },
  comparison: { zh: '报价比较（贷款明白纸）', en: 'Offers side by side (financing-cost sheet)' },
  annualised: { zh: '综合年化利率（IRR，含全部费用）', en: 'Annualised rate, all costs in (IRR)' },
  annualisedShort: { zh: '综合年化利率', en: 'Annualised rate (IRR)' },
  cheapest: { zh: '综合成本最低', en: 'cheapest' },
  mainRate: {
    zh: '★ 综合年化利率（IRR，含全部费用）：比较报价，请看这一项',
    en: '★ Annualised rate, all costs in (IRR): compare offers by this one',
  },
  effective: { zh: '按复利计', en: 'Effective, compounded' },
  sheetTotal: { zh: '综合融资成本（年化，单利合计）', en: 'Financing cost in all (simple sum)' },
  sheetTotalShort: { zh: '单利合计', en: 'Simple sum' },
  netAnnualised: { zh: '扣除补贴后的综合年化利率（IRR）', en: 'Annualised rate net of subsidies (IRR)' },
  net: { zh: '扣除补贴后的综合融资成本', en: 'Financing cost net of subsidies' },
  totalCost: { zh: '利息和费用合计', en: 'Interest and fees in all' },
  perTenThousand: { zh: '每借 1 万元的总成本', en: 'Total cost of each 10,000 yuan' },
  borrower: { zh: '借款企业', en: 'Borrower' },
  uscc: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  notRevealed: { zh: '受理后可见', en: 'shown once the application is accepted' },
  lender: { zh: '贷款机构', en: 'Lender' },
  product: { zh: '贷款产品', en: 'Product' },
  amount: { zh: '贷款金额', en: 'Amount' },
  term: { zh: '期限', en: 'Term' },
  rate: { zh: '合同年利率', en: 'Contract rate a year' },
  fixedPricing: { zh: '固定利率', en: 'fixed' },
  method: { zh: '还款方式', en: 'Repayment' },
  dayBasis: { zh: '计息方式', en: 'Day count' },
  security: { zh: '担保方式', en: 'Security' },
  unsecured: { zh: '信用（无需担保）', en: 'unsecured' },
  validUntil: { zh: '报价有效期至', en: 'Valid until' },
  conditions: { zh: '放款条件', en: 'Conditions of payment' },
  costs: { zh: '成本构成：谁收、谁付、何时付、折合多少年化', en: 'What it is made of: who charges, who pays, when' },
  item: { zh: '项目', en: 'Item' },
  interest: { zh: '贷款利息', en: 'Interest' },
  chargedBy: { zh: '收取方', en: 'Charged by' },
  paidBy: { zh: '承担方', en: 'Paid by' },
  when: { zh: '收取方式', en: 'When' },
  bySchedule: { zh: '按还款方式', en: 'by the schedule' },
  amountYuan: { zh: '金额（元）', en: 'Amount (yuan)' },
  asRate: { zh: '折合年化', en: 'As annual rate' },
  total: { zh: '合计', en: 'Total' },
  subsidy: { zh: '补贴', en: 'Subsidy' },
  government: { zh: '财政', en: 'public funds' },
  mayPay: {
    zh: '可能另有补贴（未计入，能否享受由主管部门认定）：',
    en: 'May be subsidised too (not counted; the department decides): ',
  },
  schedule: { zh: '还款计划', en: 'Repayment schedule' },
  scheduleByYear: { zh: '还款计划（按放款后的年度汇总）', en: 'Repayment schedule (by years of the loan)' },
  period: { zh: '期次', en: 'Period' },
  dueOn: { zh: '应还日期', en: 'Due on' },
  principal: { zh: '本金', en: 'Principal' },
  fee: { zh: '费用', en: 'Fees' },
  due: { zh: '应还合计', en: 'Due' },
  balance: { zh: '剩余本金', en: 'Still owed' },
  atDisbursement: { zh: '放款时', en: 'Disbursement' },
  schedulesByMonth: { zh: '还款计划：逐月应还（元）', en: 'Repayment schedules: due month by month (yuan)' },
  schedulesSummed: {
    zh: '还款计划：按月份段汇总的应还（元）；逐月明细从略，见平台页面',
    en: 'Repayment schedules: due, summed over months (yuan); single months are left out, see the platform',
  },
  outstandingChart: { zh: '各月末剩余本金', en: 'Principal still owed at the end of each month' },
  monthsAfter: { zh: '放款后第几个月', en: 'months since disbursement' },
  tenThousandYuan: { zh: '万元', en: '10,000 yuan' },
  supportLead: { zh: '惠企补贴：', en: 'Subsidies: ' },
  chart: { zh: '每期应还（元）', en: 'Due in each period (yuan)' },
  rateChart: { zh: '年化成本的构成（单利合计）', en: 'What the annual cost is made of (simple sum)' },
  fees: { zh: '费用合计', en: 'Fees in all' },
  isCut: {
    zh: '为保持一页，较长的备注和条件已缩短（以「…」标出），全文见平台页面。',
    en: ' Long remarks and conditions are cut (…) to keep one page: the platform shows them whole.',
  },
  none: { zh: '—', en: '—' },
} as const satisfies Readonly<Record<string, Text>>;

type MayPay = { readonly name: string; readonly amount: string; readonly condition: string | null };

/** A policy that something is open of, with what it would come to. */
export const mayPay = ({ name, amount, condition }: MayPay): Text => ({
  zh: `「${name}」约 ${amount}${condition === null ? '' : `（${condition}）`}`,
  en: `"${name}", about ${amount}${condition === null ? '' : ` (${condition})`}`,
});

/** How often a subsidy comes. */
export const timesWord = (count: number): Text => ({ zh: `，共 ${count} 次`, en: `, ${count} times` });

/** The years of a loan that a row sums up: 第1年, or 第1至5年. */
export const yearsWord = (first: number, last: number): Text =>
  first === last
    ? { zh: `第 ${first} 年`, en: `Year ${first}` }
    : { zh: `第 ${first} 至 ${last} 年`, en: `Years ${first}–${last}` };

/** What the figures of a sheet assume and how they are reckoned. */
export const rulesNote = (reckonedOn: string): Text => ({
  zh: `以 ${reckonedOn} 一次性放款试算，实际日期以放款日为准。综合年化利率按内部收益率（IRR）逐月折算，计入利息和由企业承担的全部费用（中国人民银行公告〔2021〕第3号）；清单合计按单利逐项相加（折合年化 = 每期率 × 每年期数），由银行或财政承担的费用和发生时才收取的费用按零计入并注明，两种口径都列出以便核对。`,
  en: `As if paid out at once on ${reckonedOn}; the real days follow the day of payment. The annualised rate is the internal rate of return by the month with interest and every fee that the firm pays (PBoC Notice 2021 No. 3). The sheet adds its items up simply (rate a period times periods a year); what the bank or the government bears, and what only an event brings about, counts as zero and says so. Both are shown so that they can be checked.`,
});

/** At the bottom of a sheet of one offer. */
export const proof = (offer: { readonly number: number; readonly termsHash: string }, printedOn: string): Text => ({
  zh: `融桥 · 第 ${offer.number} 次报价 · 条款摘要（SHA-256）${offer.termsHash} · 打印日期 ${printedOn}`,
  en: `Rongqiao · offer ${offer.number} · digest of the terms (SHA-256) ${offer.termsHash} · printed on ${printedOn}`,
});

export const printedOn = (day: string): Text => ({ zh: `融桥 · 打印日期 ${day}`, en: `Rongqiao · printed on ${day}` });

export const comparisonLead = (firm: string, count: number): Text => ({
  zh: `${firm}：同一需求下的 ${count} 份报价，按同一口径比较，综合年化利率由低到高。`,
  en: `${firm}: ${count} ${count === 1 ? 'offer' : 'offers'} for one demand on one basis, the lowest annualised rate first.`,
});

export const digestNote = (lines: readonly string[]): Text => ({
  zh: `条款摘要（SHA-256，前 16 位）：${lines.join('；')}。`,
  en: `Digests of the terms (SHA-256, the first 16 digits): ${lines.join('; ')}.`,
});
