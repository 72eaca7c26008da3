/** The services over one open database, from opening to closing. */
import { databaseFailure } from '#electron/db/failure.ts';
import { type Db, openDb } from '#electron/db/index.ts';
import { canBeRead, openReadingCopy } from '#electron/db/reading-copy.ts';
import { sweepTemporary } from '#electron/db/temporary.ts';
import { councilMeeting } from '#shared/minutes/fixtures.ts';
import { ok, type Result } from '#shared/result.ts';
import { assetFiles } from './asset-files.ts';
import { addBackupChores } from './backups/chores.ts';
import { backUpBeforeMigration } from './backups/migration.ts';
import { replace } from './backups/restoring.ts';
import { createBackups } from './backups/service.ts';
import { createChores } from './chores.ts';
import { createArchiveFiles } from './damage/archive-files.ts';
import { addDamageChores } from './damage/chores.ts';
import { openOrRecover } from './damage/recover.ts';
import { createDirectory } from './directory/cards.ts';
import { createEvents } from './events.ts';
import { createJobs } from './jobs.ts';
import { createLines } from './search/lines.ts';
import * as meetings from './meetings.ts';
import { createRecords } from './records.ts';
import { createSearch } from './search/upkeep.ts';
import { parcelFiles } from './parcel-files.ts';
import { noPdf } from './pdf.ts';
import { rescueFiles } from './rescue-files.ts';
import { tendReserve } from './reserve.ts';
import type { Services } from './services.ts';
import type { StoreOptions } from './store-messages.ts';
import { tidyVersions } from './versions/tidying.ts';

export interface RunningServices {
  services: Services;
  /** Versions, index and journal to disk; the database is free after it. */
  close(): Promise<void>;
  /** Lets go of a database that can no longer be relied upon. */
  abandon(): Promise<void>;
}

/**
 * Opens the database and makes the services over it; one that may not be written, or is of a newer program, for
 * reading only. `events` are those of an opening before this one; `pdf` prints. Errors: those of `openDatabase`.
 */
export function startServices(options: StoreOptions, events = createEvents(), pdf = noPdf): Result<RunningServices> {
  const { databasePath, patience = 1500, create = true, example = true } = options;
  const opened = openOrRecover(databasePath, { patience, create, beforeMigration: backUpBeforeMigration });
  const read = !opened.ok && canBeRead(opened.error) ? openReadingCopy(databasePath, opened.error) : null;
  if (!opened.ok && !read?.ok) return opened;
  const { db, path: beside } = read?.ok ? read.value : { db: (opened as { value: Db }).value, path: databasePath };
  try {
    const running = servicesOver(db, { ...options, beside }, events, pdf);
    if (options.backups) void sweepTemporary();
    if (db.fresh && example) meetings.create(running.services, { document: councilMeeting(), origin: null });
    return ok(running);
  } catch (error) {
    db.close();
    return { ok: false, error: databaseFailure(error) ?? { code: 'unexpected' } };
  }
}

type Place = Pick<StoreOptions, 'databasePath' | 'resources' | 'backups' | 'rescue'> & {
  /** What can be made anew lies beside this path, where that is not the database's own. */
  beside?: string;
};

/** The services over an open database; what lies beside it is named after `databasePath`. */
export function servicesOver(db: Db, place: Place, events = createEvents(), pdf = noPdf): RunningServices {
  const lasting = {
    events,
    jobs: createJobs(events),
    rescued: rescueFiles(place.rescue?.places ?? [], place.databasePath, place.rescue?.since),
    databasePath: place.databasePath,
    resources: place.resources,
    pdf,
    now: (): Date => new Date(),
  };
  const services: Services = { ...lasting, ...overDatabase(db, place, lasting), replaceDatabase };
  const addChores = (): void => {
    if (!place.backups || services.db.readOnly) return;
    const { chores, db: present, backups, now } = services;
    addBackupChores(services);
    chores.add({ name: 'versions', every: 6, run: (signal) => tidyVersions({ db: present, isHeld: backups.isHeld, now }, signal) });
    addDamageChores(services);
  };
  addChores();

  services.directory.warm();
  const reserve = tendReserve(services);

  /** Nothing runs by itself any more. */
  async function rest(): Promise<void> {
    services.jobs.stopAll();
    await services.chores.close();
  }
  function letGo(): void {
    reserve.rest();
    services.directory.rest();
    services.records.settle();
    try {
      services.search.close();
    } finally {
      services.db.close();
    }
  }
  async function replaceDatabase(prepared: string): Promise<Result<{ aside: string; mark: string }>> {
    await rest();
    // From here to the end nothing waits: no call ever sees a database that is closed.
    const mark = services.db.mark();
    letGo();
    const aside = replace(prepared, place.databasePath);
    const opened = openDb(place.databasePath);
    if (!opened.ok) return opened;
    opened.value.beginGeneration();
    Object.assign(services, overDatabase(opened.value, place, lasting));
    addChores();
    reserve.begin();
    services.directory.warm();
    return ok({ aside, mark });
  }

  return {
    services,
    async close() {
      await rest();
      services.records.settle();
      if (place.backups && !db.readOnly) await services.archiveFiles.close();
      const verifyLast = place.backups && !db.readOnly ? await services.backups.leave() : null;
      letGo();
      await verifyLast?.();
    },
    async abandon() {
      await rest();
      letGo();
    },
  };
}

/** What stands on one open database, and is made again when another one takes its place. */
function overDatabase(db: Db, { databasePath, beside = databasePath }: Place, lasting: Pick<Services, 'events' | 'jobs' | 'now'>) {
  const { events, now } = lasting;
  const records = createRecords(db);
  const search = createSearch({ db, records, events }, `${beside}-search`);
  const assets = assetFiles(`${databasePath}-assets`);
  const chores = createChores(db, now);
  const parcels = parcelFiles(`${beside}-parcels`);
  const backups = createBackups({ db, events, now, databasePath });
  const archiveFiles = createArchiveFiles(db, records, `${databasePath}-archive`);
  return { db, records, search, lines: createLines(records), assets, directory: createDirectory(db), chores, backups, archiveFiles, parcels };
}
