/** The voting rules of the body that meets: its own, else those that are common where the record is filed. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { findBody } from '#shared/directory/body.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import { presetOf, presets } from '#shared/minutes/votes/presets.ts';
import { type RuleTable, ruleTableSchema } from '#shared/minutes/votes/rule.ts';
import { useParts, useView } from '../app/context.ts';
import { useDirectoryChanges } from '../directory/changes.ts';
import type { EditorSession } from '../editor/session.types.ts';
import type { Client } from '../rpc/client.ts';

type Naming = Pick<Meta, 'bodyId' | 'organisation' | 'body'>;

/** The rules to begin with for a record. */
const presetRules = ({ region, body }: Pick<Meta, 'region' | 'body'>): RuleTable => presets[presetOf(region, body)].rules;

/** While they are being read: by no rule is better than by one that is not the body's. */
const unread: RuleTable = [];

/** What was read of each body: who comes back to a vote need not wait for it. */
const known = createStore<Readonly<Record<string, RuleTable | null>>>(() => ({}));

/** The rules that a body of the list has of its own; null where there is no such body, or none were written down; undefined where the store does not say. */
async function ownRules({ store }: Client, { bodyId, organisation, body }: Naming): Promise<RuleTable | null | undefined> {
  let id = bodyId;
  if (id === undefined) {
    const listed = await store.bodies.list({});
    if (!listed.ok) return undefined;
    id = findBody(listed.value, { organisation, name: body })?.id;
  }
  if (id === undefined) return null;
  const found = await store.bodies.get({ id });
  if (!found.ok) return found.error.code === 'card.notFound' ? null : undefined;
  const rules = ruleTableSchema.safeParse(found.value.body.rules);
  return rules.success && rules.data.length > 0 ? rules.data : null;
}

/** The rules that a vote of this record is held under; none until they are known. */
export function useRules(session: EditorSession): RuleTable {
  const { client } = useParts();
  const changes = useDirectoryChanges();
  const region = useView(session, (view) => view.meta.region);
  const body = useView(session, (view) => view.meta.body);
  const organisation = useView(session, (view) => view.meta.organisation);
  const bodyId = useView(session, (view) => view.meta.bodyId);
  const key = JSON.stringify([bodyId, organisation, body]);
  const own = useStore(known, (all) => all[key]);
  useEffect(() => {
    let isCurrent = true;
    void ownRules(client, { bodyId, organisation, body }).then((rules) => {
      if (isCurrent && rules !== undefined) known.setState({ [key]: rules });
    });
    return () => {
      isCurrent = false;
    };
  }, [client, key, bodyId, organisation, body, changes]);
  return own === undefined ? unread : (own ?? presetRules({ region, body }));
}
