import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newMinutes } from '#shared/minutes/document.ts';
import type { Stage } from '#shared/minutes/stage.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { StoredText } from './saver.ts';
import { open, paragraph } from './testing/open.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('typing', () => {
  test('is saved 300 ms after the last key, and is called saved only when the store says so', async () => {
    const { session, store, state } = open();
    session.type('會議審議通過了');
    expect(state()).toEqual({ kind: 'unsaved' });
    await vi.advanceTimersByTimeAsync(299);
    expect(store.asked).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(store.last()).toMatchObject({ revision: 7, text: '會議審議通過了' });
    await vi.advanceTimersByTimeAsync(5000);
    expect(state()).toEqual({ kind: 'saving' });
    await store.acknowledge(8);
    expect(state()).toEqual({ kind: 'saved', at: '2026-11-23T06:03:08.000Z' });
  });

  test('without a pause is saved after a second', async () => {
    const { session, store } = open();
    for (let key = 0; key < 8; key += 1) {
      session.type('字'.repeat(key + 1));
      await vi.advanceTimersByTimeAsync(140);
    }
    expect(store.asked).toHaveLength(1);
    expect(store.last().text).toBe('字'.repeat(8));
  });

  test('is left alone while an input method composes', async () => {
    const { session, store } = open();
    session.compose(true);
    session.type('ㄏㄨㄟˋ');
    await vi.advanceTimersByTimeAsync(5000);
    expect(store.asked).toHaveLength(0);
    session.compose(false);
    session.type('會');
    await vi.advanceTimersByTimeAsync(400);
    expect(store.last().text).toBe('會');
  });

  test('during a save waits for its answer, and stands on the new revision', async () => {
    const { session, store, state } = open();
    session.type('一');
    await vi.advanceTimersByTimeAsync(300);
    session.type('一、二');
    await vi.advanceTimersByTimeAsync(3000);
    expect(store.asked).toHaveLength(1);
    await store.acknowledge(8);
    expect(state()).toEqual({ kind: 'unsaved' });
    await vi.advanceTimersByTimeAsync(300);
    expect(store.last()).toMatchObject({ revision: 8, text: '一、二' });
    await store.acknowledge(9);
    expect(state().kind).toBe('saved');
  });
});

describe('a save that fails', () => {
  test('gives the text back, says why, and is tried again ever more slowly up to 15 s', async () => {
    const { session, store, saver, state } = open();
    session.type('決議');
    await vi.advanceTimersByTimeAsync(300);
    const waits: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      await store.refuse('database.full');
      expect(state()).toMatchObject({ kind: 'failed', error: { code: 'database.full' } });
      expect(saver.hasUnsaved()).toBe(true);
      const before = Date.now();
      const count = store.asked.length;
      while (store.asked.length === count) await vi.advanceTimersByTimeAsync(100);
      waits.push(Date.now() - before);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
    expect(store.last().text).toBe('決議');
    await store.acknowledge(8);
    expect(state().kind).toBe('saved');
    expect(saver.hasUnsaved()).toBe(false);
  });

  test('is tried at once when the window comes back', async () => {
    const { session, store, saver } = open();
    session.type('決議');
    await vi.advanceTimersByTimeAsync(300);
    await store.refuse('store.unreachable');
    saver.retry();
    expect(store.asked).toHaveLength(2);
  });

  test('keeps what was typed since, in place of what was sent', async () => {
    const { session, store } = open();
    session.type('決議');
    await vi.advanceTimersByTimeAsync(300);
    session.type('決議：照案通過');
    await store.refuse('database.full');
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.last().text).toBe('決議：照案通過');
  });

  test('although it reached the disk is recognised, and is no conflict with ourselves', async () => {
    const { session, store, state } = open();
    session.type('散會');
    await vi.advanceTimersByTimeAsync(300);
    await store.refuse('store.unreachable');
    store.holds('散會', 8);
    await vi.advanceTimersByTimeAsync(1000);
    await store.refuse('meeting.conflict');
    expect(store.last()).toMatchObject({ revision: 8, text: '散會' });
    await store.acknowledge(9);
    expect(state().kind).toBe('saved');
  });

  test('after a lost answer is a conflict where the disk holds something else', async () => {
    const { session, store, state } = open();
    session.type('散會');
    await vi.advanceTimersByTimeAsync(300);
    await store.refuse('store.unreachable');
    store.holds('臨時動議', 8);
    await vi.advanceTimersByTimeAsync(1000);
    await store.refuse('meeting.conflict');
    expect(state()).toEqual({ kind: 'conflict' });
  });
});

describe('two windows', () => {
  test('over a record that another window made final is a conflict: the text is kept, and nothing more is sent', async () => {
    const { session, store, saver, state } = open();
    session.type('改了一句');
    await vi.advanceTimersByTimeAsync(2000);
    await store.refuse('record.locked');
    expect(state()).toEqual({ kind: 'conflict' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.asked).toHaveLength(1);
    expect(saver.hasUnsaved()).toBe(true);
  });

  test('a refused revision is a conflict: nothing more is sent, nothing is lost', async () => {
    const { session, store, saver, state } = open();
    session.type('甲案');
    await vi.advanceTimersByTimeAsync(300);
    await store.refuse('meeting.conflict');
    session.type('甲案修正');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.asked).toHaveLength(1);
    expect(state()).toEqual({ kind: 'conflict' });
    expect(await saver.flush()).toBe(false);
    expect(session.takeChanges()?.blocks).toEqual([paragraph('para00000001', '甲案修正')]);
  });

  test('taking the other text ends the conflict and stands on its revision', async () => {
    const { session, store, saver, state } = open();
    saver.conflict();
    saver.adopt({ document: { ...newMinutes({ title: '另一個視窗' }), id: session.id }, revision: 12, generation: '', savedAt: '2026-11-23T07:00:00.000Z' });
    expect(session.shown()).toBe('另一個視窗');
    expect(state()).toEqual({ kind: 'saved', at: '2026-11-23T07:00:00.000Z' });
    session.type('接著寫');
    await vi.advanceTimersByTimeAsync(300);
    expect(store.last().revision).toBe(12);
  });

  test('is behind a newer text, and behind any text of another generation of the library', () => {
    const { saver } = open();
    expect([saver.isBehind(7, ''), saver.isBehind(8, ''), saver.isBehind(7, 'restored'), saver.isBehind(3, 'restored')]).toEqual([false, true, true, true]);
  });

  test('keeping what is here ends the conflict too: it is saved on the revision of the other text', async () => {
    const { session, store, saver, state } = open();
    session.type('我的字');
    await vi.advanceTimersByTimeAsync(300);
    await store.refuse('meeting.conflict');
    session.type('我的字');
    saver.rebase({ document: { ...newMinutes(), id: session.id }, revision: 12, generation: 'restored', savedAt: '2026-11-23T07:00:00.000Z' });
    session.type('我的字');
    expect(state()).toEqual({ kind: 'unsaved' });
    await vi.advanceTimersByTimeAsync(300);
    expect(store.last()).toMatchObject({ revision: 12, generation: 'restored', text: '我的字' });
    await store.acknowledge(13);
    expect(state()).toMatchObject({ kind: 'saved' });
  });

  test('only a later revision is another window’s', async () => {
    const { session, store, saver } = open();
    session.type('一');
    await vi.advanceTimersByTimeAsync(300);
    expect(saver.isBehind(8, '')).toBe(false);
    await store.acknowledge(8);
    expect(saver.isBehind(8, '')).toBe(false);
    expect(saver.isBehind(9, '')).toBe(true);
  });
});

describe('leaving', () => {
  test('saves at once and waits for the answer', async () => {
    const { session, store, saver } = open();
    session.type('散會');
    const flushed = saver.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.asked).toHaveLength(1);
    await store.acknowledge(8);
    expect(await flushed).toBe(true);
  });

  test('also saves what was typed while a save was under way', async () => {
    const { session, store, saver } = open();
    session.type('一');
    await vi.advanceTimersByTimeAsync(300);
    session.type('一、二');
    const flushed = saver.flush();
    await store.acknowledge(8);
    expect(store.last()).toMatchObject({ revision: 8, text: '一、二' });
    await store.acknowledge(9);
    expect(await flushed).toBe(true);
  });

  test('says that it could not save', async () => {
    const { session, store, saver } = open();
    session.type('散會');
    const flushed = saver.flush();
    await vi.advanceTimersByTimeAsync(0);
    await store.refuse('database.full');
    expect(await flushed).toBe(false);
  });

  test('of a saved meeting asks for nothing', async () => {
    const { store, saver } = open();
    expect(await saver.flush()).toBe(true);
    expect(store.asked).toHaveLength(0);
  });
});

describe('a step that the store takes', () => {
  const stepped = (stage: Stage): StoredText => {
    const document = newMinutes();
    const at = '2026-11-23T06:03:08.000Z';
    return { document: { ...document, meta: { ...document.meta, stages: [{ stage, at, by: '' }] } }, revision: 8, generation: '', savedAt: at };
  };
  /** Begins a step; gives what answers it. */
  async function begin({ saver }: ReturnType<typeof open>): Promise<(answer: Result<StoredText>) => Promise<void>> {
    let answer: (answer: Result<StoredText>) => void = () => {};
    void saver.step(() => new Promise<Result<StoredText>>((done) => (answer = done)));
    await vi.advanceTimersByTimeAsync(0);
    return async (one) => {
      answer(one);
      await vi.advanceTimersByTimeAsync(0);
    };
  }

  test('keeps what is typed meanwhile, and saves it on the revision that came of it', async () => {
    const window = open();
    const answer = await begin(window);
    window.session.type('補一字');
    await vi.advanceTimersByTimeAsync(2000);
    expect(window.store.asked).toHaveLength(0);
    expect(window.saver.hasUnsaved()).toBe(true);
    await answer(ok(stepped('submitted')));
    expect(window.session.replace).not.toHaveBeenCalled();
    expect(window.store.last()).toMatchObject({ revision: 8, text: '補一字' });
  });

  test('shows what it came to where nothing was typed, or the record is final', async () => {
    for (const stage of ['submitted', 'final'] as const) {
      const window = open();
      const answer = await begin(window);
      if (stage === 'final') window.session.type('補一字');
      await answer(ok(stepped(stage)));
      expect(window.session.replace).toHaveBeenCalledOnce();
      expect(window.state()).toEqual({ kind: 'saved', at: '2026-11-23T06:03:08.000Z' });
    }
  });

  test('that is refused leaves what is typed to the next save', async () => {
    const window = open();
    const answer = await begin(window);
    window.session.type('補一字');
    await answer(fail('stage.notAllowed'));
    expect(window.state()).toEqual({ kind: 'unsaved' });
    await vi.advanceTimersByTimeAsync(300);
    expect(window.store.last()).toMatchObject({ revision: 7, text: '補一字' });
  });
});

describe('a save that fails, whatever the reason', () => {
  const reasons = ['database.full', 'database.failed', 'database.gone', 'database.locked', 'database.readOnly', 'store.unreachable', 'meeting.notFound', 'unexpected'] as const;

  test.each(reasons)('%s is never shown as saved until it is, and says since when', async (code) => {
    const { session, store, state } = open();
    const shown: string[] = [];
    session.type('決議');
    await vi.advanceTimersByTimeAsync(300);
    await store.refuse(code);
    const since = new Date().toISOString();
    for (let round = 0; round < 4; round += 1) {
      session.type(`決議${round}`);
      const count = store.asked.length;
      while (store.asked.length === count) {
        await vi.advanceTimersByTimeAsync(500);
        shown.push(state().kind);
      }
      await store.refuse(code);
      shown.push(state().kind);
    }
    expect(new Set(shown)).toEqual(new Set(['failed']));
    expect(state()).toEqual({ kind: 'failed', since, error: { code } });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(store.last().text).toBe('決議3');
    await store.acknowledge(8);
    expect(state().kind).toBe('saved');
  });
});
