/** Where a line may end: 避頭尾 in Chinese, whole words in Western text. As LibreOffice breaks lines. */
import type { DocumentLanguage } from '../layouts/layout.ts';
import type { Glyph } from './glyph.ts';
import { forbidden } from './kinsoku.ts';

/** What a Western character does to the break beside it, after UAX #14. */
type BreakClass = 'letter' | 'digit' | 'open' | 'close' | 'quote' | 'infix' | 'ends' | 'hyphen' | 'prefix' | 'postfix' | 'dash' | 'glue' | 'chinese';

const classes: Readonly<Record<string, BreakClass>> = {
  '(': 'open', '[': 'open', '{': 'open', '¡': 'open', '¿': 'open',
  ')': 'close', ']': 'close', '}': 'close',
  '"': 'quote', "'": 'quote', '«': 'quote', '»': 'quote', '“': 'quote', '”': 'quote', '‘': 'quote', '’': 'quote',
  ',': 'infix', '.': 'infix', ':': 'infix', ';': 'infix',
  '!': 'ends', '?': 'ends', '/': 'ends', '…': 'ends', '|': 'ends',
  '-': 'hyphen', '‐': 'dash', '–': 'dash', '—': 'dash',
  $: 'prefix', '+': 'prefix', '\\': 'prefix', '£': 'prefix', '¥': 'prefix', '€': 'prefix', '±': 'prefix', '№': 'prefix',
  '%': 'postfix', '¢': 'postfix', '°': 'postfix', '‰': 'postfix', '℃': 'postfix', '％': 'postfix',
  '\u00a0': 'glue', '\u202f': 'glue', '\u2060': 'glue',
};

const curly = new Set('“”‘’');
const chineseOpen = new Set('〈《「『【〔〖〝（［｛｟｢');
const chineseClose = new Set('、。〉》」』】〕〗〞，．）］｝｠｡｣､﹐﹑﹒﹚﹜﹞');

function classOf({ text, look }: Glyph): BreakClass {
  const known = classes[text];
  if (known) return known;
  if (look.script === 'western') return text >= '0' && text <= '9' ? 'digit' : 'letter';
  // Circled figures, arrows and signs are letters to Western rules.
  if (text >= '\u2000' && text < '\u2c00') return 'letter';
  return chineseOpen.has(text) ? 'open' : chineseClose.has(text) ? 'close' : 'chinese';
}

/**
 * Whether Western rules let a line end between two characters that stand side by side. No closing bracket, Chinese ones and
 * 、，。 among them, is parted from a Western letter or figure behind it.
 */
function mayPart(before: Glyph, after: Glyph): boolean {
  if (before.kind !== 'letter') return true;
  const [one, other] = [classOf(before), classOf(after)];
  if (one === 'quote' && after.look.script === 'chinese') return curly.has(before.text);
  if (one === 'glue' || other === 'glue' || one === 'quote' || other === 'quote' || one === 'open') return false;
  if (other === 'close' || other === 'infix' || other === 'ends' || other === 'hyphen') return false;
  if (one === 'dash' || other === 'dash') return one !== other && (one === 'dash' || after.text === '—');
  if (one === 'hyphen' || one === 'ends' || one === 'chinese') return true;
  if (other === 'chinese') return one !== 'prefix';
  if (one === 'close') return other === 'open';
  return false;
}

/** So many characters of a path before a break are looked through for a blank. */
const longestPath = 66;

/**
 * Where a line that begins at `from` ends when the character at `cut` does not fit any more. Only the stretch of one look
 * that the cut is in goes by the rules of its script; where it may not be parted at all, the stretch before it gives up its
 * last character, by its own rules, unless it began with the line.
 */
export function breakBefore(glyphs: readonly Glyph[], from: number, cut: number, language: DocumentLanguage): number {
  const at = (index: number) => glyphs[index] as Glyph;
  const western = (index: number) => mayPart(at(index - 1), at(index)) && !isInPath(glyphs, index, cut);
  const chinese = (index: number) => !forbidden[language].begin.has(at(index).text) && !forbidden[language].end.has(at(index - 1).text);
  let place = cut;
  // Western text that ends just there has its say as well: 50 and ％ stay together.
  const both = (index: number) => chinese(index) && (index < place || at(index - 1).look.script === 'chinese' || western(index));
  while (place > from) {
    const { look, kind } = at(place);
    if (kind === 'blank') return place + 1;
    let start = place;
    while (start > from && at(start - 1).look === look) start -= 1;
    const first = Math.max(start, from + 1);
    const allows = look.script === 'western' ? western : both;
    let found = place;
    while (found >= first && !allows(found)) found -= 1;
    if (found >= first) return look.script === 'western' ? beforePath(glyphs, from, found, cut) : found;
    if (place < cut && start === from && from > 0 && at(from - 1).look !== look) return place + 1;
    place = start - 1;
  }
  return Math.max(cut, from + 1);
}

/** Whether a stroke before this place holds on to what is behind it: within 2024/1/19, and just where the line is full. */
function isInPath(glyphs: readonly Glyph[], index: number, cut: number): boolean {
  const [one, stroke, other] = glyphs.slice(Math.max(index - 2, 0), index + 1).slice(-3);
  if (stroke?.text !== '/' || !one || other?.look.script !== 'western') return false;
  return index === cut || (classOf(one) === 'digit' && classOf(other) === 'digit');
}

/** A path goes to the next line whole where a blank stands before it; on a line of its own it ends where the line is full. */
function beforePath(glyphs: readonly Glyph[], from: number, found: number, cut: number): number {
  if (glyphs[found - 1]?.text !== '/') return found;
  const start = Math.max(0, found - longestPath);
  const blank = glyphs.slice(start, found).findLastIndex(({ kind }) => kind === 'blank');
  if (blank < 0) return found;
  return start + blank + 1 > from ? start + blank + 1 : cut;
}
