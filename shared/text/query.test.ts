import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldScript } from './fold.ts';
import { markedPlaces, parseQuery, scriptOf } from './query.ts';

/** A query as its terms, those that are left out with a minus. */
const terms = (query: string): string[] => parseQuery(query).map(({ text, excluded }) => `${excluded ? '−' : ''}${text}`);

test.each<[string, string[]]>([
  ['預算', ['预算']],
  ['預算　審議通過', ['预算', '审议通过']],
  ['預算，審議、通過', ['预算', '审议', '通过']],
  ['２０２４年 ＰＭ２．５', ['2024年', 'pm2', '5']],
  ['「審議，通過」', ['审议,通过']],
  ['“审议，通过” 預算', ['审议,通过', '预算']],
  ['"審議通過" "審議通過" 审议通过', ['审议通过']],
  ['『青禾』協會', ['青禾', '协会']],
  ['會議「綠化辦法」修訂', ['会议', '绿化办法', '修订']],
  ['-預算 −苗圃 －會費', ['−预算', '−苗圃', '−会费']],
  ['-「審議，通過」', ['−审议,通过']],
  ['-PM2.5 -COVID-19。', ['−pm2.5', '−covid-19']],
  ['COVID-19', ['covid', '19']],
  ['預算-審議 - 通過', ['预算', '审议', '通过']],
  ['「還沒有關', ['还没有关']],
  ['「　審議 　」', ['审议']],
  ['「，」 。！ "" - ', []],
  ['', []],
])('%s', (query, expected) => expect(terms(query)).toEqual(expected));

test('any query at all is read, each term once, and none without a word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (query) => {
      const found = terms(query);
      expect(new Set(found).size).toBe(found.length);
      for (const term of found) expect(term).toMatch(/[\p{L}\p{N}\p{M}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u{20000}-\u{3ffff}]/u);
      expect(terms(foldScript(query))).toEqual(found);
    }),
  );
});

test.each<[string, string, string[]]>([
  ['审议通过', '會議審議通過了章程，並審議通過預算。', ['審議通過', '審議通過']],
  ['會', '會會員', ['會', '會']],
  ['審議 議通', '審議通過', ['審議通']],
  ['min', 'Minutes of the admin', ['Min']],
  ['「章程，並」', '章程，並審議', ['章程，並']],
  ['通過 -章程', '章程通過', ['通過']],
])('%s marks %s', (query, text, expected) => {
  expect(markedPlaces(text, parseQuery(query)).map(([start, end]) => text.slice(start, end))).toEqual(expected);
});

test.each([
  ['審議', 'Hant'],
  ['审议', 'Hans'],
  ['大會', 'Hant'],
  ['人口', null],
  ['PM2', null],
])('%s is written in %s', (query, script) => expect(scriptOf(query)).toBe(script));
