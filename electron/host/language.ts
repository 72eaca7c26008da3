/** The language that a host speaks before it can ask the settings. */
import type { Language } from '#shared/language.ts';

/**
 * The interface language for a locale such as `zh_CN.UTF-8`, `zh-Hans-SG` or `en-GB`; 繁體中文 for Chinese of no
 * known script and for what is not known at all.
 */
export function languageOfLocale(locale: string | undefined): Language {
  const name = (locale ?? '').replace('_', '-').toLowerCase();
  if (/^zh.*(hans|-cn|-sg)/.test(name)) return 'zh-Hans';
  return /^en\b/.test(name) ? 'en' : 'zh-Hant';
}

/** The interface language of the user's shell: `LC_ALL`, `LC_MESSAGES`, then `LANG`. */
export function languageOfShell(env: NodeJS.ProcessEnv = process.env): Language {
  return languageOfLocale(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']);
}
