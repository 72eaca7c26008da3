/** Opening, leaving and throwing away meetings, over a store that answers from memory. */
import { createStore } from 'zustand/vanilla';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type MinutesDocument, newMinutes } from '#shared/minutes/document.ts';
import type { Template } from '#shared/minutes/templates/template.ts';
import { fail, ok } from '#shared/result.ts';
import { type Changes, type MeetingSummary, settingsSchema } from '#shared/rpc/schemas.ts';
import type { EditorSession, SessionView } from '../editor/session.types.ts';
import { startTexts } from '../i18n/i18n.ts';
import type { Client } from '../rpc/client.ts';
import type { AppStore } from './state.ts';
import { createAppStore } from './store.ts';

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: { lang: '', dataset: {} } });
  await startTexts('zh-Hant');
});

const summary = ({ id, meta }: MinutesDocument): MeetingSummary => ({
  id,
  title: meta.title,
  organisation: '',
  body: '',
  term: null,
  session: null,
  start: null,
  year: 2026,
  stage: 'draft',
  pinned: false,
  trashedAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  revision: 1,
});

const named = { 'zh-Hant': '空白', 'zh-Hans': '空白', en: 'Blank' };
const blank: Template = { id: 'blank', scope: 'meeting', name: named, description: named, order: 0, blocks: [{ id: 'para00000001', kind: 'paragraph', inline: [] }] };
const settled = () => new Promise((done) => setTimeout(done));

let spring: MinutesDocument;
let autumn: MinutesDocument;
let app: AppStore;
let saves: { id: string; revision: number; changes: Changes }[];
let disk: 'working' | 'full';
let trashed: string[];
let duplicates: string[];
type Asked = 'open' | 'save' | 'make' | 'trash';
/** What the answers wait for that a test holds. */
let gates: Partial<Record<Asked, Promise<void>>>;
/** What the library has of the meetings that are there. */
let listed: MinutesDocument[];
let sessions: ReturnType<typeof fakeSession>[];

/** Keeps an answer back until it is let go. */
function hold(asked: Asked): () => void {
  let letGo = () => {};
  gates[asked] = new Promise((done) => (letGo = done));
  return letGo;
}

/** A text that says it has one change, once it is typed in. */
function fakeSession(document: MinutesDocument) {
  let listener = () => {};
  let changed = false;
  const session = {
    id: document.id,
    view: createStore(() => ({ meta: document.meta }) as SessionView),
    onDirty: (one: () => void) => ((listener = one), () => {}),
    isComposing: () => false,
    takeChanges: (): Changes | null => {
      const was = changed;
      changed = false;
      return was ? { blocks: [] } : null;
    },
    giveBack: () => (changed = true),
    setMeta: vi.fn(),
    undoBeyond: vi.fn(),
    freezeDuring: vi.fn((work: () => Promise<unknown>) => work()),
    jumpTo: vi.fn(),
    focus: vi.fn(),
    dispose: vi.fn(),
  };
  return {
    session: session as unknown as EditorSession,
    dispose: session.dispose,
    freezeDuring: session.freezeDuring,
    setMeta: session.setMeta,
    jumpTo: session.jumpTo,
    type: () => {
      changed = true;
      listener();
    },
  };
}

beforeEach(() => {
  spring = newMinutes({ title: '春季理事會' });
  autumn = newMinutes({ title: '秋季理事會' });
  [saves, trashed, duplicates, sessions, disk] = [[], [], [], [], 'working'];
  const all = () => [spring, autumn];
  listed = all();
  gates = {};
  const client = {
    store: {
      meetings: {
        list: () => Promise.resolve(ok({ total: listed.length, meetings: listed.map(summary) })),
        open: async ({ id }: { id: string }) => {
          await gates.open;
          const document = all().find((one) => one.id === id);
          return document ? ok({ state: 'editable', document, revision: 1, savedAt: '2026-01-01T00:00:00.000Z' }) : fail('meeting.notFound');
        },
        save: async (input: { id: string; revision: number; changes: Changes }) => {
          saves.push(input);
          await gates.save;
          return disk === 'full' ? fail('database.full') : ok({ revision: input.revision + 1, savedAt: '2026-01-01T00:00:01.000Z' });
        },
        create: async () => {
          await gates.make;
          return ok({ summary: summary(autumn) });
        },
        duplicateAsNext: async ({ id }: { id: string }) => {
          duplicates.push(id);
          await gates.make;
          return ok(summary(autumn));
        },
        trash: async ({ id }: { id: string }) => {
          trashed.push(id);
          await gates.trash;
          return ok(summary(spring));
        },
        rename: vi.fn(() => Promise.resolve(ok(summary(spring)))),
      },
      settings: { set: () => Promise.resolve(ok(settingsSchema.parse({}))) },
    },
  } as unknown as Client;
  app = createAppStore({
    client,
    info: { host: 'browser', version: '0.1.0', database: 'minutebook.db', saving: 'download', menuBar: false, pdf: true, platform: 'linux', language: 'zh-TW' },
    settings: settingsSchema.parse({}),
    createSession: (document) => {
      const made = fakeSession(document);
      sessions.push(made);
      return made.session;
    },
  });
});

const shown = () => {
  const { current } = app.getState();
  return current.kind === 'none' ? 'none' : `${current.kind} ${current.id === spring.id ? 'spring' : current.id === autumn.id ? 'autumn' : 'other'}`;
};

describe('at the start', () => {
  test('shows the meeting that was open last, however far down in the library it stands', async () => {
    listed = [autumn];
    await app.getState().change({ lastMeeting: spring.id });
    await app.getState().begin();
    expect(shown()).toBe('open spring');
    expect(app.getState().library.state.getState().meetings).toHaveLength(1);
  });

  test('shows the first one where the last is gone, or none was open', async () => {
    await app.getState().change({ lastMeeting: 'gone00000001' });
    await app.getState().begin();
    expect(shown()).toBe('open spring');
  });

  test('shows none in an empty library', async () => {
    listed = [];
    await app.getState().change({ lastMeeting: 'gone00000001' });
    await app.getState().begin();
    expect(shown()).toBe('none');
  });

  test('does not come back to a meeting that was thrown away', async () => {
    await app.getState().open(autumn.id);
    await app.getState().trash(summary(autumn));
    expect(app.getState().settings.lastMeeting).toBeNull();
  });
});

describe('opening another meeting', () => {
  test('saves the first one before, and closes it', async () => {
    await app.getState().open(spring.id);
    sessions[0]!.type();
    await app.getState().open(autumn.id);
    expect(saves.map(({ id }) => id)).toEqual([spring.id]);
    expect(sessions[0]!.dispose).toHaveBeenCalledOnce();
    expect(shown()).toBe('open autumn');
    expect(app.getState().settings.lastMeeting).toBe(autumn.id);
  });

  test('saves also what was typed while it was being saved', async () => {
    await app.getState().open(spring.id);
    sessions[0]!.type();
    const letGo = hold('save');
    const opened = app.getState().open(autumn.id);
    sessions[0]!.type();
    letGo();
    await opened;
    expect(saves.map(({ id, revision }) => [id, revision])).toEqual([
      [spring.id, 1],
      [spring.id, 2],
    ]);
    expect(shown()).toBe('open autumn');
  });

  test.each([
    ['a new one', () => app.getState().create({ template: blank, region: 'TW', script: 'Hant', meta: {} })],
    ['the next one', () => app.getState().duplicateAsNext(spring.id)],
  ])('saves also what was typed while %s was being made', async (_, make) => {
    await app.getState().open(spring.id);
    const letGo = hold('make');
    const made = make();
    await settled();
    sessions[0]!.type();
    letGo();
    await made;
    expect(saves.map(({ id }) => id)).toEqual([spring.id]);
    expect(shown()).toBe('open autumn');
  });

  test('stays with the first one where that cannot be saved', async () => {
    await app.getState().open(spring.id);
    sessions[0]!.type();
    disk = 'full';
    await app.getState().open(autumn.id);
    expect(shown()).toBe('open spring');
    expect(sessions[0]!.dispose).not.toHaveBeenCalled();
  });

  test('of two in a row shows the last one chosen', async () => {
    await Promise.all([app.getState().open(spring.id), app.getState().open(autumn.id)]);
    expect(shown()).toBe('open autumn');
  });

  test('that is gone says so', async () => {
    await app.getState().open('nowhere00001');
    expect(app.getState().current).toMatchObject({ kind: 'failed', error: { code: 'meeting.notFound' } });
  });
});

test('opening the open meeting again goes to the place that was found', async () => {
  await app.getState().open(spring.id);
  await app.getState().open(spring.id, { blockId: 'para00000001', hit: '苗圃' });
  expect(sessions).toHaveLength(1);
  expect(sessions[0]!.jumpTo).toHaveBeenCalledWith('para00000001', '苗圃');
});

test('the next meeting is made once, however often it is asked for before it comes', async () => {
  await app.getState().open(spring.id);
  const letGo = hold('make');
  const made = [app.getState().duplicateAsNext(spring.id), app.getState().duplicateAsNext(spring.id)];
  await settled();
  letGo();
  await Promise.all(made);
  expect(duplicates).toEqual([spring.id]);
  expect(shown()).toBe('open autumn');
});

test('throwing the open meeting away saves it first and leaves the middle empty', async () => {
  await app.getState().open(spring.id);
  sessions[0]!.type();
  await app.getState().trash({ id: spring.id, title: '春季理事會' });
  expect(saves).toHaveLength(1);
  expect(trashed).toEqual([spring.id]);
  expect(sessions[0]!.freezeDuring).toHaveBeenCalledOnce();
  expect(shown()).toBe('none');
});

test('throwing the open meeting away leaves the one alone that was opened meanwhile', async () => {
  await app.getState().open(spring.id);
  const letGo = hold('trash');
  const thrown = app.getState().trash(summary(spring));
  await settled();
  await app.getState().open(autumn.id);
  sessions[1]!.type();
  letGo();
  await thrown;
  expect(shown()).toBe('open autumn');
  expect(sessions[1]!.dispose).not.toHaveBeenCalled();
});

test('a meeting that is thrown away while it is being opened does not come up', async () => {
  const letGo = hold('open');
  const opened = app.getState().open(spring.id);
  await settled();
  await app.getState().trash(summary(spring));
  letGo();
  await opened;
  expect(shown()).toBe('none');
});

test('a new title of the open meeting is written into its text, not beside it', async () => {
  await app.getState().open(spring.id);
  await app.getState().rename(spring.id, '春季臨時理事會');
  expect(sessions[0]!.setMeta).toHaveBeenCalledWith({ title: '春季臨時理事會' });
});
