/** The paper form as Markdown (CommonMark with the tables and strike-through of GFM). */
import type { Mark } from '../minutes/inline.ts';
import type { PrintCell, PrintDocument, PrintImage, PrintNode, PrintParagraph, PrintRun, PrintTable } from '../minutes/print.ts';
import type { StyleName } from '../minutes/styles.ts';

export interface MarkdownOptions {
  /** The file of a picture by its hash, as a data: address; null where it is missing, and what it shows is written. */
  assets(hash: string): string | null;
}

/**
 * A record as one Markdown file: numbers stand as they are printed and are never counted anew, and the pictures are at its
 * end, so that the text can be read. Read by a parser it has the same text.
 */
export function printToMarkdown(print: PrintDocument, options: MarkdownOptions): string {
  const pictures: string[] = [];
  const picture = (image: PrintImage): string => {
    const source = options.assets(image.asset);
    const words = escaped(image.alt);
    if (source === null) return words === '' ? '' : `〔${words}〕`;
    pictures.push(`[p${pictures.length + 1}]: ${source}`);
    return `![${words}][p${pictures.length}]`;
  };
  const blocks: string[] = [];
  let depth = -1;
  for (const node of [...print.nodes, ...print.foot]) {
    const isBullet = node.type === 'paragraph' && node.bullet !== undefined;
    // A step of more than one would be code.
    depth = isBullet ? Math.min(node.bullet ?? 0, depth + 1) : -1;
    const text = isBullet ? bulletText(node, depth) : nodeText(node, picture);
    if (text === '') continue;
    if (isBullet && depth > 0) blocks.push(`${blocks.pop() ?? ''}\n${text}`);
    else blocks.push(text);
  }
  return `${[...blocks, ...pictures].join('\n\n')}\n`;
}

function nodeText(node: PrintNode, picture: (image: PrintImage) => string): string {
  switch (node.type) {
    case 'paragraph':
      return paragraphText(node);
    case 'table':
      return tableText(node);
    case 'image':
      return picture(node);
    case 'pageBreak':
      return '---';
  }
}

/** The title of the record is its heading of level 1, so a heading of level 1 is one of level 2, and so on. */
const headings: Readonly<Partial<Record<StyleName, string>>> = { title: '#', mark: '#', heading1: '##', sectionHeading: '##', annexTitle: '##', heading2: '###', heading3: '####', heading4: '#####' };

function paragraphText(paragraph: PrintParagraph): string {
  const lines = linesOf(paragraph);
  const heading = headings[paragraph.style];
  // A heading is one line, and loses figures at its end that look like its close.
  if (heading) return lines.every((line) => line === '') ? '' : `${heading} ${lines.join(' ').replace(/(?<=[ \t])#+$/, (close) => close.replaceAll('#', '\\#'))}`;
  const text = lines.join('\\\n');
  return paragraph.style === 'quote' && text !== '' ? text.replace(/^/gm, '> ') : text;
}

function bulletText(paragraph: PrintParagraph, depth: number): string {
  const indent = '  '.repeat(depth);
  return `${indent}- ${linesOf(paragraph).join(`\\\n${indent}  `)}`;
}

/** The lines of a paragraph with its number, so that none of them is taken for anything but text. A break at an end breaks nothing. */
function linesOf({ runs, number }: PrintParagraph): string[] {
  const label = number ? [{ type: 'text' as const, text: number.label }] : [];
  return inlineText([...label, ...runs], '\n').replace(/^\n+|\n+$/g, '').split('\n').map(asText);
}

/** What a line begins with that would make it something else. */
const asText = (line: string): string =>
  line
    .replace(/^[ \t]+|[ \t]+$/g, (blanks) => [...blanks].map((blank) => (blank === ' ' ? '&#32;' : '&#9;')).join(''))
    .replace(/^[#+\-=:]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** Columns stay in line: what a cell covers is empty. */
function tableText(table: PrintTable): string {
  const columns = table.widths.length;
  const grid: string[][] = [];
  const covered: number[] = Array.from({ length: columns }, () => 0);
  for (const row of table.rows) {
    const cells = [...row];
    const line = Array.from({ length: columns }, () => '');
    for (let column = 0; column < columns; column += 1) {
      if ((covered[column] ?? 0) > 0) {
        covered[column] = (covered[column] ?? 0) - 1;
        continue;
      }
      const cell = cells.shift();
      if (!cell) continue;
      line[column] = cellText(cell);
      covered.fill(cell.rows - 1, column, column + cell.columns);
      column += cell.columns - 1;
    }
    grid.push(line);
  }
  // A table has to have one row of headings.
  const [head = [], ...rest] = table.headerRows > 0 ? grid : [Array.from({ length: columns }, () => ''), ...grid];
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rest.map(row)].join('\n');
}

const cellText = ({ paragraphs }: PrintCell): string =>
  paragraphs
    .map((paragraph) => {
      const label = paragraph.number?.label ?? (paragraph.bullet === undefined ? '' : '• ');
      return inlineText([...(label === '' ? [] : [{ type: 'text' as const, text: label }]), ...paragraph.runs], '<br>').trim();
    })
    .join('<br>');

/** What means something to one Markdown or another. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>~&|$^]/g, '\\$&').replace(/[\n\r\u2028\u2029]+/g, ' ');

const tags: Readonly<Record<Mark, string>> = { bold: 'strong', italic: 'em', underline: 'u', strike: 'del', superscript: 'sup', subscript: 'sub', highlight: 'mark' };
const signs: Readonly<Partial<Record<Mark, string>>> = { bold: '**', italic: '*', strike: '~~' };

const blank = /^\s|^$/u;
const punctuation = /^[\p{P}\p{S}]/u;

/** Whether a sign may stand between a character outside and one inside: CommonMark 6.2, left- and right-flanking. */
const flanks = (outside: string, inside: string): boolean => !blank.test(inside) && (!punctuation.test(inside) || blank.test(outside) || punctuation.test(outside));

function inlineText(runs: readonly PrintRun[], lineBreak: string): string {
  const plain = (run: PrintRun | undefined): string => (run?.type === 'text' ? run.text : run?.type === 'blank' ? '〔' : '');
  return runs
    .map((run, index) => {
      if (run.type === 'break') return lineBreak;
      if (run.type === 'tab') return '\u2003\u2003';
      if (run.type === 'blank') return `〔${escaped(run.label)}〕`;
      const before = [...plain(runs[index - 1])].at(-1) ?? '';
      const after = [...plain(runs[index + 1])][0] ?? '';
      // Signs beside other signs would be read as one.
      const isAlone = [runs[index - 1], runs[index + 1]].every((next) => next?.type !== 'text' || !next.marks?.length);
      return run.link === undefined ? marked(run.text, run.marks ?? [], isAlone ? { before, after } : null) : `[${marked(run.text, run.marks ?? [], { before: '[', after: ']' })}](<${run.link.replace(/[\s<>\\]/g, encodeURIComponent).replaceAll('&', '\\&')}>)`;
    })
    .join('');
}

/** Signs where Markdown understands them beside Chinese text and punctuation, and tags everywhere else. */
function marked(text: string, marks: readonly Mark[], beside: { before: string; after: string } | null): string {
  const words = escaped(text);
  if (text === '') return '';
  const [only, ...more] = marks;
  const sign = only && more.length === 0 ? signs[only] : undefined;
  const characters = [...text];
  if (sign && beside && flanks(beside.before, characters[0] ?? '') && flanks(beside.after, characters.at(-1) ?? '')) return sign + words + sign;
  return marks.reduceRight((inner, mark) => `<${tags[mark]}>${inner}</${tags[mark]}>`, words);
}
