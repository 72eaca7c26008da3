/** Two states of one meeting beside each other: an older version and the present text, or the texts of two windows. */
import { documentDifference, restoreAll, restoreEntry } from '#shared/minutes/difference/index.ts';
import { applyChanges } from '#shared/minutes/changes.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { isLocked } from '#shared/minutes/stage.ts';
import type { Changes } from '#shared/rpc/schemas.ts';
import type { Version } from '#shared/rpc/versions.ts';
import type { AppParts } from '../app/context.ts';
import type { Current } from '../app/state.ts';
import { text } from '../i18n/i18n.ts';
import type { Comparing, Side } from './sides.ts';
import { whenOf } from './when.ts';

type Open = Extract<Current, { kind: 'open' }>;
type Point = Pick<Version, 'revision' | 'name'>;

async function sideOf({ app, client }: AppParts, id: string, { revision, name }: Point): Promise<Side | null> {
  const answer = await client.store.versions.open({ id, revision });
  if (answer.ok) return { ...answer.value, name };
  app.getState().report(answer.error);
  return null;
}

let turn = 0;

/** Of what is asked for one after the other the last is shown, however long the others take: says whether this is still it. */
function takeTurn(): () => boolean {
  turn += 1;
  const mine = turn;
  return () => mine === turn;
}

/** Shows a version beside the present text, or beside a later version. */
export const compare = (parts: AppParts, open: Open, before: Point, after: Point | null = null): Promise<void> => show(parts, open, { before, after }, takeTurn());

async function show(parts: AppParts, { id }: Open, { before, after }: { before: Point; after: Point | null }, isLast: () => boolean): Promise<void> {
  const [one, other] = await Promise.all([sideOf(parts, id, before), after && sideOf(parts, id, after)]);
  const { current, set } = parts.app.getState();
  if (!isLast() || !one || (after && !other) || current.kind !== 'open' || current.id !== id) return;
  set({ comparing: { id, purpose: 'history', before: one, after: other } });
}

/** Shows the version that was sent last beside the present text, or says that none was. */
export async function compareCirculated(parts: AppParts, open: Open): Promise<void> {
  const { report, toast } = parts.app.getState();
  const isLast = takeTurn();
  for (let offset = 0; ; offset += 500) {
    const page = await parts.client.store.versions.list({ id: open.id, offset, limit: 500 });
    if (!page.ok) return report(page.error);
    const sent = page.value.versions.find((version) => version.circulatedAt !== null);
    if (sent) return show(parts, open, { before: sent, after: null }, isLast);
    if (offset + 500 >= page.value.total) break;
  }
  toast({ text: text('history', 'noCirculated') });
}

/** Shows what the other window has saved beside what is unsaved here. */
export async function compareConflict({ app, client }: AppParts, { id }: Open): Promise<void> {
  const isLast = takeTurn();
  const answer = await client.store.meetings.open({ id });
  const { current, set, report } = app.getState();
  if (!answer.ok) return report(answer.error);
  if (!isLast() || answer.value.state !== 'editable' || current.kind !== 'open' || current.id !== id) return;
  const { document, revision, savedAt } = answer.value;
  set({ comparing: { id, purpose: 'conflict', before: { document, revision, savedAt, name: null }, after: null } });
}

/** Makes one part of the present text as it is on the other side; can be undone. */
export function restorePart({ app }: AppParts, { session }: Open, { before }: Comparing, blockId: string): void {
  const present = session.document();
  if (isLocked(present.meta)) return app.getState().report({ code: 'record.locked' });
  put(session, present, restoreEntry(present, before.document, blockId));
  offerUndo(app, session, text('history', 'restoredPart'));
}

/** Makes the whole text as it was, and goes back to it; can be undone. */
export function restoreVersion({ app }: AppParts, { session }: Open, before: Side): void {
  const present = session.document();
  if (isLocked(present.meta)) return app.getState().report({ code: 'record.locked' });
  put(session, present, restoreAll(present, before.document));
  app.getState().set({ comparing: null });
  offerUndo(app, session, text('history', 'restored', { when: before.name ?? whenOf(before.savedAt) }));
}

function put(session: Open['session'], present: MinutesDocument, changes: Changes | null): void {
  const next = changes && applyChanges(present, changes);
  if (next) session.put(next);
}

/** Says what was done, and offers to take it back for as long as it is the last step. */
function offerUndo(app: AppParts['app'], session: Open['session'], done: string): void {
  const hide = app.getState().toast({ text: done, action: { label: text('history', 'undo'), run: () => session.undo() } });
  const stop = session.onDirty(() => {
    stop();
    hide();
  });
}

/** The entries of a comparison; `present` stands in where the later side is this window's text. */
export const entriesOf = ({ before, after }: Comparing, present: MinutesDocument) => documentDifference(before.document, after?.document ?? present);
