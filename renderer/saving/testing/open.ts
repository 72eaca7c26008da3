/** A saver against a scripted store and a text that only says what is dirty; time is the test's. */
import { vi } from 'vitest';
import type { ErrorCode } from '#shared/locale/errors.ts';
import type { BlockOf } from '#shared/minutes/blocks/index.ts';
import { type MinutesDocument, newMinutes } from '#shared/minutes/document.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Changes } from '#shared/rpc/schemas.ts';
import { createSaver, type SaveTarget } from '../saver.ts';

type Answer = Result<{ revision: number; savedAt: string }>;

/** A paragraph of a record. */
export const paragraph = (id: string, text: string): BlockOf<'paragraph'> => ({ id, kind: 'paragraph', inline: [{ type: 'text', text }] });

/** A text of one paragraph that collects its changes as the editor does. */
function fakeSession() {
  let listener = () => {};
  let unsaved: string | null = null;
  let composing = false;
  let shown = '';
  return {
    id: 'meeting00001',
    onDirty: (one: () => void) => ((listener = one), () => (listener = () => {})),
    isComposing: () => composing,
    takeChanges: (): Changes | null => {
      if (unsaved === null) return null;
      const changes = { blocks: [paragraph('para00000001', unsaved)] };
      unsaved = null;
      return changes;
    },
    giveBack: vi.fn((changes: Changes) => {
      const [block] = changes.blocks as BlockOf<'paragraph'>[];
      const [run] = block?.inline ?? [];
      unsaved ??= run?.type === 'text' ? run.text : '';
    }),
    replace: vi.fn((document: MinutesDocument) => {
      unsaved = null;
      shown = document.meta.title;
    }),
    rebase: vi.fn(() => {
      unsaved ??= shown;
    }),
    type: (text: string) => {
      unsaved = text;
      listener();
    },
    compose: (on: boolean) => (composing = on),
    shown: () => shown,
  };
}

/** A store whose answers are given by hand, in order. */
function fakeStore() {
  const asked: { revision: number; generation: string; text: string; answer: (answer: Answer) => void }[] = [];
  let disk: Awaited<ReturnType<SaveTarget['stored']>> = null;
  const target: SaveTarget = {
    save: ({ revision, generation, changes }) =>
      new Promise((answer) => {
        const [run] = (changes.blocks[0] as BlockOf<'paragraph'>).inline;
        asked.push({ revision, generation, text: run?.type === 'text' ? run.text : '', answer });
      }),
    stored: () => Promise.resolve(disk),
  };
  const last = () => {
    const one = asked.at(-1);
    if (!one) throw new Error('The store was asked nothing');
    return one;
  };
  return {
    target,
    asked,
    last,
    acknowledge: async (revision: number) => {
      last().answer(ok({ revision, savedAt: `2026-11-23T06:03:${String(revision).padStart(2, '0')}.000Z` }));
      await vi.advanceTimersByTimeAsync(0);
    },
    refuse: async (code: ErrorCode) => {
      last().answer(fail(code));
      await vi.advanceTimersByTimeAsync(0);
    },
    holds: (text: string, revision: number) => {
      disk = { document: { ...newMinutes(), blocks: [paragraph('para00000001', text)] }, revision, generation: '', savedAt: '2026-11-23T06:03:00.000Z' };
    },
  };
}

/** A meeting that is open at revision 7. */
export function open() {
  const session = fakeSession();
  const store = fakeStore();
  const saver = createSaver(session, store.target, { revision: 7, generation: '', savedAt: '2026-11-23T06:00:00.000Z' });
  return { session, store, saver, state: () => saver.state.getState() };
}
