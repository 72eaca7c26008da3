/** Builds the program where its sources are newer than what was built. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['shared', 'electron', 'renderer', 'resources', 'electron.vite.config.ts', 'package.json'];
const built = ['main/desktop.js', 'main/store.js', 'preload/index.cjs', 'renderer/index.html'];

/** Whether anything in `out/` is missing or older than a source. */
export function isStale(project: string): boolean {
  const outputs = built.map((name) => join(project, 'out', name));
  if (!outputs.every((path) => existsSync(path))) return true;
  const oldest = Math.min(...outputs.map((path) => statSync(path).mtimeMs));
  return sources.some((name) => newest(join(project, name)) > oldest);
}

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return /\.(test|e2e)\.tsx?$/.test(path) ? 0 : stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds everything; what the builder has to say goes to standard error. Whether it worked. */
export function build(project: string): boolean {
  const builder = join(project, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status } = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: project,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  return status === 0;
}
