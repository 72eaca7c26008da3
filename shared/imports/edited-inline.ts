/** Text that was changed outside of the record, put into its runs. */
import { isTypedNumber } from '../minutes/chapters.ts';
import { mergedText } from '../minutes/difference/merged-text.ts';
import { textPieces } from '../minutes/difference/pieces.ts';
import { type Inline, inlineText, type TextRun } from '../minutes/inline.ts';

/** The runs with their text changed from `before` to `after`: what stayed keeps its form, mentions and blanks that are whole too. */
export function editedInline(inline: readonly Inline[], before: string, after: string): Inline[] {
  const text = editedText(inlineText(inline), before, after);
  return text === null ? textOf(after, {}) : withText(inline, text);
}

/**
 * A text with what was changed from `before` to `after`: it was told otherwise in the file than it is, or went on here
 * meanwhile. null where both are changes of the same place.
 */
export function editedText(own: string, before: string, after: string): string | null {
  if (own.trim() === before.trim()) return after;
  // 壹、 before a heading, which the layout makes itself: also where the heading begins in another way now.
  const number = own.endsWith(before) ? own.slice(0, own.length - before.length) : '';
  return isTypedNumber(number) ? number + after : mergedText(before, own, after);
}

/** The runs with another text. */
export function withText(inline: readonly Inline[], text: string): Inline[] {
  const result: Inline[] = [];
  let at = 0;
  for (const piece of textPieces(inlineText(inline), text)) {
    if (piece.state === 'added') result.push(...textOf(piece.text, formOf(result.at(-1))));
    else {
      if (piece.state === 'same') result.push(...slice(inline, at, at + piece.text.length));
      at += piece.text.length;
    }
  }
  return joined(result);
}

/** The runs between two offsets of their text. A blank that is cut is text; so is a name. */
function slice(inline: readonly Inline[], from: number, to: number): Inline[] {
  const parts: Inline[] = [];
  let start = 0;
  for (const part of inline) {
    const text = inlineText([part]);
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, text.length)];
    start += text.length;
    if (first >= last) continue;
    if (first === 0 && last === text.length) parts.push(part);
    else parts.push(...textOf(text.slice(first, last), formOf(part)));
  }
  return parts;
}

const formOf = (part: Inline | undefined): Pick<TextRun, 'marks' | 'link'> =>
  part?.type === 'text' ? { ...(part.marks && { marks: part.marks }), ...(part.link !== undefined && { link: part.link }) } : {};

/** Text as runs, with line feeds as breaks. */
const textOf = (text: string, form: Pick<TextRun, 'marks' | 'link'>): Inline[] =>
  text.split('\n').flatMap((line, index): Inline[] => [...(index > 0 ? [{ type: 'break' as const }] : []), ...(line === '' ? [] : [{ type: 'text' as const, text: line, ...form }])]);

function joined(parts: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    const isLike = part.type === 'text' && last?.type === 'text' && part.person === undefined && last.person === undefined && last.link === part.link && (last.marks ?? []).join() === (part.marks ?? []).join();
    if (isLike) result[result.length - 1] = { ...last, text: last.text + part.text };
    else result.push(part);
  }
  return result;
}
