import type { OrganisationKind } from '../shared/actor';
import { invalidInput } from '../shared/refusals';
import type { Terms } from './terms';

/** What a product is: money lent, or a risk covered. Loans alone are matched, applied for and disbursed. */
export const productKinds = ['loan', 'insurance'] as const;
export type ProductKind = (typeof productKinds)[number];

/** Who offers what: the kind of a product follows from its institution and never changes. */
export const kindOffered: Partial<Record<OrganisationKind, ProductKind>> = { bank: 'loan', insurer: 'insurance' };

/**
 * Holds terms to the kind of their product: an insurance product is in the category of insurance and states nothing of
 * a loan, a loan is in any other. Refuses with INVALID_INPUT naming the field.
 */
export function checkTermsOfKind(kind: ProductKind, terms: Terms): void {
  if ((terms.category === 'insurance') !== (kind === 'insurance'))
    throw invalidInput('category', terms.category, 'category.ofKind', {
      zh: '保险产品的类别应为「保险」，贷款产品应选其他类别。',
      en: 'An insurance product belongs to the category of insurance, a loan to any other.',
    });
  const stated = kind === 'insurance' ? loanTermStated(terms) : undefined;
  if (stated)
    throw invalidInput(stated, terms[stated], `${stated}.ofLoans`, {
      zh: `保险产品没有「${stated}」，请清空。`,
      en: `An insurance product has no "${stated}": leave it empty.`,
    });
}

const loanTermStated = (terms: Terms): keyof Terms | undefined => {
  const isStated: Partial<Record<keyof Terms, boolean>> = {
    pricing: terms.pricing !== null,
    repaymentMethods: terms.repaymentMethods.length > 0,
    isUnsecured: terms.isUnsecured,
    securities: terms.securities.length > 0,
    purposes: terms.purposes.length > 0,
  };
  return (Object.keys(isStated) as (keyof Terms)[]).find(field => isStated[field]);
};
