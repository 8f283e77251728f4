import { type Bps, formatPercent } from '../../shared/rate';
import type { Text } from '../../shared/text';
import type { ComparedTerm } from '../comparisons/comparison';

type Rated = { readonly name: string; readonly rateBps: Bps };

/** Which offer is the cheapest, and how far the next one is above it; nothing where there is one only. `offers` cheapest first. */
export function cheapestWord(offers: readonly Rated[]): Text {
  const [first, ...others] = offers;
  if (!first || others.length === 0) return { zh: '', en: '' };
  const alike = offers.filter(({ rateBps }) => rateBps === first.rateBps);
  const next = others.find(({ rateBps }) => rateBps > first.rateBps);
  const names = alike.map(({ name }) => name);
  const rate = formatPercent(first.rateBps);
  if (!next) return { zh: `各份的综合年化利率同为 ${rate}。`, en: ` All are at the same annualised rate, ${rate}.` };
  const above = formatPercent(next.rateBps - first.rateBps).replace(' %', '');
  return {
    zh: `综合成本最低的是 ${names.join('、')}：${rate}，比下一份低 ${above} 个百分点。`,
    en: ` The cheapest: ${names.join(', ')} at ${rate}, ${above} percentage points below the next.`,
  };
}

const termWords: Readonly<Record<ComparedTerm, Text>> = {
  amount: { zh: '金额', en: 'amount' },
  term: { zh: '期限', en: 'term' },
  repaymentMethod: { zh: '还款方式', en: 'repayment' },
};

/** Why sums of money do not tell which offer is dearer. */
export const differenceWords = (differences: readonly ComparedTerm[]): Text => ({
  zh: `注意：各报价的${differences.map(term => termWords[term].zh).join('、')}不同，利息和费用的总额、每借 1 万元的总成本不能直接比较（借得越多、越久，利息越多），请以综合年化利率为准。`,
  en: `Note: the offers differ in ${differences.map(term => termWords[term].en).join(', ')}, so sums of interest and fees do not compare (more money, or the same for longer, costs more): go by the annualised rate.`,
});

/** The months of a loan that a row sums up. */
export function monthsWord(first: number, last: number): Text {
  if (first === last) return { zh: `第 ${first} 个月`, en: `Month ${first}` };
  return { zh: `第 ${first}–${last} 个月`, en: `Months ${first}–${last}` };
}

type SupportLine = { readonly name: string; readonly sums: string; readonly isOpen: boolean };

/** A policy with what it comes to on each offer. */
export const supportWord = ({ name, sums, isOpen }: SupportLine): Text => ({
  zh: `「${name}」${isOpen ? '可能另有 ' : ''}${sums}${isOpen ? '（未计入，由主管部门认定）' : ''}`,
  en: `"${name}" ${isOpen ? 'may pay' : 'pays'} ${sums}${isOpen ? ' (not counted; the department decides)' : ''}`,
});
