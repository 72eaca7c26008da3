/** Where the data of a kind of section are edited: the panels of the inspector, by kind. */
import type { ComponentType } from 'react';
import type { SectionKind } from '#shared/minutes/blocks/index.ts';
import { ActionsPanel } from '../blocks/actions/ActionsPanel.tsx';
import { AgendaPanel } from '../blocks/agenda/AgendaPanel.tsx';
import { AnnexesPanel } from '../blocks/annexes/AnnexesPanel.tsx';
import { ElectionPanel } from '../blocks/election/Panel.tsx';
import { ExtemporeMotionPanel } from '../blocks/extempore-motion/Panel.tsx';
import { FollowUpPanel } from '../blocks/follow-up/FollowUpPanel.tsx';
import { ResolutionPanel } from '../blocks/resolution/Panel.tsx';
import type { SectionPanelProps } from './section-panel.types.ts';

/** A kind that has no panel is edited on the paper alone. */
export const sectionPanels: { readonly [Kind in SectionKind]?: ComponentType<SectionPanelProps<Kind>> } = {
  actions: ActionsPanel,
  agenda: AgendaPanel,
  annexes: AnnexesPanel,
  followUp: FollowUpPanel,
  resolution: ResolutionPanel,
  extemporeMotion: ExtemporeMotionPanel,
  election: ElectionPanel,
};
