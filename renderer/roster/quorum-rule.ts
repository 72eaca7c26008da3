/** By which rule the quorum of an open meeting is counted. */
import { usualQuorum } from '#shared/minutes/roster/counts.ts';
import { type QuorumRule, ruleFor } from '#shared/minutes/votes/rule.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useRules } from '../votes/use-rules.ts';

/** The quorum of the body that meets for 一般 matters; where none is known, that more than half are there. */
export function useQuorumRule(session: EditorSession): { rule: QuorumRule; isUsual: boolean } {
  const general = ruleFor(useRules(session), 'general');
  return { rule: general?.quorum ?? usualQuorum, isUsual: general?.preset ?? true };
}
