import { expect, test } from 'vitest';
import { applyChanges } from '../minutes/changes.ts';
import type { MinutesDocument } from '../minutes/document.ts';
import { councilMeeting } from '../minutes/fixtures.ts';
import { accepted } from './accepted.ts';

const sent = councilMeeting();
const speech = sent.blocks.find(({ kind }) => kind === 'speech')?.id ?? '';

/** The record with some of its words changed. */
const changed = (...pairs: readonly (readonly [string, string])[]): MinutesDocument =>
  JSON.parse(pairs.reduce((text, [before, after]) => {
    expect(text).toContain(before);
    return text.replaceAll(before, after);
  }, JSON.stringify(sent))) as MinutesDocument;

function accept(present: MinutesDocument, returned: MinutesDocument): { text: string; overwrites: boolean } {
  const { changes, overwrites } = accepted(present, sent, returned, speech);
  return { text: JSON.stringify(changes && applyChanges(present, changes)), overwrites };
}

test('what two copies change in one part, and what was changed by hand meanwhile, is all in the record', () => {
  const first = accept(changed(['三點希望', '三項希望']), changed(['表示祝賀', '表示由衷祝賀']));
  const both = accept(JSON.parse(first.text) as MinutesDocument, changed(['她強調，老樹的養護要有專人負責', '她強調，老樹的養護由專人負責']));
  expect(both).toEqual({ text: JSON.stringify(changed(['三點希望', '三項希望'], ['表示祝賀', '表示由衷祝賀'], ['養護要有專人', '養護由專人'])), overwrites: false });
});

test('where both change the same words, the accepted ones stand, and it is said', () => {
  const { text, overwrites } = accept(changed(['表示祝賀', '表示熱烈祝賀']), changed(['表示祝賀', '表示由衷祝賀']));
  expect(text).toContain('表示由衷祝賀');
  expect(overwrites).toBe(true);
});

test('other parts of the copy are left alone, and a title is changed without the rest of the head', () => {
  expect(accept(sent, changed(['表示祝賀', '表示由衷祝賀'], ['86,400', '86,500'])).text).toBe(JSON.stringify(changed(['表示祝賀', '表示由衷祝賀'])));
  const titled = { ...sent, meta: { ...sent.meta, title: '會議紀要' } };
  const present = { ...sent, meta: { ...sent.meta, place: '本會三樓' } };
  expect(accepted(present, sent, titled, 'meta').changes?.meta).toEqual({ ...sent.meta, title: '會議紀要', place: '本會三樓' });
});

test('a part that the copy moved comes to its place, with what was changed here; one that was moved here stays', () => {
  const moved = (record: MinutesDocument): MinutesDocument => ({ ...record, blocks: [...record.blocks.filter(({ id }) => id !== speech), ...record.blocks.filter(({ id }) => id === speech)] });
  expect(accept(changed(['三點希望', '三項希望']), moved(sent)).text).toBe(JSON.stringify(moved(changed(['三點希望', '三項希望']))));
  expect(accept(moved(sent), changed(['表示祝賀', '表示由衷祝賀'])).text).toBe(JSON.stringify(moved(changed(['表示祝賀', '表示由衷祝賀']))));
});
