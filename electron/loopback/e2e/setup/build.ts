/** Builds the page once before the end-to-end tests, where a source is newer than what was built. */
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#electron/host/places.ts';

/** Vitest's global setup. */
export default function setup(): void {
  const folder = projectFolder();
  if (!isStale(folder)) return;
  const built = spawnSync(join(folder, 'node_modules/.bin/electron-vite'), ['build', '--logLevel', 'warn'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The page was not built.\n${built.stdout}\n${built.stderr}`);
}

function isStale(folder: string): boolean {
  const built = statSync(join(folder, 'out/renderer/index.html'), { throwIfNoEntry: false });
  if (!built) return true;
  return globSync(['{renderer,shared}/**/*.{ts,tsx,css,html}', 'package-lock.json', 'electron.vite.config.ts'], { cwd: folder }).some(
    (name) => !name.includes('.test.') && statSync(join(folder, name)).mtimeMs > built.mtimeMs,
  );
}
