/** The proposals of all copies that came back, block by block in the order of the text. */
import { type Block, blocks } from '../minutes/blocks/index.ts';
import { type Difference, documentDifference } from '../minutes/difference/index.ts';
import type { MinutesDocument } from '../minutes/document.ts';
import { blockText } from '../minutes/text.ts';
import type { Decision, Returned } from './returned.ts';

export interface Proposal {
  /** Of its copy, and within it. */
  copy: string;
  key: string;
  /** The block, or `meta` and `roster`; null where nobody can tell. */
  blockId: string | null;
  by: string;
  /** The change that is proposed; null where it is words alone. */
  change: Difference | null;
  /** The words of the text that it is about, and what was said. */
  quote: string;
  text: string;
  decision: Decision | null;
}

/** What is proposed for one part of the text. */
export interface Proposed {
  blockId: string | null;
  kind: Difference['kind'] | null;
  /** The first words of the part, as it is now. */
  words: string;
  proposals: Proposal[];
}

/** `sent` gives the record at a revision that was sent; a copy whose text is gone has its remarks only. */
export function proposalsOf(present: MinutesDocument, copies: readonly Returned[], sent: (revision: number) => MinutesDocument | undefined): Proposed[] {
  const all = copies.flatMap((copy) => proposalsIn(copy, sent(copy.revision)));
  const groups = new Map<string | null, Proposal[]>();
  for (const proposal of all) groups.set(proposal.blockId, [...(groups.get(proposal.blockId) ?? []), proposal]);
  const texts = [present, ...copies.map(({ document }) => document)];
  const order = ['meta', 'roster', ...texts.flatMap((document) => document.blocks.map(({ id }) => id))];
  const place = (id: string | null): number => (id === null ? order.length : order.indexOf(id));
  return [...groups]
    .sort(([one], [other]) => place(one) - place(other))
    .map(([blockId, proposals]) => {
      const block = texts.flatMap((document) => document.blocks.filter(({ id }) => id === blockId))[0];
      const change = proposals.find((one) => one.change)?.change;
      return { blockId, kind: block?.kind ?? change?.kind ?? null, words: block ? firstWords(block) : '', proposals };
    });
}

function proposalsIn(copy: Returned, sent: MinutesDocument | undefined): Proposal[] {
  const common = { copy: copy.id };
  const decided = (key: string): Decision | null => copy.decisions[key] ?? null;
  const changes = sent ? documentDifference(sent, copy.document).filter(({ state }) => state !== 'same') : [];
  return [
    ...changes.map((change): Proposal => ({ ...common, key: change.blockId, blockId: change.blockId, by: copy.authors[change.blockId] || copy.by, change, quote: '', text: '', decision: decided(change.blockId) })),
    ...copy.remarks.map(({ id, blockId, by, quote, text }): Proposal => ({ ...common, key: id, blockId, by: by || copy.by, change: null, quote, text, decision: decided(id) })),
  ];
}

const longest = 40;

/** The first words of a block, to be known by. */
export function firstWords(block: Block): string {
  const [line = ''] = blockText(block);
  return [...line].length > longest ? `${[...line].slice(0, longest).join('')}…` : line || blocks[block.kind].label['zh-Hant'];
}
