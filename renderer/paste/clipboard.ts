/** What a paste brings, in the form that is worth most. Pure. */
import { cleanText } from '#shared/text/clean.ts';

export type Clipping =
  /** Cut or copied in this program: the editor reads its own form. */
  | { kind: 'own' }
  | { kind: 'html'; html: string; text: string; pictures: readonly File[] }
  | { kind: 'text'; text: string }
  | { kind: 'pictures'; pictures: readonly File[] }
  | { kind: 'nothing' };

interface Data {
  types: readonly string[];
  files: Iterable<File>;
  getData(type: string): string;
}

/** Chooses from what a clipboard holds. A picture copied from a page or a sheet comes with HTML that only names it. */
export function clippingOf(data: Data): Clipping {
  if (data.types.includes('application/x-minutebook+json') || data.types.includes('application/x-lexical-editor')) return { kind: 'own' };
  const text = cleanText(data.getData('text/plain'));
  const html = data.getData('text/html');
  const pictures = [...data.files].filter((file) => file.type.startsWith('image/'));
  const words = text.trim() !== '' || /<table|<p[\s>]/i.test(html);
  if (pictures.length > 0 && !words) return { kind: 'pictures', pictures };
  if (html.trim() !== '') return { kind: 'html', html, text, pictures };
  if (text !== '') return { kind: 'text', text };
  return { kind: 'nothing' };
}

/** The lines of a text without space at their ends; empty ones are left out. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+$/, ''))
    .filter((line) => line.trim() !== '');
