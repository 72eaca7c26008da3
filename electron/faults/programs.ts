/** The programs that the faults happen to: each a process of its own around the real store. */
import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type Breaking, loadedBroken, placeOf } from './breaking.ts';

export interface Program {
  child: ChildProcessByStdio<Writable, Readable, null>;
  lines: Interface;
  /** The next line that it prints; null when it has ended. */
  next(): Promise<string | null>;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

export interface ProgramOptions {
  breaking?: Breaking | null;
  env?: NodeJS.ProcessEnv;
  /** For Node itself. */
  flags?: readonly string[];
}

/** With it a process begins in half the time. Tests have one for all; in the long form it is made here. */
const cache = process.env['NODE_COMPILE_CACHE'] ?? join(tmpdir(), `minutebook-compiled-${process.pid}`);
let isWarm = false;

/** Who is killed leaves nothing in it, so that it is filled before. */
function compileCache(): string {
  if (!isWarm) {
    mkdirSync(cache, { recursive: true });
    const modules = ['store.ts', 'running.ts', 'router.ts'].map((name) => `await import(${JSON.stringify(placeOf(`electron/services/${name}`))});`);
    execFileSync(process.execPath, ['--input-type=module', '--eval', modules.join('')], { env: { ...process.env, NODE_COMPILE_CACHE: cache } });
    if (cache !== process.env['NODE_COMPILE_CACHE']) process.once('exit', () => rmSync(cache, { recursive: true, force: true }));
    isWarm = true;
  }
  return cache;
}

/** Starts `programs/<name>.ts`, as it is or broken. */
export function startProgram(name: string, args: readonly string[], { breaking = null, env = {}, flags = [] }: ProgramOptions = {}): Program {
  const child = spawn(process.execPath, [...flags, ...loadedBroken(breaking), join(import.meta.dirname, 'programs', `${name}.ts`), ...args], {
    // What a broken build says when it fails is of no use to anybody.
    stdio: ['pipe', 'pipe', breaking === null ? 'inherit' : 'ignore'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache(), ...env },
  });
  const lines = createInterface(child.stdout);
  const iterator = lines[Symbol.asyncIterator]();
  const ended = new Promise<number | string>((done) => child.once('close', (code, signal) => done(code ?? signal ?? 'gone')));
  return {
    child,
    lines,
    ended,
    async next() {
      const { value, done } = await iterator.next();
      return done ? null : value;
    },
  };
}

/** Runs a program to its end; the lines that it printed. Throws where it does not end well: then nothing was tried. */
export async function runProgram(name: string, args: readonly string[], options?: ProgramOptions): Promise<string[]> {
  const program = startProgram(name, args, options);
  const printed: string[] = [];
  for await (const line of program.lines) printed.push(line);
  const code = await program.ended;
  if (code !== 0) throw new Error(`${name} ended with ${code}`);
  return printed;
}
