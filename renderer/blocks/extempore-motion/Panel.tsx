import type { SectionPanelProps } from '../../inspector/section-panel.types.ts';
import { DecisionPanel } from '../../votes/DecisionPanel.tsx';

/** 臨時動議: outcome, votes, and the sentence of the vote. */
export function ExtemporeMotionPanel({ session, block }: SectionPanelProps<'extemporeMotion'>) {
  return <DecisionPanel session={session} block={block} />;
}
