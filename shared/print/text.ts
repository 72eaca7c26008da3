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
      return tableText(node.rows);
    case 'image':
      return node.alt === '' ? null : `〔${node.alt}〕`;
    case 'pageBreak':
      return '';
  }
}

/** A cell that covers several columns or rows leaves the places of those it covers empty, so that columns stay in line. */
function tableText(rows: readonly (readonly PrintCell[])[]): string {
  /** How many of the rows that follow a cell from above still covers, by column. */
  const covered: number[] = [];
  const lines = rows.map((row) => {
    const texts: string[] = [];
    const pass = (): void => {
      for (let left = covered[texts.length] ?? 0; left > 0; left = covered[texts.length] ?? 0) {
        covered[texts.length] = left - 1;
        texts.push('');
      }
    };
    for (const cell of row) {
      pass();
      for (let column = texts.length; column < texts.length + cell.columns; column += 1) covered[column] = cell.rows - 1;
      texts.push(cellText(cell), ...Array.from({ length: cell.columns - 1 }, () => ''));
    }
    pass();
    return texts.join('\t');
  });
  return lines.join('\n');
}

const cellText = ({ paragraphs }: PrintCell): string => paragraphs.map((one) => paragraphText(one).replace(/\s+/g, ' ')).join(' ');

function paragraphText(paragraph: PrintParagraph): string {
  const bullet = paragraph.bullet === undefined ? '' : `${'　'.repeat(paragraph.bullet)}• `;
  return (paragraph.number?.label ?? bullet) + inlineText(paragraph.runs);
}
