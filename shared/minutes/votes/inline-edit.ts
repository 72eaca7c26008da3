/** Changes of inline text by the offsets of its plain text (`inlineText`), keeping the marks around it. */
import { type Inline, inlineText } from '../inline.ts';
import type { TextEdit } from './contradictions.ts';

const lengthOf = (part: Inline): number => inlineText([part]).length;

/** The text with what stands from `start` to `end` replaced; new words look like those they take the place of. */
export function editInline(inline: readonly Inline[], { start, end, text }: TextEdit): Inline[] {
  const edited: Inline[] = [];
  let at = 0;
  let written = false;
  const write = (like: Inline | undefined) => {
    if (written || text === '') return;
    edited.push(like?.type === 'text' ? { ...like, text } : { type: 'text', text });
    written = true;
  };
  for (const part of inline) {
    const [from, to] = [at, at + lengthOf(part)];
    at = to;
    if (to <= start && !(start === end && to === start && part.type === 'text')) edited.push(part);
    else if (from >= end && !(start === end && from === start)) {
      write(undefined);
      edited.push(part);
    } else if (part.type !== 'text') {
      // A place to fill in or a line break is replaced whole, or stays behind what is put before it.
      write(undefined);
      if (start === end) edited.push(part);
    } else {
      const [before, after] = [part.text.slice(0, Math.max(0, start - from)), part.text.slice(Math.max(0, end - from))];
      if (before !== '') edited.push({ ...part, text: before });
      write(part);
      if (after !== '') edited.push({ ...part, text: after });
    }
  }
  write(edited.at(-1));
  return edited;
}
