import { expect, test } from 'vitest';
import { foldScript } from '#shared/text/fold.ts';
import { parseQuery } from '#shared/text/query.ts';
import { placesIn } from './snippets.ts';

const line = (blockId: string | null, text: string) => ({ part: 'text', blockId, text, folded: foldScript(text) }) as const;

const before = '會議指出，本會去年完成社區綠化工程十二處，種植喬木三千株，新增會員單位九家，各項收支均依預算執行；';

test.each([
  ['near the end of its line', `${before}最後討論苗圃。`],
  ['in the middle of a long line', `${before}${before}討論苗圃。${before}${before}`],
])('a hit %s stands among the first words that are shown', (_, text) => {
  const { snippets: [snippet] } = placesIn([line('para00000001', text)], parseQuery('苗圃'));
  const [start, end] = snippet?.hits[0] ?? [0, 0];
  expect(snippet?.text.slice(start, end)).toBe('苗圃');
  expect(start).toBeLessThanOrEqual(16);
  expect(snippet?.text.startsWith('…')).toBe(true);
});

test('a line is shown from its beginning where the hit stands there', () => {
  const { snippets: [snippet] } = placesIn([line(null, `苗圃案：${before}`)], parseQuery('苗圃'));
  expect(snippet?.text.startsWith('苗圃案')).toBe(true);
});
