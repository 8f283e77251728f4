import type { ProductVersion, ProductVocabulary } from '../generated/schema';
import { capitalised } from '../shared/format';
import { useAsk } from '../shared/useAsk';
import { useText } from '../shared/useLocale';
import { vocabularyDocument } from './operations';

export type ListOfWords = keyof ProductVocabulary;

/** The list of labels of a category: those of insurance have words of their own. */
export const labelsFor = (category: string): ListOfWords => (category === 'insurance' ? 'insuranceLabels' : 'labels');

/** The fixed lists that products are described with: the label of a code, and the choices of a list. */
export function useVocabulary() {
  const text = useText();
  const query = useAsk<{ productVocabulary: ProductVocabulary }>(vocabularyDocument, {}, { isFixed: true });
  const vocabulary = query.data?.productVocabulary;
  const labelOf = (list: ListOfWords, code: string): string =>
    text(vocabulary?.[list].find(word => word.code === code)?.label) || code;
  return {
    /** For pages that make no sense before the lists are known. */
    query,
    labelOf,
    /** The labels of a product, named as products of its kind name them. */
    labelsOf: ({ category, labels }: Pick<ProductVersion, 'category' | 'labels'>): string[] =>
      labels.map(code => labelOf(labelsFor(category), code)),
    choicesOf: (list: ListOfWords) =>
      (vocabulary?.[list] ?? []).map(word => ({ id: word.code, name: capitalised(text(word.label)) })),
  };
}
