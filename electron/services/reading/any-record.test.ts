/** Whatever a record holds comes back from its Word file: the same words, levels, numbers and tables. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printToDocx } from '#electron/docx/index.ts';
import { layouts } from '#shared/layouts/index.ts';
import type { Block } from '#shared/minutes/blocks/index.ts';
import { type MinutesDocument, newMinutes } from '#shared/minutes/document.ts';
import { newId } from '#shared/minutes/id.ts';
import { type Inline, inlineText, type Mark, marks } from '#shared/minutes/inline.ts';
import type { PrintNode, PrintParagraph } from '#shared/minutes/print.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { section } from '#shared/minutes/recognise/build.ts';
import { readRecord } from './index.ts';

const level = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);
/** Words with everything that a reader may take for something else. */
const words = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'會議通過決議：出席、。一二三（）1.2a“”…<&>"註〔〕 \t𠮷'), minLength: 1, maxLength: 14 }),
  fc.constantFrom('一、甲', '（二）乙', '3.丙', '壹、報告事項', '分組討論', '出席：石仲平、柳思源', '會議審議通過了年度預算；審議通過了章程修訂案。', '散會', '下午四時十分散會。', '附件：1.章程', '石仲平理事長致詞', '案由一：修訂章程', '決議：照案通過。', '時間：113年1月19日', '交辦事項', '議程', 'A. Report', '第二次理事會會議紀錄'),
);
const inline: fc.Arbitrary<Inline[]> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.record({ type: fc.constant('text' as const), text: words, marks: fc.subarray<Mark>(marks.filter((mark) => mark !== 'highlight' && mark !== 'subscript')) }) },
      fc.constant({ type: 'break' as const }),
      fc.constant({ type: 'blank' as const, label: '日期' }),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .filter((parts) => inlineText(parts).trim() !== '');
const line = fc.oneof(
  inline.map((own): Block => ({ id: newId(), kind: 'paragraph', inline: own })),
  fc.record({ own: inline, level }).map(({ own, level: at }): Block => ({ id: newId(), kind: 'item', level: at, inline: own })),
  fc.record({ own: inline, depth: fc.nat(3) }).map(({ own, depth }): Block => ({ id: newId(), kind: 'bullet', depth, inline: own })),
);
const table = fc.record({ texts: fc.array(fc.tuple(inline, inline, inline), { minLength: 1, maxLength: 3 }), merged: fc.boolean(), header: fc.boolean() }).map(({ texts, merged, header }): Block => ({
  id: newId(),
  kind: 'table',
  widths: [1, 2, 1],
  rows: texts.map((row, at) =>
    (merged && at === 0 ? row.slice(0, 2) : row).map((own, column) => ({ columns: merged && at === 0 && column === 1 ? 2 : 1, rows: 1, header: header && at === 0, blocks: [{ id: newId(), kind: 'paragraph' as const, inline: own }] })),
  ),
}));
const block = fc.oneof(
  { weight: 6, arbitrary: line },
  { weight: 2, arbitrary: fc.record({ own: inline, level }).map(({ own, level: at }): Block => ({ id: newId(), kind: 'heading', level: at, inline: own })) },
  { weight: 1, arbitrary: inline.map((own): Block => ({ id: newId(), kind: 'quote', inline: own })) },
  { weight: 2, arbitrary: table },
  { weight: 1, arbitrary: fc.constant(null).map((): Block => ({ id: newId(), kind: 'pageBreak' })) },
  { weight: 2, arbitrary: fc.record({ name: words, body: fc.array(line, { maxLength: 3 }) }).map(({ name, body }): Block => ({ ...section('speech', { name }, { genre: 'talk' }, []), heading: name, body: body as never })) },
  { weight: 1, arbitrary: fc.record({ matter: words, decision: words, body: fc.array(line, { maxLength: 2 }) }).map(({ matter, decision, body }): Block => ({ ...section('resolution', { matter, decision }, { form: 'itemised' }, []), body: body as never })) },
);
const record = fc.record({ blocks: fc.array(block, { minLength: 1, maxLength: 8 }), title: fc.constantFrom('青禾綠化協會第三屆理事會第四次會議紀錄', '工作會議', '') }).map(({ blocks, title }): MinutesDocument => ({ ...newMinutes({ title }), blocks }));

/** What of a record is on paper: words, styles, numbers, bullets, cells. A heading of a section and one of the text look alike to a reader. */
function onPaper(document: MinutesDocument): string[] {
  const shown = (node: PrintNode): string[] => {
    if (node.type === 'table') return node.rows.map((row) => row.map((cell) => `${cell.columns}×${cell.rows}${cell.header ? '!' : ''} ${cell.paragraphs.map(lineOf).join('¶')}`).join(' | '));
    if (node.type !== 'paragraph') return [node.type];
    // The head prints data that the text says, too.
    return node.style === 'metaLine' || inlineText(node.runs).trim() === '' ? [] : [lineOf(node)];
  };
  const nodes = printDocument(document, layouts.association).nodes.flatMap(shown);
  // A break of pages before nothing, or after another one, breaks nothing.
  return nodes.filter((one, at) => one !== 'pageBreak' || (at > 0 && nodes[at - 1] !== 'pageBreak' && at < nodes.length - 1));
}

const lineOf = ({ style, runs, number, bullet }: PrintParagraph): string => `${style === 'sectionHeading' ? 'heading1' : style} ${number?.label ?? ''}${bullet ?? ''} ${runs.map((run) => (run.type === 'text' ? `${run.text}${(run.marks ?? []).length > 0 ? `{${run.marks?.join()}}` : ''}` : inlineText([run]))).join('').replaceAll('}{', '}{')}`;

test('words, levels, numbers and tables', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(record, async (document) => {
      const bytes = await printToDocx(printDocument(document, layouts.association), { layout: layouts.association, asset: () => Promise.resolve(null) });
      const read = await readRecord(bytes, 'a.docx');
      if (!read.ok) throw new Error(read.error.code);
      const back = read.value.document;
      expect(onPaper({ ...back, meta: { ...back.meta, title: document.meta.title } }).map(plainLine)).toEqual(onPaper(document).map(plainLine));
    }),
    // The same records each time; MINUTEBOOK_SEED tries others.
    { numRuns: 60, seed: Number(process.env['MINUTEBOOK_SEED'] ?? 9704) },
  );
});

/** Marks apart: neighbours with the same marks are one run on the way back. A field of names keeps one blank for any white space. */
const plainLine = (text: string): string => text.replace(/\{[a-z,]+\}/g, '').replace(/\s+/g, ' ').trim();
