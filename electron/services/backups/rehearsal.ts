/** 試還原: a backup opened by the program itself, in a folder of its own. */
import type { KeptAsset } from '#electron/db/assets.ts';
import { inspect } from '#electron/db/backup.ts';
import type { StoredRow } from '#electron/db/documents.ts';
import { openDb } from '#electron/db/index.ts';
import type { MeetingRow } from '#electron/db/meetings.ts';
import { createRecords } from '#electron/services/records.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Rehearsal } from '#shared/rpc/backups.ts';
import { soundPicture } from './pictures.ts';

const pageOfMeetings = 500;

/**
 * Opens every meeting and version of the database `file`, which is a copy that may be changed, and every picture of its list in
 * `assets`. Errors: backup.damaged where it does not open at all.
 */
export function rehearse(file: string, assets: string, look: (done: number, total: number) => void): Result<Omit<Rehearsal, 'backup' | 'milliseconds'>> {
  const opened = openDb(file);
  if (!opened.ok) return fail('backup.damaged');
  const db = opened.value;
  const records = createRecords(db);
  const damaged: string[] = [];
  let seen = 0;
  let versions = 0;
  try {
    for (const trashed of [false, true]) {
      for (let offset = 0; ; offset += pageOfMeetings) {
        const { meetings, total } = db.meetings.list({ offset, limit: pageOfMeetings, trashed });
        for (const row of meetings) {
          look((seen += 1), total);
          const past = [...db.documents.versions(row.number)];
          versions += past.length;
          if (!records.read(row).ok || past.some(({ json }) => json === null)) damaged.push(row.title);
        }
        if (meetings.length < pageOfMeetings) break;
      }
    }
  } finally {
    db.close();
  }
  const found = inspect(file);
  // A saved change that is damaged, where every version and present text is whole, has no title to name.
  if (!found?.sound || (found.damaged > 0 && damaged.length === 0)) return fail('backup.damaged');
  const pictures = found.pictures.filter((hash) => soundPicture(assets, hash)).length;
  return ok({ meetings: seen, versions, pictures, damaged });
}

/** A meeting of a backup with its versions, and the list of the pictures that any of them may show. */
export interface OneMeeting {
  document: MinutesDocument;
  kept: Pick<MeetingRow, 'revision' | 'createdAt' | 'pinned'> & { savedAt: string };
  versions: StoredRow[];
  pictures: KeptAsset[];
}

/** One meeting of the database `file`, which is a copy that may be changed. Errors: backup.damaged, meeting.notFound, meeting.readOnly. */
export function oneMeeting(file: string, id: string): Result<OneMeeting> {
  const opened = openDb(file);
  if (!opened.ok) return fail('backup.damaged');
  const db = opened.value;
  try {
    const row = db.meetings.find(id);
    if (!row) return fail('meeting.notFound');
    const records = createRecords(db);
    const read = records.read(row);
    if (!read.ok) return fail('meeting.readOnly');
    // The present text as well, with how much it changed.
    records.keep(row);
    const { number, revision, createdAt, pinned, updatedAt: savedAt } = row;
    const shown = new Set([...db.documents.versions(number)].flatMap(({ json }) => hashesIn(JSON.stringify(json))));
    const pictures = db.assets.all().filter(({ hash }) => shown.has(hash));
    return ok({ document: read.document, kept: { revision, createdAt, pinned, savedAt }, versions: db.documents.stored(number), pictures });
  } finally {
    db.close();
  }
}

/**
 * The hashes of all pictures that any text in the database `file` shows: present ones, those in the trash, versions and
 * saved changes. Errors: backup.damaged where one of them cannot be read, which may show anything.
 */
export function shownPictures(file: string): Result<string[]> {
  const opened = openDb(file);
  if (!opened.ok) return fail('backup.damaged');
  const db = opened.value;
  const shown = new Set<string>();
  try {
    for (const [number] of db.meetings.revisions()) {
      const texts = [...db.documents.versions(number)].map(({ json }) => json);
      const changes = db.documents.operations(number, -1).map((operation) => operation.changes);
      for (const text of [...texts, ...changes]) {
        if (text === null) return fail('backup.damaged');
        for (const hash of hashesIn(JSON.stringify(text))) shown.add(hash);
      }
    }
    return ok([...shown]);
  } finally {
    db.close();
  }
}

/** More than the pictures, where something else looks like one: never less. */
const hashesIn = (text: string): string[] => text.match(/(?<=")[0-9a-f]{64}(?=")/g) ?? [];
