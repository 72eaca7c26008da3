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
/** Characters of a line that are shown, and how many of them before the first hit. */
const width = 120;
const lead = 24;

/** Everything in a record that search finds, line by line. */
export function* searchLines({ meta, blocks }: MinutesDocument): Generator<SearchLine> {
  for (const text of [meta.title, meta.organisation, meta.body, meta.documentNumber, meta.place, meta.chair, meta.recorder]) {
    if (text !== '') yield { blockId: null, text };
  }
  for (const block of blocks) for (const text of blockText(block)) yield { blockId: block.id, text };
}

interface Hit {
  line: SearchLine;
  /** By the words of the query. */
  places: [number, number][][];
}

/**
 * At most three places in order of the text, which show every word of the query where three can. Reads no further
 * than it must.
 */
export function snippetsOf(document: MinutesDocument, words: readonly Word[]): Snippet[] {
  const chosen: Hit[] = [];
  const shown = new Set<number>();
  for (const line of searchLines(document)) {
    const folded = foldScript(line.text);
    const places = words.map((word) => findWord(folded, word));
    const isNew = places.some((found, word) => found.length > 0 && !shown.has(word));
    if (isNew || (chosen.length < most && places.some((found) => found.length > 0))) {
      chosen.push({ line, places });
      places.forEach((found, word) => found.length > 0 && shown.add(word));
    }
    if (chosen.length >= most && shown.size === words.length) break;
  }
  return leave(chosen).map(excerpt);
}

/** Leaves out hits until few enough are left: the last one first that shows no word of its own. */
function leave(hits: Hit[]): Hit[] {
  const left = [...hits];
  while (left.length > most) {
    const spare = left.findLastIndex((hit) =>
      hit.places.every((found, word) => found.length === 0 || left.some((other) => other !== hit && other.places[word]?.length)),
    );
    left.splice(spare, 1);
  }
  return left;
}

/** The part of a line around its first hits; whole characters only. */
function excerpt({ line: { blockId, text }, places: found }: Hit): Snippet {
  const places = found.flat().sort(([a], [b]) => a - b);
  const first = places[0]?.[0] ?? 0;
  const from = text.length <= width ? 0 : whole(text, Math.max(0, Math.min(first - lead, text.length - width)));
  const to = whole(text, Math.min(text.length, from + Math.max(width, (places[0]?.[1] ?? 0) - from)));
  const before = from > 0 ? '…' : '';
  const hits = merged(places).filter(([, end]) => end <= to).map(([start, end]): [number, number] => [
    start - from + before.length,
    end - from + before.length,
  ]);
  return { blockId, text: before + text.slice(from, to) + (to < text.length ? '…' : ''), hits };
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
