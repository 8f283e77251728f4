import type { ProductVocabulary } from '../generated/schema';
import { useAsk } from '../shared/useAsk';
import { useText } from '../shared/useLocale';
import { vocabularyDocument } from './operations';

export type ListOfWords = keyof ProductVocabulary;

/** The fixed lists that products are described with: the label of a code, and the choices of a list. */
export function useVocabulary() {
  const text = useText();
  const vocabulary = useAsk<{ productVocabulary: ProductVocabulary }>(vocabularyDocument).data?.productVocabulary;
  return {
    isKnown: vocabulary !== undefined,
    labelOf: (list: ListOfWords, code: string): string =>
      text(vocabulary?.[list].find(word => word.code === code)?.label) || code,
    choicesOf: (list: ListOfWords) => (vocabulary?.[list] ?? []).map(word => ({ id: word.code, name: text(word.label) })),
  };
}

export type Vocabulary = ReturnType<typeof useVocabulary>;
