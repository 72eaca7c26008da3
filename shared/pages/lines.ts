/** A paragraph as lines. Lengths are twips. */
import type { Align } from '../minutes/align.ts';
import type { DocumentLanguage } from '../layouts/layout.ts';
import { breakBefore } from './breaking.ts';
import type { Glyph, Look } from './glyph.ts';

/** What a line has to keep to. */
export interface Measure {
  /** Of the room between the edges of page or cell. */
  width: number;
  left: number;
  right: number;
  /** Of the first line, added to `left`: below zero where it hangs. */
  firstLine: number;
  align: Align;
  language: DocumentLanguage;
}

/** A run of characters that stands at one place of a line. */
export interface Stretch {
  glyphs: readonly Glyph[];
  x: number;
  /** What every character and blank gets besides its own width. */
  spread: number;
}

export interface TextLine {
  stretches: Stretch[];
  /** Of the highest faces in it. */
  ascent: number;
  descent: number;
}

/** A number or bullet before the text. */
export interface Label {
  glyphs: readonly Glyph[];
  /** Whether the text begins at the next tab stop. */
  tab: boolean;
}

const tabStop = 720;

/** Breaks a paragraph; one without text is a line all the same, as high as `bare`. */
export function linesOf(glyphs: readonly Glyph[], label: Label | null, measure: Measure, bare: Look): TextLine[] {
  const lines: TextLine[] = [];
  let from = 0;
  let goesOn = true;
  while (goesOn) {
    const own = lines.length === 0 ? label : null;
    const start = measure.left + (lines.length === 0 ? measure.firstLine : 0);
    const begin = own ? afterLabel(own, start, measure) : start;
    const line = endOf(glyphs, from, begin, measure);
    lines.push(place(glyphs.slice(from, line.end), own, { start, begin, isLast: !line.goesOn }, measure, bare));
    from = line.next;
    goesOn = line.goesOn;
  }
  return lines;
}

/** Letter spacing is between the characters of one look, not behind the last of them. */
export const spacingBehind = (glyph: Glyph, next: Glyph | undefined): number => (next?.look === glyph.look ? 0 : glyph.look.spacing);

const widthOf = (glyphs: readonly Glyph[]): number =>
  glyphs.reduce((sum, glyph, index) => sum + glyph.width + (index === 0 ? 0 : glyph.gap) - spacingBehind(glyph, glyphs[index + 1]), 0);

/** Where the text begins behind its number. */
function afterLabel({ glyphs, tab }: Label, start: number, { left }: Measure): number {
  const end = start + widthOf(glyphs);
  if (!tab) return end;
  return end <= left ? left : nextStop(end);
}

/** Slanted letters reach beyond their width at the end of a line. */
const slant = ({ text: { italic, pt } }: Look): number => (italic ? Math.floor((pt * 20) / 12) : 0);

const whole = (twips: number): number => Math.floor(twips + 1e-6);

const nextStop = (x: number): number => (Math.floor(x / tabStop) + 1) * tabStop;

/** The line that begins at `from`: `end` = after its last character, `next` = where the next one begins, if it goes on. */
function endOf(glyphs: readonly Glyph[], from: number, begin: number, measure: Measure): { end: number; next: number; goesOn: boolean } {
  const edge = measure.width - measure.right;
  let x = begin;
  for (let index = from; index < glyphs.length; index += 1) {
    const glyph = glyphs[index] as Glyph;
    if (glyph.kind === 'break') return { end: index, next: index + 1, goesOn: true };
    if (glyph.kind === 'edge') continue;
    if (glyph.kind === 'stop') {
      x = nextStop(x);
      continue;
    }
    // Stretches of one look are as wide as whole twips.
    const last = index > from ? glyphs[index - 1] : undefined;
    if (last && last.look !== glyph.look) x = whole(x - last.look.spacing);
    x += glyph.width + (index === from ? 0 : glyph.gap);
    if (whole(x - glyph.look.spacing) <= edge - slant(glyph.look)) continue;
    let next = index;
    if (glyph.kind === 'blank') {
      while (glyphs[next]?.kind === 'blank') next += 1;
      if (glyphs[next]?.kind === 'break') return { end: next, next: next + 1, goesOn: true };
      return { end: next, next, goesOn: next < glyphs.length };
    }
    next = breakBefore(glyphs, from, index, measure.language);
    return { end: next, next, goesOn: true };
  }
  return { end: glyphs.length, next: glyphs.length, goesOn: false };
}

interface Row {
  /** Where its label begins, and its text. */
  start: number;
  begin: number;
  isLast: boolean;
}

function place(glyphs: readonly Glyph[], label: Label | null, { start, begin, isLast }: Row, measure: Measure, bare: Look): TextLine {
  const edge = measure.width - measure.right;
  const shown = withoutBlanks(glyphs);
  const isTabbed = glyphs.some(isTab);
  const spare = isTabbed ? 0 : Math.max(edge - begin - widthOf(shown), 0);
  const shift = measure.align === 'end' ? spare : measure.align === 'center' ? spare / 2 : 0;
  const spread = measure.align === 'justify' && !isLast ? spare / Math.max(shown.slice(0, -1).filter(stretchable).length, 1) : 0;
  const stretches: Stretch[] = [];
  if (label && label.glyphs.length > 0) stretches.push({ glyphs: label.glyphs, x: start + shift, spread: 0 });
  let x = begin + shift;
  let from = 0;
  while (from <= glyphs.length) {
    const tab = glyphs.findIndex((glyph, index) => index >= from && isTab(glyph));
    const own = glyphs.slice(from, tab < 0 ? glyphs.length : tab);
    const kind = glyphs[from - 1]?.kind;
    if (kind === 'edge') x = Math.max(x, edge - widthOf(own));
    if (kind === 'stop') x = nextStop(x);
    if (own.length > 0) stretches.push({ glyphs: own, x, spread });
    x += widthOf(own);
    from += own.length + 1;
  }
  return { stretches, ...heightOf(label ? [...label.glyphs, ...glyphs] : glyphs, bare) };
}

function heightOf(glyphs: readonly Glyph[], bare: Look): Pick<TextLine, 'ascent' | 'descent'> {
  let { ascent, descent } = glyphs[0]?.look ?? bare;
  let last = glyphs[0]?.look;
  for (const { look } of glyphs) {
    if (look === last) continue;
    last = look;
    ascent = Math.max(ascent, look.ascent);
    descent = Math.max(descent, look.descent);
  }
  return { ascent, descent };
}

const isTab = ({ kind }: Glyph): boolean => kind === 'edge' || kind === 'stop';

/** Blanks at the end of a line hang over its edge. */
function withoutBlanks(glyphs: readonly Glyph[]): readonly Glyph[] {
  return glyphs.slice(0, glyphs.findLastIndex(({ kind }) => kind !== 'blank') + 1);
}

/** What takes part of the white of a justified line: every Chinese character, and blanks. */
export const stretchable = ({ kind, look }: Glyph): boolean => kind === 'blank' || look.script === 'chinese';
