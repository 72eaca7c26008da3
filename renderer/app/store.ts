/** The window's state and its deeds, over a client of the services. */
import { createStore } from 'zustand/vanilla';
import { newId } from '#shared/minutes/id.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import { stageOf } from '#shared/minutes/stage.ts';
import { instantiateMeeting } from '#shared/minutes/templates/instantiate.ts';
import type { HostInfo } from '#shared/rpc/contract.ts';
import type { Changes, MeetingSummary, Settings } from '#shared/rpc/schemas.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { changeLanguage, languageOf, sentence, text } from '../i18n/i18n.ts';
import { createMeetingList } from '../library/list.ts';
import { takenOver } from '../registers/series.ts';
import type { Client } from '../rpc/client.ts';
import { noEmergency } from '../saving/rescue.ts';
import { createSaver } from '../saving/saver.ts';
import type { AppState, AppStore, Current, Jump } from './state.ts';
import { showToast } from './toasts.ts';
import { once } from './under-way.ts';

export interface AppParts {
  client: Client;
  info: HostInfo;
  settings: Settings;
  createSession(document: MinutesDocument): EditorSession;
}

/** Names this window to the store, so that it is not told of its own changes. */
export const origin = newId();

/** The state of one window. Nothing is read or opened yet. */
export function createAppStore({ client, info, settings, createSession }: AppParts): AppStore {
  const meetings = client.store.meetings;
  const listOf = (trashed: boolean) => createMeetingList((offset, limit) => meetings.list({ offset, limit, trashed }));
  let opening = 0;

  return createStore<AppState>((set, get) => {
    const refreshLists = () => {
      get().library.refresh();
      get().trashed.refresh();
    };

    const leave = () => {
      const { current } = get();
      if (current.kind !== 'open') return;
      current.saver.dispose();
      current.session.dispose();
    };

    const close = () => {
      // What is being opened does not come up any more either.
      opening += 1;
      leave();
      set({ current: { kind: 'none' } });
    };

    const save = async (input: { id: string; revision: number; generation: string; changes: Changes }) => {
      const answer = await meetings.save({ ...input, origin });
      const { meta } = input.changes;
      if (answer.ok && meta) get().library.patch(input.id, summaryOf(meta));
      return answer;
    };

    const show = async (id: string, jump: Jump | null): Promise<void> => {
      opening += 1;
      const mine = opening;
      leave();
      set({ current: { kind: 'loading', id }, comparing: null, previewing: null, register: null });
      const answer = await meetings.open({ id });
      if (mine !== opening) return;
      let current: Current;
      if (!answer.ok) {
        current = { kind: 'failed', id, error: answer.error };
      } else if (answer.value.state === 'readOnly') {
        const { title, text: words, reason } = answer.value;
        current = { kind: 'readOnly', id, title, text: words, reason };
      } else {
        const session = createSession(answer.value.document);
        session.undoBeyond(answer.value.revision, async (revision) => {
          const past = await client.store.versions.before({ id, revision });
          return past.ok ? past.value : null;
        });
        const stored = async () => {
          const again = await meetings.open({ id });
          return again.ok && again.value.state === 'editable' ? again.value : null;
        };
        current = { kind: 'open', id, session, saver: createSaver(session, { save, stored }, answer.value), jump };
      }
      set({ current });
      if (current.kind === 'open' && get().settings.lastMeeting !== id) void get().change({ lastMeeting: id });
    };

    const flushed = async (): Promise<boolean> => {
      const done = await get().flush();
      if (!done) get().toast({ text: text('app', 'stay'), tone: 'error' });
      return done;
    };

    const saveAndShow = async (id: string, jump: Jump | null): Promise<void> => {
      if (await flushed()) await show(id, jump);
    };

    return {
      info,
      settings,
      language: settings.language ?? languageOf(info.language),
      current: { kind: 'none' },
      health: null,
      emergency: noEmergency,
      dialog: null,
      libraryView: 'meetings',
      library: listOf(false),
      trashed: listOf(true),
      inspectorDrawer: false,
      inspectorTab: 'outline',
      comparing: null,
      previewing: null,
      register: null,
      versionsMarked: 0,

      set,

      closeDialog(kind) {
        if (get().dialog?.kind === kind) set({ dialog: null });
      },

      async begin() {
        const last = get().settings.lastMeeting;
        // Side by side: a long library is not waited for, and the last meeting may be far down in it.
        await Promise.all([get().library.load(), last && show(last, null)]);
        const { current, library } = get();
        const isGone = current.kind === 'failed' && current.id === last && current.error.code === 'meeting.notFound';
        const first = library.state.getState().meetings[0];
        if (first && (current.kind === 'none' || isGone)) await show(first.id, null);
        else if (isGone) close();
      },

      async open(id, jump) {
        if (get().register || get().previewing) {
          set({ register: null, previewing: null });
          // The text can have the focus only when it is in sight again.
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        }
        const { current } = get();
        if (current.kind === 'open' && current.id === id) {
          if (jump) current.session.jumpTo(jump.blockId, jump.hit);
          else current.session.focus();
          return;
        }
        await saveAndShow(id, jump ?? null);
      },

      async create({ template, region, script, meta, roster = [], continues }) {
        if (!(await flushed())) return;
        const fresh = { ...instantiateMeeting(template, { region, script, meta }), roster: [...roster] };
        const document = continues === undefined ? fresh : await takenOver(client, fresh, continues);
        const answer = await meetings.create({ document, origin });
        if (!answer.ok) return get().report(answer.error);
        get().library.refresh();
        get().closeDialog('newMeeting');
        set({ libraryView: 'meetings' });
        // She may have written on while it was made.
        await saveAndShow(answer.value.summary.id, null);
      },

      async duplicateAsNext(id) {
        await once(`next ${id}`, async () => {
          if (!(await flushed())) return;
          const answer = await meetings.duplicateAsNext({ id, origin });
          if (!answer.ok) return get().report(answer.error);
          get().library.refresh();
          await saveAndShow(answer.value.id, null);
        });
      },

      async rename(id, title) {
        const { current } = get();
        // The open text owns its title: a change beside it would be a conflict with ourselves.
        if (current.kind === 'open' && current.id === id) return current.session.setMeta({ title });
        const answer = await meetings.rename({ id, title, origin });
        if (!answer.ok) return get().report(answer.error);
        get().library.patch(id, answer.value);
      },

      async pin(id, pinned) {
        const answer = await meetings.pin({ id, pinned, origin });
        if (!answer.ok) return get().report(answer.error);
        get().library.patch(id, { pinned });
      },

      async trash(meeting) {
        const isOpen = () => {
          const { current } = get();
          return current.kind !== 'none' && current.id === meeting.id;
        };
        if (isOpen() && !(await flushed())) return;
        const ask = () => meetings.trash({ id: meeting.id, origin });
        const { current } = get();
        // What is typed into it from here on could not be saved.
        const answer = await (current.kind === 'open' && isOpen() ? current.session.freezeDuring(ask) : ask());
        if (!answer.ok) return get().report(answer.error);
        // She may be in another one by now.
        const wasOpen = isOpen();
        if (wasOpen) close();
        refreshLists();
        if (get().settings.lastMeeting === meeting.id) void get().change({ lastMeeting: null });
        const title = meeting.title || text('library', 'untitled');
        get().toast({
          text: text('library', 'trashed', { title }),
          action: {
            label: text('library', 'undo'),
            run: () => void get().restore(meeting).then(() => (wasOpen ? get().open(meeting.id) : undefined)),
          },
        });
      },

      async restore(meeting) {
        const answer = await meetings.restore({ id: meeting.id, origin });
        if (!answer.ok) return get().report(answer.error);
        refreshLists();
        get().toast({ text: text('library', 'restored', { title: meeting.title || text('library', 'untitled') }) });
      },

      async readHealth() {
        const answer = await client.store.health.state();
        if (answer.ok) set({ health: answer.value });
      },

      async flush() {
        const { current } = get();
        return current.kind === 'open' ? current.saver.flush() : true;
      },

      async change(patch) {
        const next = { ...get().settings, ...patch };
        set({ settings: next, language: next.language ?? languageOf(get().info.language) });
        if ('language' in patch) changeLanguage(get().language);
        // They hold for this sitting.
        if (get().health?.readOnly) return;
        const answer = await client.store.settings.set({ settings: patch, origin });
        if (!answer.ok) get().report(answer.error);
      },

      toast: showToast,

      report(error) {
        showToast({ text: sentence(error), tone: 'error' });
      },
    };
  });
}

/** What the library shows of a meeting's own data. */
function summaryOf(meta: Meta): Partial<MeetingSummary> {
  const { title, organisation, body, term, session, start } = meta;
  return { title, organisation, body, term, session, start, stage: stageOf(meta), ...(start && { year: Number(start.slice(0, 4)) }) };
}
