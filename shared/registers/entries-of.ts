/** From a record to what the registers know of it. */
import { isSectionKind } from '../minutes/blocks/index.ts';
import type { MinutesDocument } from '../minutes/document.ts';
import type { SectionBlock } from '../minutes/section.ts';
import type { Entries } from './entries.ts';
import { rules } from './rules.ts';

/** Everything that a record gives to the registers, in the order of the paper. */
export function entriesOf({ blocks }: Pick<MinutesDocument, 'blocks'>): Entries {
  const entries: Entries = { decisions: [], actions: [], follows: [], elections: [] };
  for (const block of blocks) {
    if (!isSectionKind(block.kind)) continue;
    const found = rules[block.kind]?.(block as unknown as SectionBlock);
    for (const [name, list] of Object.entries(found ?? {})) (entries[name as keyof Entries] as unknown[]).push(...list);
  }
  return entries;
}

/** Whether a record gives nothing to the registers. */
export const isEmpty = (entries: Entries): boolean => Object.values(entries).every((list) => list.length === 0);
