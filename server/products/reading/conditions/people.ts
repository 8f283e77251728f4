import { numberOf, numeral } from '../wording';
import type { ConditionReader } from './conditionReader';

/** An upper age that is itself excluded ends a year earlier. */
const upTo = (age: string | undefined, excluded: string | undefined): number => numberOf(age) - (excluded === undefined ? 0 : 1);

/** The person behind the firm; "borrower" and "owner" are its legal representative, investor or operator. */
export const peopleConditions: readonly ConditionReader[] = [
  {
    name: 'age from … to …',
    pattern: new RegExp(
      `(?:(?:借款人|企业主|法定代表人)?(?:年龄)?(?:要求)?:?(?:为|在)?)?\\s*${numeral}\\s*(?:周岁)?\\s*(?:\\(含\\))?\\s*(?:-|~|至|到|—)\\s*${numeral}\\s*周岁(\\(不含\\))?(?:之间)?`,
      'g',
    ),
    clause: found => ({
      attr: 'legalRepresentativeAgeYears',
      op: 'between',
      value: [numberOf(found[1]), upTo(found[2], found[3])],
    }),
  },
  {
    name: 'age … and no more than …',
    pattern: new RegExp(`(?:借款人|企业主|法定代表人)?年满${numeral}周岁且不超过${numeral}周岁`, 'g'),
    clause: found => ({ attr: 'legalRepresentativeAgeYears', op: 'between', value: [numberOf(found[1]), numberOf(found[2])] }),
  },
  {
    name: 'age … and more',
    pattern: new RegExp(`(?:借款人|企业主|法定代表人)?年龄(?:要求)?:?(?:为|在)?${numeral}周岁(?:\\(含\\))?以上`, 'g'),
    clause: found => ({ attr: 'legalRepresentativeAgeYears', op: '>=', value: numberOf(found[1]) }),
  },
  {
    name: 'share held by the legal representative',
    pattern: new RegExp(`法定代表人持股(?:比例)?(?:达到|不低于|在)?${numeral}%(?:\\(含\\))?(?:以上|及以上)`, 'g'),
    clause: found => ({ attr: 'legalRepresentativeShareBps', op: '>=', value: Math.round(numberOf(found[1]) * 100) }),
  },
  {
    name: 'no foreigner and nobody of Hong Kong, Macau or Taiwan',
    pattern: /非港、?澳、?台(?:居民)?及外籍人士/g,
    clause: () => ({ attr: 'legalRepresentativeIsMainland', op: 'is', value: true }),
  },
];
