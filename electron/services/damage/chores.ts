/** What is done about damage before there is any. */
import type { Services } from '#electron/services/services.ts';
import { checkEverything } from './check.ts';

const week = 7 * 24;
/** How long the worker is busy before others have their turn. Milliseconds. */
const turn = 25;

/** Brings the archive files up, and reads everything once a week. */
export function addDamageChores(services: Services): void {
  const breathing = (signal: AbortSignal): (() => Promise<void>) => {
    let since = performance.now();
    return async () => {
      signal.throwIfAborted();
      if (performance.now() - since < turn) return;
      await new Promise((done) => setImmediate(done));
      since = performance.now();
      signal.throwIfAborted();
    };
  };
  services.chores.add({ name: 'archive', every: 1, run: (signal) => services.archiveFiles.catchUp(breathing(signal)) });
  services.chores.add({
    name: 'check',
    every: week,
    async run(signal) {
      await checkEverything(services, { progress: () => undefined, breathe: breathing(signal) });
    },
  });
}
