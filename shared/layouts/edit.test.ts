import { expect, it } from 'vitest';
import { formOf, withForm } from './edit.ts';
import { layoutIds, layouts } from './index.ts';
import { layoutSchema } from './layout.ts';

it.each(layoutIds)('leaves %s as it is where nothing is changed', (id) => {
  expect(withForm(layouts[id], formOf(layouts[id]))).toEqual(layouts[id]);
});

it('sets what is as large as the text in the new size, and nothing else', () => {
  const layout = layouts.gbt9704;
  const changed = layoutSchema.parse(withForm(layout, { ...formOf(layout), text: '仿宋_GB2312X', pt: 15, line: 27, left: 30, mark: '青禾綠化協會紀要' }));
  expect([changed.base.pt, changed.styles.body.pt, changed.styles.title.pt]).toEqual([15, 15, layout.styles.title.pt]);
  expect(changed.styles.body.line).toEqual({ exact: 27 });
  expect(changed.page).toEqual({ ...layout.page, left: 30 });
  expect(changed.grid).toBeNull();
  expect(changed.faces['text']?.['zh-CN']?.eastAsia[0]).toBe('仿宋_GB2312X');
  expect(changed.faces['text']?.['zh-CN']?.eastAsia).toContain(layout.faces['text']?.['zh-CN']?.eastAsia[0]);
  expect(changed.words.mark).toEqual({ Hant: '青禾綠化協會紀要', Hans: '青禾綠化協會紀要' });
});

it.each(layoutIds)('fills in every place in the words of %s', (id) => {
  const { header, footer, words } = layouts[id];
  const places = [header.text, footer.text, words.missingImage].flatMap(({ Hant, Hans }) => [...Hant.matchAll(/\{[^}]*\}/g), ...Hans.matchAll(/\{[^}]*\}/g)].map(([place]) => place));
  expect(places.filter((place) => !['{title}', '{organisation}', '{page}', '{pages}', '{alt}'].includes(place))).toEqual([]);
});
