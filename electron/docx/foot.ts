/**
 * 版記 at the foot of the last page: a shape on the bottom of the type area. Word and LibreOffice both keep it there; a
 * frame or a table that floats, LibreOffice does not.
 */
import { Paragraph } from 'docx';
import { ShapeRun } from 'docx/shapes';
import type { PrintNode, PrintParagraph } from '#shared/minutes/print.ts';
import { footHeight, ruleLine } from '#shared/layouts/foot.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { pointTwips, typeWidth } from '#shared/layouts/measures.ts';
import { styleIds } from './layout.ts';
import type { Writing } from './paragraph.ts';

/**
 * The last paragraph of a file: an empty line, as high as the foot, that carries the foot. So the page whose text leaves
 * no room for it is not the last one, and nothing has to flow around it.
 */
export function footParagraph(writing: Writing, foot: readonly PrintNode[]): Paragraph {
  const { layout } = writing;
  const lines = foot.filter((node): node is PrintParagraph => node.type === 'paragraph');
  const height = footHeight(lines, layout);
  const shape = new ShapeRun({
    type: 'rectangle',
    // docx counts in pixels at 96 dpi: 15 twips each.
    transformation: { width: typeWidth(layout) / 15, height: pointTwips(height) / 15 },
    floating: {
      horizontalPosition: { relative: 'margin', offset: 0 },
      verticalPosition: { relative: 'margin', align: 'bottom' },
      wrap: { type: 0 },
      allowOverlap: true,
    },
    altText: { name: 'imprint' },
    fill: 'none',
    line: 'none',
    textOptions: { verticalAlignment: 'bottom', margins: { top: 0, right: 0, bottom: 0, left: 0 } },
    children: lines.flatMap((line, index) => [rule(layout, index === 0 ? 'first' : 'middle'), writing.paragraph(line)]).concat(rule(layout, 'last')),
  });
  return new Paragraph({ style: styleIds.imprint, spacing: { line: pointTwips(height), lineRule: 'exact' }, indent: none, children: [shape] });
}

const none = { left: 0, right: 0, firstLine: 0 };

/** A rule across the type area is a line of its own: as a border it would stand in as far as the text does. */
function rule({ foot }: LayoutProfile, place: keyof LayoutProfile['foot']): Paragraph {
  const size = Math.round((foot[place] / 25.4) * 72 * 8);
  return new Paragraph({
    style: styleIds.imprint,
    spacing: { line: pointTwips(ruleLine), lineRule: 'exact' },
    indent: none,
    border: { bottom: { style: 'single', size, space: 0, color: '000000' } },
    run: { size: 2 },
    children: [],
  });
}
