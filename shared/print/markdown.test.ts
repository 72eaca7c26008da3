import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { layoutIds, layouts } from '../layouts/index.ts';
import { type Block, blocks } from '../minutes/blocks/index.ts';
import { newMinutes } from '../minutes/document.ts';
import { inlineText, type Mark, marks } from '../minutes/inline.ts';
import type { PrintCell, PrintDocument, PrintNode, PrintParagraph, PrintRun } from '../minutes/print.ts';
import { printDocument } from '../minutes/printing.ts';
import { printToMarkdown } from './markdown.ts';

const paper = (nodes: PrintNode[]): PrintDocument => ({ title: '', organisation: '', region: 'TW', script: 'Hant', language: 'zh-TW', date: null, nodes, foot: [] });
const paragraph = (text: string | PrintRun[], given: Partial<PrintParagraph> = {}): PrintParagraph => ({ type: 'paragraph', style: 'body', runs: typeof text === 'string' ? [{ type: 'text', text }] : text, ...given });
const cell = (text: string, columns = 1, rows = 1): PrintCell => ({ paragraphs: [paragraph(text)], columns, rows, header: false });
const markdown = (nodes: PrintNode[]) => printToMarkdown(paper(nodes), { assets: () => 'data:image/png;base64,iVBORw0KGgo=' });

const parser = markdownIt({ html: true });
/** What a parser reads of a file: a line each for headings, paragraphs and cells. */
const read = (file: string): string[] =>
  parser.parse(file, {}).flatMap((token) =>
    token.type !== 'inline'
      ? []
      : [
          (token.children ?? [])
            .map((one) => (one.type === 'text' ? one.content : one.type === 'hardbreak' || one.content === '<br>' ? '\n' : one.type === 'softbreak' ? '¶' : one.type === 'image' ? `〔${(one.children ?? []).map(({ content }) => content).join('')}〕` : ''))
            .join(''),
        ],
  );
/** The same of the paper form. */
const written = (nodes: readonly PrintNode[]): string[] =>
  nodes.flatMap((node) => {
    if (node.type !== 'paragraph') return [];
    const text = (node.number?.label ?? '') + inlineText(node.runs).replaceAll('\t', '\u2003\u2003');
    return text === '' ? [] : [/^(?:heading|title|sectionHeading)/.test(node.style) ? text.replaceAll('\n', ' ') : text];
  });

describe('Markdown', () => {
  it.each([
    '1. 第一', '12) 甲', '# 號', '- 減', '+ 加', '* 星', '> 大於', '=====', '---', '~~~', '```', '    縮排', '甲  ', '|a|b|', '[a]: b', '[a](b)', '![a](b)', '<b>', '&amp;', '&copy;', '*甲*', '__甲__', '~~甲~~',
    '\\', '甲\\', 'a_b_c', '$x^2$', '：甲', ': 甲', '<!-- 甲 -->', '\t甲', '2024.1.19', '　　全形空白', '“甲”—乙…', '# # #', '#', '##', '甲 ##', '甲#',
  ])('%j is read as it was written', (text) => {
    expect(read(markdown([paragraph(text)]))).toEqual([text]);
    expect(read(markdown([paragraph(text, { style: 'heading1' })]))).toEqual([text]);
    expect(read(markdown([paragraph([{ type: 'text', text: '前' }, { type: 'break' }, { type: 'text', text }])]))).toEqual([`前\n${text}`]);
    expect(read(markdown([paragraph(text, { style: 'bullet', bullet: 0 }), paragraph(text, { style: 'bullet', bullet: 3 })]))).toEqual([text, text]);
  });

  it('keeps numbers as they are printed', () => {
    const list = (level: 1 | 2 | 3 | 4, label: string): PrintParagraph => paragraph('條文', { style: `item${level}`, number: { of: 'item', list: 'a', level, label } as PrintParagraph['number'] & object });
    const file = markdown([list(1, '一、'), list(2, '（二）'), list(3, '3.'), list(4, '（4）')]);
    expect(read(file)).toEqual(['一、條文', '（二）條文', '3.條文', '（4）條文']);
    expect(parser.parse(file, {}).some(({ type }) => type === 'ordered_list_open')).toBe(false);
  });

  it('marks what is marked, also beside Chinese punctuation, where signs alone mean nothing', () => {
    const file = markdown([paragraph([{ type: 'text', text: '決議' }, { type: 'text', text: '「通過。」', marks: ['bold'] }, { type: 'text', text: '如下' }, { type: 'text', text: '甲', marks: ['italic'] }, { type: 'text', text: '與' }, { type: 'text', text: '乙', marks: ['bold', 'underline'] }])]);
    expect(file.trim()).toBe('決議<strong>「通過。」</strong>如下*甲*與<strong><u>乙</u></strong>');
    expect(markdown([paragraph([{ type: 'text', text: '所' }, { type: 'text', text: '附', marks: ['bold'], link: 'https://example.org/a b?x=1&copy=2' }])]).trim()).toBe('所[**附**](<https://example.org/a%20b?x=1\\&copy=2>)');
  });

  it('has tables whose columns stay in line, and pictures at its end', () => {
    const table: PrintNode = { type: 'table', headerRows: 1, widths: [0.3, 0.3, 0.4], rows: [[cell('甲|乙', 2), cell('丙')], [cell('丁', 1, 2), cell('戊'), cell('己')], [cell('庚'), cell('辛')]] };
    const image: PrintNode = { type: 'image', asset: 'a'.repeat(64), mime: 'image/png', width: 1, height: 1, paperWidth: null, alt: '會場 [全景]' };
    const file = markdown([table, image, paragraph('後')]);
    expect(file.split('\n').slice(0, 4)).toEqual(['| 甲\\|乙 |  | 丙 |', '| --- | --- | --- |', '| 丁 | 戊 | 己 |', '|  | 庚 | 辛 |']);
    expect(file.trimEnd().split('\n').at(-1)).toBe('[p1]: data:image/png;base64,iVBORw0KGgo=');
    expect(read(file)).toEqual(['甲|乙', '', '丙', '丁', '戊', '己', '', '庚', '辛', '〔會場 [全景]〕', '後']);
  });

  it.each(layoutIds)('holds every kind of section in the layout %s, line by line', (id) => {
    const document = { ...newMinutes({ title: '第三屆理事會第四次會議紀錄', organisation: '青禾綠化協會', start: '2024-01-19T09:30' }), blocks: Object.values(blocks).flatMap((block) => block.fixtures as Block[]) };
    const print = printDocument(document, layouts[id]);
    const lines = read(printToMarkdown(print, { assets: () => null })).map((line) => line.replace(/\s/g, ''));
    for (const line of written([...print.nodes, ...print.foot])) expect(lines.join('\n')).toContain(line.replace(/\s/g, ''));
  });

  it('is read as it was written, whatever it is (property)', () => {
    const text = fc.string({ unit: fc.constantFrom(...'甲乙「」。，（）1.2)#-+*_`~[]()<>!&;|\\ \t:=a$^"\'…—　'), minLength: 1, maxLength: 12 });
    const run = fc.record({ type: fc.constant('text' as const), text, marks: fc.subarray([...marks] as Mark[], { maxLength: 2 }) });
    const nodes = fc.array(fc.record({ type: fc.constant('paragraph' as const), style: fc.constantFrom('body', 'heading2', 'quote') as fc.Arbitrary<PrintParagraph['style']>, runs: fc.array(fc.oneof(run, fc.constant({ type: 'break' as const })), { minLength: 1, maxLength: 4 }) }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(nodes, (list) => {
        const plain = list.map((node) => inlineText(node.runs)).filter((line) => line.replaceAll('\n', '') !== '');
        const lines = read(markdown(list)).map((line) => line.replaceAll('\n', ''));
        expect(lines.join('').replace(/\s/g, '')).toBe(plain.join('').replace(/\s/g, ''));
      }),
      { numRuns: 500 },
    );
  });
});
