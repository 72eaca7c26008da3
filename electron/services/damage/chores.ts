/** What is done about damage before there is any. */
import type { Services } from '#electron/services/services.ts';
import { checkEverything } from './check.ts';

const week = 7 * 24;
/** How long the worker is busy before others have their turn. Milliseconds. */
const turn = 25;

function breathing(signal: AbortSignal): () => Promise<void> {
  let since = performance.now();
  return async () => {
    signal.throwIfAborted();
    if (performance.now() - since < turn) return;
    await new Promise((done) => setImmediate(done));
    since = performance.now();
    signal.throwIfAborted();
  };
}

/** Reads everything, and repairs what can be, without anybody having asked for it. Throws where it was stopped. */
export async function checkQuietly(services: Services, signal: AbortSignal): Promise<void> {
  await checkEverything(services, { progress: () => undefined, breathe: breathing(signal) });
}

/** Brings the archive files up, and reads everything once a week. */
export function addDamageChores(services: Services): void {
  services.chores.add({ name: 'archive', every: 1, run: (signal) => services.archiveFiles.catchUp(breathing(signal)) });
  services.chores.add({ name: 'check', every: week, run: (signal) => checkQuietly(services, signal) });
}
