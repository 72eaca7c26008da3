import { expect, it } from 'vitest';
import { openDocx, textOf } from '#electron/docx/testing/opened.ts';
import { wordFile } from '#electron/docx/testing/word-file.ts';
import { asItIs } from '#shared/export/options.ts';
import { render } from './exports.ts';
import * as meetings from './meetings.ts';
import { programForEach } from './testing/program.ts';
import { record, valueOf } from './testing/store.ts';
import * as wordTemplates from './word-templates.ts';

const program = programForEach();

async function letterhead(): Promise<Blob> {
  return new Blob([new Uint8Array(await wordFile('{{單位}}用箋', '{{主度}}', '{{內容}}'))]);
}

it('keeps a template of Word with what was found in it, fills it when a meeting is exported, and lets it go', async () => {
  const { services } = program;
  const document = record(['審議通過苗圃章程。'], { organisation: '青禾綠化協會', title: '理事會會議紀錄' });
  valueOf(meetings.create(services, { document, origin: null }));
  const { id } = valueOf(await wordTemplates.add(services, { file: await letterhead(), name: '本會用箋.docx', origin: null }));
  expect(valueOf(wordTemplates.list(services))).toMatchObject([{ id, name: '本會用箋', look: { content: 'found', unknown: [{ raw: '主度', nearest: 'chair' }] } }]);

  const made = valueOf(await render(services, { id: document.id, format: 'docx', options: { ...asItIs, template: id }, blockId: null }));
  const { paragraphs } = openDocx(new Uint8Array(await made.file.arrayBuffer()));
  expect(paragraphs.map(textOf)).toEqual(['青禾綠化協會用箋', '{{主度}}', '審議通過苗圃章程。']);
  // Other formats have no template.
  expect((await render(services, { id: document.id, format: 'txt', options: { ...asItIs, template: id }, blockId: null })).ok).toBe(true);

  expect(valueOf(wordTemplates.get(services, { id })).name).toBe('本會用箋.docx');
  valueOf(wordTemplates.remove(services, { id, origin: null }));
  expect(await render(services, { id: document.id, format: 'docx', options: { ...asItIs, template: id }, blockId: null })).toEqual({ ok: false, error: { code: 'wordTemplate.notFound' } });
  expect(await wordTemplates.add(services, { file: new Blob(['會議']), name: '會議.txt', origin: null })).toEqual({ ok: false, error: { code: 'word.notWord', params: { name: '會議.txt' } } });
});
