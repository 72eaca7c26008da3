/** What the tests of the pages set, and how they read it. */
import type { LayoutProfile } from '../layouts/layout.ts';
import { layouts } from '../layouts/index.ts';
import type { PrintCell, PrintDocument, PrintNode, PrintParagraph, PrintRun, PrintTable } from '../minutes/print.ts';
import { compose } from './compose.ts';
import type { Page, PageLine, Pages } from './page.ts';

export const paper = (nodes: PrintNode[], given: Partial<PrintDocument> = {}): PrintDocument => ({
  title: '理事會會議紀錄', organisation: '青禾綠化協會', region: 'TW', script: 'Hant', language: 'zh-TW', date: null, nodes, foot: [], ...given,
});

export const paragraph = (text: string | PrintRun[], given: Partial<PrintParagraph> = {}): PrintParagraph => ({
  type: 'paragraph', style: 'body', runs: typeof text === 'string' ? [{ type: 'text', text }] : text, ...given,
});

export const cell = (text: string, given: Partial<PrintCell> = {}): PrintCell => ({ paragraphs: [paragraph(text, { style: given.header ? 'tableHeader' : 'tableText' })], columns: 1, rows: 1, header: false, ...given });

export const table = (rows: PrintCell[][], given: Partial<PrintTable> = {}): PrintTable => ({ type: 'table', headerRows: 0, widths: rows[0]?.map(() => 1 / (rows[0]?.length ?? 1)) ?? [], rows, ...given });

/** The layout of the association without lines at the head and foot of its pages. */
export const bare: LayoutProfile = {
  ...layouts.association,
  header: { ...layouts.association.header, text: { Hant: '', Hans: '' } },
  footer: { ...layouts.association.footer, text: { Hant: '', Hans: '' } },
};

export const pagesOf = (nodes: PrintNode[], given: Partial<PrintDocument> = {}, layout: LayoutProfile = bare): Pages => compose(paper(nodes, given), layout);

export const lineText = ({ pieces }: PageLine): string => pieces.map(({ text }) => text).join('');

/** The lines of a page as text, from the top. */
export const linesOfPage = (page: Page | undefined): string[] => page?.paragraphs.flatMap(({ lines }) => lines.map(lineText)) ?? [];

/** So many Chinese characters. */
export const han = (count: number): string => '會議決定同意辦理並請各單位遵照執行'.repeat(Math.ceil(count / 17)).slice(0, count);
