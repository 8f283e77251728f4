import type { Text } from '../../shared/text';

export type Reason = {
  /** Why the bank does not go on. */
  readonly label: Text;
  /** What the firm can do about it, or what would change it. */
  readonly change: Text;
  /** A sentence of the bank's own is needed: the code alone says too little. */
  readonly needsText: boolean;
};

const reason = (zh: string, en: string, changeZh: string, changeEn: string, needsText = false): Reason => ({
  label: { zh, en },
  change: { zh: changeZh, en: changeEn },
  needsText,
});

/** Why a bank declines an application or rejects it after taking it up, and what would change that. */
export const reasons = {
  R01: reason(
    '主体不符合产品准入（类型、成立时间或区域）',
    'The firm is outside the product (its kind, age or place)',
    '请在「匹配」中查看符合条件的其他产品。',
    'See which other products match.',
  ),
  R02: reason(
    '行业限制',
    'The industry is excluded',
    '本产品不向该行业放款，请查看未限制该行业的产品。',
    'This product does not lend to the industry; see those that do.',
  ),
  R03: reason(
    '经营年限不足',
    'Too short a time in business',
    '达到产品要求的经营年限后可再申请；匹配结果写明达到的日期。',
    'Apply again once in business long enough; matching names the day.',
  ),
  R04: reason(
    '营业收入或纳税不足',
    'Too little revenue or tax paid',
    '达到产品要求的金额后可再申请；匹配结果写明要求值与现值。',
    'Apply again at the amount required; matching shows it beside yours.',
  ),
  R05: reason(
    '负债率过高',
    'Too much debt',
    '降低资产负债率；银行应说明现值与目标值。',
    'Bring the debt ratio down; the bank says how high it is and where it must be.',
  ),
  R06: reason(
    '现金流不足以偿还',
    'Cash flow does not cover the repayments',
    '减少金额、延长期限或改善回款；银行应说明覆盖率与目标值。',
    'Ask for less or for longer, or collect faster; the bank says the coverage and its target.',
  ),
  R07: reason(
    '征信不良记录',
    'A bad credit record',
    '不良记录自终止之日起保存五年；有误的可向征信机构提出异议。',
    'A bad record is kept for five years after it ends; object to it if it is wrong.',
  ),
  R08: reason(
    '评分不足',
    'The score is too low',
    '请看评分卡中影响最大的三项并加以改善。',
    'See the three factors that weigh most in the scorecard and improve them.',
  ),
  R09: reason(
    '涉诉或被执行',
    'Litigation or enforcement',
    '案件了结、履行完毕后可再申请。',
    'Apply again once the case is closed and complied with.',
    true,
  ),
  R10: reason(
    '行政处罚或失信',
    'A penalty or a breach of trust on record',
    '按「信用修复」程序办理，修复后可再申请。',
    'Go through credit repair, then apply again.',
  ),
  R11: reason(
    '欠税、欠社保或欠费',
    'Taxes, social insurance or bills in arrears',
    '缴清欠款后可再申请。',
    'Apply again once the arrears are paid.',
    true,
  ),
  R12: reason(
    '抵质押物不足或不可接受',
    'The security is too little or not accepted',
    '更换或增加银行可接受的抵质押物。',
    'Offer more security, or of a kind that the bank accepts.',
  ),
  R13: reason('担保人不符合要求', 'The guarantor does not qualify', '更换担保人或担保机构。', 'Offer another guarantor.'),
  R14: reason('资料不完整', 'Documents are missing', '补齐所列资料后可再申请。', 'Apply again with the documents listed.', true),
  R15: reason(
    '资料不一致或存疑',
    'Documents contradict one another or are in doubt',
    '企业有权就所列事项说明情况，更正后可再申请。',
    'The firm may explain the points listed; apply again once they are put right.',
    true,
  ),
  R16: reason(
    '用途不符合规定',
    'The purpose is not permitted',
    '变更为符合规定的用途后可再申请。',
    'Apply again for a purpose that is permitted.',
  ),
  R17: reason(
    '额度、期限或利率未达成一致',
    'No agreement on amount, term or rate',
    '可按银行最后一次报价的条件再申请。',
    'Apply again on the terms of the last offer.',
  ),
  R18: reason(
    '授权未给或已撤回',
    'The authorisation is missing or was withdrawn',
    '向该银行重新授权「贷前评估」后可再申请。',
    'Authorise the bank to assess credit, then apply again.',
  ),
  R19: reason(
    '重复申请或多头授信',
    'Applied twice, or too many credit lines in use',
    '结清或减少已用额度后可再申请。',
    'Apply again once credit lines in use are repaid or fewer.',
  ),
  R20: reason(
    '机构额度或政策限制',
    "The bank's own limit or policy",
    '与企业资质无关；可在银行说明的日期后再试，或向其他机构申请。',
    'This is not about the firm: try again when the bank says, or elsewhere.',
  ),
  R21: reason(
    '需要人工复核',
    'A person must look at this case',
    '可要求人工复核并说明情况。',
    'Ask for a review by a person and explain.',
  ),
  R22: reason(
    '联系不上企业',
    'The firm could not be reached',
    '更新联系方式后可再申请；银行应写明至少三次联系的时间。',
    'Bring the contact up to date and apply again; the bank states when it tried, three times at least.',
    true,
  ),
  R23: reason(
    '企业已在他处融资',
    'The firm was financed elsewhere',
    '如仍有需要，可提出新的需求。',
    'Open a new demand if there is still a need.',
  ),
  R99: reason('其他', 'Another reason', '见银行的说明。', "See the bank's explanation.", true),
} satisfies Readonly<Record<string, Reason>>;

export type ReasonCode = keyof typeof reasons;

export const reasonCodes = Object.keys(reasons) as ReasonCode[];
