/** The upkeep of the search index: a text that was saved is found from then on, whatever became of the index. */
import type { Db } from '#electron/db/index.ts';
import { type IndexEntry, isBrokenIndex, openSearchIndex, renewSearchIndex, type SearchIndex } from '#electron/db/search-index.ts';
import type { IndexQuery } from '#electron/db/search-tokens.ts';
import type { Records } from './records.ts';
import { searchLines } from './snippets.ts';

export interface Search {
  /** A text was saved: a query from now on finds it as it is. */
  changed(number: number): void;
  /** The meetings that match, those written in `script` first, then newest first; none of the trash. */
  find(query: IndexQuery, script: string | null): Promise<number[]>;
  /** Indexes what was saved, and closes. What was never indexed is noticed at the next start. */
  close(): void;
}

/** The index is not opened with the program: the library is to be there first. Milliseconds. */
const restAfterStart = 700;
const idleBeforeIndexing = 3000;
/** How long the worker is busy with indexing before it looks for other calls again, and how long it then waits. Milliseconds. */
const turn = { busy: 25, rest: 5 };

interface Current {
  index: SearchIndex;
  /** Never indexed, or saved when the program ended without closing. */
  behind: Set<number>;
}

/** The search over a database, its index at `path`. An index that is missing or behind is brought up in the background. */
export function createSearch(db: Db, records: Records, path: string): Search {
  let current: Current | null = null;
  /** Saved since they were indexed: few, and looked for at once. */
  const saved = new Set<number>();
  let idle: NodeJS.Timeout | undefined;
  let catchingUp: Promise<void> | null = null;
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

  const update = (numbers: Iterable<number>): void => {
    const entries = [...numbers].map((number) => entryOf(db, records, number)).filter((entry) => entry !== null);
    open().index.put(entries);
  };
  const updateSaved = (): void => {
    clearTimeout(idle);
    if (saved.size === 0) return;
    update(saved);
    for (const number of saved) open().behind.delete(number);
    saved.clear();
  };

  /** What `work` gives; a broken index is made anew, and everything is behind. */
  const mended = <Value>(work: () => Value): Value | null => {
    try {
      return work();
    } catch (error) {
      if (!isBrokenIndex(error)) throw error;
      renew();
      return null;
    }
  };

  const oneTurn = (): void => {
    const { index, behind } = open();
    const end = performance.now() + turn.busy;
    const entries = new Map<number, IndexEntry | null>();
    for (const number of behind) {
      entries.set(number, entryOf(db, records, number));
      if (performance.now() > end) break;
    }
    index.put([...entries.values()].filter((entry) => entry !== null));
    for (const number of entries.keys()) behind.delete(number);
  };
  const catchUp = async (): Promise<void> => {
    while (!closed && open().behind.size > 0) {
      mended(oneTurn);
      await new Promise((done) => setTimeout(done, turn.rest));
    }
  };
  const caughtUp = (): Promise<void> => {
    catchingUp ??= catchUp().finally(() => {
      catchingUp = null;
    });
    return catchingUp;
  };
  // The disk may be full: the next query tries again and says so.
  const started = setTimeout(() => void caughtUp().catch(() => undefined), restAfterStart).unref();

  const findNow = (query: IndexQuery, script: string | null): number[] => {
    updateSaved();
    const { index } = open();
    const matches = index.find(query);
    const numbers = db.meetings.newestFirst().filter((number) => matches.has(number));
    if (script === null) return numbers;
    const isFirst = (number: number): boolean => index.scriptOf(number) === script;
    return [...numbers.filter(isFirst), ...numbers.filter((number) => !isFirst(number))];
  };

  return {
    changed(number) {
      saved.add(number);
      clearTimeout(idle);
      idle = setTimeout(() => {
        try {
          mended(updateSaved);
        } catch {
          // Still in `saved`: the next query or save tries again.
        }
      }, idleBeforeIndexing).unref();
    },
    async find(query, script) {
      for (;;) {
        // Half an index would say of a meeting that is there that it is not.
        await caughtUp();
        if (closed) return [];
        const found = mended(() => findNow(query, script));
        if (found) return found;
      }
    },
    close() {
      closed = true;
      clearTimeout(started);
      clearTimeout(idle);
      try {
        updateSaved();
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
  const indexed = index.revisions();
  const behind = new Set<number>();
  for (const [number, revision] of db.meetings.revisions()) {
    if (indexed.get(number) !== revision) behind.add(number);
    indexed.delete(number);
  }
  index.remove([...indexed.keys()]);
  return behind;
}

function entryOf(db: Db, records: Records, number: number): IndexEntry | null {
  const row = db.meetings.byNumber(number);
  if (!row) return null;
  const { revision } = row;
  return records.glance<IndexEntry>(
    row,
    (document) => {
      const text = [...searchLines(document)].map((line) => line.text).join('\n');
      return { number, revision, script: document.meta.script, text };
    },
    ({ text }) => ({ number, revision, script: 'Hant', text: `${row.title}\n${text}` }),
  );
}
