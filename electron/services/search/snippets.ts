/** Where the terms of a query stand in a record, for the list of what was found. */
import type { SectionKind } from '#shared/minutes/blocks/index.ts';
import type { Snippet } from '#shared/rpc/search.ts';
import { joined, type Place, placesOf, type Term } from '#shared/text/query.ts';
import type { FoldedLine } from './lines.ts';

const most = 3;
/** Characters of a line that are shown, and how many of them before the first hit: a narrow list shows about fifty. */
const width = 120;
const lead = 14;

interface Excerpt {
  snippet: Snippet;
  /** The terms that it shows, by their place among them. */
  terms: Set<number>;
}

/**
 * How many hits the lines of these kinds of section have, of all lines where no kind is named; and at most three
 * excerpts in order of the lines, which show every wanted term where three can.
 */
export function placesIn(
  lines: readonly FoldedLine[],
  terms: readonly Term[],
  kinds: readonly SectionKind[] = [],
): { places: number; snippets: Snippet[] } {
  const wanted = terms.filter(({ excluded }) => !excluded);
  const chosen: Excerpt[] = [];
  const shown = new Set<number>();
  let count = 0;
  for (const line of lines) {
    if (kinds.length > 0 && !kinds.some((kind) => kind === line.part)) continue;
    const places = wanted.map((term) => placesOf(line.folded, term));
    const hits = joined(places.flat());
    if (hits.length === 0) continue;
    count += hits.length;
    if (chosen.length >= most && shown.size === wanted.length) continue;
    for (const excerpt of excerptsOf(line, places)) {
      const isNew = [...excerpt.terms].some((term) => !shown.has(term));
      if (isNew || chosen.length < most) chosen.push(excerpt);
      for (const term of excerpt.terms) shown.add(term);
    }
  }
  return { places: count, snippets: leave(chosen).map(({ snippet }) => snippet) };
}

/** Leaves out excerpts until few enough are left: the last one first that shows no term of its own. */
function leave(excerpts: Excerpt[]): Excerpt[] {
  const left = [...excerpts];
  while (left.length > most) {
    const spare = left.findLastIndex((one) => [...one.terms].every((term) => left.some((other) => other !== one && other.terms.has(term))));
    left.splice(spare, 1);
  }
  return left;
}

/** Parts of a line: around its first hit, and around every further term that the parts before do not show. */
function excerptsOf(line: FoldedLine, places: readonly Place[][]): Excerpt[] {
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

function excerpt({ blockId, text }: FoldedLine, places: readonly Place[][], from: number, to: number): Excerpt {
  const within = places.map((found) => found.filter(([start, end]) => start >= from && end <= to));
  const before = from > 0 ? '…' : '';
  const shift = before.length - from;
  const hits = joined(within.flat()).map(([start, end]): Place => [start + shift, end + shift]);
  const shown = before + text.slice(from, to) + (to < text.length ? '…' : '');
  return { snippet: { blockId, text: shown, hits }, terms: new Set(within.flatMap((found, term) => (found.length > 0 ? [term] : []))) };
}

/** The offset itself, or the one before it where it would cut a character in two. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
