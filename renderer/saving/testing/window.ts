/** A window in which a meeting is open for writing, over a store of which a test gives what it asks. */
import { vi } from 'vitest';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { ok } from '#shared/result.ts';
import { type Changes, settingsSchema } from '#shared/rpc/schemas.ts';
import { createAppStore } from '../../app/store.ts';
import { createSession } from '../../editor/session.ts';
import { startTexts } from '../../i18n/i18n.ts';
import type { Client } from '../../rpc/client.ts';

const savedAt = '2026-01-01T00:00:00.000Z';

/** A meeting as the store answers with it. */
export const storedAt = (document: MinutesDocument, revision: number) => ({ document, revision, generation: '', savedAt });

/** Opens `document`, at revision 1 in the store. */
export async function openWindow(document: MinutesDocument, { meetings, ...store }: { meetings?: object; [part: string]: object | undefined }) {
  vi.stubGlobal('document', { documentElement: { lang: '', dataset: {} } });
  await startTexts('zh-Hant');
  const saves: { revision: number; changes: Changes }[] = [];
  const client = {
    store: {
      meetings: {
        open: () => Promise.resolve(ok({ state: 'editable', ...storedAt(document, 1) })),
        list: () => Promise.resolve(ok({ total: 0, meetings: [] })),
        save: (input: { revision: number; changes: Changes }) => {
          saves.push(input);
          return Promise.resolve(ok({ revision: input.revision + 1, savedAt }));
        },
        ...meetings,
      },
      settings: { set: () => Promise.resolve(ok(settingsSchema.parse({}))) },
      versions: { before: () => Promise.resolve(ok(null)) },
      ...store,
    },
  } as unknown as Client;
  const app = createAppStore({
    client,
    info: { host: 'browser', version: '0.1.0', database: 'minutebook.db', saving: 'download', menuBar: false, pdf: true, platform: 'linux', language: 'zh-TW' },
    settings: settingsSchema.parse({}),
    createSession,
  });
  await app.getState().open(document.id);
  const { current } = app.getState();
  if (current.kind !== 'open') throw new Error('The meeting is not open');
  return { app, client, saves, current };
}

/** A question to the store that is answered by hand. */
export function held<Answer>() {
  let answer: (answer: Answer) => void = () => {};
  const answered = new Promise<Answer>((done) => (answer = done));
  return { ask: vi.fn(() => answered), answer: (one: Answer) => answer(one) };
}
