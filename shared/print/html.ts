import type { Mark } from '../minutes/inline.ts';
import type { PrintCell, PrintDocument, PrintImage, PrintNode, PrintParagraph, PrintRun, PrintTable } from '../minutes/print.ts';
import type { StyleName } from '../minutes/styles.ts';
import type { LayoutProfile } from '../layouts/layout.ts';
import { documentLanguage } from '../layouts/measures.ts';
import { printCss } from './css.ts';
import { escapeHtml } from './escape.ts';
import { layoutCss } from './layout-css.ts';

export interface HtmlOptions {
  /** Whose look it has; absent = a plain one. */
  layout?: LayoutProfile;
  /** The file of a picture by its hash, as a data: address; null where it is missing, and what it shows is printed. */
  assets(hash: string): string | null;
}

/** The paper form as one complete HTML file that needs nothing beside it: text, pictures and look for screen and A4. */
export function printToHtml(print: PrintDocument, options: HtmlOptions): string {
  return `<!doctype html>
<html lang="${escapeHtml(print.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(print.title || print.organisation)}</title>
<style>
${printCss}${options.layout ? layoutCss(options.layout, documentLanguage(print)) : ''}</style>
</head>
<body>
${markHtml(print.mark)}<main>
${nodesHtml([...print.nodes, ...print.foot], options).join('\n')}
</main>
</body>
</html>
`;
}

/** Behind the text; on paper on every page. */
const markHtml = (mark: string | undefined): string => (mark ? `<div class="watermark" aria-hidden="true">${escapeHtml(mark)}</div>\n` : '');

/** A caption belongs into the figure of the picture before it. */
function nodesHtml(nodes: readonly PrintNode[], options: HtmlOptions): string[] {
  const isCaption = (node: PrintNode | undefined): node is PrintParagraph =>
    node?.type === 'paragraph' && node.style === 'caption';
  return nodes.flatMap((node, index) => {
    const next = nodes[index + 1];
    if (node.type === 'image') return [imageHtml(node, isCaption(next) ? next : null, options)];
    return isCaption(node) && nodes[index - 1]?.type === 'image' ? [] : [nodeHtml(node)];
  });
}

function nodeHtml(node: Exclude<PrintNode, PrintImage>): string {
  switch (node.type) {
    case 'paragraph':
      return paragraphHtml(node);
    case 'table':
      return tableHtml(node);
    case 'pageBreak':
      return '<hr class="page-break">';
  }
}

/** The element of each style. The title of the record is its h1, so a heading of level 1 is an h2, and so on. */
const elements: Readonly<Partial<Record<StyleName, string>>> = {
  title: 'h1',
  heading1: 'h2',
  sectionHeading: 'h2',
  heading2: 'h3',
  heading3: 'h4',
  heading4: 'h5',
  quote: 'blockquote',
};

function paragraphHtml(paragraph: PrintParagraph): string {
  const element = elements[paragraph.style] ?? 'p';
  const depth = paragraph.bullet === undefined ? '' : ` style="--depth:${paragraph.bullet}"`;
  const align = paragraph.align ? ` ${paragraph.align}` : '';
  const mark = paragraph.number?.label ?? (paragraph.bullet === undefined ? '' : '•');
  const label = mark === '' ? '' : `<span class="number">${escapeHtml(mark)}</span>`;
  const tab = paragraph.runs.findIndex(({ type }) => type === 'tab');
  // What follows a tab stands at the right end of the line.
  const content = tab < 0 ? label + runsHtml(paragraph.runs) : `<span>${label}${runsHtml(paragraph.runs.slice(0, tab))}</span><span>${runsHtml(paragraph.runs.slice(tab + 1))}</span>`;
  return `<${element}${idOf(paragraph)} class="${paragraph.style}${align}${tab < 0 ? '' : ' split'}"${depth}>${content}</${element}>`;
}

const idOf = ({ anchor }: { anchor?: string }): string => (anchor === undefined ? '' : ` id="${escapeHtml(anchor)}"`);

function tableHtml(table: PrintTable): string {
  const columns = table.widths.map((width) => `<col style="width:${(width * 100).toFixed(2)}%">`).join('');
  const rows = table.rows.map((row, index) => rowHtml(row, index < table.headerRows));
  const head = rows.slice(0, table.headerRows);
  const body = rows.slice(table.headerRows);
  const part = (element: string, list: string[]) => (list.length === 0 ? '' : `<${element}>\n${list.join('\n')}\n</${element}>\n`);
  return `<table${idOf(table)}>\n<colgroup>${columns}</colgroup>\n${part('thead', head)}${part('tbody', body)}</table>`;
}

const rowHtml = (row: readonly PrintCell[], inHead: boolean): string =>
  `<tr>${row.map((cell) => cellHtml(cell, inHead)).join('')}</tr>`;

function cellHtml(cell: PrintCell, inHead: boolean): string {
  const columns = cell.columns > 1 ? ` colspan="${cell.columns}"` : '';
  const rows = cell.rows > 1 ? ` rowspan="${cell.rows}"` : '';
  const content = cell.paragraphs.map(paragraphHtml).join('');
  if (!cell.header) return `<td${columns}${rows}>${content}</td>`;
  const column = cell.columns > 1 ? 'colgroup' : 'col';
  const row = cell.rows > 1 ? 'rowgroup' : 'row';
  return `<th scope="${inHead ? column : row}"${columns}${rows}>${content}</th>`;
}

function imageHtml(image: PrintImage, caption: PrintParagraph | null, options: HtmlOptions): string {
  const source = options.assets(image.asset);
  const width = image.paperWidth === null ? '' : ` style="width:${image.paperWidth}mm"`;
  const content =
    source === null
      ? `<p class="missing">${escapeHtml(image.alt)}</p>`
      : `<img src="${escapeHtml(source)}" alt="${escapeHtml(image.alt)}" width="${image.width}" height="${image.height}"${width}>`;
  return `<figure${idOf(image)}>${content}${caption ? `<figcaption>${runsHtml(caption.runs)}</figcaption>` : ''}</figure>`;
}

/** From the outermost to the innermost. */
const markElements: readonly (readonly [Mark, string])[] = [
  ['highlight', 'mark'],
  ['bold', 'strong'],
  ['italic', 'em'],
  ['underline', 'u'],
  ['strike', 's'],
  ['superscript', 'sup'],
  ['subscript', 'sub'],
];

function runsHtml(runs: readonly PrintRun[]): string {
  return runs.map(runHtml).join('');
}

function runHtml(run: PrintRun): string {
  if (run.type === 'break') return '<br>';
  if (run.type === 'tab') return '\u2003';
  if (run.type === 'blank') return `<span class="blank">〔${escapeHtml(run.label)}〕</span>`;
  const marked = markElements.reduceRight(
    (inner, [mark, element]) => (run.marks?.includes(mark) ? `<${element}>${inner}</${element}>` : inner),
    escapeHtml(run.text),
  );
  return run.link === undefined ? marked : `<a href="${escapeHtml(run.link)}">${marked}</a>`;
}
