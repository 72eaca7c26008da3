/** LibreOffice, where it is installed: it reads the formats that this program does not. */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, ok, type Result } from '#shared/result.ts';
import { canRun } from './can-run.ts';

/** Its program; null where there is none. */
export function findOffice(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string | null {
  const candidates =
    platform === 'darwin'
      ? ['/Applications/LibreOffice.app/Contents/MacOS/soffice']
      : platform === 'win32'
        ? [env['ProgramFiles'], env['ProgramFiles(x86)']].flatMap((folder) => (folder ? [join(folder, 'LibreOffice', 'program', 'soffice.exe')] : []))
        : (env['PATH'] ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, 'soffice'));
  return candidates.find(canRun) ?? null;
}

interface Conversion {
  /** The file to read, and the folder that the new one is put in. */
  file: string;
  folder: string;
  /** More files for the same run. */
  others?: readonly string[];
  /** The ending of the new file, with LibreOffice's own filter where one has to be named: `pdf`, `docx:MS Word 2007 XML`. */
  to: string;
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
  /** Milliseconds. */
  patience?: number;
}

/** Lets LibreOffice write `file` in another format; the path of the new file. It runs with a profile of its own and no macros. Error: office.failed. */
export async function convertWithOffice(program: string, { file, folder, others = [], to, env = {}, signal, patience = 120_000 }: Conversion): Promise<Result<string>> {
  const profile = await mkdtemp(join(tmpdir(), 'minutebook-office-'));
  try {
    const before = new Set(await readdir(folder));
    const args = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', '--nolockcheck', '--convert-to', to, '--outdir', folder, file, ...others];
    const child = spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...env }, timeout: patience, killSignal: 'SIGKILL', ...(signal && { signal }) });
    const code = await new Promise<number | null>((done) => child.once('exit', done).once('error', () => done(null)));
    const made = (await readdir(folder)).find((name) => !before.has(name) && !name.startsWith('.~lock'));
    return code === 0 && made !== undefined ? ok(join(folder, made)) : fail('office.failed');
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
