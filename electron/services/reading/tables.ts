/** Tables and pictures of a file as blocks of a record. */
import type { ReadCell, ReadImage, ReadPicture, ReadTable } from '#electron/docx/reading/index.ts';
import type { Region, Script } from '#shared/language.ts';
import type { BlockOf } from '#shared/minutes/blocks/index.ts';
import { newId } from '#shared/minutes/id.ts';
import { plain } from '#shared/minutes/inline.ts';
import { numberLabel } from '#shared/minutes/number-label.ts';
import { readMarker } from '#shared/text/numerals.ts';
import { inlineOfParagraph } from './inline.ts';
import type { OwnPaper } from './own-paper.ts';
import { ownStyle } from './own-styles.ts';

type Table = BlockOf<'table'>;
type Cell = Table['rows'][number][number];
type CellBlock = Cell['blocks'][number];

/** A record's table does not hold more. */
const mostRows = 10_000;

/** How a file is read. */
export interface Reading {
  /** Those of its record. */
  script: Script;
  region: Region;
  /** The form in which this program wrote it; null where it did not. */
  own: OwnPaper | null;
  /** As a file of ours is called in its properties; '' where it is not, and of any other file. */
  title: string;
  /** The organisation of a file of ours, as its properties name it; '' of any other file. */
  creator: string;
}

/** A table as blocks: one, or several where it is longer than a record's may be. */
export function tableBlocks(table: ReadTable, reading: Reading): Table[] {
  const blocks: Table[] = [];
  for (let from = 0; from < table.rows.length; from += mostRows) {
    const rows = table.rows.slice(from, from + mostRows).map((row, index, part) => row.map((cell) => cellOf(cell, from + index < table.headerRows, part.length - index, reading)));
    // The mark of our own tables stands in their first cell.
    const first = table.rows[from]?.[0]?.blocks[0];
    blocks.push({ id: (reading.own !== null && first?.type === 'paragraph' && first.anchors[0]) || newId(), kind: 'table', widths: table.widths, rows });
  }
  return blocks;
}

function cellOf(cell: ReadCell, inHeader: boolean, rowsLeft: number, reading: Reading): Cell {
  const paragraphs = cell.blocks.filter((block) => block.type === 'paragraph');
  const header = reading.own ? paragraphs.length > 0 && paragraphs.every((one) => ownStyle(one.styleName, one.style) === 'tableHeader') : inHeader;
  const counted = [0, 0, 0, 0];
  const blocks = paragraphs.map((paragraph): CellBlock => {
    const inline = inlineOfParagraph(paragraph, reading.script, reading.own !== null);
    const { number } = paragraph;
    if (!number) return { id: newId(), kind: 'paragraph', inline };
    if (number.bullet) return { id: newId(), kind: 'bullet', depth: Math.min(number.level, 3), inline };
    // A cell counts by itself: a number that would be another one stays text.
    const marker = readMarker(`${number.label}—`);
    const level = reading.own ? Math.min(number.level + 1, 4) : marker?.level;
    const next = level ? (counted[level - 1] ?? 0) + 1 : 0;
    const isSame = level !== undefined && next === number.value && (reading.own || marker?.text === numberLabel(level as 1, next));
    if (!isSame) return { id: newId(), kind: 'paragraph', inline: [...plain(number.label), ...inline] };
    counted.fill(0, level);
    counted[level - 1] = next;
    return { id: newId(), kind: 'item', level: level as 1 | 2 | 3 | 4, inline };
  });
  return { columns: cell.columns, rows: Math.min(cell.rows, rowsLeft), header, blocks: blocks.length > 0 ? blocks : [{ id: newId(), kind: 'paragraph', inline: [] }] };
}

/** A picture as a block; null where it could not be read. */
export function imageBlock(image: ReadImage, pictures: ReadonlyMap<string, ReadPicture>): BlockOf<'image'> | null {
  const picture = image.asset === null ? undefined : pictures.get(image.asset);
  if (!picture || image.asset === null) return null;
  const { mime, width, height } = picture;
  return { id: newId(), kind: 'image', asset: image.asset, mime, width, height, paperWidth: image.paperWidth, alt: image.alt, caption: [] };
}
