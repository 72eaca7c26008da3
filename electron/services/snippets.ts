/** Where the words of a query stand in a record, for the list of what was found. */
import { findWord, type Word } from '#electron/db/search-tokens.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { blockText } from '#shared/minutes/text.ts';
import type { Snippet } from '#shared/rpc/schemas.ts';
import { foldScript } from '#shared/text/fold.ts';

export interface SearchLine {
  /** null for what stands at the head of the record. */
  blockId: string | null;
  text: string;
}

const most = 3;
/** Characters of a line that are shown, and how many of them before the first hit: a narrow list shows about fifty. */
const width = 120;
const lead = 14;

/** Everything in a record that search finds, line by line. */
export function* searchLines({ meta, blocks }: MinutesDocument): Generator<SearchLine> {
  for (const text of [meta.title, meta.organisation, meta.body, meta.documentNumber, meta.place, meta.chair, meta.recorder]) {
    if (text !== '') yield { blockId: null, text };
  }
  for (const block of blocks) for (const text of blockText(block)) yield { blockId: block.id, text };
}

interface Excerpt {
  snippet: Snippet;
  /** The words of the query that it shows, by their place there. */
  words: Set<number>;
}

/**
 * At most three places in order of the lines, which show every word of the query where three can. Reads no further
 * than it must.
 */
export function snippetsOf(lines: Iterable<SearchLine>, words: readonly Word[]): Snippet[] {
  const chosen: Excerpt[] = [];
  const shown = new Set<number>();
  for (const line of lines) {
    for (const excerpt of excerptsOf(line, words)) {
      const isNew = [...excerpt.words].some((word) => !shown.has(word));
      if (isNew || chosen.length < most) chosen.push(excerpt);
      for (const word of excerpt.words) shown.add(word);
    }
    if (chosen.length >= most && shown.size === words.length) break;
  }
  return leave(chosen).map(({ snippet }) => snippet);
}

/** Leaves out excerpts until few enough are left: the last one first that shows no word of its own. */
function leave(excerpts: Excerpt[]): Excerpt[] {
  const left = [...excerpts];
  while (left.length > most) {
    const spare = left.findLastIndex((one) => [...one.words].every((word) => left.some((other) => other !== one && other.words.has(word))));
    left.splice(spare, 1);
  }
  return left;
}

/** Parts of a line: around its first hit, and around every further word that the parts before do not show. */
function excerptsOf(line: SearchLine, words: readonly Word[]): Excerpt[] {
  const folded = foldScript(line.text);
  const places = words.map((word) => findWord(folded, word));
  const firsts = places.map((found) => found[0]).filter((first) => first !== undefined);
  const excerpts: Excerpt[] = [];
  let end = -1;
  for (const [start, stop] of firsts.sort(([a], [b]) => a - b)) {
    if (stop <= end) continue;
    const { text } = line;
    const from = start <= lead ? 0 : whole(text, start - lead);
    end = whole(text, Math.min(text.length, from + Math.max(width, stop - from)));
    excerpts.push(excerpt(line, places, from, end));
  }
  return excerpts;
}

function excerpt({ blockId, text }: SearchLine, places: readonly [number, number][][], from: number, to: number): Excerpt {
  const within = places.map((found) => found.filter(([start, end]) => start >= from && end <= to));
  const before = from > 0 ? '…' : '';
  const shift = before.length - from;
  const hits = merged(within.flat().sort(([a], [b]) => a - b)).map(([start, end]): [number, number] => [start + shift, end + shift]);
  const shown = before + text.slice(from, to) + (to < text.length ? '…' : '');
  return { snippet: { blockId, text: shown, hits }, words: new Set(within.flatMap((found, word) => (found.length > 0 ? [word] : []))) };
}

/** The offset itself, or the one before it where it would cut a character in two. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

/** Hits of different words may lie over each other. */
function merged(places: readonly [number, number][]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [start, end] of places) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
