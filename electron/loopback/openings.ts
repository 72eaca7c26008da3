/**
 * Codes that let one window in. The address that a browser is started with stands in the list of processes, where
 * every user of the computer can read it: so it carries no token, but a code that is worth something once, and soon.
 */
import { randomBytes } from 'node:crypto';

/** How long a code may wait for its window. Milliseconds. */
const lifetime = 30_000;

export interface Openings {
  /** A new code. */
  make(): string;
  /** Whether the code was good; it no longer is. */
  take(code: string): boolean;
}

/** No codes yet. `now` gives the time in milliseconds. */
export function openings(now: () => number = () => performance.now()): Openings {
  const ends = new Map<string, number>();
  return {
    make() {
      const code = randomBytes(32).toString('base64url');
      ends.set(code, now() + lifetime);
      return code;
    },
    take(code) {
      const end = ends.get(code);
      ends.delete(code);
      return end !== undefined && now() < end;
    },
  };
}
