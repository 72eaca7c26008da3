/** Keeps an open meeting on disk by itself; says "saved" only of what the store has acknowledged. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError, Result } from '#shared/result.ts';
import type { Changes } from '#shared/rpc/schemas.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { isLocked } from '#shared/minutes/stage.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { holds } from './holds.ts';

export type SaveState =
  /** `at`: ISO time at which the store had everything. */
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  /** Typed a moment ago and about to be saved. */
  | { kind: 'unsaved' }
  /** Not on disk since `since` (ISO), and why. It stays so until a save succeeds. */
  | { kind: 'failed'; since: string; error: AppError }
  /** Another window has saved this meeting in between. */
  | { kind: 'conflict' };

/** A meeting as it is on disk. */
export interface StoredText {
  document: MinutesDocument;
  revision: number;
  /** Of the library: after a restore the same revision may be another text. */
  generation: string;
  savedAt: string;
}

/** The store's side, narrowed to what a saver asks of it. */
export interface SaveTarget {
  save(input: { id: string; revision: number; generation: string; changes: Changes }): Promise<Result<{ revision: number; savedAt: string }>>;
  /** The meeting as it is on disk; null where it cannot be read. */
  stored(): Promise<StoredText | null>;
}

export interface Saver {
  readonly state: StoreApi<SaveState>;
  /** The revision that the next save stands on. */
  revision(): number;
  /** The library that it is a revision of. */
  generation(): string;
  /** Saves everything now; true when all of it is on disk. */
  flush(): Promise<boolean>;
  /**
   * Lets the store do something to the text as it stands here, and shows what it answers; null where the text could not
   * be saved before. What she types meanwhile is saved after it, unless the record is final then.
   */
  step<Text extends StoredText>(ask: (at: { revision: number; generation: string }) => Promise<Result<Text>>): Promise<Result<Text> | null>;
  /** Tries again at once, if something failed. */
  retry(): void;
  /** What is stored is at `revision`: true where that is newer than ours, or of another generation of the library. */
  isBehind(revision: number, generation: string): boolean;
  /** Marks that two windows have changed the meeting; nothing more is saved until `adopt`. */
  conflict(): void;
  /** Takes the stored text of another window in place of ours. */
  adopt(text: StoredText): void;
  /** Lets what stands here follow the stored text of another window, and saves it. */
  rebase(text: StoredText): void;
  /** Whether anything is typed, on its way or refused. */
  hasUnsaved(): boolean;
  dispose(): void;
}

/** Waits, in milliseconds: after the last key, at most while typing, while composing, and between failures. */
export const waits = { idle: 300, longest: 1000, composing: 100, firstRetry: 1000, lastRetry: 15_000 } as const;

/** A saver for an open meeting that the store has at `revision`. */
export function createSaver(
  session: Pick<EditorSession, 'id' | 'onDirty' | 'isComposing' | 'takeChanges' | 'giveBack' | 'replace' | 'rebase'>,
  target: SaveTarget,
  stored: Omit<StoredText, 'document'>,
): Saver {
  const state = createStore<SaveState>(() => ({ kind: 'saved', at: stored.savedAt }));
  let { revision, generation } = stored;
  let dirty = false;
  let dirtySince = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let inFlight: Promise<boolean> | null = null;
  /** What was sent and not acknowledged: it may be on disk although nobody said so. */
  let unanswered: Changes[] = [];
  let disposed = false;

  const conflicted = () => state.getState().kind === 'conflict';
  const wait = (milliseconds: number) => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(due, milliseconds);
  };

  const stopListening = session.onDirty(() => {
    if (disposed) return;
    if (!dirty) dirtySince = performance.now();
    dirty = true;
    if (conflicted()) return;
    if (inFlight === null && failures === 0 && state.getState().kind === 'saved') state.setState({ kind: 'unsaved' }, true);
    if (inFlight === null && failures === 0) wait(Math.max(0, Math.min(waits.idle, dirtySince + waits.longest - performance.now())));
  });

  function due() {
    timer = null;
    if (disposed || conflicted() || inFlight !== null) return;
    if (session.isComposing()) wait(waits.composing);
    else if (dirty) void save();
  }

  function save(): Promise<boolean> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    // The benchmark reads this mark; so does the profiler of whoever looks for a slow save.
    performance.mark('save');
    const changes = session.takeChanges();
    dirty = false;
    if (changes === null) {
      state.setState({ kind: 'saved', at: stored.savedAt }, true);
      return Promise.resolve(true);
    }
    if (failures === 0) state.setState({ kind: 'saving' }, true);
    inFlight = send(changes).then((answer) => {
      inFlight = null;
      return answer.ok ? succeeded(answer.value) : failed(changes, answer.error);
    });
    return inFlight;
  }

  async function send(changes: Changes): Promise<Result<{ revision: number; savedAt: string }>> {
    const answer = await target.save({ id: session.id, revision, generation, changes });
    if (answer.ok) {
      unanswered = [];
    } else if (answer.error.code !== 'meeting.conflict') {
      unanswered = [...unanswered, changes].slice(-20);
    } else if (answer.error.code === 'meeting.conflict' && unanswered.length > 0) {
      const stored = await target.stored();
      const ours = stored?.revision === revision + 1 && stored.generation === generation && unanswered.some((one) => holds(stored.document, one));
      unanswered = [];
      if (ours) {
        revision = stored.revision;
        return target.save({ id: session.id, revision, generation, changes });
      }
    }
    return answer;
  }

  function succeeded(value: { revision: number; savedAt: string }): boolean {
    revision = value.revision;
    stored = { ...value, generation };
    failures = 0;
    if (conflicted()) return false;
    rest();
    return true;
  }

  function failed(changes: Changes, error: AppError): boolean {
    session.giveBack(changes);
    dirty = true;
    // Another window made it final, and she chose to save over that: her text can still be kept beside it.
    if (error.code === 'meeting.conflict' || error.code === 'record.locked') {
      state.setState({ kind: 'conflict' }, true);
      return false;
    }
    if (conflicted()) return false;
    failures += 1;
    const before = state.getState();
    const since = before.kind === 'failed' ? before.since : new Date().toISOString();
    state.setState({ kind: 'failed', since, error }, true);
    if (!disposed) wait(Math.min(waits.firstRetry * 2 ** (failures - 1), waits.lastRetry));
    return false;
  }

  async function flush(): Promise<boolean> {
    if (inFlight !== null) await inFlight;
    // What is typed during a save needs one more: whoever asks goes away, and there is no next time.
    while (dirty && !conflicted()) if (!(await (inFlight ?? save()))) return false;
    return !conflicted();
  }

  async function step<Text extends StoredText>(ask: (at: { revision: number; generation: string }) => Promise<Result<Text>>): Promise<Result<Text> | null> {
    if (!(await flush())) return null;
    state.setState({ kind: 'saving' }, true);
    const asked = ask({ revision, generation });
    // Saves wait for it as for each other: one on the revision before it would be a conflict with ourselves.
    inFlight = asked.then((answer) => {
      inFlight = null;
      if (disposed || conflicted()) return false;
      if (answer.ok) follow(answer.value);
      else rest();
      return answer.ok;
    });
    await inFlight;
    return asked;
  }

  function follow(text: StoredText): void {
    const isWriting = dirty || session.isComposing();
    if (isWriting && !isLocked(text.document.meta)) rebase(text);
    else adopt(text);
  }

  /** With nothing under way: all of it is on disk, or what was typed meanwhile is saved in a moment. */
  function rest(): void {
    if (dirty) {
      state.setState({ kind: 'unsaved' }, true);
      wait(waits.idle);
    } else {
      state.setState({ kind: 'saved', at: stored.savedAt }, true);
    }
  }

  function adopt({ document, ...text }: StoredText): void {
    session.replace(document);
    standOn(text, false);
    state.setState({ kind: 'saved', at: text.savedAt }, true);
  }

  function rebase({ document, ...text }: StoredText): void {
    session.rebase(document);
    standOn(text, true);
    state.setState({ kind: 'unsaved' }, true);
    wait(0);
  }

  /** What is saved from here on follows `text`. */
  function standOn(text: Omit<StoredText, 'document'>, isDirty: boolean): void {
    ({ revision, generation } = text);
    stored = text;
    dirty = isDirty;
    failures = 0;
  }

  return {
    state,
    revision: () => revision,
    generation: () => generation,
    flush,
    step,
    retry() {
      if (failures > 0 && inFlight === null && !conflicted()) due();
    },
    isBehind: (other, of) => (other > revision || of !== generation) && inFlight === null,
    conflict() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      state.setState({ kind: 'conflict' }, true);
    },
    adopt,
    rebase,
    hasUnsaved: () => dirty || inFlight !== null || conflicted(),
    dispose() {
      disposed = true;
      stopListening();
      if (timer !== null) clearTimeout(timer);
    },
  };
}
