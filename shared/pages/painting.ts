/** Puts set lines on a page. What is set is in twips, what stands on the page in points. */
import type { Glyph } from './glyph.ts';
import { spacingBehind, stretchable, type Stretch } from './lines.ts';
import type { Page, PageLine, PagePiece } from './page.ts';
import type { SetLine, SetParagraph } from './setting.ts';

export const points = (twips: number): number => Math.round(twips * 5) / 100;

/** Draws the lines `from` up to `to` of a paragraph; `x` and `y` are where its room begins on the paper. */
export function paintLines(page: Page, set: SetParagraph, [from, to]: readonly [number, number], x: number, y: number): void {
  const lines: PageLine[] = [];
  let top = y;
  for (const line of set.lines.slice(from, to)) {
    lines.push(paintLine(line, x, top));
    if (line.picture) paintPicture(page, line.picture, x, top, set.anchor);
    top += line.height;
  }
  page.paragraphs.push({
    ...(set.anchor !== undefined && { anchor: set.anchor }),
    goesOn: from > 0,
    ...(set.outline !== undefined && from === 0 && { outline: set.outline }),
    lines,
  });
}

function paintPicture(page: Page, picture: NonNullable<SetLine['picture']>, x: number, y: number, anchor: string | undefined): void {
  const { asset, mime, alt } = picture.node;
  page.pictures.push({
    x: points(x + picture.x),
    y: points(y),
    width: points(picture.width),
    height: points(picture.height),
    asset,
    mime,
    alt,
    ...(anchor !== undefined && { anchor }),
  });
}

const paintLine = (line: SetLine, x: number, y: number): PageLine => ({
  y: points(y),
  height: points(line.height),
  baseline: points(y + line.baseline),
  pieces: line.stretches.flatMap((stretch) => paintStretch(stretch, x)),
});

/** A piece for every change of look, and for every Western word where the blanks of the line are wider than their own. */
function paintStretch({ glyphs, x, spread }: Stretch, left: number): PagePiece[] {
  const pieces: PagePiece[] = [];
  let from = 0;
  let at = left + x;
  while (from < glyphs.length) {
    const first = glyphs[from] as Glyph;
    let to = from + 1;
    while (to < glyphs.length && goesOn(glyphs[to - 1] as Glyph, glyphs[to] as Glyph, spread)) to += 1;
    const own = glyphs.slice(from, to);
    if (from > 0) at += first.gap;
    const natural = own.reduce((sum, { width }) => sum + width, 0) - own.length * first.look.spacing;
    const width = own.reduce((sum, glyph) => sum + glyph.width + (stretchable(glyph) ? spread : 0), 0) - spacingBehind(own.at(-1) ?? first, glyphs[to]);
    pieces.push({
      x: points(at),
      width: points(width),
      spread: points(width - natural),
      rise: points(first.look.rise),
      text: own.map(({ text }) => text).join(''),
      look: first.look.text,
      ...(first.look.link !== undefined && { link: first.look.link }),
    });
    at += width;
    from = to;
  }
  return pieces;
}

const goesOn = (before: Glyph, after: Glyph, spread: number): boolean =>
  after.look === before.look && after.gap === 0 && !(spread > 0 && before.kind === 'blank' && after.look.script === 'western');
