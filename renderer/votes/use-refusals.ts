/** How many sections hold something that their numbers refuse: a decision that was not carried, text that says otherwise. */
import type { Block, Section } from '#shared/minutes/blocks/index.ts';
import type { Person } from '#shared/minutes/roster.ts';
import { checkDecision } from '#shared/minutes/votes/check.ts';
import { electionResult } from '#shared/minutes/votes/election.ts';
import type { Finding } from '#shared/minutes/votes/finding.ts';
import { placesOf } from '#shared/minutes/votes/places.ts';
import type { RuleTable } from '#shared/minutes/votes/rule.ts';
import { useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useRules } from './use-rules.ts';

function findingsOf(block: Section, roster: readonly Person[], rules: RuleTable): readonly Finding[] {
  if (block.kind === 'election') return block.data ? electionResult(block.data).findings : [];
  if (block.kind !== 'resolution' && block.kind !== 'extemporeMotion') return [];
  // Only its own text: what the whole record says is read where a decision is looked at.
  const { findings, text } = checkDecision(block, roster, rules, placesOf([block as Block], block.id));
  return [...findings, ...text];
}

interface Read {
  roster: readonly Person[];
  rules: RuleTable;
  refused: boolean;
}
const read = new WeakMap<Section, Read>();

/** Whether a section holds a refusal. One that stayed as it was, with people and rules, is not read again. */
function isRefused(block: Section, roster: readonly Person[], rules: RuleTable): boolean {
  const before = read.get(block);
  if (before?.roster === roster && before.rules === rules) return before.refused;
  const refused = findingsOf(block, roster, rules).some(({ weight }) => weight === 'refusal');
  read.set(block, { roster, rules, refused });
  return refused;
}

/** The number of such sections. */
export function useRefusals(session: EditorSession): number {
  const sections = useView(session, (view) => view.sections);
  const roster = useView(session, (view) => view.roster);
  const rules = useRules(session);
  return sections.filter((block) => isRefused(block, roster, rules)).length;
}
