import type { ProductVocabulary } from '../generated/schema';
import { useAsk } from '../shared/useAsk';
import { useText } from '../shared/useLocale';
import { vocabularyDocument } from './operations';

export type ListOfWords = keyof ProductVocabulary;

/** The fixed lists that products are described with: the label of a code, and the choices of a list. */
export function useVocabulary() {
  const text = useText();
  const query = useAsk<{ productVocabulary: ProductVocabulary }>(vocabularyDocument);
  const vocabulary = query.data?.productVocabulary;
  return {
    /** For pages that make no sense before the lists are known. */
    query,
    labelOf: (list: ListOfWords, code: string): string =>
      text(vocabulary?.[list].find(word => word.code === code)?.label) || code,
    choicesOf: (list: ListOfWords) => (vocabulary?.[list] ?? []).map(word => ({ id: word.code, name: text(word.label) })),
  };
}
