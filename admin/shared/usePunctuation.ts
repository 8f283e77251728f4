import { useLocale } from './useLocale';

export type Punctuation = {
  /** Items one after the other. */
  readonly list: (items: readonly string[]) => string;
  /** A name and what it is. */
  readonly pair: (name: string, value: string) => string;
  /** What is said in passing, behind a text. */
  readonly aside: (text: string) => string;
};

const chinese: Punctuation = {
  list: items => items.join('、'),
  pair: (name, value) => `${name}：${value}`,
  aside: text => `（${text}）`,
};
const english: Punctuation = {
  list: items => items.join(', '),
  pair: (name, value) => `${name}: ${value}`,
  aside: text => ` (${text})`,
};

/** How the reader's language writes lists, pairs and asides. */
export const usePunctuation = (): Punctuation => (useLocale() === 'zh' ? chinese : english);
