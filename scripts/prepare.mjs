/**
 * Installs what is missing, before anything else runs: under whatever Node the computer has (20 or later), with
 * nothing but Node itself. Says nothing where all is there. `--quiet` keeps standard output clean for data.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const modules = 'node_modules';

/** Whether every package of the lock file is installed in its version, and the pinned Node with its program. */
export function isInstalled(folder) {
  const lock = packages(join(folder, 'package-lock.json'));
  const installed = packages(join(folder, modules, '.package-lock.json'));
  if (!lock || !installed) return false;
  const missing = Object.entries(lock).some(
    ([path, wanted]) => path !== '' && !wanted.optional && !wanted.link && installed[path]?.version !== wanted.version,
  );
  return !missing && ['node', 'node.exe'].some((name) => existsSync(join(folder, modules, 'node', 'bin', name)));
}

function packages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/**
 * Installs with the npm that called this script, else the one on the path. Its exit code. Of all packages only `node`
 * may run a script of its own, which fetches its program: better-sqlite3 brings its binary along, and npm would all the
 * same compile another one with the compiler of the computer, if there is one.
 */
function install(folder, quiet) {
  process.stderr.write('Installing what the program needs (npm ci), one to three minutes…\n');
  return npm(['ci', '--ignore-scripts'], folder, quiet) || npm(['rebuild', 'node'], folder, quiet);
}

function npm(args, folder, quiet) {
  const script = process.env.npm_execpath;
  const [command, before] = script ? [process.env.npm_node_execpath ?? process.execPath, [script]] : ['npm', []];
  const stdio = ['inherit', quiet ? 'ignore' : 'inherit', 'inherit'];
  const { status } = spawnSync(command, [...before, ...args], { cwd: folder, stdio, shell: !script && process.platform === 'win32' });
  return status ?? 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
  if (!isInstalled(folder)) process.exitCode = install(folder, process.argv.includes('--quiet'));
}
