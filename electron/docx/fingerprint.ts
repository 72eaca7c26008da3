/** What a text says, whatever program wrote its file: told from another text by a hash. */
import { createHash } from 'node:crypto';
import type { ReadBlock, ReadDocx, ReadParagraph } from './reading/index.ts';

/**
 * sha256 of the text of a Word file with its levels, tables and pictures. Saving it in another program without a change
 * gives the same: faces, styles, runs and empty paragraphs are not part of it, and numbers only by their depth.
 */
export function bodyFingerprint(docx: Pick<ReadDocx, 'blocks'>): string {
  const lines = docx.blocks.flatMap((block) => linesOf(block)).filter((line) => line !== '');
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

function linesOf(block: ReadBlock): string[] {
  switch (block.type) {
    case 'paragraph':
      return [paragraphLine(block)];
    case 'table':
      return block.rows.map((row) => `|${row.map((cell) => `${cell.columns}×${cell.rows} ${cell.blocks.flatMap(linesOf).filter((line) => line !== '').join(' / ')}`).join('|')}`);
    case 'image':
      return [`image ${block.asset ?? ''}`];
    case 'pageBreak':
      return [];
  }
}

/** Lines and tabs count as blanks, and blanks at the ends not at all: programs differ in them. */
function paragraphLine({ runs, heading, number }: ReadParagraph): string {
  const text = runs.map((run) => run.text).join('').replace(/\s+/gu, ' ').trim().normalize('NFC');
  if (text === '') return '';
  const depth = number ? `${number.bullet ? 'b' : 'n'}${number.level}` : '';
  return `${heading === null ? '' : `h${heading}`}${depth} ${text}`;
}
