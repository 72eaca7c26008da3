/** Told to Node with `--import`: the store's worker collects its garbage when it is asked to, and says so. */
import { isMainThread } from 'node:worker_threads';

if (!isMainThread) {
  const channel = new BroadcastChannel('collect');
  channel.onmessage = () => {
    globalThis.gc?.();
    channel.postMessage('collected');
  };
  // Node's own: it does not keep the worker alive.
  (channel as unknown as { unref(): void }).unref();
}
