import { inlineText } from '../minutes/inline.ts';
import type { PrintCell, PrintDocument, PrintNode, PrintParagraph } from '../minutes/print.ts';

/**
 * The paper form as plain text: a paragraph a line with its number, the row of a table a line with tabs between
 * cells, a picture by what it shows. Nothing that prints is left out. Ends with a line break.
 */
export function printToText(print: PrintDocument): string {
  return `${[...print.nodes, ...print.foot].map(nodeText).filter((text) => text !== null).join('\n')}\n`;
}

function nodeText(node: PrintNode): string | null {
  switch (node.type) {
    case 'paragraph':
      return node.style === 'redRule' ? null : paragraphText(node);
    case 'table':
      return node.rows.map(rowText).join('\n');
    case 'image':
      return node.alt === '' ? null : `〔${node.alt}〕`;
    case 'pageBreak':
      return '';
  }
}

/** A cell that covers several columns leaves the places of those it covers empty, so that columns stay in line. */
function rowText(row: readonly PrintCell[]): string {
  return row
    .map((cell) => cell.paragraphs.map((one) => paragraphText(one).replace(/\s+/g, ' ')).join(' ') + '\t'.repeat(cell.columns - 1))
    .join('\t');
}

function paragraphText(paragraph: PrintParagraph): string {
  const bullet = paragraph.bullet === undefined ? '' : `${'　'.repeat(paragraph.bullet)}• `;
  return (paragraph.number?.label ?? bullet) + inlineText(paragraph.runs);
}
