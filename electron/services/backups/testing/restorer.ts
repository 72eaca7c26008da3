/**
 * A program that restores a backup and is killed before a step of the change of places:
 * `node restorer.ts DATABASE BACKUP STEP`. Says `step N` and dies, or `done` where there are fewer steps.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { restore } from '#electron/services/backups/index.ts';
import { testServices, valueOf } from '#electron/services/testing/store.ts';

const [databasePath = '', id = '', last = '1'] = process.argv.slice(2);
let step = 0;
let counting = false;

for (const name of ['renameSync', 'mkdirSync', 'rmSync', 'fsyncSync'] as const) {
  const real = fs[name] as (...args: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...args: unknown[]) => {
      // The decision is the first rename to the name that decides.
      if (name === 'renameSync' && String(args[1]).endsWith('-restoring')) counting = true;
      if (counting && (step += 1) === Number(last)) {
        fs.writeSync(1, `step ${step}\n`);
        process.kill(process.pid, 'SIGKILL');
      }
      return real(...args);
    },
  });
}
syncBuiltinESMExports();

const running = testServices(databasePath);
valueOf(await restore(running.services, { id, job: '' }));
await running.close();
fs.writeSync(1, 'done\n');
