import type { RepaymentMethod, SecurityKind } from '../../matching/attributes';
import type { ProductCategory } from '../vocabulary';
import { halfWidth } from './wording';

/** The places of a text where something was understood, and what each became. */
export type Found<Code> = { readonly start: number; readonly end: number; readonly code: Code };

type Pattern<Code> = { readonly pattern: RegExp; readonly code: Code };

/** Every place of the first pattern that takes it; later patterns get what is left. */
function findAll<Code>(text: string, patterns: readonly Pattern<Code>[]): Found<Code>[] {
  const words = halfWidth(text);
  const taken: Found<Code>[] = [];
  for (const { pattern, code } of patterns)
    for (const found of words.matchAll(pattern)) {
      const span = { start: found.index, end: found.index + found[0].length, code };
      if (!taken.some(other => span.start < other.end && other.start < span.end)) taken.push(span);
    }
  return taken.sort((a, b) => a.start - b.start);
}

const repayments: readonly Pattern<RepaymentMethod>[] = [
  { pattern: /随借随还/g, code: 'FLEXIBLE' },
  { pattern: /等额本息/g, code: 'EQUAL_INSTALLMENT' },
  { pattern: /等额本金/g, code: 'EQUAL_PRINCIPAL' },
  {
    pattern:
      /先息后本|(?:按月还息|每月还息|按月付息|按季付息)(?:\([^)]*\))?[、,]?到期(?:一次性?)?(?:还本付息|还本|偿还本金|归还本金)/g,
    code: 'INTEREST_FIRST',
  },
  { pattern: /到期一次性?(?:还本付息|归还本息)/g, code: 'LUMP_SUM' },
  { pattern: /按(?:制定的)?(?:还款)?计划(?:还款|执行)/g, code: 'SCHEDULED' },
];

export const readRepayment = (text: string): Found<RepaymentMethod>[] => findAll(text, repayments);

const unsecured: readonly Pattern<'UNSECURED'>[] = [
  { pattern: /纯信用(?:贷款)?|信用(?:贷款|方式)|无担保|无需提供担保|无需抵押担保|信用抵押方式均可/g, code: 'UNSECURED' },
  { pattern: /(?<=^|[、,;:])信用(?=$|[、,;]|最高)/g, code: 'UNSECURED' },
];

const securities: readonly Pattern<SecurityKind>[] = [
  { pattern: /(?:担保公司(?:提供)?(?:专项)?(?:担保|保证)|由[^,;。]{0,12}公司提供(?:专项)?担保)/g, code: 'FINANCING_GUARANTEE' },
  { pattern: /(?:保险公司)?保证保险/g, code: 'LOAN_INSURANCE' },
  { pattern: /(?:房产|不动产|房产、土地使用权)抵押/g, code: 'REAL_ESTATE_MORTGAGE' },
];

/** What a text says a firm must or may give as security. */
export type StatedSecurity = {
  readonly isUnsecured: boolean;
  readonly securities: readonly SecurityKind[];
  readonly places: readonly Found<SecurityKind | 'UNSECURED'>[];
};

/**
 * Kinds of security that are named exactly; "抵押" or "保证" alone may be several and stays text. A list that goes on
 * (等), a combination, or a guarantee that is only allowed beside others would shut out firms if it were taken as all.
 */
export function readSecurity(text: string): StatedSecurity {
  const words = halfWidth(text);
  if (/组合/.test(words)) return { isUnsecured: false, securities: [], places: [] };
  const free = findAll(text, unsecured);
  const isUnsecured = free.length > 0;
  const named = findAll(text, securities);
  if (!isUnsecured && /等|允许|辅助/.test(words)) return { isUnsecured, securities: [], places: [] };
  return { isUnsecured, securities: [...new Set(named.map(({ code }) => code))], places: [...free, ...named] };
}

const categories: readonly { readonly pattern: RegExp; readonly category: ProductCategory }[] = [
  { pattern: /知识产权|专利/, category: 'ipPledge' },
  { pattern: /电贷|电费/, category: 'power' },
  { pattern: /税/, category: 'tax' },
  { pattern: /发票|商票/, category: 'invoice' },
  { pattern: /政采|采购|订单|采e贷/, category: 'order' },
  { pattern: /农|乡村/, category: 'agriculture' },
  { pattern: /科|高新|小巨人|专精特新/, category: 'sciTech' },
  { pattern: /创业|初创/, category: 'startUp' },
  { pattern: /抵押/, category: 'realEstate' },
];

/** The publisher's own heading, where it means one family. */
const headings: Readonly<Record<string, ProductCategory>> = {
  AGRICULTURAL: 'agriculture',
  涉农: 'agriculture',
  税贷: 'tax',
  发票贷: 'invoice',
  订单价值贷: 'order',
  科创类产品: 'sciTech',
  科技: 'sciTech',
  知识价值贷: 'sciTech',
};

/** The family of a product by its name, else by the publisher's heading, and which told; null when neither does. */
export function readCategory(
  name: string,
  heading: string,
): { readonly code: ProductCategory; readonly column: 'product_name' | 'category' } | null {
  const named = categories.find(({ pattern }) => pattern.test(name));
  if (named) return { code: named.category, column: 'product_name' };
  const headed = headings[heading];
  return headed === undefined ? null : { code: headed, column: 'category' };
}
