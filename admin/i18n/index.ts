import polyglotI18nProvider from 'ra-i18n-polyglot';
import reactAdminEn from 'ra-language-english';
import type { StringMap } from 'react-admin';
import { setServerLocale } from '../client';
import { modules } from './modules';
import { reactAdminZh } from './reactAdminZh';

export type Locale = 'zh' | 'en';

const messages = {
  zh: { ...reactAdminZh, rongqiao: wordsIn('zh') },
  en: { ...reactAdminEn, rongqiao: wordsIn('en') },
};

/** `rongqiao.<module>.<key>` in `locale`. */
function wordsIn(locale: Locale): StringMap {
  return Object.fromEntries(Object.entries(modules).map(([name, words]) => [name, words[locale] as StringMap]));
}

const storageKey = 'rongqiao.locale';

const isLocale = (value: unknown): value is Locale => value === 'zh' || value === 'en';

function firstLocale(): Locale {
  const stored = localStorage.getItem(storageKey);
  return isLocale(stored) ? stored : 'zh';
}

const polyglot = polyglotI18nProvider(
  locale => messages[isLocale(locale) ? locale : 'zh'],
  firstLocale(),
  [
    { locale: 'zh', name: '中文' },
    { locale: 'en', name: 'English' },
  ],
  { allowMissing: true },
);

const tell = (locale: string): void => {
  setServerLocale(locale);
  localStorage.setItem(storageKey, locale);
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
};
tell(firstLocale());

/** Changing the language also changes the language of the server's refusals, and is kept for the next visit. */
export const i18nProvider: typeof polyglot = {
  ...polyglot,
  changeLocale: async locale => {
    await polyglot.changeLocale(locale);
    tell(locale);
  },
};
