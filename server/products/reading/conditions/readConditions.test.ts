import { describe, expect, it } from 'vitest';
import type { Clause } from '../../../matching/rule';
import { conditionReaders, readConditions } from './readConditions';

const clausesIn = (words: string): Clause[] => readConditions(words).map(({ clause }) => clause);

describe('readConditions', () => {
  it.each<[string, string, Clause]>([
    ['founded at least … ago', '营业执照满2年', { attr: 'foundedOn', op: 'atLeastAgo', months: 24 }],
    ['founded at least … ago', '企业成立且实际经营满一年', { attr: 'foundedOn', op: 'atLeastAgo', months: 12 }],
    ['founded at least … ago', '经营年限满18个月', { attr: 'foundedOn', op: 'atLeastAgo', months: 18 }],
    ['founded or operating … and more', '成立3年以上', { attr: 'foundedOn', op: 'atLeastAgo', months: 36 }],
    ['founded or operating … and more', '连续正常经营1年(含1年)以上', { attr: 'foundedOn', op: 'atLeastAgo', months: 12 }],
    ['registration in order', '工商登记正常', { attr: 'registrationStatus', op: 'in', value: ['IN_OPERATION'] }],
    ['registered in a division', '在四川省行政区域内注册', { attr: 'region', op: 'under', value: ['510000'] }],
    ['registered in a division', '在德阳市依法注册登记', { attr: 'region', op: 'under', value: ['510600'] }],
    ['not in a division', '(不含成都市)', { attr: 'region', op: 'notUnder', value: ['510100'] }],
    ['no developer of real estate', '非房地产开发企业', { attr: 'industry', op: 'notUnder', value: ['7010'] }],
    ['an industry that is shut out', '禁入行业:房地产业', { attr: 'industry', op: 'notUnder', value: ['K'] }],
    ['age from … to …', '年龄20-60周岁', { attr: 'legalRepresentativeAgeYears', op: 'between', value: [20, 60] }],
    ['age from … to …', '年龄为 18 周岁至 65 周岁', { attr: 'legalRepresentativeAgeYears', op: 'between', value: [18, 65] }],
    ['age from … to …', '18(含)~65周岁(不含)', { attr: 'legalRepresentativeAgeYears', op: 'between', value: [18, 64] }],
    [
      'age … and no more than …',
      '企业主年满18周岁且不超过70周岁',
      { attr: 'legalRepresentativeAgeYears', op: 'between', value: [18, 70] },
    ],
    ['age … and more', '年龄要求:25周岁以上', { attr: 'legalRepresentativeAgeYears', op: '>=', value: 25 }],
    [
      'share held by the legal representative',
      '法定代表人持股比例不低于33.4%以上',
      { attr: 'legalRepresentativeShareBps', op: '>=', value: 3340 },
    ],
    [
      'no foreigner and nobody of Hong Kong, Macau or Taiwan',
      '非港、澳、台及外籍人士',
      { attr: 'legalRepresentativeIsMainland', op: 'is', value: true },
    ],
    ['tax credit grade … and better', '纳税信用等级C级及以上', { attr: 'taxCreditGrade', op: 'in', value: ['A', 'B', 'C'] }],
    ['tax credit grade … and better', '纳税信用级别为A级以上', { attr: 'taxCreditGrade', op: 'in', value: ['A'] }],
    ['tax credit grade one of …', '纳税等级为A、B、M级', { attr: 'taxCreditGrade', op: 'in', value: ['A', 'B', 'M'] }],
    ['taxes paid in 12 months', '近12个月纳税额3万元以上', { attr: 'taxPaidLast12MonthsFen', op: '>=', value: 3_000_000 }],
    ['regular tax filing for …', '正常纳税两年以上', { attr: 'taxFilingMonths', op: '>=', value: 24 }],
    ['no tax arrears', '不存在欠缴的税款', { attr: 'hasTaxArrears', op: 'is', value: false }],
    ['invoices in each of 12 months', '连续开票24个月以上', { attr: 'invoicingMonthsLast24', op: '>=', value: 24 }],
    [
      'invoiced sales of a year',
      '年开票额1.5亿元以上',
      { attr: 'invoicedSalesLast12MonthsFen', op: '>=', value: 15_000_000_000 },
    ],
    ['debts of at most …', '对外负债余额不超过800万元', { attr: 'outstandingLoansFen', op: '<=', value: 800_000_000 }],
    ['credit inquiries in 6 months', '近6个月征信查询不超过八次', { attr: 'creditInquiriesLast6Months', op: '<=', value: 8 }],
    ['nothing overdue now', '当前无逾期', { attr: 'hasOverdueLoans', op: 'is', value: false }],
    ['no judgment defaulter', '未列入失信被执行人名单', { attr: 'isJudgmentDefaulter', op: 'is', value: false }],
    ['at most … employees', '职工总数不超过300人', { attr: 'employees', op: '<=', value: 300 }],
    ['yearly sales of at most …', '年营业收入不超过4亿元', { attr: 'revenueLastYearFen', op: '<=', value: 40_000_000_000 }],
    ['assets of at most …', '资产总额不超过5000万元', { attr: 'totalAssetsFen', op: '<=', value: 5_000_000_000 }],
    ['certified high-tech enterprise', '持有《高新技术企业证书》', { attr: 'isHighTech', op: 'is', value: true }],
    ['receivables from anchor firms', '拥有核心企业应收账款', { attr: 'coreEnterpriseReceivableFen', op: '>=', value: 1 }],
    ['farm subsidy', '领取粮食补贴', { attr: 'hasFarmSubsidy', op: 'is', value: true }],
    ['years of farming', '三年以上农业生产经营', { attr: 'agriOperatingMonths', op: '>=', value: 36 }],
  ])('%s: %s', (name, words, clause) => {
    expect(clausesIn(words)).toEqual([clause]);
    expect(conditionReaders.map(reader => reader.name)).toContain(name);
  });

  it('has a sentence above for every condition it can recognise', () => {
    expect(new Set(conditionReaders.map(({ name }) => name)).size).toBe(conditionReaders.length);
  });

  it.each([
    '信用状况良好',
    '有稳定的收入来源',
    '贷款到期不超60周岁',
    '最近6个月开票稳定',
    '在我行结算满三年',
    '在某某县行政区域内注册',
    '纳税信用良好',
    '评级不低于BBB级',
  ])('leaves "%s" to a person', words => {
    expect(clausesIn(words)).toEqual([]);
  });

  it('takes several conditions of one phrase, each with its own words', () => {
    expect(readConditions('成立满1年、年龄18-65周岁、不存在欠税').map(({ start, end }) => [start, end])).toEqual([
      [0, 5],
      [6, 15],
      [16, 21],
    ]);
  });

  it('reads a choice between two whole conditions as any of them', () => {
    expect(clausesIn('成立3年以上或年开票金额500万以上')).toEqual([
      {
        any: [
          { attr: 'foundedOn', op: 'atLeastAgo', months: 36 },
          { attr: 'invoicedSalesLast12MonthsFen', op: '>=', value: 500_000_000 },
        ],
      },
    ]);
  });

  it('leaves a choice alone when one side of it is not understood', () => {
    expect(clausesIn('成立3年以上或经总行特批')).toEqual([]);
    expect(clausesIn('成立少于2年、职工总数不超过20人或者业主从业三年')).toEqual([]);
  });
});
