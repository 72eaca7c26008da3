/**
 * What an organisation has written before: beginnings and whole sentences that stand in several of its records, by the
 * kind of section. Counted, not learned: no model, and nothing leaves the computer.
 */
import { type Block, isSectionKind } from '../blocks/index.ts';
import { inlineText } from '../inline.ts';
import { blocksWithin, inlineOf } from '../walk.ts';

/** Shorter ones are typed faster than read, longer ones are never the same again. Characters. */
const length = { least: 6, most: 80 };
/** In so many meetings at least; a sentence that was written once belongs to that meeting. */
const leastMeetings = 2;
/** As many for a kind as the window looks through in no time. */
const mostForKind = 400;
/** As many different ones as are kept while counting; a library of ten thousand meetings has more. */
const mostCounted = 200_000;

/** The key of text outside of sections. */
export const looseKind = 'text';

/** Counts over records, one after another. */
export class UsedPhrases {
  private readonly counts = new Map<string, Map<string, number>>();
  private size = 0;

  /** Counts one meeting: each phrase once, however often it stands there. */
  add(blocks: readonly Block[]): void {
    const seen = new Map<string, Set<string>>();
    for (const block of blocks) {
      const kind = isSectionKind(block.kind) ? block.kind : looseKind;
      const here = seen.get(kind) ?? new Set();
      seen.set(kind, here);
      for (const inner of blocksWithin(block)) for (const phrase of phrasesOf(inlineText(inlineOf(inner)))) here.add(phrase);
    }
    for (const [kind, phrases] of seen) {
      const counted = this.counts.get(kind) ?? new Map<string, number>();
      this.counts.set(kind, counted);
      for (const phrase of phrases) {
        const before = counted.get(phrase);
        if (before === undefined && this.size >= mostCounted) continue;
        if (before === undefined) this.size += 1;
        counted.set(phrase, (before ?? 0) + 1);
      }
    }
  }

  /** What recurs in sections of a kind, most frequent first; of two that are as frequent the longer one. */
  of(kind: string): string[] {
    return [...(this.counts.get(kind) ?? [])]
      .filter(([, count]) => count >= leastMeetings)
      .sort(([one, many], [other, more]) => more - many || other.length - one.length || (one < other ? -1 : 1))
      .slice(0, mostForKind)
      .map(([phrase]) => phrase);
  }
}

const sentence = /[^。；！？\n]+[。；！？]?/g;

/** The sentences of a text, and what each begins with up to every comma. Places to fill in end a phrase. */
export function phrasesOf(text: string): string[] {
  const phrases: string[] = [];
  for (const [whole] of text.split(/〔[^〕]*〕/).join('\n').matchAll(sentence)) {
    const words = whole.trim();
    for (let at = words.search(/[，、：]/); at !== -1; at = next(words, at)) keep(words.slice(0, at + 1));
    keep(words);
  }
  return phrases;

  function keep(phrase: string): void {
    if (phrase.length >= length.least && phrase.length <= length.most) phrases.push(phrase);
  }
}

function next(words: string, at: number): number {
  const further = words.slice(at + 1).search(/[，、：]/);
  return further === -1 ? -1 : at + 1 + further;
}
