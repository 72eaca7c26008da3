/** What the text of an election tells in numbers: its data, beside the text, which stays as it is and prints alone. */
import type { BlockOf } from '../blocks/index.ts';
import { blockText } from '../text.ts';
import { readElection } from '../votes/election-reading.ts';

/** Fills the data of an election from the lines of its body. */
export function countElection(block: BlockOf<'election'>): void {
  const read = readElection(block.body.flatMap(blockText).join('\n'));
  if (read) block.data = { ...read, prints: 'none' };
}
