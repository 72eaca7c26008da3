/** A record goes out for comment and comes back in copies: who proposed what, about which part, and what became of it. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, expect, it } from 'vitest';
import { printToDocx } from '#electron/docx/index.ts';
import { type ReadBlock, readDocx } from '#electron/docx/reading/index.ts';
import { png } from '#electron/docx/testing/records.ts';
import * as meetings from '#electron/services/meetings.ts';
import { programForEach } from '#electron/services/testing/program.ts';
import { valueOf } from '#electron/services/testing/store.ts';
import * as versions from '#electron/services/versions/index.ts';
import { accepted } from '#shared/imports/accepted.ts';
import { proposalsOf } from '#shared/comments/proposals.ts';
import { layouts } from '#shared/layouts/index.ts';
import { sections } from '#shared/minutes/blocks/index.ts';
import { applyChanges } from '#shared/minutes/changes.ts';
import { councilMeeting } from '#shared/minutes/fixtures.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { blocksWithin } from '#shared/minutes/walk.ts';
import * as comments from './index.ts';

const program = programForEach();
const meeting = councilMeeting();
beforeEach(() => {
  valueOf(meetings.create(program.services, { document: meeting, origin: null }));
});

async function sentOut(): Promise<Uint8Array> {
  const made = valueOf(await comments.paper(program.services, { id: meeting.id, origin: null }));
  expect(made.name).toMatch(/送審稿\.docx$/);
  return new Uint8Array(await made.file.arrayBuffer());
}

/** The copy as somebody returned it. */
function returned(bytes: Uint8Array, by: string, change: (xml: string) => string): Blob {
  const files = unzipSync(bytes);
  const edit = (name: string, with_: (xml: string) => string): void => void (files[name] = strToU8(with_(strFromU8(files[name] as Uint8Array))));
  edit('word/document.xml', change);
  if (by !== '') edit('docProps/core.xml', (xml) => xml.replace(/(<cp:lastModifiedBy>)[^<]*/, `$1${by}`));
  return new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]);
}

/** Writes into the slot of a block. */
function inSlot(xml: string, id: string, words: string): string {
  const at = xml.indexOf(`n_slot${id}`);
  expect(at).toBeGreaterThan(0);
  const cell = xml.indexOf('<w:tc>', at);
  const end = xml.indexOf('</w:p>', cell);
  return `${xml.slice(0, end)}<w:r><w:t>${words}</w:t></w:r>${xml.slice(end)}`;
}

const take = async (file: Blob, name: string) => valueOf(await comments.take(program.services, { id: meeting.id, file, name }));
const proposed = () =>
  proposalsOf(meeting, valueOf(comments.list(program.services, { id: meeting.id })), (revision) => valueOf(versions.open(program.services, { id: meeting.id, revision })).document);

/** The rows of a list of corrections; what is marked stands in braces with its mark. */
function listed(file: ArrayBuffer): string[][] {
  const read = readDocx(new Uint8Array(file), '');
  const table = read.ok ? read.value.blocks.find((block) => block.type === 'table') : undefined;
  const shown = (block: ReadBlock): string => (block.type === 'paragraph' ? block.runs.map(({ text, marks: [mark] }) => (mark === 'underline' || mark === 'strike' ? `{${mark}:${text}}` : text)).join('') : '');
  return (table?.type === 'table' ? table.rows : []).map((row) => row.map(({ blocks }) => blocks.map(shown).join('')));
}

it('a copy says who proposes which words, and what is remarked about which part', async () => {
  const bytes = await sentOut();
  const speech = meeting.blocks.find(({ kind }) => kind === 'speech')?.id ?? '';
  const motion = meeting.blocks.findLast(({ kind }) => kind === 'resolution')?.id ?? '';
  await take(returned(bytes, '溫書瑜', (xml) => inSlot(xml.replace('表示祝賀', '表示熱烈祝賀'), motion, '請補列四家單位的名稱。')), '溫.docx');
  await take(returned(bytes, '', (xml) => inSlot(xml, speech, '職稱請再確認。')), '無名.docx');
  await take(returned(bytes, '葛明遠', (xml) => xml), '葛.docx');

  const parts = proposed();
  expect(parts.map(({ blockId }) => blockId)).toEqual([speech, motion]);
  expect(parts[0]?.proposals).toMatchObject([
    { by: '溫書瑜', change: { state: 'changed', blockId: speech }, decision: null },
    { by: '', change: null, text: '職稱請再確認。' },
  ]);
  expect(parts[1]?.proposals).toMatchObject([{ by: '溫書瑜', change: null, text: '請補列四家單位的名稱。' }]);
});

it('what is accepted comes into the text, what is decided stays decided, and the list tells of both', async () => {
  const bytes = await sentOut();
  const copy = await take(returned(bytes, '溫書瑜', (xml) => xml.replace('表示祝賀', '表示熱烈祝賀').replace('86,400', '86,500')), '溫.docx');
  const [first, second] = proposed().flatMap(({ proposals }) => proposals);
  const { changes } = accepted(meeting, meeting, copy.document, first?.change?.blockId ?? '');
  const next = changes && applyChanges(meeting, changes);
  expect(JSON.stringify(next)).toBe(JSON.stringify(meeting).replace('表示祝賀', '表示熱烈祝賀'));
  for (const [proposal, as] of [[first, 'accepted'], [second, 'declined']] as const) valueOf(comments.note(program.services, { copy: copy.id, decision: { key: proposal?.key ?? '', as } }));
  expect(proposed().flatMap(({ proposals }) => proposals.map(({ decision }) => decision))).toEqual(['accepted', 'declined']);
  valueOf(comments.note(program.services, { copy: copy.id, by: '溫監事' }));

  const list = valueOf(await comments.corrections(program.services, { id: meeting.id }));
  expect(list.name).toMatch(/修正意見一覽\.docx$/);
  const rows = listed(await list.file.arrayBuffer());
  expect(rows.map(([number, , , by, became]) => [number, by, became])).toEqual([['項次', '提出人', '處理'], ['1', '溫監事', '採納'], ['2', '溫監事', '不採納']]);
  expect(rows[1]?.[2]).toContain('表示{underline:熱烈}祝賀');
  expect(rows[2]?.[2]).toMatch(/\{strike:[^}]*4[^}]*\}\{underline:[^}]*5[^}]*\}/);
});

it('the same file is one copy; one of another record is none; one without our mark is of the version that was sent last', async () => {
  const bytes = await sentOut();
  const file = returned(bytes, '溫書瑜', (xml) => xml.replace('表示祝賀', '表示熱烈祝賀'));
  const copy = await take(file, '溫.docx');
  valueOf(comments.note(program.services, { copy: copy.id, decision: { key: 'decided', as: 'accepted' } }));
  expect(await take(file, '溫（2）.docx')).toMatchObject({ id: copy.id, name: '溫.docx', decisions: { decided: 'accepted' } });
  expect(valueOf(comments.list(program.services, { id: meeting.id }))).toHaveLength(1);
  valueOf(comments.drop(program.services, { copy: copy.id }));
  expect(valueOf(comments.list(program.services, { id: meeting.id }))).toEqual([]);

  const other = await printToDocx(printDocument({ ...meeting, blocks: [] }, layouts.association), { layout: layouts.association, asset: () => Promise.resolve(null) });
  expect(await comments.take(program.services, { id: meeting.id, file: new Blob([new Uint8Array(other)]), name: '別的.docx' })).toMatchObject({ ok: false, error: { code: 'comments.notCopy', params: { name: '別的.docx' } } });
  const bare = await printToDocx(printDocument(meeting, layouts.association), { layout: layouts.association, asset: () => Promise.resolve(null) });
  expect(await take(returned(bare, '葛明遠', (xml) => xml.replace('表示祝賀', '表示熱烈祝賀')), '葛.docx')).toMatchObject({ revision: 0, by: '葛明遠' });
  expect(proposed()).toMatchObject([{ proposals: [{ by: '葛明遠' }] }]);
});

it('tracked changes and comments of Word say who made them', async () => {
  const bytes = await sentOut();
  const speech = meeting.blocks.find(({ kind }) => kind === 'speech')?.id ?? '';
  const files = unzipSync(bytes);
  const edit = (name: string, change: (xml: string) => string): void => void (files[name] = strToU8(change(strFromU8(files[name] as Uint8Array))));
  const who = 'w:author="方若蘭" w:date="2024-01-21T10:00:00Z"';
  edit('word/document.xml', (xml) => {
    const run = [...xml.matchAll(/<w:r>(?:(?!<\/w:r>).)*表示祝賀(?:(?!<\/w:r>).)*<\/w:r>/g)][0]?.[0] ?? '';
    const [before = '', after = ''] = run.split('表示祝賀');
    const open = before.slice(0, before.lastIndexOf('<w:t'));
    const part = (text: string): string => `${open}<w:t xml:space="preserve">${text}</w:t></w:r>`;
    const lead = before.slice(before.lastIndexOf('>') + 1);
    const tail = after.slice(0, after.indexOf('<'));
    const inserted = `<w:ins w:id="901" ${who}>${part('熱烈')}</w:ins>`;
    return xml.replace(run, `${part(`${lead}表示`)}${inserted}<w:commentRangeStart w:id="0"/>${part('祝賀')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${part(tail)}`);
  });
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  files['word/comments.xml'] = strToU8(`<?xml version="1.0"?><w:comments xmlns:w="${namespace}"><w:comment w:id="0" ${who}><w:p><w:r><w:t>用詞請再斟酌。</w:t></w:r></w:p></w:comment></w:comments>`);
  edit('word/_rels/document.xml.rels', (xml) => xml.replace('</Relationships>', '<Relationship Id="rIdNotes" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>'));
  await take(new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]), '方.docx');
  expect(proposed()).toMatchObject([
    {
      blockId: speech,
      proposals: expect.arrayContaining([
        expect.objectContaining({ by: '方若蘭', change: expect.objectContaining({ state: 'changed', blockId: speech }) as unknown }),
        expect.objectContaining({ by: '方若蘭', change: null, text: '用詞請再斟酌。' }),
      ]) as unknown,
    },
  ]);
  const list = valueOf(await comments.corrections(program.services, { id: meeting.id }));
  expect(listed(await list.file.arrayBuffer()).map(([, , words]) => words)).toContain('「祝賀」用詞請再斟酌。');
});

it('a change that nothing came of is told, and a picture that came along is not kept', async () => {
  const files = unzipSync(await sentOut());
  const edit = (name: string, change: (xml: string) => string): void => void (files[name] = strToU8(change(strFromU8(files[name] as Uint8Array))));
  const picture = '<w:p><w:r><w:drawing><a:blip r:embed="rIdPicture"/></w:drawing></w:r></w:p>';
  edit('word/document.xml', (xml) =>
    xml
      .replace(/(表示祝賀[^<]*<\/w:t><\/w:r>)((?:(?!<\/w:p>).)*<\/w:p>)/, `$1<w:ins w:id="901" w:author="方若蘭"><w:r><w:t>　</w:t></w:r></w:ins>$2${picture}`)
      .replace('<w:sectPr', `${picture}<w:sectPr`),
  );
  edit('word/_rels/document.xml.rels', (xml) => xml.replace('</Relationships>', '<Relationship Id="rIdPicture" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/a.png"/></Relationships>'));
  files['word/media/a.png'] = png;
  const copy = await take(new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]), '方.docx');
  expect(copy.unplaced).toEqual(['方若蘭：＋　']);
  expect(copy.document.blocks.flatMap((block) => [...blocksWithin(block)]).filter(({ kind }) => kind === 'image')).toEqual([]);
});

it('what was changed in a printed table, and no data say, is told', async () => {
  const document = { ...meeting, id: 'withtasks001', blocks: [...meeting.blocks, ...sections.actions.fixtures] };
  valueOf(meetings.create(program.services, { document, origin: null }));
  const made = valueOf(await comments.paper(program.services, { id: document.id, origin: null }));
  const file = returned(new Uint8Array(await made.file.arrayBuffer()), '溫書瑜', (xml) => xml.replace('>責任人<', '>誰來做<').replace('洽詢苗圃續租', '洽詢苗圃續租三年'));
  const copy = valueOf(await comments.take(program.services, { id: document.id, file, name: '溫.docx' }));
  expect(copy.unplaced).toEqual(['誰來做']);
  expect(JSON.stringify(copy.document.blocks.at(-1))).toBe(JSON.stringify(document.blocks.at(-1)).replace('洽詢苗圃續租', '洽詢苗圃續租三年'));
});

it('what was sent stays as it was sent, whatever is written afterwards', async () => {
  const bytes = await sentOut();
  valueOf(meetings.rename(program.services, { id: meeting.id, title: '改過的標題', origin: null }));
  await take(returned(bytes, '溫書瑜', (xml) => xml.replace('表示祝賀', '表示熱烈祝賀')), '溫.docx');
  expect(proposed().flatMap(({ proposals }) => proposals.map(({ key }) => key))).toHaveLength(1);
  expect(valueOf(versions.list(program.services, { id: meeting.id, offset: 0, limit: 10 })).versions.at(-1)).toMatchObject({ revision: 0, circulatedAt: expect.any(String) as string });
});
