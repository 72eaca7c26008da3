/** What the panes change of a section's data. */
import { sections } from '#shared/minutes/blocks/index.ts';
import type { AnySection, SectionBlock } from '#shared/minutes/section.ts';
import type { EditorSession } from '../editor/session.types.ts';

/**
 * Changes some of what a section knows beside its text, as one step of undo. It stands on the data as they are now, not
 * as a pane showed them. A key that becomes undefined or '' is taken out. Nothing where the section is gone.
 */
export function changeData(session: Pick<EditorSession, 'section' | 'setSection'>, blockId: string, patch: Readonly<Record<string, unknown>>): void {
  const block = session.section(blockId);
  if (!block) return;
  const { initial } = (sections[block.kind] as unknown as AnySection).section.data ?? {};
  const merged = { ...((block as SectionBlock).data ?? initial ?? {}), ...patch };
  session.setSection(blockId, { data: Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined && value !== '')) });
}
