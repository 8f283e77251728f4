import type { Text } from '../shared/text';
import type { Terms } from './terms';

/** A thing that a firm would want to know and the product does not state. */
export type TermsGap = { readonly field: keyof Terms; readonly text: Text };

const checks: readonly (TermsGap & { readonly isMissing: (terms: Terms) => boolean })[] = [
  {
    field: 'pricing',
    isMissing: terms => terms.pricing === null,
    text: {
      zh: '未公布年化利率（人民银行公告〔2021〕第3号要求明示）',
      en: 'No annual rate (PBoC Notice 2021 No. 3 asks for it)',
    },
  },
  {
    field: 'amountFenMax',
    isMissing: terms => terms.amountFenMax === null,
    text: { zh: '未公布最高额度', en: 'No highest amount' },
  },
  {
    field: 'termMonthsMax',
    isMissing: terms => terms.termMonthsMax === null,
    text: { zh: '未公布最长期限', en: 'No longest term' },
  },
  {
    field: 'repaymentMethods',
    isMissing: terms => terms.repaymentMethods.length === 0,
    text: { zh: '未公布还款方式', en: 'No repayment method' },
  },
  {
    field: 'securities',
    isMissing: terms => !terms.isUnsecured && terms.securities.length === 0,
    text: { zh: '未公布担保方式', en: 'No kind of security' },
  },
  {
    field: 'rule',
    isMissing: terms => terms.rule.all.length === 0,
    text: { zh: '没有可自动判断的准入规则', en: 'No rule that can be judged automatically' },
  },
  {
    field: 'contact',
    isMissing: ({ contact }) => contact.name === null && contact.phone === null && contact.address === null,
    text: { zh: '没有联系方式', en: 'No contact' },
  },
];

/** What `terms` leave unsaid, for the institution to complete and the reviewer to weigh; of an insurance no term of a loan. */
export const gapsOf = (terms: Terms): TermsGap[] =>
  checks
    .filter(check => check.isMissing(terms) && (terms.category !== 'insurance' || check.field === 'contact'))
    .map(({ field, text }) => ({ field, text }));
