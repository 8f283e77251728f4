import { fenOf, monthsOf, numeral } from '../wording';
import type { ConditionReader } from './conditionReader';

/** Better grades come first. M, for firms too new to be graded, stands outside the order: "B and better" leaves it out. */
const graded = ['A', 'B', 'C', 'D'];

export const taxConditions: readonly ConditionReader[] = [
  {
    name: 'tax credit grade … and better',
    pattern: /纳税(?:信用)?(?:等级|级别)(?:在|为)?([ABC])级?(?:\(含\))?(?:及)?以上/g,
    clause: found => ({ attr: 'taxCreditGrade', op: 'in', value: graded.slice(0, graded.indexOf(found[1] ?? '') + 1) }),
  },
  {
    name: 'tax credit grade one of …',
    pattern: /纳税(?:信用)?(?:等级|级别)(?:在|为)?([ABCDM](?:级?[、/][ABCDM])+)级/g,
    clause: found => ({ attr: 'taxCreditGrade', op: 'in', value: [...new Set(found[1]?.match(/[ABCDM]/g))] }),
  },
  {
    name: 'taxes paid in 12 months',
    pattern: new RegExp(
      `近(?:12|十二)个月(?:的)?纳税(?:总)?额(?:在|达到|不低于)?${numeral}(万|亿)元?(?:\\(含\\))?(?:及)?以上`,
      'g',
    ),
    clause: found => ({ attr: 'taxPaidLast12MonthsFen', op: '>=', value: fenOf(found[1], found[2]) }),
  },
  {
    name: 'regular tax filing for …',
    pattern: new RegExp(`(?:连续)?正常(?:申报)?纳税${numeral}(年|个月)(?:\\(含\\))?以上`, 'g'),
    clause: found => ({ attr: 'taxFilingMonths', op: '>=', value: monthsOf(found[1], found[2]) }),
  },
  {
    name: 'no tax arrears',
    pattern: /(?:不存在|无)(?:欠缴(?:的)?税款|欠税)/g,
    clause: () => ({ attr: 'hasTaxArrears', op: 'is', value: false }),
  },
  {
    name: 'invoices in each of 12 months',
    pattern: /连续开票(12|十二|24|二十四)个月(?:\(含\))?以上/g,
    clause: found => {
      const isOneYear = found[1] === '12' || found[1] === '十二';
      return isOneYear
        ? { attr: 'invoicingMonthsLast12', op: '>=', value: 12 }
        : { attr: 'invoicingMonthsLast24', op: '>=', value: 24 };
    },
  },
  {
    name: 'invoiced sales of a year',
    pattern: new RegExp(
      `(?:年|近(?:12|十二)个月)开票(?:金额|额)(?:在|达到|不低于)?${numeral}(万|亿)元?(?:\\(含\\))?(?:及)?以上`,
      'g',
    ),
    clause: found => ({ attr: 'invoicedSalesLast12MonthsFen', op: '>=', value: fenOf(found[1], found[2]) }),
  },
];
