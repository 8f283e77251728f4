import { describe, expect, it } from 'vitest';
import { calendarDate } from '../shared/dates';
import { type AttributeKey, attributeOf } from './attributes';
import type { FactValue } from './facts';
import type { Predicate } from './rule';
import { describeMeasured, describeNumber, describePredicate, describeRule } from './wording';

describe('the sentence of a comparison', () => {
  const cases: [Predicate, string, string][] = [
    [{ attr: 'employees', op: '>=', value: 20 }, '从业人员不少于20人', 'Employees: at least 20 people'],
    [{ attr: 'employees', op: '<=', value: 1 }, '从业人员不超过1人', 'Employees: at most 1 person'],
    [
      { attr: 'taxPaidLast12MonthsFen', op: '>=', value: 1_000_000 },
      '近12个月纳税额不低于1万元',
      'Taxes paid in 12 months: at least CNY 10,000',
    ],
    [
      { attr: 'legalRepresentativeShareBps', op: '>=', value: 2000 },
      '法定代表人持股比例不低于20%',
      "Legal representative's shareholding: at least 20%",
    ],
    [{ attr: 'inventionPatents', op: '>=', value: 1 }, '有效发明专利不少于1件', 'Invention patents in force: at least 1'],
    [
      { attr: 'legalRepresentativeAgeYears', op: 'between', value: [18, 65] },
      '法定代表人年龄在18岁至65岁之间（含）',
      "Legal representative's age: from 18 years to 65 years, both included",
    ],
    [{ attr: 'isHighTech', op: 'is', value: true }, '是高新技术企业', 'Is a certified high-tech enterprise'],
    [{ attr: 'hasTaxArrears', op: 'is', value: false }, '无欠税', 'Has no tax arrears'],
    [{ attr: 'taxCreditGrade', op: 'in', value: ['A'] }, '纳税信用等级为A级', 'Tax credit grade: A'],
    [{ attr: 'taxCreditGrade', op: 'in', value: ['A', 'B', 'M'] }, '纳税信用等级为A级、B级或M级', 'Tax credit grade: A, B or M'],
    [
      { attr: 'taxCreditGrade', op: 'notIn', value: ['C', 'D'] },
      '纳税信用等级不为C级或D级',
      'Tax credit grade: other than C or D',
    ],
    [
      { attr: 'region', op: 'under', value: ['510603'] },
      '注册地在四川省德阳市旌阳区',
      'Place of registration: in Jingyang District, Deyang, Sichuan',
    ],
    [
      { attr: 'region', op: 'notUnder', value: ['500103'] },
      '注册地不在重庆市500103',
      'Place of registration: not in 500103, Chongqing',
    ],
    [
      { attr: 'industry', op: 'under', value: ['C', '65'] },
      '所属行业属于制造业（C）或软件和信息技术服务业（65）',
      'Industry: in Manufacturing (C) or Software and information technology services (65)',
    ],
    [{ attr: 'industry', op: 'notUnder', value: ['K'] }, '所属行业不属于房地产业（K）', 'Industry: not in Real estate (K)'],
    [
      { attr: 'securitiesOffered', op: 'hasAny', value: ['SURETY', 'PATENT_PLEDGE'] },
      '可提供的担保包括第三方或股东保证或专利权质押',
      'Security offered: surety by a third party or shareholder or patent pledge',
    ],
    [
      { attr: 'licencesInForce', op: 'hasAll', value: ['FOOD', 'LODGING'] },
      '有效行政许可包括食品生产经营许可和旅馆业特种行业许可',
      'Licences in force: food production or trade and lodging',
    ],
    [{ attr: 'foundedOn', op: 'atLeastAgo', months: 24 }, '成立时间已满24个月', 'Founded: at least 24 months ago'],
    [{ attr: 'foundedOn', op: 'atMostAgo', months: 1 }, '成立时间不超过1个月', 'Founded: at most 1 month ago'],
  ];
  it.each(cases)('%j', (predicate, zh, en) => {
    expect(describePredicate(predicate)).toEqual({ zh, en });
  });
});

it('tells a rule clause by clause, with choices and groups', () => {
  const rule = {
    all: [
      { attr: 'foundedOn', op: 'atLeastAgo', months: 12 },
      {
        any: [
          { attr: 'isTechSme', op: 'is', value: true },
          {
            all: [
              { attr: 'isHighTech', op: 'is', value: true },
              { attr: 'employees', op: '>=', value: 5 },
            ],
          },
        ],
      },
    ],
  } as const;
  expect(describeRule(rule)).toEqual([
    { path: '/all/0', text: { zh: '成立时间已满12个月', en: 'Founded: at least 12 months ago' } },
    {
      path: '/all/1',
      text: {
        zh: '是入库科技型中小企业；或者是高新技术企业且从业人员不少于5人',
        en: 'Is a listed technology SME; or is a certified high-tech enterprise and employees: at least 5 people',
      },
    },
  ]);
  expect(describeRule({ all: [] })).toEqual([]);
});

describe('numbers in their unit', () => {
  const cases: [AttributeKey, number, string, string][] = [
    ['requestAmountFen', 1, '0.01元', 'CNY 0.01'],
    ['requestAmountFen', 123_456_789, '1,234,567.89元', 'CNY 1,234,567.89'],
    ['requestAmountFen', 999_900, '9,999元', 'CNY 9,999'],
    ['requestAmountFen', 990_000, '0.99万元', 'CNY 9,900'],
    ['requestAmountFen', 500_000_000, '500万元', 'CNY 5,000,000'],
    ['requestAmountFen', 9_999_000_000, '9,999万元', 'CNY 99,990,000'],
    ['requestAmountFen', 10_000_000_000, '1亿元', 'CNY 100,000,000'],
    ['requestAmountFen', 15_000_000_000, '1.5亿元', 'CNY 150,000,000'],
    ['requestAmountFen', 15_001_000_000, '15,001万元', 'CNY 150,010,000'],
    ['taxPaidLast12MonthsFen', 0, '0元', 'CNY 0'],
    ['invoicedSalesLast12MonthsFen', -123_456, '-1,234.56元', 'CNY -1,234.56'],
    ['invoicedSalesLast12MonthsFen', -5_000_000, '-5万元', 'CNY -50,000'],
    ['highestRateBps', 345, '3.45%', '3.45%'],
    ['invoicedSalesGrowthBps', -5, '-0.05%', '-0.05%'],
    ['requestTermMonths', 1, '1个月', '1 month'],
    ['ownerExperienceYears', 8, '8年', '8 years'],
    ['electricityLast12MonthsKwh', 1_234_567, '1,234,567千瓦时', '1,234,567 kWh'],
    ['waterLast12MonthsM3', 500, '500立方米', '500 m³'],
    ['landManagementAreaMu', 30, '30亩', '30 mu'],
    ['lenderCount', 3, '3家', '3'],
  ];
  it.each(cases)('%s %i', (key, value, zh, en) => {
    expect(describeNumber(attributeOf(key), value)).toEqual({ zh, en });
  });
});

describe('measured values', () => {
  const cases: [AttributeKey, FactValue, string, string][] = [
    ['foundedOn', '2024-07-01', '2024-07-01（已满23个月）', '2024-07-01 (23 months ago)'],
    ['foundedOn', '2026-07-01', '2026-07-01', '2026-07-01'],
    ['isHighTech', false, '不是高新技术企业', 'Is not a certified high-tech enterprise'],
    ['sizeClass', 'MICRO', '微型', 'micro'],
    ['securitiesOffered', [], '无', 'none'],
    ['securitiesOffered', ['SURETY'], '第三方或股东保证', 'surety by a third party or shareholder'],
    ['region', '510600', '四川省德阳市', 'Deyang, Sichuan'],
  ];
  it.each(cases)('%s %j', (key, value, zh, en) => {
    expect(describeMeasured(attributeOf(key), value, calendarDate('2026-06-30'))).toEqual({ zh, en });
  });
});
