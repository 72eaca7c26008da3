import type { SectionPanelProps } from '../../inspector/section-panel.types.ts';
import { DecisionPanel } from '../../votes/DecisionPanel.tsx';

/** 審議通過: outcome, votes, and the sentence of the vote. */
export function ResolutionPanel({ session, block }: SectionPanelProps<'resolution'>) {
  return <DecisionPanel session={session} block={block} />;
}
