import type { MinutesDocument } from './document.ts';
import { blocksWithin } from './walk.ts';

/** The hashes of the pictures that a record shows, in order. */
export const picturesOf = ({ blocks }: Pick<MinutesDocument, 'blocks'>): string[] =>
  blocks.flatMap((block) => [...blocksWithin(block)].flatMap((inner) => (inner.kind === 'image' ? [inner.asset] : [])));
