/** The services over one open database, from opening to closing. */
import { databaseFailure } from '#electron/db/failure.ts';
import { type Db, openDb } from '#electron/db/index.ts';
import { councilMeeting } from '#shared/minutes/fixtures.ts';
import { ok, type Result } from '#shared/result.ts';
import { assetFiles } from './asset-files.ts';
import { createChores } from './chores.ts';
import { createEvents } from './events.ts';
import { createJobs } from './jobs.ts';
import { createLines } from './lines.ts';
import * as meetings from './meetings.ts';
import { createRecords } from './records.ts';
import { createSearch } from './indexing.ts';
import type { Services } from './services.ts';
import type { StoreOptions } from './store-messages.ts';

export interface RunningServices {
  services: Services;
  /** Snapshots, index and journal to disk; the database is free after it. */
  close(): Promise<void>;
}

/** Opens the database and makes the services over it. Errors: those of `openDatabase`. */
export function startServices({ databasePath, resources, patience, example = true }: StoreOptions): Result<RunningServices> {
  const opened = openDb(databasePath, patience === undefined ? {} : { patience });
  if (!opened.ok) return opened;
  const db = opened.value;
  try {
    const running = servicesOver(db, { databasePath, resources });
    if (db.fresh && example) meetings.create(running.services, { document: councilMeeting(), origin: null });
    return ok(running);
  } catch (error) {
    db.close();
    return { ok: false, error: databaseFailure(error) ?? { code: 'unexpected' } };
  }
}

/** The services over an open database; what lies beside it is named after `databasePath`. */
export function servicesOver(db: Db, { databasePath, resources }: Pick<StoreOptions, 'databasePath' | 'resources'>): RunningServices {
  const records = createRecords(db);
  const search = createSearch(db, records, `${databasePath}-search`);
  const assets = assetFiles(`${databasePath}-assets`);
  const events = createEvents();
  const now = (): Date => new Date();
  const jobs = createJobs(events);
  const chores = createChores(db, now);
  const services: Services = { db, records, search, lines: createLines(records), assets, events, jobs, chores, resources, now };
  return {
    services,
    async close() {
      jobs.stopAll();
      await chores.close();
      records.settle();
      try {
        search.close();
      } finally {
        db.close();
      }
    },
  };
}
