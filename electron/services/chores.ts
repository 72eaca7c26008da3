/** What the store does by itself from time to time: backups, checks, tidying up. One at a time, never twice at once. */
import type { Db } from '#electron/db/index.ts';

export interface Chore {
  /** Its last time is kept under this name, with the settings. */
  name: string;
  /** Hours between two times. */
  every: number;
  /** Must leave other calls their turns; what it throws is tried again at the next look. */
  run(signal: AbortSignal): Promise<void>;
}

export interface Chores {
  add(chore: Chore): void;
  /** Runs what is due, in order; for the timer and for tests. */
  look(): Promise<void>;
  /** Stops the chore that runs, and waits until it has. */
  close(): Promise<void>;
}

/** First and next looks at what is due. Milliseconds. */
const rest = { first: 60_000, next: 600_000 };
const hour = 3_600_000;

/** The chores of a database; their last times survive the program. */
export function createChores(db: Db, now: () => Date): Chores {
  const chores: Chore[] = [];
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout;

  const keyOf = ({ name }: Chore): string => `chores.${name}`;
  const isDue = (chore: Chore): boolean => {
    const last = Date.parse(String(db.settings.all()[keyOf(chore)] ?? ''));
    const passed = now().getTime() - last;
    // A clock that was set back would otherwise put the next time off for as long as it was wrong.
    return !(passed >= -hour && passed < chore.every * hour);
  };
  const runDue = async (): Promise<void> => {
    for (const chore of chores) {
      if (stopping.signal.aborted) return;
      if (!isDue(chore)) continue;
      try {
        await chore.run(stopping.signal);
        if (!stopping.signal.aborted) db.write(() => db.settings.put({ [keyOf(chore)]: now().toISOString() }));
      } catch {
        // Due as before.
      }
    }
  };
  const look = (): Promise<void> => {
    running ??= runDue().finally(() => (running = null));
    return running;
  };
  const wait = (milliseconds: number): void => {
    timer = setTimeout(() => void look().finally(() => !stopping.signal.aborted && wait(rest.next)), milliseconds).unref();
  };
  wait(rest.first);

  return {
    add: (chore) => void chores.push(chore),
    look,
    async close() {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
