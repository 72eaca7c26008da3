/**
 * A program that opens a database, or makes it anew, and is killed before the n-th change of a file that it makes itself (SQLite's own
 * are beside those): `node killed-start.ts DATABASE N`. Prints `opened` where it came to the end before that.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [databasePath = '', steps = '0'] = process.argv.slice(2);
let left = Number(steps);

const changes = ['renameSync', 'rmSync', 'mkdirSync', 'fsyncSync', 'utimesSync', 'copyFileSync', 'writeFileSync'] as const;
for (const name of changes) {
  const original = fs[name] as (...given: unknown[]) => unknown;
  Object.assign(fs, {
    [name](...given: unknown[]) {
      left -= 1;
      if (left < 0) process.kill(process.pid, 'SIGKILL');
      return original(...given);
    },
  });
}
syncBuiltinESMExports();

const { openOrRecover } = await import('../damage/recover.ts');
const opened = openOrRecover(databasePath, { patience: 50 });
process.stdout.write(opened.ok ? 'opened' : opened.error.code);
