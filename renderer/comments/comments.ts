/** 送審: the open record goes out for comment; what comes back is decided one by one. */
import { useEffect, useState } from 'react';
import { accepted } from '#shared/imports/accepted.ts';
import { proposalsOf, type Proposal, type Proposed } from '#shared/comments/proposals.ts';
import type { Decision, Returned } from '#shared/comments/returned.ts';
import { applyChanges } from '#shared/minutes/changes.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { isLocked } from '#shared/minutes/stage.ts';
import { type AppParts, useParts, useView } from '../app/context.ts';
import type { Current } from '../app/state.ts';
import { origin } from '../app/store.ts';
import { once } from '../app/under-way.ts';
import { handOver } from '../export/hand-over.ts';
import { text } from '../i18n/i18n.ts';

type Open = Extract<Current, { kind: 'open' }>;

/** Saves first: what goes out is what is stored. */
async function saved({ app }: AppParts): Promise<boolean> {
  const isSaved = await app.getState().flush();
  if (!isSaved) app.getState().toast({ text: text('comments', 'unsaved'), tone: 'error' });
  return isSaved;
}

/** 匯出送審稿. */
export async function sendOut(parts: AppParts, id: string): Promise<void> {
  await once(`paper ${id}`, async () => {
    if (!(await saved(parts))) return;
    const { report, set, versionsMarked } = parts.app.getState();
    const made = await parts.client.store.comments.paper({ id, origin });
    if (!made.ok) return report(made.error);
    set({ versionsMarked: versionsMarked + 1 });
    await handOver(parts, made.value);
  });
}

/** 匯出修正意見一覽. */
export async function exportList(parts: AppParts, id: string): Promise<void> {
  await once(`corrections ${id}`, async () => {
    if (!(await saved(parts))) return;
    const made = await parts.client.store.comments.corrections({ id });
    if (made.ok) await handOver(parts, made.value);
    else parts.app.getState().report(made.error);
  });
}

/** The copies of a meeting and the texts that they are copies of; `copies` null before they are there. */
export interface Circulation {
  copies: readonly Returned[] | null;
  sent: ReadonlyMap<number, MinutesDocument>;
  /** The name of the file that is being read; null where none is. */
  reading: string | null;
  /** Each copy that could be read is in the list then; errors are said. */
  takeIn(files: readonly File[]): Promise<void>;
  note(copy: string, change: { by?: string; decision?: { key: string; as: Decision | null } }): Promise<void>;
  drop(copy: string): Promise<void>;
}

/** The copies of a meeting that came back, and what can be done with them. */
export function useCirculation(id: string): Circulation {
  const parts = useParts();
  const { client, app } = parts;
  const [copies, setCopies] = useState<readonly Returned[] | null>(null);
  const [sent, setSent] = useState<ReadonlyMap<number, MinutesDocument>>(new Map());
  const [reading, setReading] = useState<string | null>(null);
  useEffect(() => {
    let isOver = false;
    void client.store.comments.list({ id }).then((answer) => !isOver && setCopies(answer.ok ? answer.value : []));
    return () => {
      isOver = true;
    };
  }, [client, id]);
  useEffect(() => {
    let isOver = false;
    for (const revision of new Set(copies?.map((copy) => copy.revision))) {
      if (sent.has(revision)) continue;
      void client.store.versions.open({ id, revision }).then((answer) => {
        if (!isOver && answer.ok) setSent((before) => new Map(before).set(revision, answer.value.document));
      });
    }
    return () => {
      isOver = true;
    };
  }, [client, id, copies, sent]);
  const put = (copy: Returned) => setCopies((before) => [...(before ?? []).filter((one) => one.id !== copy.id), copy].sort((one, other) => (one.at < other.at ? -1 : 1)));
  return {
    copies,
    sent,
    reading,
    async takeIn(files) {
      if (!(await saved(parts))) return;
      for (const file of files) {
        setReading(file.name);
        const taken = await client.store.comments.take({ id, file, name: file.name.slice(-300) });
        if (taken.ok) put(taken.value);
        else app.getState().report(taken.error);
      }
      setReading(null);
    },
    async note(copy, change) {
      const noted = await client.store.comments.note({ copy, ...change });
      if (noted.ok) put(noted.value);
      else app.getState().report(noted.error);
    },
    async drop(copy) {
      const dropped = await client.store.comments.drop({ copy });
      if (dropped.ok) setCopies((before) => (before ?? []).filter((one) => one.id !== copy));
      else app.getState().report(dropped.error);
    },
  };
}

/** What is proposed for the text as it is now. */
export function useProposed({ session }: Open, { copies, sent }: Circulation): Proposed[] {
  // Asked again after every change of the text.
  useView(session, (view) => view.characters);
  return proposalsOf(session.document(), copies ?? [], (revision) => sent.get(revision));
}

/** Puts a proposed text into the record, as one step that can be undone; false where the record is final. */
export function putIn({ app }: AppParts, { session }: Open, { copies, sent }: Circulation, { change, copy }: Proposal): boolean {
  const returned = copies?.find(({ id }) => id === copy);
  if (!change || !returned) return true;
  const present = session.document();
  if (isLocked(present.meta)) {
    app.getState().report({ code: 'record.locked' });
    return false;
  }
  const { changes, overwrites } = accepted(present, sent.get(returned.revision), returned.document, change.blockId);
  const next = changes && applyChanges(present, changes);
  if (next) session.put(next);
  if (overwrites) app.getState().toast({ text: text('comments', 'overwrites') });
  return true;
}
