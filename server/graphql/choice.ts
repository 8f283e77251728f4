import { registerEnumType } from 'type-graphql';

/** A GraphQL enum of the same words that the table's column takes; use it as the type of a field or argument. */
export function choiceOf<Word extends string>(name: string, words: readonly Word[], description?: string): Record<Word, Word> {
  const values = Object.fromEntries(words.map(word => [word, word])) as Record<Word, Word>;
  registerEnumType(values, { name, description });
  return values;
}
