/** What is different between two texts, clause by clause and character by character, as a reader of Chinese can follow it. */
import { diffArrays } from 'diff';
import { plainCharacters } from '../text.ts';
import { commonEnd, commonStart } from '../../text/common.ts';

export interface Piece {
  text: string;
  state: 'same' | 'added' | 'removed';
}

/** What looking for differences may still cost, in squared edits (about 0.1 µs each); what is beyond it counts as rewritten. */
export interface Effort {
  left: number;
}

/** Less than this finds nothing. */
const leastEffort = 100;
/** Beyond this many changed characters, or clauses, a text counts as rewritten: nobody reads it letter by letter. */
const mostEdits = 300;
/** Texts up to this length are compared by character at once; of longer ones first the clauses that stayed are found. */
const shortText = 300;
/** Islands of this many equal characters between two changes are chance (的, 了, 會), not what was kept. */
const island = 2;

/** What ends a clause stays with it. */
const clauseEnds = '\n，。；：！？、,;!?';
const clauses = new RegExp(`(?<=[${clauseEnds}])`, 'u');

/** The pieces of both texts in order, what was removed before what was added in its place. */
export function textPieces(before: string, after: string, effort: Effort = { left: 1_000_000 }): Piece[] {
  if (before === after) return before === '' ? [] : [{ text: before, state: 'same' }];
  const start = commonStart(before, after);
  const end = commonEnd(before.slice(start), after.slice(start));
  const middle = changed(before.slice(start, before.length - end), after.slice(start, after.length - end), effort);
  return settled(joined([{ text: before.slice(0, start), state: 'same' }, ...middle, { text: before.slice(before.length - end), state: 'same' }]));
}

/**
 * Lets a change that can be told in several ways begin where a clause does: what came in is 「第二案緩議。」, and not
 * 「案緩議。第二」 before 「案」.
 */
function settled(pieces: readonly Piece[]): Piece[] {
  const result = pieces.map((piece) => ({ ...piece }));
  for (const [at, piece] of result.entries()) {
    const [left, right] = [result[at - 1], result[at + 1]];
    if (piece.state === 'same' || left?.state !== 'same' || right?.state !== 'same') continue;
    const whole = left.text + piece.text + right.text;
    const { length } = piece.text;
    const from = clauseStart(whole, left.text.length, length);
    left.text = whole.slice(0, from);
    piece.text = whole.slice(from, from + length);
    right.text = whole.slice(from + length);
  }
  return result;
}

/** Where a clause begins that the stretch of `length` at `from` can be moved to without a change of what is around it; else `from`. */
function clauseStart(whole: string, from: number, length: number): number {
  const begins = (at: number): boolean => clauseEnds.includes(whole.charAt(at - 1));
  for (let at = from; at > 0; at -= 1) {
    if (begins(at)) return at;
    if (whole[at - 1] !== whole[at + length - 1]) break;
  }
  for (let at = from; at + length < whole.length; at += 1) {
    if (begins(at)) return at;
    if (whole[at] !== whole[at + length]) break;
  }
  return from;
}

function changed(before: string, after: string, effort: Effort): Piece[] {
  if (before === '' || after === '' || effort.left < leastEffort) return rewritten(before, after);
  if (before.length + after.length <= shortText) return byCharacter(before, after, effort);
  const coarse = compared(before.split(clauses), after.split(clauses), effort);
  const pieces: Piece[] = [];
  for (let at = 0; at < coarse.length; at += 1) {
    const [piece, next] = [coarse[at], coarse[at + 1]];
    if (!piece) continue;
    if (piece.state !== 'removed' || next?.state !== 'added') pieces.push(piece);
    else {
      pieces.push(...byCharacter(piece.text, next.text, effort));
      at += 1;
    }
  }
  return grouped(pieces);
}

function byCharacter(before: string, after: string, effort: Effort): Piece[] {
  const pieces = compared([...before], [...after], effort);
  return grouped(pieces.flatMap((piece, at) => (isIsland(piece, at, pieces) ? rewritten(piece.text, piece.text) : [piece])));
}

/** The shortest difference of two sequences; one removal and one addition where that is too long, or nothing may be spent on it. */
function compared(before: readonly string[], after: readonly string[], effort: Effort): Piece[] {
  // A quarter of what is left at most, so that something is left for every place.
  const most = Math.min(mostEdits, Math.floor(Math.sqrt(effort.left / 4)));
  const changes = diffArrays([...before], [...after], { maxEditLength: most });
  const edits = changes?.reduce((sum, { added, removed, count }) => (added || removed ? sum + count : sum), 0) ?? most;
  effort.left -= edits ** 2;
  if (!changes) return rewritten(before.join(''), after.join(''));
  return grouped(changes.map(({ value, added, removed }) => ({ text: value.join(''), state: added ? 'added' : removed ? 'removed' : 'same' })));
}

const isIsland = ({ text, state }: Piece, at: number, pieces: readonly Piece[]): boolean =>
  state === 'same' && at > 0 && at < pieces.length - 1 && [...text].length <= island && !text.includes('\n');

const rewritten = (before: string, after: string): Piece[] => [{ text: before, state: 'removed' }, { text: after, state: 'added' }];

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

/** How many characters were added and removed, without white space. */
export function changedCharacters(pieces: readonly Piece[]): { added: number; removed: number } {
  const count = (state: Piece['state']): number => pieces.reduce((sum, piece) => (piece.state === state ? sum + plainCharacters(piece.text) : sum), 0);
  return { added: count('added'), removed: count('removed') };
}
