/** What other windows do to the same meetings, and to the open one. */
import type { AppParts } from '../app/context.ts';
import type { AppStore, Current } from '../app/state.ts';
import { origin } from '../app/store.ts';
import { once } from '../app/under-way.ts';
import { changeLanguage, languageOf, text } from '../i18n/i18n.ts';
import { noteDirectory } from '../directory/changes.ts';
import { readOwn } from '../own/own.ts';
import { noteProgress } from '../safety/work.ts';
import { savedTime } from '../status/saved-time.ts';
import type { Client } from '../rpc/client.ts';

type Open = Extract<Current, { kind: 'open' }>;

/** While an input method composes, the text is left alone and looked at again. Milliseconds. */
const composingWait = 200;

/** Listens to the store for as long as the window is there. */
export async function followOthers({ app, client }: AppParts): Promise<void> {
  for await (const event of await client.store.events.watch()) {
    if (event.type === 'job.progress') {
      noteProgress(event);
      continue;
    }
    if (event.type === 'directory.changed') {
      noteDirectory();
      continue;
    }
    const isReplaced = event.type === 'library.replaced';
    if (event.type === 'health.changed' || event.type === 'library.changed' || isReplaced) void app.getState().readHealth();
    if (event.type === 'own.changed' || isReplaced) void readOwn(client);
    if (event.origin === origin || event.type === 'health.changed' || event.type === 'own.changed') continue;
    if (event.type === 'settings.changed') await readSettings(app, client);
    else app.getState().library.refresh();
    if (event.type === 'library.changed' || isReplaced) app.getState().trashed.refresh();
    const { current } = app.getState();
    if (current.kind !== 'open') continue;
    if (isReplaced) await takeReplaced(client, app, current);
    else if (event.type === 'library.changed' || (event.type === 'meeting.changed' && event.id === current.id)) await compare(client, app, current);
  }
}

async function readSettings(app: AppStore, client: Client): Promise<void> {
  const answer = await client.store.settings.get();
  if (!answer.ok) return;
  const language = answer.value.language ?? languageOf(app.getState().info.language);
  app.setState({ settings: answer.value, language });
  changeLanguage(language);
}

/** Takes what another window has saved where nothing is unsaved here; else both are kept and she is asked. */
async function compare(client: Client, app: AppStore, { id, session, saver }: Open): Promise<void> {
  const answer = await client.store.meetings.open({ id });
  const { current } = app.getState();
  if (!answer.ok || answer.value.state !== 'editable' || current.kind !== 'open' || current.session !== session) return;
  const { revision, generation } = answer.value;
  if (!saver.isBehind(revision, generation)) return;
  if (saver.hasUnsaved()) return saver.conflict();
  if (session.isComposing()) {
    setTimeout(() => void compare(client, app, { kind: 'open', id, session, saver, jump: null }), composingWait);
    return;
  }
  saver.adopt(answer.value);
}

/** After a restore: shows the meeting as it is now, whatever its revision; what was unsaved here is kept beside it. */
async function takeReplaced(client: Client, app: AppStore, { id, session, saver }: Open): Promise<void> {
  const answer = await client.store.meetings.open({ id });
  const { current } = app.getState();
  if (current.kind !== 'open' || current.session !== session) return;
  if (answer.ok && answer.value.state === 'editable') {
    if (saver.hasUnsaved() || session.isComposing()) return saver.conflict();
    return saver.adopt(answer.value);
  }
  if (answer.ok || answer.error.code !== 'meeting.notFound') return;
  // It was made after the backup. What is on the screen and nowhere else is a meeting again.
  if (saver.hasUnsaved()) {
    const kept = await client.store.meetings.create({ document: session.document(), origin: null });
    if (!kept.ok) return app.getState().report(kept.error);
  }
  window.location.reload();
}

/** 保留兩份: keeps this window's text as a copy and shows the other window's. */
export async function keepBoth(app: AppStore, client: Client, open: Open): Promise<void> {
  // What is typed meanwhile would be in neither text.
  await once(`conflict ${open.id}`, () => open.session.freezeDuring(() => copyMine(app, client, open)));
}

async function copyMine(app: AppStore, client: Client, { id, session, saver }: Open): Promise<void> {
  const { report, toast, library, open } = app.getState();
  const mine = session.document();
  const title = text('saving', 'conflict.copyTitle', { title: mine.meta.title || text('app', 'untitled') });
  const copied = await client.store.meetings.copy({ document: mine, title, origin });
  if (!copied.ok) return report(copied.error);
  const stored = await client.store.meetings.open({ id });
  if (!stored.ok) return report(stored.error);
  library.refresh();
  app.getState().set({ comparing: null });
  if (stored.value.state === 'editable') saver.adopt(stored.value);
  toast({ text: text('saving', 'conflict.kept', { title }), action: { label: text('library', 'open'), run: () => void open(copied.value.id) } });
}

/**
 * 以這裡的內容儲存: what stands in this window, with what was taken over from the other one, becomes the next save.
 * The other window's text stays as a version with a name.
 */
export async function keepMine(app: AppStore, client: Client, open: Open): Promise<void> {
  await once(`conflict ${open.id}`, () => saveMine(app, client, open));
}

async function saveMine(app: AppStore, client: Client, { id, saver }: Open): Promise<void> {
  const { report, set, toast } = app.getState();
  const stored = await client.store.meetings.open({ id });
  if (!stored.ok) return report(stored.error);
  if (stored.value.state !== 'editable') return report(stored.value.reason);
  const { revision, savedAt } = stored.value;
  const name = text('saving', 'conflict.theirs', { time: savedTime(new Date(savedAt), new Date()) });
  const named = await client.store.versions.name({ id, revision, name, origin });
  // Without it the text of the other window would only be one of many versions.
  if (!named.ok) return report(named.error);
  saver.rebase(stored.value);
  set({ comparing: null });
  toast({ text: text('saving', 'conflict.keptMine', { name }) });
}
