import { expect, test } from 'vitest';
import { languageOfLocale, languageOfShell } from './language.ts';

test.each([
  ['zh_TW.UTF-8', 'zh-Hant'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['zh_CN.UTF-8', 'zh-Hans'],
  ['zh-Hans-SG', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['en_GB.UTF-8', 'en'],
  ['C', 'zh-Hant'],
  ['', 'zh-Hant'],
])('%s speaks %s', (locale, language) => {
  expect(languageOfLocale(locale)).toBe(language);
});

test('LC_ALL counts before LANG, an empty one does not', () => {
  expect(languageOfShell({ LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' })).toBe('en');
  expect(languageOfShell({ LC_ALL: '', LANG: 'zh_CN.UTF-8' })).toBe('zh-Hans');
  expect(languageOfShell({})).toBe('zh-Hant');
});
