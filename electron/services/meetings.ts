/** The meetings: the library's list, and what is done to one meeting. */
import { type MeetingRow, summaryOf } from '#electron/db/meetings.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { newId } from '#shared/minutes/id.ts';
import { nextOf } from '#shared/registers/continuity.ts';
import { asDraft } from '#shared/minutes/stage.ts';
import { documentText } from '#shared/minutes/text.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Changes, MeetingSummary, OpenMeeting } from '#shared/rpc/schemas.ts';
import type { Services } from './services.ts';
import { wellFormed } from './well-formed.ts';

type Origin = string | null;

/** A page of the library or of the trash. */
export function list({ db }: Services, page: { offset: number; limit: number; trashed: boolean }): Result<{ total: number; meetings: MeetingSummary[] }> {
  const { total, meetings } = db.meetings.list(page);
  return ok({ total, meetings: meetings.map(summaryOf) });
}

/**
 * Keeps a new meeting. Asked again with the same document after an answer was lost, it answers the same; an id that
 * stands for another text is request.invalid.
 */
export function create(
  services: Services,
  { document, origin }: { document: MinutesDocument; origin: Origin },
): Result<{ summary: MeetingSummary; revision: number; savedAt: string }> {
  const { db, records, now } = services;
  const fit = wellFormed(document);
  const known = db.meetings.find(fit.id);
  if (known && !isSame(services, known, fit)) return fail('request.invalid');
  const row = known ?? records.create(fit, now().toISOString());
  if (!known) told(services, row, origin);
  return ok({ summary: summaryOf(row), revision: row.revision, savedAt: row.updatedAt });
}

function isSame({ records }: Services, row: MeetingRow, document: MinutesDocument): boolean {
  const kept = records.read(row);
  return row.revision === 0 && kept.ok && JSON.stringify(kept.document) === JSON.stringify(document);
}

/** A meeting to edit, or what can be read of it where it cannot be edited. Errors: meeting.notFound. */
export function open({ db, records }: Services, { id }: { id: string }): Result<OpenMeeting> {
  const row = db.meetings.find(id);
  if (!row) return fail('meeting.notFound');
  const read = records.read(row);
  if (!read.ok) return ok({ state: 'readOnly', id, title: row.title, ...read.unreadable });
  if (db.readOnly) return ok({ state: 'readOnly', id, title: row.title, text: documentText(read.document), reason: db.readOnly });
  return ok({ state: 'editable', document: read.document, revision: row.revision, generation: db.generation(), savedAt: row.updatedAt });
}

/**
 * Saves changes that stand on `revision`; answers only when they are on disk. Asked again with the same changes after
 * an answer was lost, it answers the same. Errors: meeting.notFound, .trashed, .conflict, .readOnly, record.locked, request.invalid.
 */
export function save(
  services: Services,
  { id, revision, generation, changes, origin }: { id: string; revision: number; generation?: string | undefined; changes: Changes; origin: Origin },
): Result<{ revision: number; savedAt: string }> {
  const { db, records, now } = services;
  const row = db.meetings.find(id);
  if (!row) return fail('meeting.notFound');
  if (row.trashedAt !== null) return fail('meeting.trashed');
  // A window that slept through a restore stands on a revision of another library, whatever its number.
  if (generation !== undefined && generation !== db.generation()) return fail('meeting.conflict');
  const fit = wellFormed(changes);
  if (row.revision !== revision) {
    const before = row.revision === revision + 1 ? db.documents.savedWith(row.number, row.revision, JSON.stringify(fit)) : null;
    return before === null ? fail('meeting.conflict') : ok({ revision: row.revision, savedAt: before });
  }
  const saved = records.change(row, fit, after(row, now()));
  if (!saved.ok) return saved;
  told(services, saved.value, origin, row);
  return ok({ revision: saved.value.revision, savedAt: saved.value.updatedAt });
}

/** As near as the times of two files are told apart. Milliseconds. */
const leastApart = 2;

/** The time of a save: always after the one of the save it stands on, so that a clock that was set back leaves the timeline in order. */
export const after = ({ updatedAt }: MeetingRow, now: Date): string =>
  new Date(Math.max(now.getTime(), Date.parse(updatedAt) + leastApart)).toISOString();

/** 複製為下次會議: keeps the record of the next meeting of the same body. Errors: meeting.notFound, .readOnly. */
export function duplicateAsNext(services: Services, { id, origin }: { id: string; origin: Origin }): Result<MeetingSummary> {
  const row = services.db.meetings.find(id);
  if (!row) return fail('meeting.notFound');
  const read = services.records.read(row);
  if (!read.ok) return fail('meeting.readOnly');
  return add(services, nextOf(read.document), origin);
}

/** Keeps a text as a meeting of its own, under a new id and title: a draft, whatever it was. */
export function copy(
  services: Services,
  { document, title, origin }: { document: MinutesDocument; title: string; origin: Origin },
): Result<MeetingSummary> {
  return add(services, { ...document, id: newId(), meta: { ...asDraft(document.meta), title } }, origin);
}

function add(services: Services, document: MinutesDocument, origin: Origin): Result<MeetingSummary> {
  const created = create(services, { document, origin });
  return created.ok ? ok(created.value.summary) : created;
}

/** Changes the title in the record itself. Errors: meeting.notFound, .readOnly, record.locked. */
export function rename(
  services: Services,
  { id, title, origin }: { id: string; title: string; origin: Origin },
): Result<MeetingSummary> {
  const row = services.db.meetings.find(id);
  if (!row) return fail('meeting.notFound');
  const read = services.records.read(row);
  if (!read.ok) return fail('meeting.readOnly');
  const changes = wellFormed({ meta: { ...read.document.meta, title }, blocks: [] });
  const renamed = services.records.change(row, changes, after(row, services.now()));
  if (!renamed.ok) return renamed;
  told(services, renamed.value, origin, row);
  return ok(summaryOf(renamed.value));
}

/** Keeps a meeting at the top of the library, or no longer. */
export function pin(services: Services, { id, pinned, origin }: { id: string; pinned: boolean; origin: Origin }): Result<MeetingSummary> {
  return mark(services, id, origin, () => services.db.meetings.pin(id, pinned));
}

/** Throws a meeting into the trash; it is kept there. */
export function trash(services: Services, { id, origin }: { id: string; origin: Origin }): Result<MeetingSummary> {
  return mark(services, id, origin, () => services.db.meetings.trash(id, services.now().toISOString()));
}

/** Takes a meeting out of the trash. */
export function restore(services: Services, { id, origin }: { id: string; origin: Origin }): Result<MeetingSummary> {
  return mark(services, id, origin, () => services.db.meetings.trash(id, null));
}

function mark({ db, events }: Services, id: string, origin: Origin, change: () => void): Result<MeetingSummary> {
  db.write(change);
  const row = db.meetings.find(id);
  if (!row) return fail('meeting.notFound');
  events.publish({ type: 'library.changed', origin });
  return ok(summaryOf(row));
}

/** Tells the search index and the windows of a text that was saved; of the library only where its line changed. */
export function told({ events, search, archiveFiles }: Services, row: MeetingRow, origin: Origin, before?: MeetingRow): void {
  search.changed(row.number);
  archiveFiles.changed(row.number);
  if (before) events.publish({ type: 'meeting.changed', id: row.id, revision: row.revision, origin });
  const line = (shown: MeetingRow): string => JSON.stringify({ ...shown, revision: 0, updatedAt: '' });
  if (!before || line(before) !== line(row)) events.publish({ type: 'library.changed', origin });
}
