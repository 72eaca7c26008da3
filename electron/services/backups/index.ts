/** 備份: what the windows ask of the backups. */
import { summaryOf } from '#electron/db/meetings.ts';
import * as meetings from '#electron/services/meetings.ts';
import type { Services } from '#electron/services/services.ts';
import { datedTitle } from '#shared/minutes/dated-title.ts';
import type { Backup, BackupState, Rehearsal } from '#shared/rpc/backups.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { MeetingSummary } from '#shared/rpc/schemas.ts';
import { assetsOf } from './folder.ts';
import { noteHolder, prepare, type Source, sourceOf } from './restoring.ts';
import { secondKey } from './service.ts';
import { inThread, type ThreadWork } from './thread.ts';

type Origin = string | null;
interface Job {
  job: string;
}

/** The backups as they are now. */
export const state = ({ backups }: Services): Result<BackupState> => ok(backups.state());

/** Makes one now, verifies it, and then copies it to the second place. Errors: backup.failed, .full, .damaged, work.stopped. */
export async function make({ backups, jobs }: Services, { job }: Job): Promise<Result<Backup>> {
  const made = await jobs.run(job, (work) => backups.make('asked', work));
  if (made.ok) void backups.copyOut().catch(() => undefined);
  return made;
}

/** Opens one and checks every hash. Errors: backup.notFound, .damaged, work.stopped. */
export const verify = ({ backups, jobs }: Services, { id, job }: Job & { id: string }): Promise<Result<Backup>> =>
  jobs.run(job, (work) => backups.verify(id, work));

/** 試還原: opens every meeting of a backup in a folder of its own. Errors: backup.notFound, .damaged, .full, work.stopped. */
export function rehearse({ backups, jobs }: Services, { id, job }: Job & { id: string }): Promise<Result<Rehearsal>> {
  return jobs.run(job, async (work) => {
    const manifest = backups.find(id);
    if (!manifest) return fail('backup.notFound');
    const began = performance.now();
    const rehearsed = await backups.alone(() => inThread('rehearse', { folder: backups.folder, id }, work));
    if (!rehearsed.ok) return rehearsed;
    return ok({ ...rehearsed.value, backup: backups.shown(manifest), milliseconds: Math.round(performance.now() - began) });
  });
}

/** A page of the meetings in a backup. Errors: backup.notFound, .damaged. */
export async function list(
  { backups }: Services,
  { id, ...page }: { id: string; query: string; offset: number; limit: number },
): Promise<Result<{ total: number; meetings: MeetingSummary[] }>> {
  if (!backups.find(id)) return fail('backup.notFound');
  return inThread('meetings', { folder: backups.folder, id, ...page });
}

/**
 * One meeting as it was in a backup, with its pictures: under its own id and with its versions where it is gone, else as
 * a copy of its text with the backup's day in its title. Errors: backup.notFound, .damaged, .full, meeting.notFound, .readOnly.
 */
export async function restoreMeeting(
  services: Services,
  { id, meeting, origin }: { id: string; meeting: string; origin: Origin },
): Promise<Result<MeetingSummary>> {
  const { backups } = services;
  const manifest = backups.find(id);
  if (!manifest) return fail('backup.notFound');
  const found = await inThread('oneMeeting', { folder: backups.folder, id, meeting });
  if (!found.ok) return found;
  const { document, kept, versions, pictures } = found.value;
  const hashes = pictures.map(({ hash }) => hash);
  const brought = await inThread('bring', { from: assetsOf(backups.folder), to: backups.assets, hashes });
  if (!brought.ok) return brought;
  const { db, search, archiveFiles, events } = services;
  db.write(() => pictures.forEach((picture) => db.assets.add(picture)));
  if (db.meetings.find(meeting)) {
    const title = datedTitle(document.meta, new Date(manifest.madeAt));
    return meetings.copy(services, { document, title, origin });
  }
  const number = db.write(() => {
    const added = db.repairs.add({ ...kept, document, trashedAt: null });
    db.documents.takeOver(added, versions);
    return added;
  });
  search.changed(number);
  archiveFiles.changed(number);
  events.publish({ type: 'library.changed', origin });
  const row = db.meetings.byNumber(number);
  return row ? ok(summaryOf(row)) : fail('meeting.notFound');
}

/** Everything as it was in a backup. Errors: backup.notFound, .damaged, .failed, .full, work.stopped. */
export async function restore(services: Services, { id, job }: Job & { id: string }): Promise<Result<null>> {
  const source = sourceOf(services.backups, id);
  if (!source.ok) return source;
  const restored = await restoreFrom(services, { source: source.value, job });
  return restored.ok ? ok(null) : restored;
}

/** As often as the present is backed up again for what was saved while its backup was verified. */
const attempts = 3;

/** Last before the change, so that it holds everything; windows go on saving until then. Errors: those of making a backup. */
async function backUpPresent({ backups, db }: Services, work: ThreadWork): Promise<Result<{ id: string; mark: string | undefined }>> {
  for (let attempt = 1; ; attempt++) {
    const made = await backups.make('restore', work);
    if (!made.ok) return made;
    const { id } = made.value;
    const mark = backups.find(id)?.mark;
    if (mark === db.mark() || attempt === attempts) return ok({ id, mark });
  }
}

/**
 * Puts a whole database in the place of the present one while the program runs: the present is backed up and verified,
 * the other one checked beside it, and only then do they change places. The name of the folder with what was set
 * aside. Errors: backup.damaged, .failed, .full, work.stopped.
 */
export function restoreFrom(
  services: Services,
  { source, job }: { source: Source; job: string },
): Promise<Result<{ aside: string }>> {
  const { backups, jobs, events } = services;
  return jobs.run(job, async (work) => {
    const prepared = await prepare(source, backups.databasePath, work);
    if (!prepared.ok) return prepared;
    const kept = services.db.settings.all();
    const present = await backUpPresent(services, work);
    if (!present.ok && present.error.code !== 'backup.damaged') return present;
    work.signal.throwIfAborted();
    const replaced = await services.replaceDatabase(prepared.value);
    if (!replaced.ok) return replaced;
    const { aside, mark } = replaced.value;
    // What was saved in the last moment is in no backup: the folder is kept for good.
    if (present.ok && present.value.mark === mark) noteHolder(aside, present.value.id);
    // Where copies go is of this computer and not of the backup.
    if (secondKey in kept) services.db.write(() => services.db.settings.put({ [secondKey]: kept[secondKey] }));
    // Also to the window that asked for it: what it shows is no longer what is kept.
    events.publish({ type: 'library.replaced', origin: null });
    events.publish({ type: 'settings.changed', origin: null });
    events.publish({ type: 'health.changed', origin: null });
    return ok({ aside });
  });
}
