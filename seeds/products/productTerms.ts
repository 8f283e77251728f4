import type { Clause } from '../../server/matching/rule';
import type { TermsInput } from '../../server/products/termsShape';
import type { Random } from '../random';
import { type Family, wan } from './family';

const deyang = '510600';
const counties = ['510603', '510604', '510623', '510681', '510682', '510683'];
/** Second and later products of a name tell themselves apart by whom they are for. */
const variants = ['', '·优享', '·专享', '·普惠', '·启航', '·尊享', '·园区版', '·乡村版', '·数字版'];

/**
 * The terms of the `round`-th product of a family, drawn by `random`: round figures, a rule of 5 to 11 clauses. The first
 * of a family is its widest: it lends the most, the longest and in the whole city.
 */
export function productTerms(family: Family, round: number, random: Random): TermsInput {
  const isWidest = round === 0;
  const amountWan = isWidest ? Math.max(...family.amountsWan) : random.pick(family.amountsWan);
  const termMonths = isWidest ? Math.max(...family.termsMonths) : random.pick(family.termsMonths);
  const [spreadFrom, spreadTo] = family.spreadBps;
  const spreadBpsMin = spreadFrom + 5 * random.whole(0, 6);
  const months = random.pick([6, 12, 12, 24, 24, 36]);
  const name = family.names[round % family.names.length] ?? '';
  const variant = variants[Math.floor(round / family.names.length) % variants.length] ?? '';
  return {
    name: `${name}${variant}`,
    category: family.category,
    labels: family.labels,
    amountFenMin: wan(isWidest ? 1 : random.pick([1, 5, 10])),
    amountFenMax: wan(amountWan),
    termMonthsMin: random.pick([1, 3, 6]),
    termMonthsMax: termMonths,
    pricing: {
      kind: 'lpr',
      tenor: termMonths > 60 ? '5Y' : '1Y',
      spreadBpsMin,
      spreadBpsMax: Math.max(spreadBpsMin, spreadTo),
      repricing: termMonths > 12 ? 'yearlyJanuary' : 'fixed',
    },
    fees: family.hasGuaranteeFee ? [guaranteeFee(random)] : [],
    repaymentMethods: [...family.repaymentMethods],
    isUnsecured: family.isUnsecured,
    securities: family.securities,
    purposes: family.purposes,
    regionCodes: !isWidest && random.chance(0.2) ? [random.pick(counties)] : [deyang],
    industryCodesExcluded: random.chance(0.6) ? ['7010'] : [],
    documents: [...family.documents],
    promisedDays: { accept: 1, contact: 2, decide: random.pick([3, 5, 7]), disburse: random.pick([1, 2, 3]) },
    rule: { all: [...common(family, months), ...family.conditions(random), ...caution(random)] },
    audienceText: family.audience,
    introduction: `面向${family.audience}，依据${family.grantedOn}核定额度，最高${amountWan}万元，最长${termMonths}个月。`,
    conditionsText: '无重大不良信用记录，贷款用途合法合规；最终以银行审批为准。',
    contact: { name: '普惠金融部', phone: null, address: '德阳市旌阳区' },
  };
}

/** What every bank asks: in business, long enough, and on no list. Start-up loans ask for youth instead of age. */
const common = (family: Family, months: number): Clause[] => [
  { attr: 'registrationStatus', op: 'in', value: ['IN_OPERATION'] },
  ...(family.category === 'startUp' ? [] : [{ attr: 'foundedOn', op: 'atLeastAgo', months } as const]),
  { attr: 'onAbnormalOperationList', op: 'is', value: false },
  ...(family.category === 'ipPledge' ? [] : [{ attr: 'isJudgmentDefaulter', op: 'is', value: false } as const]),
];

/** What a cautious bank adds: each of these in two products of five. */
const caution = (random: Random): Clause[] => {
  const possible: readonly Clause[] = [
    { attr: 'penaltiesLast24Months', op: '<=', value: random.pick([0, 1, 2]) },
    { attr: 'defendantCasesLast24Months', op: '<=', value: random.pick([1, 2, 3]) },
    { attr: 'creditInquiriesLast6Months', op: '<=', value: random.pick([4, 6, 8]) },
    { attr: 'lenderCount', op: '<=', value: random.pick([2, 3, 5]) },
    { attr: 'openEnforcementFen', op: '<=', value: 0 },
  ];
  return possible.filter(() => random.chance(0.4));
};

/** Government guarantors ask one per cent a year or less (国办发〔2019〕6号). */
const guaranteeFee = (random: Random) =>
  ({
    kind: 'guarantee',
    chargedBy: 'guarantor',
    paidBy: 'enterprise',
    timing: 'yearly',
    rateBps: random.pick([50, 80, 100]),
  }) as const;
