/** The voting rules of the body that meets: its own, else those that are common where the record is filed. */
import { useEffect, useState } from 'react';
import { findBody } from '#shared/directory/body.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import { presetOf, presets } from '#shared/minutes/votes/presets.ts';
import { type RuleTable, ruleTableSchema } from '#shared/minutes/votes/rule.ts';
import { useParts, useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import type { Client } from '../rpc/client.ts';

/** The rules to begin with for a record. */
const presetRules = ({ region, body }: Pick<Meta, 'region' | 'body'>): RuleTable => presets[presetOf(region, body)].rules;

/** The rules that a body of the list has of its own; null where there is no such body, or none were written down. */
async function ownRules({ store }: Client, { bodyId, organisation, body }: Pick<Meta, 'bodyId' | 'organisation' | 'body'>): Promise<RuleTable | null> {
  let id = bodyId;
  if (id === undefined) {
    const listed = await store.bodies.list({});
    id = listed.ok ? findBody(listed.value, { organisation, name: body })?.id : undefined;
  }
  const found = id === undefined ? null : await store.bodies.get({ id });
  const rules = ruleTableSchema.safeParse(found?.ok ? found.value.body.rules : undefined);
  return rules.success && rules.data.length > 0 ? rules.data : null;
}

/** The rules that a vote of this record is held under. */
export function useRules(session: EditorSession): RuleTable {
  const { client } = useParts();
  const region = useView(session, (view) => view.meta.region);
  const body = useView(session, (view) => view.meta.body);
  const organisation = useView(session, (view) => view.meta.organisation);
  const bodyId = useView(session, (view) => view.meta.bodyId);
  const [own, setOwn] = useState<RuleTable | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void ownRules(client, { bodyId, organisation, body }).then((rules) => {
      if (isCurrent) setOwn(rules);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, bodyId, organisation, body]);
  return own ?? presetRules({ region, body });
}
