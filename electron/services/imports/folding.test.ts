/** A Word file of a record that was edited elsewhere changes exactly what was edited. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { printToDocx } from '#electron/docx/index.ts';
import { type ReadBlock, type ReadDocx, readDocx, type ReadParagraph, type ReadRun } from '#electron/docx/reading/index.ts';
import { withWorkingCopy } from '#electron/docx/working-copy.ts';
import { paragraphsOf } from '#electron/services/reading/source.ts';
import { valueOf } from '#electron/services/testing/store.ts';
import { layoutOf, layouts } from '#shared/layouts/index.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { type Block, sections } from '#shared/minutes/blocks/index.ts';
import { documentDifference } from '#shared/minutes/difference/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { boardMeeting, councilMeeting } from '#shared/minutes/fixtures.ts';
import { forPaper } from '#shared/minutes/paper.ts';
import type { ScriptChoice } from '#shared/minutes/paper-writing.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { printToText } from '#shared/print/text.ts';
import { foldFile } from './folding.ts';
import { readFile } from './reader.ts';

const asset = () => Promise.resolve(null);

/** A working copy whose XML was changed. */
async function edited(document: MinutesDocument, change: (xml: string) => string, layout: LayoutProfile | string | null = null, script: ScriptChoice = 'keep'): Promise<Uint8Array> {
  const profile = typeof layout === 'object' ? (layout ?? layouts.association) : layoutOf(layout);
  const files = unzipSync(await withWorkingCopy(await printToDocx(printDocument(forPaper(document, profile, script), profile), { layout: profile, asset }), document, { layout: profile, script, asset }));
  const before = strFromU8(files['word/document.xml'] as Uint8Array);
  const after = change(before);
  expect(after === before).toBe(change === unchanged);
  files['word/document.xml'] = strToU8(after);
  return zipSync(files);
}
const unchanged = (xml: string): string => xml;

async function read(bytes: Uint8Array, own: LayoutProfile = layouts.association) {
  const offered = (named: string): LayoutProfile[] => (named === own.id ? [own] : [layoutOf(named), ...Object.values(layouts)]);
  return valueOf(await readFile(bytes, '工作稿.docx', { encoding: null, layouts: offered, signal: new AbortController().signal }));
}

/** What differs from the record, as `id state`. */
const told = (before: MinutesDocument, after: MinutesDocument): string[] =>
  documentDifference(before, after).flatMap(({ blockId, state }) => (state === 'same' ? [] : `${blockId} ${state}`));

const paragraphOf = (xml: string, words: string): string => {
  const end = xml.indexOf('</w:p>', xml.indexOf(words)) + '</w:p>'.length;
  return xml.slice(xml.lastIndexOf('<w:p>', xml.indexOf(words)), end);
};

describe.each([
  ['a narrative record', councilMeeting(), '社區綠化關係', null],
  ['an itemised record', boardMeeting(), '預算', null],
  ['an itemised record in another layout', boardMeeting(), '預算', 'gbt9704'],
])('%s', (_, document, words, layout) => {
  it('comes back as it went out where nothing was edited', async () => {
    expect(await read(await edited(document, unchanged, layout))).toMatchObject({ source: 'working', document });
  });

  it('has one block changed where one was edited, and everything else as it was', async () => {
    const result = await read(await edited(document, (xml) => xml.replace(words, `${words}（修正）`), layout));
    expect(result).toMatchObject({ source: 'edited', before: document });
    const changed = told(document, result.document);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatch(/ changed$/);
    expect(JSON.stringify(result.document)).toContain(`${words}（修正）`);
    expect(result.document.meta).toEqual(document.meta);
    expect(result.document.roster).toEqual(document.roster);
  });
});

it('wherever a word is put in, it is found in one block, or in the head', async () => {
  const document = councilMeeting();
  const copy = await edited(document, unchanged);
  const files = unzipSync(copy);
  const xml = strFromU8(files['word/document.xml'] as Uint8Array);
  const runs = [...xml.matchAll(/<w:t(?: [^>]*)?>[^<]+<\/w:t>/g)];
  for (const [index, run] of runs.entries()) {
    if (index % 5 !== 2) continue;
    const at = run.index + run[0].length - '</w:t>'.length - 1;
    const { document: found } = await read(zipSync({ ...files, 'word/document.xml': strToU8(`${xml.slice(0, at)}鑫${xml.slice(at)}`) }));
    // A time that cannot be read any more leaves the head and stands as a line of the text.
    const changed = told(document, found);
    expect(changed).not.toEqual([]);
    expect(changed.filter((one) => one !== 'meta changed').length).toBeLessThanOrEqual(1);
    expect(JSON.stringify(found)).toContain('鑫');
  }
});

it('a cell of a table is changed in its place, and the data of a section stay', async () => {
  const document = councilMeeting();
  const result = await read(await edited(document, (xml) => xml.replace('86,400', '86,500')));
  const [changed] = told(document, result.document);
  expect(told(document, result.document)).toHaveLength(1);
  const [before, after] = [document, result.document].map(({ blocks }) => JSON.stringify(blocks.find(({ id }) => changed?.startsWith(id))));
  expect(after).toBe(before?.replace('86,400', '86,500'));
});

it('a paragraph that was written anew comes in where it stands; one that was taken out goes', async () => {
  const document = councilMeeting();
  const last = document.blocks.findLast((block) => block.kind === 'paragraph');
  if (!last) throw new Error('the fixture has no paragraph');
  const words = JSON.stringify(last).match(/"text":"([^"]{4,12})/)?.[1] ?? '';
  const more = await read(await edited(document, (xml) => xml.replace(paragraphOf(xml, words), (all) => `${all}<w:p><w:r><w:t>另提臨時動議一案。</w:t></w:r></w:p>`)));
  expect(told(document, more.document)).toHaveLength(1);
  expect(JSON.stringify(more.document)).toContain('另提臨時動議一案。');
  const less = await read(await edited(document, (xml) => xml.replace(paragraphOf(xml, words), '')));
  expect(told(document, less.document)).toEqual([`${last.id} removed`]);
});

it.each(['石仲平、柳思源、唐以安、葛明遠（共3人）', '石仲平、柳思源、唐以安、葛明遠（共4人）'])('a name comes to those who were there, counted anew: %s', async (names) => {
  const document = boardMeeting();
  const result = await read(await edited(document, (xml) => xml.replace('石仲平、柳思源、唐以安（共3人）', names), 'taiwan'));
  expect(result.document.blocks[0]).toMatchObject({ kind: 'attendance', fields: { present: '石仲平、柳思源、唐以安、葛明遠' } });
});

it.each(['石仲平、柳思源、唐以安（共5人）', '石仲平、柳思源、唐以安（共3人）等'])('a count that somebody put behind the names, and what stands behind a count, stay: %s', async (names) => {
  const result = await read(await edited(boardMeeting(), (xml) => xml.replace('石仲平、柳思源、唐以安（共3人）', names), 'taiwan'));
  expect(result.document.blocks[0]).toMatchObject({ kind: 'attendance', fields: { present: names } });
});

it('what does not print stays where it stood', async () => {
  const document = boardMeeting();
  const [attendance] = document.blocks;
  if (attendance?.kind !== 'attendance') throw new Error('the fixture begins without its attendance');
  // In a 紀要 the names stand after the text, and nothing else is in this section.
  document.blocks[0] = { ...attendance, body: [] };
  const result = await read(await edited(document, (xml) => xml.replace('預算', '預算（修正）'), 'gbt9704'));
  expect(result.document.blocks.map(({ id }) => id)).toEqual(document.blocks.map(({ id }) => id));
  expect(result.document.blocks[0]).toEqual(document.blocks[0]);
});

describe('a working copy in another look than the program offers', () => {
  it('has one block changed where it went out in a layout of her own', async () => {
    const own: LayoutProfile = { ...layouts.association, id: 'own1', parts: { before: ['title'], after: [], foot: [] } };
    const result = await read(await edited(boardMeeting(), (xml) => xml.replace('預算', '預算（修正）'), own), own);
    expect(told(boardMeeting(), result.document)).toHaveLength(1);
    expect(result.document.meta).toEqual(boardMeeting().meta);
  });

  it('takes over what was changed in the 版記, and nothing else', async () => {
    const council = councilMeeting();
    const sent = { ...council, meta: { ...council.meta, official: { issue: 3, copiesTo: '市園林局', handler: '柳思源' } } };
    const result = await read(await edited(sent, (xml) => xml.replace('抄送：市園林局。', '抄送：市園林局、各區協會。'), 'gbt9704'));
    expect(result.document).toEqual({ ...sent, meta: { ...sent.meta, official: { issue: 3, copiesTo: '市園林局、各區協會', handler: '柳思源' } } });
  });

  it('keeps the letters of the record where it went out in the others', async () => {
    const result = await read(await edited(boardMeeting(), (xml) => xml.replace('预算', '预算（修正）'), null, 'Hans'));
    expect(told(boardMeeting(), result.document)).toHaveLength(1);
    expect(JSON.stringify(result.document)).not.toContain('预算案');
  });
});

/** The text of paragraphs in their order, white space aside; numbers that the layout makes are in it. */
const shownIn = (blocks: readonly ReadBlock[]): string => paragraphsOf(blocks).map(({ number, runs }) => `${number && !number.bullet ? number.label : ''}${runs.map(({ text }) => text).join('')}`).join('').replace(/\s/g, '');

/** The speech, under a heading that names no kind of section. */
function handMade(): MinutesDocument {
  const council = councilMeeting();
  return { ...council, blocks: council.blocks.map((block) => (block.kind === 'speech' ? { ...block, heading: '市園林局方若蘭副局長致意並分享' } : block)) };
}

/** Paragraphs that stand between sections, and are of none. */
function withBetween(): MinutesDocument {
  const council = councilMeeting();
  const between = (id: string, text: string): Block => ({ id, kind: 'paragraph', inline: [{ type: 'text', text }] });
  return { ...council, blocks: council.blocks.flatMap((block, at) => (at === 2 || at === 4 ? [between(`between00000${at}`, `會議休息${at}分鐘。`), block] : [block])) };
}

/** A discussion that says in lines what it was about and who convened it. */
function withLines(): MinutesDocument {
  const council = councilMeeting();
  return { ...council, blocks: [...sections.discussion.fixtures, ...council.blocks] };
}

describe.each(Object.values(layouts))('in the layout $id', (layout) => {
  it.each([
    ['a narrative record', councilMeeting(), 'keep'],
    ['a narrative record in the letters of the layout', councilMeeting(), null],
    ['an itemised record', boardMeeting(), 'keep'],
    ['an itemised record in the letters of the layout', boardMeeting(), null],
    ['a record with a heading of its own', handMade(), 'keep'],
    ['a record with text between its sections', withBetween(), 'keep'],
    ['a record with lines for fields', withLines(), 'keep'],
  ] as const)('%s is what the file says, wherever one character came in or went', async (_, sent, script) => {
    const paper = (document: MinutesDocument): MinutesDocument => forPaper(document, layout, script);
    const fileOf = async (document: MinutesDocument): Promise<ReadDocx> => valueOf(readDocx(await printToDocx(printDocument(paper(document), layout), { layout, asset }), ''));
    const file = await fileOf(sent);
    const places = textRuns(file).length;
    // Several at once, and none beside another.
    for (let first = 0; first < 4; first += 1) {
      for (const edit of [(text: string) => `${text}鑫`, (text: string) => text.slice(0, -1)]) {
        const returned = { ...file, blocks: structuredClone(file.blocks) };
        for (let at = first; at < places; at += 4) {
          const run = textRuns(returned)[at];
          if (run) run.text = edit(run.text);
        }
        const { document } = await foldFile(sent, returned, { pictures: new Map(), layouts: [layout], paper });
        expect(shownIn((await fileOf(document)).blocks)).toBe(shownIn(returned.blocks));
        // What was not written anew is in the letters of the record.
        if (edit('') !== '') expect(printToText(printDocument(document, layout)).replaceAll('鑫', '')).toBe(printToText(printDocument(sent, layout)));
      }
    }
  });
});

/** Who was there as lists and in a sentence, a section of every kind that prints data, and a heading behind them. */
function withData(): MinutesDocument {
  const { attendance, agenda, followUp, resolution, election, actions } = sections;
  const decided = resolution.fixtures.filter(({ data }) => data?.amendedText).map((block) => ({ ...block, data: { ...block.data, owner: '唐以安', due: '2024-03-15' } }));
  const listed = agenda.fixtures.map((block) => ({ ...block, data: { items: [{ text: '確認上次會議的決定', presenter: '', time: '' }, ...(block.data?.items.slice(1) ?? [])] } }));
  const end: Block = { id: 'dataend00001', kind: 'heading', level: 1, inline: [{ type: 'text', text: '分組討論' }] };
  return { ...councilMeeting(), blocks: [...attendance.fixtures.slice(0, 1), ...listed, ...followUp.fixtures, ...decided, ...election.fixtures, ...actions.fixtures, end] };
}

it('rows that came into a table of tasks come into the data, and the others keep what does not print', async () => {
  const sent = withData();
  const { fixtures: [tasks] } = sections.actions;
  const result = await read(await edited(sent, (xml) => {
    const at = xml.indexOf('修訂《志工管理辦法》並公告');
    const [from, to] = [xml.lastIndexOf('<w:tr>', at), xml.indexOf('</w:tr>', at) + '</w:tr>'.length];
    const row = xml.slice(from, to);
    const next = xml.indexOf('</w:tr>', to) + '</w:tr>'.length;
    return `${xml.slice(0, next)}${row.replace('>1<', '>3<').replace('修訂《志工管理辦法》並公告', '通知會員')}${xml.slice(next)}`;
  }));
  expect(result.doubts).toEqual([]);
  expect(told(sent, result.document)).toEqual(['acti00000001 changed']);
  expect(result.document.blocks.find(({ kind }) => kind === 'actions')).toMatchObject({ data: { rows: [...(tasks?.data?.rows ?? []), { task: '通知會員', owner: '柳思源', due: '2024-03-15' }] } });
});

it('a list that was empty takes the table that somebody wrote under its heading', async () => {
  const full = withData();
  const sent = { ...full, blocks: full.blocks.map((block) => (block.kind === 'actions' ? { ...block, data: { rows: [] } } : block)) };
  const paper = (document: MinutesDocument): MinutesDocument => document;
  const returned = valueOf(readDocx(await printToDocx(printDocument(full, layouts.association), { layout: layouts.association, asset }), ''));
  const { document, doubts } = await foldFile(sent, returned, { pictures: new Map(), layouts: [layouts.association], paper });
  expect(doubts).toEqual([]);
  expect(printToText(printDocument(document, layouts.association))).toBe(printToText(printDocument(full, layouts.association)));
  expect(document.blocks.find(({ kind }) => kind === 'actions')).toMatchObject({ data: { rows: [{ owner: '柳思源' }, { owner: '唐以安' }] } });
});

it('what was written into a table is taken where data say it, beside what none say', async () => {
  const sent = withData();
  const result = await read(await edited(sent, (xml) => xml.replace('洽詢苗圃續租', '洽詢苗圃續租三年').replace('>責任人<', '>誰來做<')));
  expect(result.doubts).toMatchObject([{ kind: 'data', blockId: 'foll00000001', text: '誰來做' }]);
  expect(JSON.stringify(result.document)).toContain('洽詢苗圃續租三年');
});

/** What a file shows of each block of a record, by its id. */
function shownById({ blocks }: Pick<ReadDocx, 'blocks'>, { blocks: own }: MinutesDocument): Map<string, ReadBlock[]> {
  const shown = new Map<string, ReadBlock[]>();
  let id = '';
  for (const block of blocks) {
    const anchors = paragraphsOf([block]).flatMap((one) => one.anchors);
    id = own.find((one) => anchors.includes(one.id))?.id ?? id;
    shown.set(id, [...(shown.get(id) ?? []), block]);
  }
  return shown;
}

describe.each(Object.values(layouts))('the data of sections in the layout $id', (layout) => {
  it('are changed where a line or cell was, or stay and the words are told', async () => {
    const sent = withData();
    const paper = (document: MinutesDocument): MinutesDocument => forPaper(document, layout, null);
    const fileOf = async (document: MinutesDocument): Promise<ReadDocx> => valueOf(readDocx(await printToDocx(printDocument(paper(document), layout), { layout, asset }), ''));
    const file = await fileOf(sent);
    const before = shownById(file, sent);
    const textOf = (blocks: readonly ReadBlock[] | undefined): string => shownIn(blocks ?? []);
    const wrong: string[] = [];
    for (const edit of [(text: string) => `${text}鑫`, (text: string) => text.slice(0, -1)]) {
      for (let at = 0; ; at += 1) {
        const returned = { ...file, blocks: structuredClone(file.blocks) };
        const written = shownById(returned, sent);
        // One place in each section at once.
        const places = sent.blocks.slice(0, -1).flatMap(({ id }) => {
          const run = wordedRuns(paragraphsOf(written.get(id) ?? []))[at];
          if (run) run.text = edit(run.text);
          return run ? [{ id, text: run.text }] : [];
        });
        if (places.length === 0) break;
        const { document, doubts } = await foldFile(sent, returned, { pictures: new Map(), layouts: [layout], paper });
        const after = shownById(await fileOf(document), sent);
        const told = (id: string): string => doubts.flatMap(({ kind, blockId, text }) => (kind === 'data' && blockId === id ? [text] : [])).join();
        for (const { id, text } of places) {
          const [was, is, now] = [before, written, after].map((all) => textOf(all.get(id)));
          const holds = is === now ? told(id) === '' : was === now && told(id) !== '' && told(id).includes(text);
          if (!holds) wrong.push(`${id} ${text}: ${now} (${told(id)})`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

const wordedRuns = (lines: readonly ReadParagraph[]): ReadRun[] => lines.flatMap(({ runs }) => runs.filter(({ text }) => text.trim() !== ''));

/** The runs of the text, without those of the lines that a layout puts around it. */
function textRuns({ blocks }: Pick<ReadDocx, 'blocks'>): ReadRun[] {
  const all = paragraphsOf(blocks);
  const isMarked = ({ anchors }: ReadParagraph): boolean => anchors.length > 0;
  return wordedRuns(all.slice(all.findIndex(isMarked), all.findLastIndex(isMarked) + 1));
}
