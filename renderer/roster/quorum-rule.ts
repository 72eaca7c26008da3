/** By which rule the quorum of an open meeting is counted. */
import { useEffect, useState } from 'react';
import { usualQuorum } from '#shared/minutes/roster/counts.ts';
import { type QuorumRule, ruleFor, ruleTableSchema } from '#shared/minutes/votes/rule.ts';
import { useParts, useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';

/** The rule of the body that meets, for 一般 matters; where it has none, that more than half are there. */
export function useQuorumRule(session: EditorSession): { rule: QuorumRule; isUsual: boolean } {
  const { client } = useParts();
  const bodyId = useView(session, (view) => view.meta.bodyId);
  const [found, setFound] = useState<{ bodyId: string; rule: QuorumRule | null } | null>(null);
  useEffect(() => {
    if (bodyId === undefined) return;
    let isOver = false;
    void client.store.bodies.get({ id: bodyId }).then((answer) => {
      const rules = ruleTableSchema.safeParse(answer.ok ? answer.value.body.rules : undefined);
      if (!isOver) setFound({ bodyId, rule: rules.success ? (ruleFor(rules.data, 'general')?.quorum ?? null) : null });
    });
    return () => {
      isOver = true;
    };
  }, [client, bodyId]);
  const own = found !== null && found.bodyId === bodyId ? found.rule : null;
  return { rule: own ?? usualQuorum, isUsual: own === null };
}
