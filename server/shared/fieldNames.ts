import { sumText } from './money';
import { formatPercent } from './rate';
import type { Text } from './text';

/** What the fields that people fill in are called on the pages; a field that only programs send keeps its own name. */
const names: Readonly<Record<string, Text>> = {
  amountFen: { zh: '金额', en: 'amount' },
  needFen: { zh: '金额', en: 'amount' },
  limitFen: { zh: '额度', en: 'limit' },
  capFen: { zh: '每笔上限', en: 'most on one loan' },
  loanFenMax: { zh: '单笔贷款上限', en: 'largest loan' },
  coverFen: { zh: '保额', en: 'cover' },
  principalFen: { zh: '本金', en: 'principal' },
  interestFen: { zh: '利息', en: 'interest' },
  feeFen: { zh: '费用', en: 'fee' },
  rateBps: { zh: '比例（利率）', en: 'rate' },
  annualisedRateBps: { zh: '年化综合成本', en: 'annualised rate' },
  benchmarkBps: { zh: '计息利率上限', en: 'rate that counts at most' },
  shareBps: { zh: '分担比例', en: 'share' },
  termMonths: { zh: '期限', en: 'term' },
  monthsMax: { zh: '最长月数', en: 'months at most' },
  lendersMax: { zh: '最多机构数', en: 'lenders at most' },
  validUntil: { zh: '有效期至', en: 'valid until' },
  validFrom: { zh: '生效日期', en: 'valid from' },
  name: { zh: '名称', en: 'name' },
  number: { zh: '编号', en: 'number' },
  source: { zh: '依据文件', en: 'document it stands in' },
  note: { zh: '说明', en: 'note' },
  notes: { zh: '说明', en: 'notes' },
  statement: { zh: '理由', en: 'statement' },
  reason: { zh: '原因', en: 'reason' },
  reasonText: { zh: '原因说明', en: 'reason' },
  reasonCode: { zh: '原因', en: 'reason' },
  answer: { zh: '答复', en: 'answer' },
  answers: { zh: '答复', en: 'answers' },
  conditions: { zh: '条件', en: 'conditions' },
  otherConditions: { zh: '其他条件', en: 'other conditions' },
  purpose: { zh: '用途', en: 'purpose' },
  repaymentMethod: { zh: '还款方式', en: 'repayment method' },
  securities: { zh: '担保方式', en: 'security' },
  username: { zh: '用户名', en: 'username' },
  password: { zh: '密码', en: 'password' },
};

/** What people call the last part of a field's path. */
export function nameOf(field: string): Text {
  const last = field.split('.').findLast(part => !/^\d+$/.test(part)) ?? field;
  return names[last] ?? { zh: field, en: field };
}

/** A figure of a field in the unit that people fill it in with, by the ending of its name: fen are yuan, basis points per cent. */
export function inItsUnit(field: string, figure: number): Text {
  if (/Fen(Max|Min)?$/.test(field)) return sumText(figure);
  if (/Bps(Max|Min)?$/.test(field)) return { zh: formatPercent(figure), en: formatPercent(figure) };
  if (/[mM]onths(Max|Min)?$/.test(field)) return { zh: `${figure} 个月`, en: `${figure} ${figure === 1 ? 'month' : 'months'}` };
  return { zh: String(figure), en: String(figure) };
}
