/** On which page what of a record stands. */
import type { Pages } from '#shared/pages/page.ts';
import type { CaretPlace } from '../editor/session.types.ts';

export interface PagePlaces {
  pages: number;
  /** For each block the pages that it stands on, each with how many of its characters stand before. */
  blocks: ReadonlyMap<string, readonly { page: number; from: number }[]>;
}

export function placesOf({ pages }: Pages): PagePlaces {
  const blocks = new Map<string, { page: number; from: number }[]>();
  const lengths = new Map<string, number>();
  for (const { number, paragraphs, pictures } of pages) {
    for (const { anchor, lines } of paragraphs) {
      if (anchor === undefined) continue;
      const known = blocks.get(anchor) ?? [];
      const from = lengths.get(anchor) ?? 0;
      if (known.at(-1)?.page !== number) known.push({ page: number, from });
      blocks.set(anchor, known);
      lengths.set(anchor, from + lines.reduce((sum, { pieces }) => pieces.reduce((all, { text }) => all + text.length, sum), 0));
    }
    for (const { anchor } of pictures) if (anchor !== undefined && !blocks.has(anchor)) blocks.set(anchor, [{ page: number, from: 0 }]);
  }
  return { pages: pages.length, blocks };
}

/** The page of a place. What no block stands around is the head of the record. */
export function pageAt({ blocks }: PagePlaces, { blocks: around, offset }: CaretPlace): number {
  for (const [depth, id] of around.entries()) {
    const parts = blocks.get(id);
    const part = parts?.findLast(({ from }) => from <= (depth === 0 ? offset : 0));
    if (part) return part.page;
  }
  return 1;
}
