import { textPieces } from './pieces.ts';

/** A stretch of the text before, and what stands in its place. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

/** What two people made of one text, with the changes of both; null where they changed the same place in different ways. */
export function mergedText(before: string, one: string, other: string): string | null {
  const edits = [...editsOf(before, one), ...editsOf(before, other)].sort((left, right) => left.from - right.from || left.to - right.to);
  let merged = '';
  let at = 0;
  let last: Edit | undefined;
  for (const edit of edits) {
    const { from, to, text } = edit;
    if (last && from === last.from && to === last.to && text === last.text) continue;
    // What touches counts as the same place: nobody could say which comes first.
    if (last && from <= last.to) return null;
    merged += before.slice(at, from) + text;
    at = to;
    last = edit;
  }
  return merged + before.slice(at);
}

function editsOf(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let isOpen = false;
  for (const { text, state } of textPieces(before, after)) {
    if (state !== 'same' && !isOpen) edits.push({ from: at, to: at, text: '' });
    isOpen = state !== 'same';
    const edit = edits.at(-1);
    if (state === 'added' && edit) edit.text += text;
    else at += text.length;
    if (state === 'removed' && edit) edit.to = at;
  }
  return edits;
}
