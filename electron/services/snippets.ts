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
export function searchLines({ meta, blocks }: MinutesDocument): SearchLine[] {
  const head = [meta.title, meta.organisation, meta.body, meta.documentNumber, meta.place, meta.chair, meta.recorder];
  return [
    ...head.filter((text) => text !== '').map((text) => ({ blockId: null, text })),
    ...blocks.flatMap((block) => blockText(block).map((text) => ({ blockId: block.id, text }))),
  ];
}

interface Hit {
  line: SearchLine;
  places: [number, number][];
  /** Words that this line holds, by their place in the query. */
  words: Set<number>;
}

/** At most three places: first those that show every word of the query once, then in order of the text. */
export function snippetsOf(document: MinutesDocument, words: readonly Word[]): Snippet[] {
  const hits = searchLines(document).map((line) => hitsIn(line, words)).filter((hit) => hit.words.size > 0);
  const chosen = new Set<Hit>();
  const shown = new Set<number>();
  for (const hit of hits) {
    if (chosen.size < most && [...hit.words].some((word) => !shown.has(word))) {
      chosen.add(hit);
      for (const word of hit.words) shown.add(word);
    }
  }
  for (const hit of hits) if (chosen.size < most) chosen.add(hit);
  return hits.filter((hit) => chosen.has(hit)).map(excerpt);
}

function hitsIn(line: SearchLine, words: readonly Word[]): Hit {
  const folded = foldScript(line.text);
  const found = words.map((word) => findWord(folded, word));
  const places = found.flat().sort(([a], [b]) => a - b);
  return { line, places, words: new Set(found.flatMap((list, word) => (list.length > 0 ? [word] : []))) };
}

/** The part of a line around its first hits; whole characters only. */
function excerpt({ line: { blockId, text }, places }: Hit): Snippet {
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
