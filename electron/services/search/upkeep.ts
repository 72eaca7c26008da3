/** The upkeep of the search index: a text that was saved is found from then on, whatever became of the index. */
import type { Db } from '#electron/db/index.ts';
import { isBrokenIndex, openSearchIndex, renewSearchIndex, type SearchIndex } from '#electron/db/search-index.ts';
import type { Events } from '../events.ts';
import type { Records } from '../records.ts';
import { entryOf } from './entry.ts';

/** How many meetings can be found, of all. */
export interface Indexing {
  indexed: number;
  total: number;
}

export interface Search {
  /** A text was saved: whoever asks from now on finds it as it is. */
  changed(number: number): void;
  /**
   * What `use` finds in the index, and how far that is: null where every meeting is in it as it was last saved. Does
   * not wait for an index that is being made.
   */
  ask<Value>(use: (index: SearchIndex) => Value): { value: Value; indexing: Indexing | null };
  /** Indexes what was saved, and closes. What was never indexed is noticed at the next start. */
  close(): void;
}

/** The index is not opened with the program: the library is to be there first. Milliseconds. */
const restAfterStart = 700;
const idleBeforeIndexing = 3000;
/**
 * How long records are read before they are indexed, which takes four times as long, and how long others then have, in
 * milliseconds; and after how many turns what was indexed goes to disk: a hundred records, because each time is a piece to
 * be merged in the end.
 */
const turn = { reading: 3, rest: 4, settling: 16 };
/** So few that are behind are indexed before an answer. */
const fewBehind = 8;
/** After so many were indexed in one go, the index is brought into one piece. */
const manyBehind = 500;
/** Between two tellings of how far it is. Milliseconds. */
const telling = 200;

interface Current {
  index: SearchIndex;
  /** Never indexed, or saved when the program ended without closing. */
  behind: Set<number>;
}

export interface SearchDeps {
  db: Db;
  records: Records;
  events: Events;
}

/** The search over a database, its index at `path`. An index that is missing or behind is brought up in the background. */
export function createSearch({ db, records, events }: SearchDeps, path: string): Search {
  let current: Current | null = null;
  /** Saved since they were indexed: few, and looked for at once. */
  const saved = new Set<number>();
  let idle: NodeJS.Timeout | undefined;
  let catchingUp: Promise<void> | null = null;
  let told = 0;
  let closed = false;

  const over = (index: SearchIndex): Current => {
    try {
      current = { index, behind: findBehind(db, index) };
      return current;
    } catch (error) {
      index.close();
      throw error;
    }
  };
  const renew = (): Current => {
    current?.index.close();
    current = null;
    return over(renewSearchIndex(path, db.identity));
  };
  const open = (): Current => {
    if (current) return current;
    try {
      return over(openSearchIndex(path, db.identity));
    } catch (error) {
      if (!isBrokenIndex(error)) throw error;
      return renew();
    }
  };

  /** Indexes those of the numbers that it comes to before `end`. */
  const update = (numbers: Set<number>, end = Infinity, more = false): void => {
    const { index, behind } = open();
    const done: number[] = [];
    const entries = [];
    for (const number of numbers) {
      const row = db.meetings.byNumber(number);
      if (row) entries.push(entryOf(records, row));
      done.push(number);
      if (performance.now() > end) break;
    }
    index.put(entries, more);
    for (const number of done) {
      numbers.delete(number);
      behind.delete(number);
    }
  };
  const updateSaved = (): void => {
    clearTimeout(idle);
    if (saved.size > 0) update(saved);
  };

  /** What `work` gives; a broken index is made anew, and everything is behind. */
  const mended = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (error) {
      if (!isBrokenIndex(error)) throw error;
      renew();
      return work();
    }
  };

  /** The disk may be full: the next question opens the index again, as far as it is on disk, and tries again. */
  const letGo = (): void => {
    current?.index.close();
    current = null;
  };

  const indexing = (): Indexing | null => {
    const left = new Set([...open().behind, ...saved]).size;
    const total = db.meetings.shelf().all.length;
    return left === 0 ? null : { indexed: Math.max(0, total - left), total };
  };
  const tell = (): void => {
    const now = indexing();
    if (now && performance.now() - told < telling) return;
    told = performance.now();
    const { indexed, total } = now ?? { indexed: db.meetings.shelf().all.length, total: db.meetings.shelf().all.length };
    events.publish({ type: 'job.progress', job: 'search', done: indexed, total, origin: null });
  };
  const rest = (): Promise<void> => new Promise((done) => setTimeout(done, turn.rest));
  const catchUp = async (): Promise<void> => {
    const many = open().behind.size >= manyBehind;
    for (let turns = 1; !closed && open().behind.size > 0; turns++) {
      mended(() => update(open().behind, performance.now() + turn.reading, true));
      tell();
      await rest();
      if (turns % turn.settling !== 0 || closed) continue;
      mended(() => open().index.settle());
      await rest();
    }
    if (closed) return;
    mended(() => open().index.settle());
    if (told > 0) tell();
    told = 0;
    let isLeft = mended(() => open().index.tidy(many));
    while (isLeft && !closed && open().behind.size === 0) {
      await rest();
      isLeft = !closed && mended(() => open().index.tidy());
    }
    // The registers are read before anybody asks for them: the first look would wait for all of it.
    while (!closed && open().behind.size === 0 && mended(() => open().index.entries.warm())) await rest();
    db.meetings.shelf();
  };
  const caughtUp = (): void => {
    if (closed) return;
    catchingUp ??= catchUp()
      .catch(letGo)
      .finally(() => (catchingUp = null));
  };
  const started = setTimeout(caughtUp, restAfterStart).unref();

  /** What can be done at once, so that the answer is whole. A disk without room keeps nobody from what is there. */
  const updateFew = (): void => {
    try {
      updateSaved();
      const { behind } = open();
      if (behind.size > 0 && behind.size <= fewBehind) update(behind);
    } catch (error) {
      if (isBrokenIndex(error)) throw error;
      letGo();
    }
  };

  return {
    changed(number) {
      saved.add(number);
      clearTimeout(idle);
      idle = setTimeout(() => {
        try {
          mended(updateSaved);
          caughtUp();
        } catch {
          // Still in `saved`: the next question or save tries again.
          letGo();
        }
      }, idleBeforeIndexing).unref();
    },
    ask(use) {
      const value = mended(() => {
        updateFew();
        return use(open().index);
      });
      // Before the next turn of the upkeep, which begins at once: the answer knows nothing of it yet.
      const answer = { value, indexing: indexing() };
      caughtUp();
      return answer;
    },
    close() {
      closed = true;
      clearTimeout(started);
      clearTimeout(idle);
      try {
        updateSaved();
        current?.index.settle();
      } catch {
        // Noticed at the next start.
      } finally {
        current?.index.close();
      }
    },
  };
}

/** Meetings that are not in the index as they were last saved, newest first. Forgets those that are no longer there. */
function findBehind(db: Db, index: SearchIndex): Set<number> {
  const gone = new Set(index.meetings.keys());
  const behind = new Set<number>();
  for (const [number, revision] of db.meetings.revisions()) {
    if (index.meetings.get(number)?.revision !== revision) behind.add(number);
    gone.delete(number);
  }
  index.remove([...gone]);
  return behind;
}
