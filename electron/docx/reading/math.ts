/** Formulas of Word on a line of text: their parts in order, with the signs that only their form draws. */
import type { Mark } from '#shared/minutes/inline.ts';
import { child, children, within, type XmlElement } from './xml.ts';

/** Parts of a formula that stand higher or lower. */
export const raised: Readonly<Record<string, Mark>> = { 'm:sup': 'superscript', 'm:deg': 'superscript', 'm:sub': 'subscript', 'm:lim': 'subscript' };

/** What an element draws, in order: its children, and the signs around and between them. */
export function drawnParts(element: XmlElement): readonly (XmlElement | string)[] {
  switch (element.name) {
    case 'm:f':
      return [...bracketed(child(element, 'm:num')), '/', ...bracketed(child(element, 'm:den'))];
    case 'm:d': {
      const sign = (name: string, usual: string): string => child(child(element, 'm:dPr'), name)?.attributes['m:val'] ?? usual;
      const between = sign('m:sepChr', '|');
      return [sign('m:begChr', '('), ...children(element, 'm:e').flatMap((part, at) => (at > 0 ? [between, part] : [part])), sign('m:endChr', ')')];
    }
    case 'm:nary':
      return [child(child(element, 'm:naryPr'), 'm:chr')?.attributes['m:val'] ?? '∫', ...element.children];
    case 'm:rad':
      return [...children(element, 'm:deg'), '√', ...bracketed(child(element, 'm:e'))];
    default:
      return element.children;
  }
}

/** On one line, brackets keep together what a bar or a root does. */
function bracketed(part: XmlElement | undefined): readonly (XmlElement | string)[] {
  if (!part) return [];
  const words = within(part, 'm:t').map(({ text }) => text).join('');
  const isOne = /^[\p{L}\p{N}.,%]*$/u.test(words) && within(part, 'm:f').length === 0;
  return isOne || part.children.every(({ name }) => name === 'm:d' || name === 'm:ctrlPr') ? [part] : ['(', part, ')'];
}
