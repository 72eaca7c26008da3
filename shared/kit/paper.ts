/** The pieces that the papers around a meeting are made of. */
import type { MinutesDocument } from '../minutes/document.ts';
import type { PrintCell, PrintDocument, PrintNode, PrintParagraph, PrintRun, PrintTable } from '../minutes/print.ts';
import { languageTag } from '../minutes/printing.ts';
import type { StyleName } from '../minutes/styles.ts';
import { toScript } from '../text/script.ts';


export interface PaperWords {
  /** Words of ours, turned into the script and usage of the record; what is hers stands as she wrote it. 〔…〕 is a place to fill in. */
  say(parts: TemplateStringsArray, ...own: (string | number)[]): PrintRun[];
  /** What is known, or a place to fill in with its name. */
  known(words: string, label: string): PrintRun[];
}

/** How the papers of a record say things. They are written in 繁體. */
export function wordsIn({ meta: { script, region } }: MinutesDocument): PaperWords {
  const ours = (words: string): string => toScript(words, script, region);
  return {
    say: (parts, ...own) => parts.flatMap((part, index) => [...runs(ours(part)), ...(index < own.length ? text(String(own[index])) : [])]),
    known: (words, label) => (words === '' ? [{ type: 'blank', label: ours(label) }] : text(words)),
  };
}

/** Words as runs, with places to fill in. */
function runs(words: string): PrintRun[] {
  return words.split(/(〔[^〕]+〕)/).flatMap((part): PrintRun[] => {
    if (part === '') return [];
    return part.startsWith('〔') ? [{ type: 'blank', label: part.slice(1, -1) }] : [{ type: 'text', text: part }];
  });
}

export const paragraph = (words: PrintRun[], style: StyleName = 'body', given: Partial<PrintParagraph> = {}): PrintParagraph => ({ type: 'paragraph', style, runs: words, ...given });
export const title = (words: PrintRun[]): PrintParagraph => paragraph(words, 'title', { align: 'center' });
export const line = (words: PrintRun[]): PrintParagraph => paragraph(words, 'metaLine');
export const end = (words: PrintRun[]): PrintParagraph => paragraph(words, 'body', { align: 'end' });

/** A cell of a table; the first row is its heading. */
export const cell = (words: PrintRun[], header = false, align?: PrintParagraph['align']): PrintCell => ({
  paragraphs: [paragraph(words, header ? 'tableHeader' : 'tableText', align ? { align } : {})],
  columns: 1,
  rows: 1,
  header,
});

/** A table of rows of cells under one row of headings; `widths` are relative. */
export function table(widths: readonly number[], head: PrintRun[][], rows: PrintCell[][]): PrintTable {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return { type: 'table', headerRows: 1, widths: widths.map((width) => width / whole), rows: [head.map((words) => cell(words, true)), ...rows] };
}

/** One sheet after another, each on a page of its own. */
export const sheets = (pages: readonly PrintNode[][]): PrintNode[] => pages.flatMap((page, index) => (index === 0 ? page : [{ type: 'pageBreak' as const }, ...page]));

/** A paper of a record. */
export function paper({ meta }: MinutesDocument, name: string, nodes: PrintNode[]): PrintDocument {
  const { region, script, organisation } = meta;
  return { title: name, organisation, region, script, language: languageTag(region, script), date: meta.start?.slice(0, 10) ?? null, nodes, foot: [] };
}

/** Her own words as they are. */
export const text = (words: string): PrintRun[] => (words === '' ? [] : [{ type: 'text', text: words }]);
