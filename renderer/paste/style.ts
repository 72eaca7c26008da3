/** The style attribute as it was written: the browser's own reading drops what Word says about lists. */
import type { Align } from '#shared/minutes/align.ts';
import type { Mark } from '#shared/minutes/inline.ts';

export type Style = ReadonlyMap<string, string>;

/** The declarations of an element's style attribute, names and values in lower case. */
export function styleOf(element: Element): Style {
  const style = new Map<string, string>();
  for (const declaration of (element.getAttribute('style') ?? '').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0) style.set(declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim().toLowerCase());
  }
  return style;
}

const tagMarks: Readonly<Record<string, Mark>> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  U: 'underline',
  INS: 'underline',
  S: 'strike',
  STRIKE: 'strike',
  DEL: 'strike',
  SUP: 'superscript',
  SUB: 'subscript',
  MARK: 'highlight',
};

/** The marks that hold inside an element: those from outside, changed by its tag and style. */
export function marksIn(element: Element, style: Style, outside: ReadonlySet<Mark>): ReadonlySet<Mark> {
  const marks = new Set(outside);
  const own = tagMarks[element.tagName];
  if (own) marks.add(own);
  const set = (mark: Mark, holds: boolean | null) => {
    if (holds === true) marks.add(mark);
    if (holds === false) marks.delete(mark);
  };
  const weight = style.get('font-weight');
  set('bold', weight === undefined ? null : weight === 'bold' || weight === 'bolder' || Number(weight) >= 600);
  const slant = style.get('font-style');
  set('italic', slant === undefined ? null : /italic|oblique/.test(slant));
  const line = style.get('text-decoration') ?? style.get('text-decoration-line') ?? '';
  if (line.includes('underline')) marks.add('underline');
  if (line.includes('line-through')) marks.add('strike');
  const raised = style.get('vertical-align');
  set('superscript', raised === undefined ? null : raised === 'super');
  set('subscript', raised === undefined ? null : raised === 'sub');
  if (isMarker(style.get('mso-highlight') ?? style.get('background-color') ?? style.get('background'))) marks.add('highlight');
  return marks;
}

/** The colours of marker pens; a page's white or dark ground is not one. */
function isMarker(colour: string | undefined): boolean {
  if (!colour) return false;
  if (/^(yellow|lime|aqua|cyan|fuchsia|magenta|brightgreen|turquoise)\b/.test(colour)) return true;
  const rgb = /^rgba?\((\d+), *(\d+), *(\d+)(?:, *([\d.]+))?\)/.exec(colour);
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b/.exec(colour);
  const parts = rgb ? rgb.slice(1, 4).map(Number) : hex ? hex.slice(1, 4).map((two) => Number.parseInt(two, 16)) : [];
  if (parts.length < 3 || rgb?.[4] === '0') return false;
  return Math.max(...parts) >= 230 && Math.min(...parts) <= 160;
}

const aligns: Readonly<Record<string, Align>> = { center: 'center', right: 'end', end: 'end', justify: 'justify' };

/** The alignment an element gives its lines; undefined for left, which every layout has by itself. */
export function alignOf(element: Element, style: Style): Align | undefined {
  return aligns[style.get('text-align') ?? element.getAttribute('align')?.toLowerCase() ?? ''];
}
