/** Folders among the temporary files: each is named after the process that made it, so that the next start can tell whose it was. */
import { mkdtempSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for this process alone. Whoever asks for it removes it. */
export const temporaryFolder = (use: 'source' | 'backup' | 'reading' | 'doctor'): string =>
  mkdtempSync(join(tmpdir(), `minutebook-${use}-${process.pid}-`));

/** Removes the folders of processes that are gone: a program that is killed leaves copies of the database behind. */
export async function sweepTemporary(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names) {
    const owner = /^minutebook-(?:source|backup|reading|doctor)-(\d+)-\w{6}$/.exec(name)?.[1];
    // Those of another user cannot be removed.
    if (owner !== undefined && isGone(Number(owner))) await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isGone(id: number): boolean {
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
