import { useLocaleState } from 'react-admin';
import type { Locale } from '../i18n';

type Text = { readonly zh: string; readonly en: string };

/** The reader's language. */
export function useLocale(): Locale {
  const [locale] = useLocaleState();
  return locale === 'en' ? 'en' : 'zh';
}

/** A function that words a bilingual text in the reader's language; nothing becomes nothing. */
export function useText(): (text: Text | null | undefined) => string {
  const locale = useLocale();
  return text => text?.[locale] ?? '';
}
