import { describe, expect, it } from 'vitest';
import type { Block } from '../blocks/index.ts';
import { documentVersion, type MinutesDocument, minutesDocumentSchema } from '../document.ts';
import { councilMeeting } from '../fixtures.ts';
import { documentText } from '../text.ts';
import { blocksWithin } from '../walk.ts';
import { readTemplatesFile, templatesFile } from './file.ts';
import { instantiateMeeting, instantiateSection } from './instantiate.ts';
import { meetingTemplate, sectionTemplate } from './own.ts';
import { templateSchema } from './template.ts';

const meeting: MinutesDocument = { ...councilMeeting(), meta: { ...councilMeeting().meta, region: 'TW', script: 'Hant', documentNumber: '青綠字第1號' } };
const own = { name: '理事會（本會）', keepsText: true, order: 1000 };
const use = { region: 'TW', script: 'Hant' } as const;

describe('a template of her own', () => {
  it('of a meeting keeps its parts and its words, but no people, dates, numbers or steps', () => {
    const template = meetingTemplate({ ...meeting, meta: { ...meeting.meta, stages: [{ stage: 'submitted', at: '2024-02-01T02:00:00.000Z', by: '' }] } }, own);
    expect(templateSchema.safeParse(template).error).toBeUndefined();
    const again = instantiateMeeting(template, use);
    expect(minutesDocumentSchema.safeParse(again).error).toBeUndefined();
    expect(again.blocks.map(({ kind }) => kind)).toEqual(meeting.blocks.map(({ kind }) => kind).filter((kind) => kind !== 'image'));
    expect(again.meta).toMatchObject({ organisation: meeting.meta.organisation, body: meeting.meta.body, start: null, documentNumber: '' });
    expect(again.meta.stages).toBeUndefined();
    expect(again.roster).toEqual([]);
    const ids = (document: { blocks: readonly Block[] }) => document.blocks.flatMap((block) => [...blocksWithin(block)].map(({ id }) => id));
    expect(ids(again).filter((id) => ids(meeting).includes(id))).toEqual([]);
  });

  it('counts 屆 and 次 anew in its title', () => {
    const counted = { ...meeting, meta: { ...meeting.meta, body: '理事會', title: '第六屆理事會第十四次會議紀錄' } };
    const template = meetingTemplate(counted, own);
    expect(template.meta?.title).toBe('理事會會議紀錄');
    expect(instantiateMeeting(template, { ...use, meta: { term: 7, session: 1 } }).meta.title).toBe('第七屆理事會第一次會議紀錄');
  });

  it('without its text has places to fill in instead', () => {
    const text = documentText(instantiateMeeting(meetingTemplate(meeting, { ...own, keepsText: false }), use));
    expect(text).toContain('〔內容〕');
    expect(text.length).toBeLessThan(documentText(meeting).length / 2);
  });

  it('of a section is that section; pictures and numbers of the registers stay behind', () => {
    const section = { ...meeting.blocks.find(({ kind }) => kind === 'resolution') } as Block & { body: Block[] };
    const image = { id: 'image0000001', kind: 'image', asset: 'a'.repeat(64), mime: 'image/png', width: 1, height: 1, paperWidth: null, alt: '', caption: [] };
    const numbered = { ...section, data: { number: '113-1', vote: { for: 3 } }, body: [...section.body, image] } as unknown as Block;
    const template = sectionTemplate({ ...meeting, blocks: [...meeting.blocks.filter(({ id }) => id !== section.id), numbered] }, [section.id], own);
    const [block] = template.blocks as (Block & { body: Block[]; data?: unknown })[];
    expect(template.blocks).toHaveLength(1);
    expect(block?.kind).toBe('resolution');
    expect(block?.data).toEqual({ vote: { for: 3 } });
    expect(block?.body.map(({ kind }) => kind)).not.toContain('image');
  });

  it('stays as she wrote it where it is used as it was written, and follows the script from 繁 elsewhere', () => {
    const paragraph: Block = { id: 'para00000001', kind: 'paragraph', inline: [{ type: 'text', text: '范若梅、臺中計畫的紀錄' }] };
    const template = sectionTemplate({ ...meeting, blocks: [paragraph] }, [paragraph.id], own);
    const text = (usage: Parameters<typeof instantiateSection>[1]) => JSON.stringify(instantiateSection(template, usage));
    expect(text(use)).toContain('范若梅、臺中計畫的紀錄');
    expect(text({ region: 'CN', script: 'Hans' })).toContain('记录');
    const simplified = sectionTemplate({ ...meeting, meta: { ...meeting.meta, region: 'CN', script: 'Hans' }, blocks: [{ ...paragraph, inline: [{ type: 'text', text: '于曉蘭宣读记录' }] }] }, [paragraph.id], own);
    expect(JSON.stringify(instantiateSection(simplified, use))).toContain('于曉蘭宣读记录');
  });
});

describe('a file of templates and phrases', () => {
  const template = meetingTemplate(meeting, own);
  const phrase = { id: 'phrase000001', shortcut: 'zq', text: '〔時間〕宣布開會。', order: 1000 };

  it('gives back what was put into it', () => {
    expect(readTemplatesFile(templatesFile([template], [phrase]))).toEqual({ ok: true, value: { templates: [template], phrases: [phrase], left: 0 } });
  });

  it('of an older version of the document is brought up to date', () => {
    const old = JSON.stringify({ format: 'minutebook-templates', version: 1, templates: [template] });
    expect(readTemplatesFile(`\ufeff${old}`)).toMatchObject({ ok: true, value: { templates: [template], left: 0 } });
  });

  it('leaves out what is not right, and says how much', () => {
    const mixed = JSON.stringify({ format: 'minutebook-templates', version: documentVersion, templates: [template, { ...template, blocks: [{ kind: 'unheard' }] }, null, 7], phrases: [phrase, { ...phrase, text: '' }] });
    expect(readTemplatesFile(mixed)).toMatchObject({ ok: true, value: { templates: [template], phrases: [phrase], left: 4 } });
  });

  it.each([
    ['', 'template.file'],
    ['{}', 'template.file'],
    [JSON.stringify(meeting), 'template.file'],
    [JSON.stringify({ format: 'minutebook-templates', version: documentVersion + 1, templates: [] }), 'template.newer'],
  ])('refuses another file (%#)', (text, code) => {
    expect(readTemplatesFile(text)).toEqual({ ok: false, error: { code } });
  });
});
