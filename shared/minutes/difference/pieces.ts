/** What is different between two texts, character by character, in a form that a reader of Chinese can follow. */
import { diffChars } from 'diff';

export interface Piece {
  text: string;
  state: 'same' | 'added' | 'removed';
}

/** Beyond this many changed characters a text counts as rewritten: nobody reads it letter by letter. */
const mostEdits = 4000;
/** Islands of this many equal characters between two changes are chance (的, 了, 會), not what was kept. */
const island = 2;

/** The pieces of both texts in order, what was removed before what was added in its place. */
export function textPieces(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ text: before, state: 'same' }];
  const start = commonStart(before, after);
  const end = commonEnd(before.slice(start), after.slice(start));
  const middle = changed(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return joined([{ text: before.slice(0, start), state: 'same' }, ...middle, { text: before.slice(before.length - end), state: 'same' }]);
}

function changed(before: string, after: string): Piece[] {
  const changes = before === '' || after === '' ? undefined : diffChars(before, after, { maxEditLength: mostEdits });
  if (!changes) return [{ text: before, state: 'removed' }, { text: after, state: 'added' }];
  const pieces = changes.map(({ value, added, removed }): Piece => ({ text: value, state: added ? 'added' : removed ? 'removed' : 'same' }));
  return grouped(pieces.flatMap((piece, at) => (isIsland(piece, at, pieces) ? bothSides(piece.text) : [piece])));
}

const isIsland = ({ text, state }: Piece, at: number, pieces: readonly Piece[]): boolean =>
  state === 'same' && at > 0 && at < pieces.length - 1 && [...text].length <= island && !text.includes('\n');

const bothSides = (text: string): Piece[] => [{ text, state: 'removed' }, { text, state: 'added' }];

/** Every run of changes as one removal and one addition. */
function grouped(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    result.push({ text: removed, state: 'removed' }, { text: added, state: 'added' });
    removed = added = '';
  };
  for (const { text, state } of pieces) {
    if (state === 'removed') removed += text;
    else if (state === 'added') added += text;
    else {
      flush();
      result.push({ text, state });
    }
  }
  flush();
  return joined(result);
}

function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const { text, state } of pieces) {
    const last = result.at(-1);
    if (text === '') continue;
    if (last?.state === state) last.text += text;
    else result.push({ text, state });
  }
  return result;
}

const isSecondHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

function commonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  // Two characters beyond the first plane may share their first half.
  return isSecondHalf(one.charCodeAt(length)) || isSecondHalf(other.charCodeAt(length)) ? Math.max(0, length - 1) : length;
}

function commonEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)) length += 1;
  return length > 0 && isSecondHalf(one.charCodeAt(one.length - length)) ? length - 1 : length;
}

/** How many characters were added and removed. */
export function changedCharacters(pieces: readonly Piece[]): { added: number; removed: number } {
  const count = (state: Piece['state']): number =>
    pieces.reduce((sum, piece) => (piece.state === state ? sum + [...piece.text.replace(/\s/g, '')].length : sum), 0);
  return { added: count('added'), removed: count('removed') };
}
