import type { Db } from '#electron/db/index.ts';
import type { Result } from '#shared/result.ts';
import type { AssetFiles } from './asset-files.ts';
import type { Backups } from './backups/service.ts';
import type { Chores } from './chores.ts';
import type { ArchiveFiles } from './damage/archive-files.ts';
import type { Directory } from './directory/cards.ts';
import type { Events } from './events.ts';
import type { Jobs } from './jobs.ts';
import type { Lines } from './search/lines.ts';
import type { ParcelFiles } from './parcel-files.ts';
import type { PdfMaker } from './pdf.ts';
import type { Records } from './records.ts';
import type { RescueFiles } from './rescue-files.ts';
import type { Search } from './search/upkeep.ts';

/** What the handlers stand on. */
export interface Services {
  db: Db;
  records: Records;
  search: Search;
  lines: Lines;
  assets: AssetFiles;
  directory: Directory;
  events: Events;
  jobs: Jobs;
  chores: Chores;
  backups: Backups;
  archiveFiles: ArchiveFiles;
  parcels: ParcelFiles;
  /** Texts of an earlier run that could not be saved then. */
  rescued: RescueFiles;
  /** What lies beside the database is named after it. */
  databasePath: string;
  /** The host prints. */
  pdf: PdfMaker;
  /** The folder that holds `templates/`. */
  resources: string;
  now(): Date;
  /**
   * Puts a prepared file in the place of the database and goes on over it: these services are then those of the new
   * one. The folder that what was there was set aside in, and its `Db.mark` at its last moment. Errors: those of opening.
   */
  replaceDatabase(prepared: string): Promise<Result<{ aside: string; mark: string }>>;
}
