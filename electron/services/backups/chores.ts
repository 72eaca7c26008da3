/** What the backups do by themselves. */
import { checkQuietly } from '#electron/services/damage/chores.ts';
import { checkOf } from '#electron/services/damage/report.ts';
import type { Services } from '#electron/services/services.ts';
import { collectPictures, emptyTrash } from './cleaning.ts';
import { sweepSetAside } from './restoring.ts';

const day = 86_400_000;

/** A backup a day, what the second place lacks, and what is let go for good once a backup holds it. */
export function addBackupChores(services: Services): void {
  const { chores, backups, db } = services;
  const isYoung = (at: string | undefined): boolean => {
    const age = services.now().getTime() - Date.parse(at ?? '');
    // What lies in the future, because the clock was set back, counts for nothing.
    return age >= 0 && age < day;
  };
  chores.add({
    name: 'backup',
    every: 1,
    async run(signal) {
      if (!isYoung(backups.verified()[0]?.madeAt)) {
        let made = await backups.make('daily', { signal });
        // One damaged text would keep every backup from being relied upon. What can be repaired is; once a day is enough.
        if (!made.ok && made.error.code === 'backup.damaged' && !isYoung(checkOf(db)?.at)) {
          await checkQuietly(services, signal);
          made = await backups.make('daily', { signal });
        }
        if (!made.ok) throw new Error(made.error.code);
      }
      await backups.copyOut({ signal });
      sweepSetAside(backups.databasePath, backups);
    },
  });
  chores.add({ name: 'trash', every: 24, run: (signal) => emptyTrash(services, signal) });
  chores.add({ name: 'pictures', every: 24, run: (signal) => collectPictures(services, signal) });
}
