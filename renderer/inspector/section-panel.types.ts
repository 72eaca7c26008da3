/** What a panel for the data of a section is given. */
import type { BlockOf, SectionKind } from '#shared/minutes/blocks/index.ts';
import type { EditorSession } from '../editor/session.types.ts';

export interface SectionPanelProps<Kind extends SectionKind = SectionKind> {
  session: EditorSession;
  block: BlockOf<Kind>;
}
