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
  '%': 'postfix', '¢': 'postfix', '°': 'postfix', '‰': 'postfix', '℃': 'postfix',
  '\u00a0': 'glue', '\u202f': 'glue', '\u2060': 'glue',
};

function classOf({ text, look }: Glyph): BreakClass {
  const known = classes[text];
  if (known) return known;
  if (look.script === 'chinese') return 'chinese';
  return text >= '0' && text <= '9' ? 'digit' : 'letter';
}

/** Whether Western rules let a line end between two characters that stand side by side. */
function mayPart(before: Glyph, after: Glyph): boolean {
  if (before.kind !== 'letter') return true;
  const [one, other] = [classOf(before), classOf(after)];
  if (one === 'glue' || other === 'glue' || one === 'quote' || other === 'quote' || one === 'open') return false;
  if (other === 'close' || other === 'infix' || other === 'ends' || other === 'hyphen') return false;
  if (one === 'dash' || other === 'dash') return one !== other && (one === 'dash' || after.text === '—');
  if (one === 'hyphen') return other !== 'digit';
  if (one === 'ends') return other !== 'digit' || before.text !== '/';
  if (one === 'chinese') return other !== 'postfix';
  if (other === 'chinese') return one !== 'prefix';
  return false;
}

/** Where a line that begins at `from` ends when the character at `cut` does not fit any more. */
export function breakBefore(glyphs: readonly Glyph[], from: number, cut: number, language: DocumentLanguage): number {
  const { begin, end } = forbidden[language];
  const at = (index: number) => glyphs[index] as Glyph;
  const parts = (index: number) => mayPart(at(index - 1), at(index));
  let found = cut;
  if (at(cut).look.script === 'western') {
    while (found > from && !parts(found)) found -= 1;
  } else {
    const splitsWord = (index: number) => at(index).look.script === 'western' && at(index - 1).look.script === 'western' && !parts(index);
    while (found > from && (begin.has(at(found).text) || end.has(at(found - 1).text) || splitsWord(found))) found -= 1;
  }
  return found > from ? found : Math.max(cut, from + 1);
}
