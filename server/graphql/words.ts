import { registerEnumType } from 'type-graphql';

/** A GraphQL enum of fixed words, spelt in the API as they are in the program: `@Field(() => ConsentPurposeWords)`. */
export function enumOf<const Word extends string>(
  name: string,
  words: readonly Word[],
  description?: string,
): Readonly<Record<Word, Word>> {
  const enumObject = Object.fromEntries(words.map(word => [word, word])) as Record<Word, Word>;
  registerEnumType(enumObject, { name, description });
  return enumObject;
}
