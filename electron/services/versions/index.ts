/** 版本: the timeline of a meeting, and what it was at any point of it. */
import type { Operation } from '#electron/db/documents.ts';
import type { MeetingRow } from '#electron/db/meetings.ts';
import { documentAt } from '#electron/services/records.ts';
import type { Services } from '#electron/services/services.ts';
import { changedSize } from '#shared/minutes/difference/difference.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { openDocument } from '#shared/minutes/opening.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Changes } from '#shared/rpc/schemas.ts';
import type { Past, Version } from '#shared/rpc/versions.ts';

/** Saves further apart than this are steps of their own. Milliseconds. */
const pauseBetweenSteps = 2000;

/** A page of the timeline, newest first; the present text is on top where it is no version yet. Errors: meeting.notFound. */
export function list(
  { db, records }: Services,
  { id, offset, limit }: { id: string; offset: number; limit: number },
): Result<{ total: number; versions: Version[] }> {
  const row = db.meetings.find(id);
  if (!row) return fail('meeting.notFound');
  const unkept = records.unkept(row);
  const above: Version[] = unkept ? [{ revision: row.revision, savedAt: row.updatedAt, ...unkept, name: null, circulatedAt: null }] : [];
  const shown = above.slice(offset, offset + limit);
  const { total, versions } = db.documents.timeline(row.number, { offset: Math.max(0, offset - above.length), limit: Math.max(0, limit - shown.length) });
  return ok({ total: total + above.length, versions: [...shown, ...versions] });
}

/** The text at a revision. Errors: meeting.notFound, version.notFound, version.damaged. */
export function open({ db, records }: Services, { id, revision }: { id: string; revision: number }): Result<Past> {
  const row = db.meetings.find(id);
  if (!row) return fail('meeting.notFound');
  if (revision === row.revision) {
    const read = records.read(row);
    return read.ok ? ok({ document: read.document, revision, savedAt: row.updatedAt }) : fail('version.damaged');
  }
  return past({ db }, row, revision);
}

function past({ db }: Pick<Services, 'db'>, row: MeetingRow, revision: number): Result<Past> {
  const point = revision > row.revision ? null : (db.documents.version(row.number, revision) ?? db.documents.operation(row.number, revision));
  if (!point) return fail('version.notFound');
  const opened = openDocument(documentAt(db, row, revision));
  return opened.state === 'editable' ? ok({ document: opened.document, revision, savedAt: point.savedAt }) : fail('version.damaged');
}

/** Names a version, or takes its name away with ''. Errors: meeting.notFound, version.notFound, version.damaged. */
export function name(
  services: Services,
  { id, revision, name: given, origin }: { id: string; revision: number; name: string; origin: string | null },
): Result<Version> {
  const { db, events } = services;
  const row = db.meetings.find(id);
  if (!row) return fail('meeting.notFound');
  const made = become(services, row, revision);
  if (!made.ok) return made;
  db.write(() => db.documents.name(row.number, revision, given.trim() || null));
  events.publish({ type: 'meeting.changed', id, revision: row.revision, origin });
  return pointOf(services, row, revision);
}

/** Marks that a revision was sent. Errors: meeting.notFound, version.notFound, version.damaged. */
export function circulate(
  services: Services,
  { id, revision, origin }: { id: string; revision: number; origin: string | null },
): Result<Version> {
  const { db, events, now } = services;
  const row = db.meetings.find(id);
  if (!row) return fail('meeting.notFound');
  const made = become(services, row, revision);
  if (!made.ok) return made;
  db.write(() => db.documents.circulate(row.number, revision, now().toISOString()));
  events.publish({ type: 'meeting.changed', id, revision: row.revision, origin });
  return pointOf(services, row, revision);
}

function pointOf({ db }: Services, row: MeetingRow, revision: number): Result<Version> {
  const version = db.documents.version(row.number, revision);
  if (!version) return fail('version.notFound');
  const { savedAt, added, removed, name: named, circulatedAt } = version;
  return ok({ revision, savedAt, added, removed, name: named, circulatedAt });
}

/** Makes a revision a version, unless it is one. */
function become({ db, records }: Services, row: MeetingRow, revision: number): Result<null> {
  if (db.documents.version(row.number, revision)) return ok(null);
  if (revision === row.revision) {
    records.keep(row);
    return ok(null);
  }
  const found = past({ db }, row, revision);
  if (!found.ok) return found;
  const { document, savedAt } = found.value;
  const before = db.documents.versionBefore(row.number, revision)?.json as MinutesDocument | null | undefined;
  db.write(() => db.documents.addVersion(row.number, revision, document, savedAt, before ? changedSize(before, document) : undefined));
  return ok(null);
}

/**
 * The text before the step of writing that led to `revision`: saves that changed the same one block without a pause
 * between them are one step. null where what led there is not kept any more. Errors: meeting.notFound.
 */
export function before({ db }: Services, { id, revision }: { id: string; revision: number }): Result<Past | null> {
  const row = db.meetings.find(id);
  if (!row) return fail('meeting.notFound');
  const last = db.documents.operation(row.number, revision);
  if (!last || last.changes === null) return ok(null);
  const block = onlyBlock(last.changes as Changes);
  let step: Operation = last;
  for (;;) {
    const earlier: Operation | null = block === null ? null : db.documents.operation(row.number, step.revision - 1);
    if (!earlier || earlier.changes === null || onlyBlock(earlier.changes as Changes) !== block) break;
    if (Date.parse(step.savedAt) - Date.parse(earlier.savedAt) > pauseBetweenSteps) break;
    step = earlier;
  }
  const found = past({ db }, row, step.revision - 1);
  return ok(found.ok ? found.value : null);
}

/** The block that a save changed, where it changed nothing else. */
function onlyBlock({ meta, roster, order, blocks }: Changes): string | null {
  const [block] = blocks;
  return block && blocks.length === 1 && !meta && !roster && !order ? block.id : null;
}
