import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sweepTemporary, temporaryFolder } from './temporary.ts';

let place: string;
let program: ChildProcess | null = null;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'minutebook-temporary-'));
  vi.stubEnv('TMPDIR', place);
  vi.stubEnv('TEMP', place);
});
afterEach(() => {
  program?.kill('SIGKILL');
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true });
});

it('leaves the folders of programs that run, and whatever else is there, and removes those of a killed one', async () => {
  const module = JSON.stringify(join(import.meta.dirname, 'temporary.ts'));
  const killed = spawn(process.execPath, ['--input-type=module', '-e', `import { temporaryFolder } from ${module}; console.log(temporaryFolder('source')); setInterval(() => {}, 1000)`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  program = killed;
  const folder = await new Promise<string>((done) => killed.stdout.once('data', (line: Buffer) => done(line.toString().trim())));
  writeFileSync(join(folder, 'minutebook.db'), 'a copy');
  const own = temporaryFolder('reading');
  const other = join(place, 'minutebook-source-of-the-river');
  mkdirSync(other);

  await sweepTemporary();
  expect([folder, own, other].map((path) => existsSync(path))).toEqual([true, true, true]);
  killed.kill('SIGKILL');
  await new Promise((done) => killed.once('exit', done));
  await sweepTemporary();
  expect([folder, own, other].map((path) => existsSync(path))).toEqual([false, true, true]);
});
