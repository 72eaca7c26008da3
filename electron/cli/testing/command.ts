/** The command line as a test runs it: in the test's own process, or as a user does. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { run } from '#electron/cli/program.ts';
import { projectFolder } from '#electron/host/places.ts';
import type { Language } from '#shared/language.ts';

export interface Answer {
  /** null where a signal ended it. */
  code: number | null;
  out: string;
  err: string;
}

/** Runs a command in this process. */
export async function command(args: readonly string[], language: Language = 'zh-Hant'): Promise<Answer> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(args, { language, print: (text) => out.push(text), tell: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** Whose data lies in `folder`, on a computer of Taiwan. Every start after the first is faster by what Node keeps for all tests. */
export const userOf = (folder: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
  LANG: 'zh_TW.UTF-8',
  HOME: folder,
  XDG_DATA_HOME: folder,
});

/** Runs the real command in a process of its own; `through` starts it. */
export function realCommand(args: readonly string[], env: NodeJS.ProcessEnv, through: readonly string[] = []): Promise<Answer> {
  const [program = '', ...rest] = [...through, process.execPath, join(projectFolder(), 'electron/cli/index.ts'), ...args];
  return new Promise((done) => {
    const child = spawn(program, rest, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (out += part.toString()));
    child.stderr.on('data', (part: Buffer) => (err += part.toString()));
    child.once('close', (code) => done({ code, out: out.trimEnd(), err: err.trimEnd() }));
  });
}
