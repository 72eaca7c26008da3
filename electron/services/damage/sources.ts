/** Where a text can come from when the database has lost it: its backups, newest first, and the archive files. */
import { constants, copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CardName, StoredCard } from '#electron/db/cards.ts';
import { type Db, openDb } from '#electron/db/index.ts';
import type { MeetingRow } from '#electron/db/meetings.ts';
import type { Restored } from '#electron/db/repairs.ts';
import { salvage } from '#electron/db/salvage.ts';
import { temporaryFolder } from '#electron/db/temporary.ts';
import { fileOf, listBackups } from '#electron/services/backups/folder.ts';
import { createRecords, type Records } from '#electron/services/records.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { openDocument } from '#shared/minutes/opening.ts';
import type { Recovered } from '#shared/rpc/health.ts';
import { archivePlaces, readArchiveFile } from './archive-files.ts';

/** A good text and where it was. */
export interface Found extends Restored {
  from: Recovered['from'];
}

/** Something that holds meetings. */
export interface Source {
  ids(): Iterable<string>;
  find(id: string): Found | null;
  /** The text of a meeting at a revision. */
  at(id: string, revision: number): MinutesDocument | null;
}

/** A backup: it holds cards as well. */
export interface BackupSource extends Source {
  /** Those that are as they were written. */
  cards(): readonly StoredCard[];
  card(name: CardName): StoredCard | null;
}

export interface Sources {
  /** Verified backups, newest first, each opened when it is reached; the others after them. */
  backups(): Iterable<BackupSource>;
  archive: Source;
  /** Lets go of the copies that were made. */
  close(): void;
}

/** What lies beside the database at `databasePath`. Nothing of it is changed. */
export function sourcesBeside(databasePath: string): Sources {
  const copies: { db: Db; folder: string }[] = [];
  const opened = new Map<string, BackupSource | null>();
  const backups = `${databasePath}-backups`;
  const open = (id: string): BackupSource | null => {
    const known = opened.get(id);
    if (known !== undefined) return known;
    const copy = openCopy(fileOf(backups, id));
    if (copy) copies.push(copy);
    const source = copy && sourceOver(copy.db, 'backup');
    opened.set(id, source);
    return source;
  };
  return {
    *backups() {
      for (const id of backupIds(backups)) {
        const source = open(id);
        if (source) yield source;
      }
    },
    archive: archiveSource(`${databasePath}-archive`),
    close() {
      for (const { db, folder } of copies) {
        db.close();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** The backups in the order in which they are asked: the verified ones, the others, and those whose manifest is lost; each newest first. */
function backupIds(folder: string): string[] {
  const all = listBackups(folder);
  const listed = [...all.filter(({ verifiedAt }) => verifiedAt !== null), ...all.filter(({ verifiedAt }) => verifiedAt === null)].map(({ id }) => id);
  const files = existsSync(folder) ? readdirSync(folder).flatMap((name) => /^(\d{8}T\d{6}Z(?:-\d+)?)\.db$/.exec(name)?.[1] ?? []) : [];
  return [...listed, ...files.filter((id) => !listed.includes(id)).toSorted().reverse()];
}

/** Whether there is anything beside a database that only a database of ours leaves there. */
export const hasSources = (databasePath: string): boolean =>
  backupIds(`${databasePath}-backups`).length > 0 || archivePlaces(`${databasePath}-archive`).size > 0;

/** Whether a file is ours by what lies beside it, whatever it looks like itself. */
export const isOurs = (databasePath: string): boolean => existsSync(`${databasePath}-search`) || hasSources(databasePath);

/** A database that may be of an older schema, or damaged itself, as far as it can be read. */
function openCopy(file: string): { db: Db; folder: string } | null {
  if (!existsSync(file)) return null;
  const folder = temporaryFolder('source');
  const copy = join(folder, 'minutebook.db');
  try {
    copyFileSync(file, copy, constants.COPYFILE_FICLONE);
    const opened = openDb(copy);
    if (opened.ok) return { db: opened.value, folder };
    const salvaged = join(folder, 'salvaged.db');
    if (salvageNow(copy, salvaged)) {
      const made = openDb(salvaged);
      if (made.ok) return { db: made.value, folder };
    }
  } catch {
    // As if it were not there: the next one is asked.
  }
  rmSync(folder, { recursive: true, force: true });
  return null;
}

/** Makes a sound database at `to` of what can be read in the one at `from`; false where nothing can. */
export function salvageNow(from: string, to: string): boolean {
  const steps = salvage(from, to);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value !== null;
  }
}

function sourceOver(db: Db, from: Found['from']): BackupSource {
  const records = createRecords(db);
  let cards: StoredCard[] | null = null;
  const whole = (): StoredCard[] => (cards ??= db.cards.stored().filter((card) => card.whole));
  return {
    cards: whole,
    card: (name) => whole().find(({ collection, id }) => collection === name.collection && id === name.id) ?? null,
    *ids() {
      for (const number of db.repairs.numbers()) {
        const row = db.meetings.byNumber(number);
        if (row) yield row.id;
      }
    },
    find(id) {
      const row = db.meetings.find(id);
      return row && newestGood(db, records, row, from);
    },
    at(id, revision) {
      const row = db.meetings.find(id);
      return row && textAt(records, row, revision);
    },
  };
}

/** The text of a meeting at a revision as far as it can still be put together in its database. */
export const textAt = (records: Records, row: MeetingRow, revision: number): MinutesDocument | null =>
  records.glance<MinutesDocument | null>({ ...row, revision }, editable, () => null);

/** The newest text of a meeting that can still be put together in a database. */
export function newestGood(db: Db, records: Records, row: MeetingRow, from: Found['from']): Found | null {
  const revisions = [row.revision, ...db.repairs.texts(row.number).map(({ revision }) => revision).reverse()];
  for (const revision of new Set(revisions.filter((one) => one <= row.revision))) {
    const document = textAt(records, row, revision);
    if (!document) continue;
    const { createdAt, pinned, trashedAt } = row;
    const savedAt = revision === row.revision ? row.updatedAt : (db.repairs.texts(row.number).find((text) => text.revision === revision)?.savedAt ?? row.updatedAt);
    return { document, revision, savedAt, createdAt, pinned, trashedAt, from };
  }
  return null;
}

function archiveSource(root: string): Source {
  const places = archivePlaces(root);
  const find = (id: string): Found | null => {
    const found = (places.get(id) ?? []).flatMap((place) => {
      const archived = readArchiveFile(place);
      const document = archived && editable(archived.document);
      return archived && document?.id === id ? [{ ...archived, document, pinned: false, trashedAt: null, from: 'archive' as const }] : [];
    });
    return found.toSorted((one, other) => other.revision - one.revision)[0] ?? null;
  };
  return {
    ids: () => places.keys(),
    find,
    at(id, revision) {
      const found = find(id);
      return found?.revision === revision ? found.document : null;
    },
  };
}

function editable(json: unknown): MinutesDocument | null {
  const opened = openDocument(json);
  return opened.state === 'editable' ? opened.document : null;
}
