/** Electron's program: where it is, and fetching it on the first start. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The path of Electron's program, or null where it was not fetched yet. */
export function electronPath(project: string, env: NodeJS.ProcessEnv = process.env): string | null {
  const folder = join(project, 'node_modules', 'electron');
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const path = join(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), readFileSync(note, 'utf8'));
  return existsSync(path) ? path : null;
}

/**
 * Fetches Electron's program with its own install script, showing progress. False where its host does not answer
 * within 15 seconds or the download breaks off.
 */
export function fetchElectron(project: string): Promise<boolean> {
  const script = join(project, 'node_modules', 'electron', 'install.js');
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'electron-download.mjs'), script], {
      stdio: ['ignore', 'inherit', 'ignore'],
      env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    });
    child.once('error', () => done(false));
    child.once('exit', (code) => done(code === 0));
  });
}
