/** A Word file of this program without the record inside comes back as it went out, whatever layout and letters it went out in. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { printToDocx } from '#electron/docx/index.ts';
import { type LayoutId, layoutIds, layouts } from '#shared/layouts/index.ts';
import { boardMeeting, councilMeeting, longRecord } from '#shared/minutes/fixtures.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { inlineText } from '#shared/minutes/inline.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import { forPaper } from '#shared/minutes/paper.ts';
import type { ScriptChoice } from '#shared/minutes/paper-writing.ts';
import type { PrintDocument, PrintNode } from '#shared/minutes/print.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { blocksWithin } from '#shared/minutes/walk.ts';
import { type ReadRecord, readRecord } from './index.ts';

const shown = (node: PrintNode): string =>
  node.type === 'paragraph'
    ? `${node.style} ${node.align ?? ''} ${node.number?.label ?? ''}${node.bullet ?? ''} ${inlineText(node.runs)}`
    : node.type === 'table'
      ? node.rows.map((row) => row.map(({ paragraphs }) => paragraphs.map(({ runs }) => inlineText(runs)).join('¶')).join('|')).join('\n')
      : node.type;
/** Words, styles and numbers of everything on paper. */
const printed = ({ nodes, foot }: PrintDocument): string[] => [...nodes, ...foot].map(shown);
const idsOf = ({ blocks }: MinutesDocument): string[] => blocks.flatMap((block) => [...blocksWithin(block)].map(({ id }) => id));
/** What of the head prints in every layout, and so can be read again. */
const headOf = ({ meta: { title, organisation, body, term, session, script, start, place, chair, recorder, documentNumber } }: MinutesDocument) => ({ title, organisation, body, term, session, script, day: start?.slice(0, 10), place, chair, recorder, documentNumber });
const timesOf = ({ meta: { start, end } }: MinutesDocument) => ({ start, end });

async function exported(document: MinutesDocument, id: LayoutId, script: ScriptChoice): Promise<{ paper: MinutesDocument; bytes: Uint8Array }> {
  const paper = forPaper(document, layouts[id], script);
  return { paper, bytes: await printToDocx(printDocument(paper, layouts[id]), { layout: layouts[id], asset: () => Promise.resolve(null) }) };
}

async function read(bytes: Uint8Array): Promise<ReadRecord> {
  const record = await readRecord(bytes, '紀錄.docx');
  if (!record.ok) throw new Error(record.error.code);
  return record.value;
}

const official: Meta['official'] = {
  copyNumber: '000012', secrecy: 'secret', secrecyPeriod: '1年', urgency: 'urgent', mark: '青禾辦公會議紀要', issue: 3, addressee: '市園林局',
  signers: ['石仲平', '柳思源', '唐安'], copiesTo: '市園林局，各區協會', printedBy: '青禾綠化協會秘書處', printedOn: '2024-01-22',
};
const withOfficial = (document: MinutesDocument, more: Meta['official']): MinutesDocument => ({ ...document, meta: { ...document.meta, official: more } });
const records = [
  ['a narrative record of the mainland', councilMeeting()],
  ['an itemised record of Taiwan', boardMeeting()],
] as const;

describe.each(layoutIds)('in the layout %s', (id) => {
  test.each(records.flatMap(([name, document]) => (['keep', null, 'Hans'] as const).map((script) => [name, script ?? 'its own', document, script] as const)))('%s, letters: %s', async (_, __, document, script) => {
    const { paper, bytes } = await exported(document, id, script);
    const { document: back, doubts } = await read(bytes);
    expect(printed(printDocument(back, layouts[id]))).toEqual(printed(printDocument(paper, layouts[id])));
    expect(headOf(back)).toEqual(headOf(paper));
    // A 紀要 says the day alone.
    if (id !== 'gbt9704') expect(timesOf(back)).toEqual(timesOf(paper));
    // Blocks that begin a paragraph of the file are known again; those inside a cell, and lists of names that stand elsewhere, are new.
    const known = new Set(idsOf(document));
    expect(back.blocks.map((block) => block.id).filter((one) => !known.has(one))).toEqual([]);
    expect(doubts).toEqual([]);
  });
});

test('thirty pages', async () => {
  const { paper, bytes } = await exported(longRecord(30), 'association', 'keep');
  const { document, doubts } = await read(bytes);
  expect(printed(printDocument(document, layouts.association))).toEqual(printed(printDocument(paper, layouts.association)));
  expect(doubts).toEqual([]);
});

test.each<[string, Meta['official']]>([
  ['a letter with everything that an official document bears', official],
  ['a 紀要 that nobody signs', { issue: 12, copiesTo: '各區協會' }],
])('%s', async (_, bears) => {
  const { paper, bytes } = await exported(withOfficial(councilMeeting(), bears), 'gbt9704', 'keep');
  const { document, doubts } = await read(bytes);
  expect(document.meta.official).toEqual(bears);
  expect(headOf(document)).toEqual(headOf(paper));
  expect(printed(printDocument(document, layouts.gbt9704))).toEqual(printed(printDocument(paper, layouts.gbt9704)));
  expect(doubts).toEqual([]);
});

test('who signs, and who sees to it', async () => {
  const board = boardMeeting();
  const closing = { id: 'adjo00000001', kind: 'adjournment' as const, heading: null, fields: { time: '下午4時10分', next: '114年6月11日', chair: '石仲平', recorder: '' }, values: { signatures: 'lines' as const }, body: [] };
  const { bytes } = await exported(withOfficial({ ...board, blocks: [...board.blocks.slice(0, -2), closing] }, { handler: '柳思源' }), 'hongkong', 'keep');
  const { document, doubts } = await read(bytes);
  expect(document.blocks.at(-1)).toMatchObject({ id: 'adjo00000001', fields: closing.fields, values: closing.values });
  expect(document.meta.official).toEqual({ handler: '柳思源' });
  expect(doubts).toEqual([]);
});

describe.each(['taiwan', 'hongkong', 'gbt9704'] as const)('who was there, in the layout %s', (id) => {
  const presentIn = ({ blocks }: MinutesDocument) => blocks.map((block) => (block.kind === 'attendance' ? block.fields.present : '')).join('');
  const withPresent = (present: string): MinutesDocument => ({
    ...boardMeeting(),
    blocks: boardMeeting().blocks.map((block) => (block.kind === 'attendance' ? { ...block, fields: { ...block.fields, present } } : block)),
  });

  test.each([
    ['many', Array.from({ length: 700 }, (_, at) => `會員${at}`).join('、')],
    ['a count of people who are not named', '各單位代表等（共120人）'],
    ['another count than that of the names', '石仲平、柳思源、唐以安（共5人）'],
  ])('%s', async (_, present) => {
    const { paper, bytes } = await exported(withPresent(present), id, 'keep');
    const { document, doubts } = await read(bytes);
    expect(presentIn(document)).toBe(present);
    expect(printed(printDocument(document, layouts[id]))).toEqual(printed(printDocument(paper, layouts[id])));
    expect(doubts).toEqual([]);
  });

  test('told on two lines, with a second place', async () => {
    const { bytes } = await exported(boardMeeting(), id, 'keep');
    const files = unzipSync(bytes);
    const again = (xml: string, words: string, other: string): string => {
      const end = xml.indexOf('</w:p>', xml.indexOf(words)) + '</w:p>'.length;
      const line = xml.slice(xml.lastIndexOf('<w:p>', xml.indexOf(words)), end);
      return xml.slice(0, end) + line.replace(words, other) + xml.slice(end);
    };
    const twice = again(strFromU8(files['word/document.xml'] as Uint8Array), '石仲平、柳思源、唐以安', '林懷遠、周知行');
    const xml = id === 'gbt9704' ? twice : again(twice, '松濤書屋三樓', '松濤書屋四樓');
    const { document } = await read(zipSync({ ...files, 'word/document.xml': strToU8(xml) }));
    expect(presentIn(document)).toMatch(/^石仲平、柳思源、唐以安、林懷遠、周知行/);
    expect(document.meta.place).toBe('松濤書屋三樓');
    if (id !== 'gbt9704') expect(JSON.stringify(document.blocks)).toContain('松濤書屋四樓');
  });
});

describe('annexes', () => {
  const heading = (id: string, text: string) => ({ id, kind: 'heading' as const, level: 1 as const, inline: [{ type: 'text' as const, text }] });
  const text = (id: string, words: string) => ({ id, kind: 'paragraph' as const, inline: [{ type: 'text' as const, text: words }] });
  test.each([
    ['with their titles', ['辦法', '決算表'], [heading('head00000011', '辦法'), text('para00000012', '第一條'), heading('head00000013', '決算表'), { ...text('para00000014', '數字。'), align: 'end' as const }]],
    ['the only one, named by the list', ['辦法'], [text('para00000012', '第一條')]],
    ['a list alone', ['辦法', '決算表'], []],
  ])('%s', async (_, names, body) => {
    const record: MinutesDocument = { ...councilMeeting(), blocks: [...councilMeeting().blocks.slice(0, 3), { id: 'anne00000009', kind: 'annexes', heading: null, fields: {}, values: {}, body, data: { names } }] };
    const { paper, bytes } = await exported(record, 'gbt9704', 'keep');
    const { document, doubts } = await read(bytes);
    expect(document.blocks.at(-1)).toMatchObject({ id: 'anne00000009', kind: 'annexes', data: { names }, ...(body.length > 0 && { body }) });
    expect(printed(printDocument(document, layouts.gbt9704))).toEqual(printed(printDocument(paper, layouts.gbt9704)));
    expect(doubts).toEqual([]);
  });
});

test.each(layoutIds)('a copy in the layout %s in which words were changed is known all the same', async (id) => {
  const { paper, bytes } = await exported(councilMeeting(), id, 'keep');
  const files = unzipSync(bytes);
  const xml = strFromU8(files['word/document.xml'] as Uint8Array);
  const { document, doubts } = await read(zipSync({ ...files, 'word/document.xml': strToU8(xml.replace('植樹與養護', '植樹').replace('會員發展', '會員的發展')) }));
  const changed = printed(printDocument(document, layouts[id]));
  expect(changed).toEqual(printed(printDocument(paper, layouts[id])).map((line) => line.replace('植樹與養護', '植樹').replace('會員發展', '會員的發展')));
  expect(doubts).toEqual([]);
});

test.each(layoutIds.flatMap((id) => ['社團法人青禾都市綠化與老樹保育協會', '青禾綠化聯盟'].map((organisation) => [id, organisation] as const)))('a title of several lines stays whole in the layout %s where one character of it was changed, of %s', async (id, organisation) => {
  const council = councilMeeting();
  const title = '社團法人青禾都市綠化與老樹保育協會第三屆第二次臨時會員代表大會暨理監事聯席會議紀錄';
  const { paper, bytes } = await exported({ ...council, meta: { ...council.meta, title, organisation } }, id, 'keep');
  const files = unzipSync(bytes);
  const xml = strFromU8(files['word/document.xml'] as Uint8Array);
  expect(xml).toContain('第二次');
  const { document } = await read(zipSync({ ...files, 'word/document.xml': strToU8(xml.replace('第二次', '第三次')) }));
  expect(document.meta.title).toBe(paper.meta.title.replace('第二次', '第三次'));
  // A 紀要 names the organisation in its mark.
  if (id !== 'gbt9704') expect(document.meta.organisation).toBe(organisation);
});
