import { useEffect, useRef } from 'react';
import type { VoteRule } from '#shared/minutes/votes/rule.ts';
import { whenComposed } from '../editor/composed.ts';
import type { EditorSession } from '../editor/session.types.ts';

/** A way to say that a vote was written down before its rule was known; the rule is kept as soon as it is. */
export function useOwedRule(session: EditorSession, rule: VoteRule | null | undefined, keep: (rule: VoteRule) => void): () => void {
  const isOwed = useRef(false);
  useEffect(() => {
    if (!rule || !isOwed.current) return;
    isOwed.current = false;
    void whenComposed(session).then(() => keep(rule));
  });
  return () => {
    isOwed.current = true;
  };
}
