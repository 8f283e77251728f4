/** A sentence or label in both languages of the platform: Chinese first, English complete. */
export type Text = { readonly zh: string; readonly en: string };

export type Locale = 'zh' | 'en';

/** The wording of `text` in the reader's language. */
export const inLocale = (text: Text, locale: Locale): string => text[locale];

/** What a person has written, in whichever language, as a text for readers of both; nothing stays nothing. */
export const asWritten = (words: string | null): Text | null => (words === null ? null : { zh: words, en: words });
