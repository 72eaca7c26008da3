/** The text of a part without its form: notes, comments, page headers; and what of a drawing is text. */
import { cleanText } from '#shared/text/clean.ts';
import { symbolOf } from './signs.ts';
import type { XmlElement } from './xml.ts';

/** What is drawn of a choice between editions of Word: the first that holds anything. */
export const chosen = (choice: XmlElement): readonly XmlElement[] =>
  (choice.children.find((one) => one.name === 'mc:Choice' && one.children.length > 0) ?? choice.children.find((one) => one.name === 'mc:Fallback'))?.children ?? [];

/** The text boxes of a drawing, of either kind; a choice of editions shows one of them. */
export function boxesIn(element: XmlElement): XmlElement[] {
  return element.children.flatMap((one) => {
    if (one.name === 'w:txbxContent') return [one];
    return one.name === 'mc:AlternateContent' ? chosen(one).flatMap((inner) => (inner.name === 'w:txbxContent' ? [inner] : boxesIn(inner))) : boxesIn(one);
  });
}

/** The lines of an element: one a paragraph, and one for each line break in it. Deleted text is not among them. */
export function linesOf(element: XmlElement): string[] {
  const lines: string[] = [];
  let line = '';
  const read = (of: readonly XmlElement[]): void => {
    for (const one of of) {
      switch (one.name) {
        case 'w:p': {
          const outer = line;
          line = '';
          read(one.children);
          lines.push(...cleanText(line).split('\n'));
          line = outer;
          break;
        }
        case 'w:t':
          line += one.text;
          break;
        case 'w:tab':
        case 'w:ptab':
          line += '\t';
          break;
        case 'w:br':
        case 'w:cr':
          line += '\n';
          break;
        case 'w:sym':
          line += symbolOf(one);
          break;
        case 'w:noBreakHyphen':
          line += '-';
          break;
        case 'mc:AlternateContent':
          read(chosen(one));
          break;
        case 'w:pPr':
        case 'w:rPr':
        case 'w:del':
        case 'w:moveFrom':
        case 'w:rt':
          break;
        default:
          read(one.children);
      }
    }
  };
  read([element]);
  return lines;
}
