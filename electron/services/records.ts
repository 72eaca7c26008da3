/** The documents that are open: read from version and operations once, then held while they are being saved. */
import type { Db } from '#electron/db/index.ts';
import type { MeetingRow } from '#electron/db/meetings.ts';
import { applyChanges } from '#shared/minutes/changes.ts';
import { changedSize } from '#shared/minutes/difference/difference.ts';
import { documentVersion, type MinutesDocument } from '#shared/minutes/document.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import { openDocument } from '#shared/minutes/opening.ts';
import { sealOf } from '#shared/minutes/seal.ts';
import { asDraft, isLocked } from '#shared/minutes/stage.ts';
import { documentText } from '#shared/minutes/text.ts';
import { type AppError, fail, ok, type Result } from '#shared/result.ts';
import type { Changes } from '#shared/rpc/schemas.ts';

/** A document that cannot be edited: what is left to read, and why. */
export interface Unreadable {
  text: string;
  reason: AppError;
}

interface OpenRecord {
  row: MeetingRow;
  document: MinutesDocument;
  /** Revision of its newest good version; -1 where the next save must write one first. */
  version: number;
  /** The document at that version, to tell how much the next one changed; null where it was never read. */
  versionDocument: MinutesDocument | null;
  idle: NodeJS.Timeout | undefined;
}

/** Characters that came and went. */
export interface Size {
  added: number;
  removed: number;
}

export type Read = { ok: true; document: MinutesDocument } | { ok: false; unreadable: Unreadable };

export interface Records {
  /** The document of a meeting as it was last saved. */
  read(row: MeetingRow): Read;
  /**
   * What `use` makes of the document, for a glance at many: what was saved by this version was checked then and is not
   * checked again, and nothing counts as open after it. Where it cannot be used, `otherwise` of what can be read.
   */
  glance<Value>(row: MeetingRow, use: (document: MinutesDocument) => Value, otherwise: (unreadable: Unreadable) => Value): Value;
  /** Keeps a new meeting on disk; its id must be free. */
  create(document: MinutesDocument, at: string): MeetingRow;
  /**
   * Appends changes to the meeting on disk; returns its row after that. How far a record is stays as it is, whatever the
   * changes say of it. Errors: meeting.readOnly, request.invalid (changes that do not fit the document), record.locked.
   */
  change(row: MeetingRow, changes: Changes, at: string): Result<MeetingRow>;
  /** Takes a step of 草稿 → 送核 → 定稿 → 已確認, or of a 更正: the only way in which `stages` and `corrections` change. */
  step(row: MeetingRow, meta: Meta, at: string, content?: MinutesDocument): Result<MeetingRow>;
  /** Makes the present text a version, where it is not one yet. */
  keep(row: MeetingRow): void;
  /** How much was changed since the newest version; null where nothing was. */
  unkept(row: MeetingRow): Size | null;
  /** Writes a version of everything that was changed since its last one. */
  settle(): void;
}

/** Many operations make opening slow; a version takes about 10 ms for a long record. */
const operationsAVersion = 200;
const idleBeforeVersion = 60_000;
/** As many windows as anybody has; the rest is read again when it is asked for. */
const heldRecords = 8;

/** The open documents of a database. */
export function createRecords(db: Db): Records {
  const held = new Map<number, OpenRecord>();

  const sizeOf = ({ row, version, versionDocument, document }: OpenRecord): Size => {
    const before = versionDocument ?? (documentAt(db, row, version) as MinutesDocument | null);
    return before ? changedSize(before, document) : { added: 0, removed: 0 };
  };
  const settle = (record: OpenRecord): void => {
    clearTimeout(record.idle);
    const { row, document } = record;
    if (record.version === row.revision) return;
    const size = sizeOf(record);
    db.write(() => db.documents.addVersion(row.number, row.revision, document, row.updatedAt, size));
    record.version = row.revision;
    record.versionDocument = document;
  };

  // A version is never owed to anybody: where it fails, the operations are still there.
  const settleQuietly = (record: OpenRecord): void => {
    try {
      settle(record);
    } catch {
      clearTimeout(record.idle);
    }
  };

  const hold = (record: OpenRecord): void => {
    held.delete(record.row.number);
    held.set(record.row.number, record);
    for (const oldest of held.values()) {
      if (held.size <= heldRecords) break;
      settleQuietly(oldest);
      held.delete(oldest.row.number);
    }
  };

  const known = (row: MeetingRow): OpenRecord | null => {
    const record = held.get(row.number);
    return record?.row.revision === row.revision ? record : null;
  };
  const find = (row: MeetingRow): OpenRecord | Unreadable => {
    const found = known(row) ?? load(db, row);
    if ('document' in found) hold(found);
    return found;
  };

  const append = (row: MeetingRow, record: OpenRecord, changes: Changes, document: MinutesDocument, at: string): Result<MeetingRow> => {
    const revision = row.revision + 1;
    const moved = db.write(() => {
      if (record.version === -1) db.documents.addVersion(row.number, row.revision, record.document, row.updatedAt);
      db.documents.addOperation(row.number, revision, JSON.stringify(changes), at);
      db.meetings.advance(row, document, at);
      return db.meetings.byNumber(row.number) as MeetingRow;
    });
    if (record.version === -1) {
      record.version = row.revision;
      record.versionDocument = record.document;
    }
    record.row = moved;
    record.document = document;
    hold(record);
    clearTimeout(record.idle);
    if (revision - record.version >= operationsAVersion) settleQuietly(record);
    else record.idle = setTimeout(() => settleQuietly(record), idleBeforeVersion).unref();
    return ok(moved);
  };

  return {
    read(row) {
      const found = find(row);
      return 'document' in found ? { ok: true, document: found.document } : { ok: false, unreadable: found };
    },
    glance(row, use, otherwise) {
      try {
        const document = known(row)?.document ?? unchecked(db, row);
        if (document) return use(document);
      } catch {
        // Not of the form that was thought: the careful way says what can be read.
      }
      const loaded = load(db, row);
      return 'document' in loaded ? use(loaded.document) : otherwise(loaded);
    },
    create(document, at) {
      return db.write(() => {
        const number = db.meetings.insert(document, at);
        db.documents.addVersion(number, 0, document, at, changedSize({ ...document, blocks: [] }, document));
        return db.meetings.byNumber(number) as MeetingRow;
      });
    },
    change(row, given, at) {
      const record = find(row);
      if (!('document' in record)) return fail('meeting.readOnly');
      const changes = withStagesOf(record.document, given);
      const document = applyChanges(record.document, changes);
      if (!document) return fail('request.invalid');
      // A draft pays nothing for this: only what is final is hashed.
      if (isLocked(record.document.meta) && sealOf(document) !== sealOf(record.document)) return fail('record.locked');
      return append(row, record, changes, document, at);
    },
    step(row, meta, at, content) {
      const record = find(row);
      if (!('document' in record)) return fail('meeting.readOnly');
      const changes: Changes = content ? { ...wholeOf(content), meta } : { meta, blocks: [] };
      const document = applyChanges(record.document, changes);
      return document ? append(row, record, changes, document, at) : fail('request.invalid');
    },
    keep(row) {
      const record = find(row);
      if ('document' in record) settle(record);
    },
    unkept(row) {
      const record = find(row);
      // A version in the form of an older program is the same text: it is there, though the next save stands on a new one.
      const isKept = 'document' in record && record.version === -1 && db.documents.version(row.number, row.revision) !== null;
      return 'document' in record && record.version !== row.revision && !isKept ? sizeOf(record) : null;
    },
    settle() {
      for (const record of held.values()) settleQuietly(record);
    },
  };
}

/** The changes with the steps and corrections of the record itself: a window that is behind never takes them back. */
function withStagesOf({ meta: { stages, corrections } }: MinutesDocument, changes: Changes): Changes {
  const { meta } = changes;
  if (!meta || JSON.stringify([meta.stages, meta.corrections]) === JSON.stringify([stages, corrections])) return changes;
  return { ...changes, meta: { ...asDraft(meta), ...(stages && { stages }), ...(corrections && { corrections }) } };
}

const wholeOf = ({ roster, blocks }: MinutesDocument): Changes => ({ roster, order: blocks.map(({ id }) => id), blocks });

/** The stored document at a revision, as far as it can still be made; null where it cannot. Not checked. */
export function documentAt(db: Db, row: MeetingRow, revision: number): unknown {
  for (const version of db.documents.versions(row.number, revision)) {
    if (version.json === null) continue;
    const replayed = replay(db, { ...row, revision }, version.json, version.revision);
    // From a whole version on it is a save that is missing, and an older version would need it too.
    return replayed.complete ? replayed.json : null;
  }
  return null;
}

/** Newest version that is whole, and the operations after it. */
function load(db: Db, row: MeetingRow): OpenRecord | Unreadable {
  let readable: unknown = null;
  let newest = true;
  for (const version of db.documents.versions(row.number)) {
    const replayed = version.json === null ? null : replay(db, row, version.json, version.revision);
    if (replayed?.complete) {
      const opened = openDocument(replayed.json);
      if (opened.state === 'readOnly') return opened;
      // Operations stand on what the program works with: not on a damaged version, nor on one that was migrated or mended.
      const stands = newest && JSON.stringify(opened.document) === JSON.stringify(replayed.json);
      return { row, document: opened.document, version: stands ? version.revision : -1, versionDocument: null, idle: undefined };
    }
    readable ??= replayed?.json ?? null;
    newest = false;
  }
  const { text } = openedAsText(readable);
  return { text, reason: { code: 'document.damaged' } };
}

/** The document without checking it; null unless this version saved it and its bytes are whole. */
function unchecked(db: Db, row: MeetingRow): MinutesDocument | null {
  for (const version of db.documents.versions(row.number)) {
    const replayed = version.json === null ? null : replay(db, row, version.json, version.revision);
    if (!replayed?.complete) continue;
    const document = replayed.json as MinutesDocument | { version: unknown };
    return document.version === documentVersion ? (document as MinutesDocument) : null;
  }
  return null;
}

/** The text of a record that is not whole: what can be read of it, whether or not it is a valid record by itself. */
function openedAsText(json: unknown): { text: string } {
  const opened = openDocument(json);
  return opened.state === 'readOnly' ? opened : { text: documentText(opened.document) };
}

/** The document as far as its operations can be followed; `complete` where that is to the meeting's revision. */
function replay(db: Db, row: MeetingRow, from: unknown, revision: number): { json: unknown; complete: boolean } {
  let json = from as MinutesDocument;
  let at = revision;
  if (at === row.revision) return { json, complete: true };
  for (const operation of db.documents.operations(row.number, revision)) {
    if (at === row.revision) break;
    const next = operation.revision === at + 1 ? applied(json, operation.changes) : null;
    if (!next) break;
    json = next;
    at = operation.revision;
  }
  return { json, complete: at === row.revision };
}

/** Nothing is known of the form of what was stored: another version may have written it. */
function applied(json: MinutesDocument, changes: unknown): MinutesDocument | null {
  try {
    return changes === null ? null : applyChanges(json, changes as Changes);
  } catch {
    return null;
  }
}
