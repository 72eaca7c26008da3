/** Where the data of a kind of section are edited: the panels of the inspector, by kind. */
import type { ComponentType } from 'react';
import type { BlockOf, SectionKind } from '#shared/minutes/blocks/index.ts';
import { ActionsPanel } from '../blocks/actions/ActionsPanel.tsx';
import { FollowUpPanel } from '../blocks/follow-up/FollowUpPanel.tsx';
import type { EditorSession } from '../editor/session.types.ts';

export interface SectionPanelProps<Kind extends SectionKind = SectionKind> {
  session: EditorSession;
  block: BlockOf<Kind>;
}

/** A kind that has no panel is edited on the paper alone. */
export const sectionPanels: { readonly [Kind in SectionKind]?: ComponentType<SectionPanelProps<Kind>> } = {
  actions: ActionsPanel,
  followUp: FollowUpPanel,
};
