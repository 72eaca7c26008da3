/** One script of package.json, watched so that it never stands still for good. */
import { spawn, spawnSync } from 'node:child_process';
import { projectFolder } from '#electron/host/places.ts';

/** Every file of tests says when it is done, and none takes as long as this: who is silent for it stands still. Milliseconds. */
const longestSilence = 600_000;

/** Runs a script of package.json; its exit code, or `still` where it had to be ended because nothing moved any more. */
export function runScript(script: readonly string[]): Promise<number | 'still'> {
  const npm = process.env['npm_execpath'];
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  const child = spawn(command, [...args, 'run', '--silent', ...script], { cwd: projectFolder(), stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
  const end = (): void => {
    // With everything that it started.
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  };
  let stands = false;
  const watch = setTimeout(() => {
    stands = true;
    if (process.platform !== 'win32') spawnSync('ps', ['-eo', 'pid,ppid,etimes,stat,args'], { stdio: 'inherit' });
    end();
  }, longestSilence);
  for (const [from, to] of [[child.stdout, process.stdout], [child.stderr, process.stderr]] as const) {
    from.on('data', (piece: Buffer) => {
      watch.refresh();
      to.write(piece);
    });
  }
  const interrupted = (): void => {
    end();
    // Not before the others that run beside it are ended as well.
    setImmediate(() => process.exit(130));
  };
  process.once('SIGINT', interrupted);
  return new Promise((done) => child.once('exit', (code) => {
    clearTimeout(watch);
    process.off('SIGINT', interrupted);
    // What a test left running keeps its end of the pipes open; nobody waits for it.
    setTimeout(() => {
      child.stdout.destroy();
      child.stderr.destroy();
      done(stands ? 'still' : (code ?? 1));
    }, 200);
  }));
}
