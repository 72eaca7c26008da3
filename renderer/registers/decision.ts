/** The sections that decide something, as the registers see them. */
import { type Section, sections } from '#shared/minutes/blocks/index.ts';
import type { AnySection, SectionBlock } from '#shared/minutes/section.ts';
import { entriesOf } from '#shared/registers/entries-of.ts';
import type { EditorSession } from '../editor/session.types.ts';
import type { Matter } from './matter.ts';

/** Whether a section is a matter that is decided. */
export const isDecision = (block: Section | undefined): boolean => block !== undefined && 'outcome' in block.values;

/** Whether a section can keep the number of its decision. */
export const isNumbered = (block: Section): boolean => (sections[block.kind] as unknown as AnySection).section.data?.schema.safeParse({ number: '1' }).success ?? false;

/** The number of a decision; '' where it has none. */
export function numberOf(block: Section): string {
  const { data } = block as SectionBlock;
  const number = typeof data === 'object' && data !== null && 'number' in data ? data.number : '';
  return typeof number === 'string' ? number : '';
}

/** What the history of a decision is asked by. */
export function matterOf(session: EditorSession, block: Section): Matter {
  const { organisation, body, start } = session.view.getState().meta;
  const [entry] = entriesOf({ blocks: [block] }).decisions;
  return { meetingId: session.id, blockId: block.id, matter: (entry?.matter ?? '').slice(0, 500), organisation, body, start };
}
