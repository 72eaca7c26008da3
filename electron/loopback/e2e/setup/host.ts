/** The real browser host as a process of its own, so that a test can end it, or its store, as an accident would. */
import type { Worker } from 'node:worker_threads';
import { openDatabase } from '#electron/db/open.ts';
import { pageFolder, resourcesFolder } from '#electron/host/places.ts';
import { startBrowserHost } from '#electron/loopback/index.ts';

const [databasePath = '', port = '0', token = ''] = process.argv.slice(2);
let store: Worker | undefined;
process.on('worker', (worker) => (store = worker));

const host = await startBrowserHost({
  databasePath,
  resources: resourcesFolder(),
  page: pageFolder(),
  port: Number(port),
  language: 'zh-Hant',
  token,
});
process.send?.(host.ok ? { address: host.value.address, oneTimeAddress: host.value.oneTimeAddress() } : { error: host.error.code });
if (!host.ok) process.exit(1);

// The store is gone, and the database is in other hands for so many milliseconds.
process.on('message', ({ crashStore }: { crashStore: number }) => {
  store?.once('exit', () => {
    const other = openDatabase(databasePath);
    if (!other.ok) throw new Error(other.error.code);
    setTimeout(() => other.value.connection.close(), crashStore);
  });
  void store?.terminate();
});
process.on('SIGTERM', () => void host.value.close().then(() => process.exit(0)));
