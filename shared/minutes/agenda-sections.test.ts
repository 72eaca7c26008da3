import { describe, expect, it } from 'vitest';
import { withAgendaSections } from './agenda-sections.ts';
import { type MinutesDocument, minutesDocumentSchema, newMinutes } from './document.ts';
import { emptySection } from './empty-section.ts';
import type { Meta } from './meta.ts';
import { outlineOf } from './outline.ts';

const item = (text: string, presenter = '') => ({ text, presenter, time: '' });
const record = (items: ReturnType<typeof item>[], meta: Partial<Meta> = { region: 'TW', script: 'Hant' }): MinutesDocument => {
  const empty = newMinutes(meta);
  return { ...empty, blocks: [{ ...emptySection('agenda'), data: { items } } as MinutesDocument['blocks'][number], ...empty.blocks] };
};
const kinds = (document: MinutesDocument) => document.blocks.slice(1).map(({ kind }) => kind);

describe('from the agenda to the record', () => {
  it('has a section for each item, in its order and its words', () => {
    const items = [
      item('主席致詞', '石仲平理事長'), item('上次會議決議執行情形'), item('會務報告', '柳思源秘書長'), item('審議下年度預算案'), item('選舉第七屆常務理事'),
      item('園區參觀'), item('臨時動議'), item('散會'), item(''),
    ];
    const made = withAgendaSections(record(items));
    expect(minutesDocumentSchema.safeParse(made).error).toBeUndefined();
    expect(kinds(made)).toEqual(['speech', 'followUp', 'heardReport', 'resolution', 'election', 'heading', 'paragraph', 'extemporeMotion', 'adjournment']);
    const [speech, , report, resolution, election] = made.blocks.slice(1) as { heading: string | null; fields: Record<string, string>; values: Record<string, string> }[];
    expect(speech).toMatchObject({ heading: '主席致詞', fields: { name: '石仲平', title: '理事長' } });
    expect(report?.fields).toMatchObject({ report: '會務報告', name: '柳思源', title: '秘書長' });
    expect(resolution).toMatchObject({ fields: { matter: '審議下年度預算案' }, values: { form: 'itemised', outcome: 'open' } });
    expect(election?.fields['office']).toBe('選舉第七屆常務理事');
    expect(outlineOf(made).map(({ text }) => text)).toContain('園區參觀');
  });

  it('has a heading for a part that holds several items', () => {
    expect(kinds(withAgendaSections(record([item('報告事項'), item('討論提案')])))).toEqual(['heading', 'paragraph', 'heading', 'paragraph']);
  });

  it('is the narrative form on the mainland', () => {
    const [resolution] = withAgendaSections(record([item('审议通过年度决算')], { region: 'CN', script: 'Hans' })).blocks.slice(1) as { values: Record<string, string> }[];
    expect(resolution?.values).toMatchObject({ form: 'narrative', outcome: 'open' });
  });

  it('adds only what is not there yet, and nothing the second time', () => {
    const once = withAgendaSections(record([item('會務報告'), item('散會')]));
    expect(withAgendaSections(once)).toBe(once);
    const agenda = { ...once.blocks[0], data: { items: [item('會務報告'), item('章程修正案'), item('散會')] } } as MinutesDocument['blocks'][number];
    expect(kinds(withAgendaSections({ ...once, blocks: [agenda, ...once.blocks.slice(1)] }))).toEqual(['resolution', 'heardReport', 'adjournment']);
  });

  it('leaves a record without an agenda as it is', () => {
    const bare = newMinutes();
    expect(withAgendaSections(bare)).toBe(bare);
  });
});
