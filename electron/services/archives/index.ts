/** 封存檔: everything in one readable file, made and taken in. */
import { rename, rm, stat } from 'node:fs/promises';
import type { Work } from '#electron/services/jobs.ts';
import type { Services } from '#electron/services/services.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { ImportReport } from '#shared/rpc/archives.ts';
import { ageStart, cipher } from './cipher.ts';
import { makeArchive } from './making.ts';
import { openArchive, takeArchive } from './taking.ts';
import { firstBytes } from './zip-reading.ts';

interface Made {
  name: string;
  parcel: string;
  size: number;
  meetings: number;
}

/** Makes an archive of everything, under a passphrase where one is given. Errors: archive.failed, .full, work.stopped. */
export function make(services: Services, { passphrase, job }: { passphrase: string | null; job: string }): Promise<Result<Made>> {
  return services.jobs.run(job, async (work) => {
    const { parcel, path } = await services.parcels.begin();
    const open = `${path}.open`;
    let made: Result<Made> | null = null;
    try {
      const written = await makeArchive(services, passphrase === null ? path : open, work);
      if (!written.ok) return written;
      if (passphrase !== null) {
        const encrypted = await cipher({ do: 'encrypt', from: open, to: path, passphrase }, work.signal, work.progress);
        if (!encrypted.ok) return encrypted;
      }
      const { size } = await stat(path);
      made = ok({ name: archiveName(services.now(), passphrase !== null), parcel, size, meetings: written.value });
      return made;
    } finally {
      await rm(open, { force: true });
      if (!made) await services.parcels.drop(parcel);
    }
  });
}

/** 議事簿_20261124.zip: the program's own name, the same in every language. */
const archiveName = (at: Date, encrypted: boolean): string => {
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('');
  return `議事簿_${day}.zip${encrypted ? '.age' : ''}`;
};

interface Taken {
  parcel: string;
  name: string;
  passphrase: string | null;
  job: string;
  origin: string | null;
}

/**
 * Takes an archive in, after a backup of what is here. Errors: parcel.notFound, archive.notArchive, .newer, .passphrase,
 * .damaged, .tooLarge, .full, .failed, backup.failed, .full, work.stopped.
 */
export function take(services: Services, { parcel, name, passphrase, job, origin }: Taken): Promise<Result<ImportReport>> {
  return services.jobs.run(job, async (work) => {
    const path = await services.parcels.find(parcel);
    if (path === null) return fail('parcel.notFound');
    const zip = await decrypted(path, passphrase, work);
    // Kept, so that she can try another one.
    if (!zip.ok) return zip;
    try {
      const archive = await openArchive(zip.value, name);
      if (!archive.ok) return archive;
      const backup = await services.backups.make('import', { signal: work.signal });
      if (!backup.ok && backup.error.code !== 'backup.damaged') return backup;
      return ok(await takeArchive(services, archive.value, work));
    } finally {
      await services.parcels.drop(parcel);
      services.events.publish({ type: 'library.changed', origin });
      for (const type of ['directory.changed', 'own.changed'] as const) services.events.publish({ type, origin: null });
    }
  });
}

/** The path of the zip, which takes the place of the encrypted file. Errors: archive.passphrase, .damaged, .full, .failed. */
async function decrypted(path: string, passphrase: string | null, { signal, progress }: Work): Promise<Result<string>> {
  const start = (await firstBytes(path, ageStart.length)).toString('latin1');
  if (start !== ageStart) return ok(path);
  if (passphrase === null) return fail('archive.passphrase');
  const open = `${path}.open`;
  const opened = await cipher({ do: 'decrypt', from: path, to: open, passphrase }, signal, progress);
  if (!opened.ok) return opened;
  await rename(open, path);
  return ok(path);
}
