import type { Clause } from '../../../matching/rule';
import { industries } from '../../../shared/industries';
import { regions } from '../../../shared/regions';
import { monthsOf, numeral } from '../wording';
import type { ConditionReader } from './conditionReader';

const founded = (months: number): Clause => ({ attr: 'foundedOn', op: 'atLeastAgo', months });

const regionNamed = (name: string | undefined): string | null => regions.find(region => region.name.zh === name)?.code ?? null;

/** The code of an industry by its name in GB/T 4754, also written with 业 behind it. */
const industryNamed = (name: string): string | null =>
  industries.find(industry => industry.name.zh === name || `${industry.name.zh}业` === name)?.code ?? null;

/** What the register of firms can answer: how long, where, in which trade, in good order. */
export const registrationConditions: readonly ConditionReader[] = [
  {
    // 以上 and 满 include the bound (民法典 1259).
    name: 'founded at least … ago',
    pattern: new RegExp(
      `(?:营业执照|(?:企业)?(?:成立(?:且实际)?(?:经营)?|(?:生产)?经营年限|持续经营时间))须?满${numeral}(年|个月)`,
      'g',
    ),
    clause: found => founded(monthsOf(found[1], found[2])),
  },
  {
    name: 'founded or operating … and more',
    pattern: new RegExp(`(?:成立|(?:连续)?(?:正常)?(?:生产)?经营)${numeral}(年|个月)(?:\\(含[^)]*\\))?以上`, 'g'),
    clause: found => founded(monthsOf(found[1], found[2])),
  },
  {
    name: 'registration in order',
    pattern: /工商(?:注册|登记)(?:状态)?正常/g,
    clause: () => ({ attr: 'registrationStatus', op: 'in', value: ['IN_OPERATION'] }),
  },
  {
    name: 'registered in a division',
    pattern: /在([一-龥]{2,8}?[省市县区])(?:行政区域内|行政区域范围内|境内|依法|内)?注册(?:登记)?/g,
    clause: found => {
      const code = regionNamed(found[1]);
      return code === null ? null : { attr: 'region', op: 'under', value: [code] };
    },
  },
  {
    name: 'not in a division',
    pattern: /\(不含([一-龥]{2,8}?[省市县区])\)/g,
    clause: found => {
      const code = regionNamed(found[1]);
      return code === null ? null : { attr: 'region', op: 'notUnder', value: [code] };
    },
  },
  {
    name: 'no developer of real estate',
    pattern: /非房地产开发企业/g,
    clause: () => ({ attr: 'industry', op: 'notUnder', value: ['7010'] }),
  },
  {
    // Each named industry is shut out; an "and the like" behind them stays for a person.
    name: 'an industry that is shut out',
    pattern: /(?<=(?:禁止类行业|禁入行业|禁止行业):(?:[^;。]*、)?)([一-龥]{2,12})(?=、|$)/g,
    clause: found => {
      const code = industryNamed(found[1] ?? '');
      return code === null ? null : { attr: 'industry', op: 'notUnder', value: [code] };
    },
  },
];
