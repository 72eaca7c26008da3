/** The real browser host as a process of its own, so that a test can end it as a power cut would. */
import { startBrowserHost } from '#electron/loopback/index.ts';
import { pageFolder, resourcesFolder } from '#electron/host/places.ts';

const [databasePath = '', port = '0', token = ''] = process.argv.slice(2);
const host = await startBrowserHost({
  databasePath,
  resources: resourcesFolder(),
  page: pageFolder(),
  port: Number(port),
  language: 'zh-Hant',
  token,
});
process.send?.(host.ok ? { address: host.value.address } : { error: host.error.code });
if (!host.ok) process.exit(1);
process.on('SIGTERM', () => void host.value.close().then(() => process.exit(0)));
