/** What the text of a decision tells in numbers: its data, beside the text, which stays as it is. */
import type { BlockOf } from '../blocks/index.ts';
import { blockText } from '../text.ts';
import { readVote } from '../votes/vote-reading.ts';

/** Fills the vote of a decision from its wording and the lines of its body. */
export function countVote(block: BlockOf<'resolution'> | BlockOf<'extemporeMotion'>): void {
  const vote = readVote([block.fields['decision'] ?? '', ...block.body.flatMap(blockText)].join('\n'));
  if (vote) block.data = { ...block.data, vote };
}
