/** What the backups do by themselves. */
import type { Db } from '#electron/db/index.ts';
import type { Chores } from '#electron/services/chores.ts';
import type { ArchiveFiles } from '#electron/services/damage/archive-files.ts';
import type { Events } from '#electron/services/events.ts';
import { collectPictures, emptyTrash } from './cleaning.ts';
import { sweepSetAside } from './restoring.ts';
import type { Backups } from './service.ts';

interface Parts {
  db: Db;
  backups: Backups;
  archiveFiles: ArchiveFiles;
  events: Events;
  chores: Chores;
  now(): Date;
}

const day = 86_400_000;

/** A backup a day, what the second place lacks, and what is let go for good once a backup holds it. */
export function addBackupChores(parts: Parts): void {
  const { chores, backups, now } = parts;
  chores.add({
    name: 'backup',
    every: 1,
    async run(signal) {
      const age = now().getTime() - Date.parse(backups.verified()[0]?.madeAt ?? '');
      // Also where the newest lies in the future, because the clock was set back.
      if (!(age >= 0 && age < day)) {
        const made = await backups.make('daily', { signal });
        if (!made.ok) throw new Error(made.error.code);
      }
      await backups.copyOut({ signal });
      sweepSetAside(backups.databasePath, backups);
    },
  });
  chores.add({ name: 'trash', every: 24, run: (signal) => emptyTrash(parts, signal) });
  chores.add({ name: 'pictures', every: 24, run: (signal) => collectPictures(parts, signal) });
}
