/** The services over one open database, from opening to closing. */
import { openDb } from '#electron/db/index.ts';
import { ok, type Result } from '#shared/result.ts';
import { assetFiles } from './asset-files.ts';
import { createEvents } from './events.ts';
import { createRecords } from './records.ts';
import { createSearch } from './search.ts';
import type { Services } from './services.ts';
import type { StoreOptions } from './store-messages.ts';

export interface RunningServices {
  services: Services;
  /** Snapshots, index and journal to disk; the database is free after it. */
  close(): void;
}

/** Opens the database and makes the services over it. Errors: those of `openDatabase`. */
export function startServices({ databasePath, resources, patience }: StoreOptions): Result<RunningServices> {
  const opened = openDb(databasePath, patience === undefined ? {} : { patience });
  if (!opened.ok) return opened;
  const db = opened.value;
  const records = createRecords(db);
  const search = createSearch(db, records, `${databasePath}-search`);
  const services: Services = {
    db,
    records,
    search,
    assets: assetFiles(`${databasePath}-assets`),
    events: createEvents(),
    resources,
    now: () => new Date(),
  };
  return ok({
    services,
    close() {
      records.settle();
      try {
        search.close();
      } finally {
        db.close();
      }
    },
  });
}
