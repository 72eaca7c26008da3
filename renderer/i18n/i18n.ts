/** The words of the interface: i18next, fed from `shared/locale`. */
import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '#shared/language.ts';
import { errorSentence } from '#shared/locale/sentence.ts';
import type { AppError } from '#shared/result.ts';
import { parts, type Part, type TextKey } from './parts.ts';

type Params = Readonly<Record<string, string | number>>;

const languages: readonly Language[] = ['zh-Hant', 'zh-Hans', 'en'];

/** Gets the words ready in a language; call once before the first paint. */
export async function startTexts(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-Hant',
    resources: Object.fromEntries(
      languages.map((one) => [one, Object.fromEntries(Object.entries(parts).map(([part, words]) => [part, words[one]]))]),
    ),
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

/** Speaks another language from now on. */
export function changeLanguage(language: Language): void {
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

/** The language of the interface that fits a system's tag (zh-TW, zh-CN, en-GB …). */
export function languageOf(systemTag: string): Language {
  const tag = systemTag.toLowerCase();
  if (!tag.startsWith('zh')) return 'en';
  return /hans|-cn|-sg|-my/.test(tag) ? 'zh-Hans' : 'zh-Hant';
}

/** One text outside a component. */
export function text<P extends Part>(part: P, key: TextKey<P>, params: Params = {}): string {
  return i18next.t(key as string, { ns: part, ...params });
}

/** The texts of one part; the component follows the language. */
export function useText<P extends Part>(part: P): (key: TextKey<P>, params?: Params) => string {
  const { t } = useTranslation(part);
  return useCallback((key, params = {}) => t(key as string, params), [t]);
}

/** The language of the interface; the component follows it. */
export function useLanguage(): Language {
  return useTranslation().i18n.language as Language;
}

/** The sentence of an error in the language of the interface. */
export const sentence = (error: AppError): string => errorSentence(error, i18next.language as Language);
