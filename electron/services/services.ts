import type { Db } from '#electron/db/index.ts';
import type { AssetFiles } from './asset-files.ts';
import type { Chores } from './chores.ts';
import type { Events } from './events.ts';
import type { Jobs } from './jobs.ts';
import type { Lines } from './lines.ts';
import type { Records } from './records.ts';
import type { Search } from './indexing.ts';

/** What the handlers stand on. */
export interface Services {
  db: Db;
  records: Records;
  search: Search;
  lines: Lines;
  assets: AssetFiles;
  events: Events;
  jobs: Jobs;
  chores: Chores;
  /** The folder that holds `templates/`. */
  resources: string;
  now(): Date;
}
