/** What the panel of a decision shows: its data, who may vote, what the numbers and the text say. */
import { useMemo } from 'react';
import { checkDecision, type DecisionBlock, type DecisionCheck } from '#shared/minutes/votes/check.ts';
import type { TextPlace } from '#shared/minutes/votes/contradictions.ts';
import type { DecisionData } from '#shared/minutes/votes/decision.ts';
import { placesOf } from '#shared/minutes/votes/places.ts';
import { useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { changeData } from '../inspector/change-data.ts';
import { useRules } from './use-rules.ts';

export interface DecisionState extends DecisionCheck {
  data: DecisionData;
  change(patch: Partial<DecisionData>): void;
  /** The section's own text. */
  told: string[];
}

/** Everything about a decision, following the record. */
export function useDecision(session: EditorSession, block: DecisionBlock): DecisionState {
  const roster = useView(session, (view) => view.roster);
  const rules = useRules(session);
  const data = block.data ?? {};
  const change = (patch: Partial<DecisionData>) => changeData(session, block.id, patch);
  const places = usePlaces(session, block);
  const told = places.filter(({ own }) => own).map(({ text }) => text);
  return { data, change, told, ...checkDecision(block, roster, rules, places) };
}

/** The text that may speak of the matter. The whole record is read again when its sections or its length changed, not for each number that is put in. */
function usePlaces(session: EditorSession, block: DecisionBlock): TextPlace[] {
  const view = useView(session, ({ sections, characters }) => `${sections.length} ${characters}`);
  return useMemo(() => (view === '' ? [] : placesOf(session.document().blocks, block.id)), [session, block, view]);
}
