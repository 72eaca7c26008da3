/** The words of the interface fit the places they stand in, in every language, and keep their parameters. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !['strings.ts', 'sentence.ts'].includes(name));
type Strings = Record<'zh-Hant' | 'zh-Hans' | 'en', Record<string, string>>;

const parts = await Promise.all(
  files.map(async (name): Promise<[string, Strings]> => {
    const module = (await import(new URL(name, folder).href)) as Record<string, unknown>;
    const strings = Object.values(module).find((value) => typeof value === 'object' && value !== null && 'zh-Hant' in value);
    return [name, strings as Strings];
  }),
);

const wide = (text: string) => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
const params = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe.each(parts)('%s', (name, strings) => {
  test.each(Object.keys(strings['zh-Hant']))('%s', (key) => {
    const source = strings['zh-Hant'][key]!;
    for (const language of ['zh-Hans', 'en'] as const) {
      const other = strings[language][key]!;
      expect(other.trim()).not.toBe('');
      expect(params(other)).toEqual(params(source));
      // A label may grow in English, a sentence may too: by what the narrowest place still holds.
      if (name !== 'errors.ts') expect(wide(other)).toBeLessThanOrEqual(Math.max(24, wide(source) * 2.2 + 14));
    }
  });

  test('has no exclamation mark and no Traditional word in the Simplified text', () => {
    for (const language of Object.values(strings)) for (const text of Object.values(language)) expect(text).not.toMatch(/[!！]/);
    for (const [key, text] of Object.entries(strings['zh-Hans'])) {
      if (!key.startsWith('script.') && key !== 'found.hint') expect(text).not.toMatch(/[會議儲檔這們無還匯關說與開單單]/);
    }
  });
});
