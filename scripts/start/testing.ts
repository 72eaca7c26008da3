/** The browser host as `npm start` runs it, without the build: `node testing.ts DATABASE PORT`. */
import { runBrowserHost } from './browser.ts';

const [databasePath = '', port = '0'] = process.argv.slice(2);
process.exitCode = await runBrowserHost({ databasePath, port: Number(port), language: 'en', open: false });
