import type { Language } from '../language.ts';

/**
 * The strings of one part of the interface in every language. 繁體中文 is the source: a key that another language
 * lacks, or has too many, does not compile.
 */
export function defineStrings<const Source extends Record<string, string>>(
  strings: Record<'zh-Hant', Source> & Record<Exclude<Language, 'zh-Hant'>, { readonly [Key in keyof Source]: string }>,
): Readonly<Record<Language, { readonly [Key in keyof Source]: string }>> {
  return strings;
}
