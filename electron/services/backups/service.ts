/** The backups of one database: made by themselves, verified, rotated, and copied to a second place. */
import { mkdirSync, statfsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { databaseFailure } from '#electron/db/failure.ts';
import type { Db } from '#electron/db/index.ts';
import { programVersion } from '#electron/host/program.ts';
import type { Events } from '#electron/services/events.ts';
import type { Backup, BackupState } from '#shared/rpc/backups.ts';
import { type AppError, fail, ok, type Result } from '#shared/result.ts';
import { doubtfulPlace } from './doubtful-place.ts';
import { freshId, listBackups, type Manifest, removeUnfinished, unfinishedOf } from './folder.ts';
import { inThread, type ThreadWork } from './thread.ts';

export interface Backups {
  databasePath: string;
  /** The folder that they lie in. */
  folder: string;
  /** The folder of the program's own pictures. */
  assets: string;
  state(): BackupState;
  /** Makes one now and verifies it. Errors: backup.failed, .full, .damaged (it is kept, but not as a verified one). */
  make(reason: Backup['reason'], work?: ThreadWork): Promise<Result<Backup>>;
  /** Opens one again and checks every hash. Errors: backup.notFound, .damaged. */
  verify(id: string, work?: ThreadWork): Promise<Result<Backup>>;
  find(id: string): Manifest | null;
  /** The verified ones, newest first. */
  verified(): readonly Manifest[];
  /** What was saved at this time is in a verified backup that is still there. */
  isHeld(savedAt: string): boolean;
  shown(manifest: Manifest): Backup;
  /** Where else copies go: a folder, or nowhere. Copies there what is missing. */
  place(path: string | null): Promise<Result<null>>;
  /** Copies to the second place what it lacks. Errors: backup.placeMissing, .damaged, .full, .failed. */
  copyOut(work?: ThreadWork): Promise<Result<null>>;
  /** One at a time: whatever touches the folder. */
  alone<Value>(task: () => Promise<Value>): Promise<Value>;
  /**
   * At the end of the program, with the database still open: copies it where something was saved since the last backup.
   * What it answers verifies the copy, and needs the database no more. Left to the next start where it would take too long.
   */
  leave(): Promise<() => Promise<void>>;
}

interface Parts {
  db: Db;
  events: Events;
  now(): Date;
  databasePath: string;
}

/** What is kept of the second place, in the settings of the database and not among those of the page. */
interface Second {
  path: string;
  copiedAt: string | null;
  ids: string[];
}

const day = 86_400_000;
/** She is warned after so many days without a verified backup. */
const overdueAfter = 7 * day;
/** What a closing program may take for its backup, and from when on the last one says that it would not fit. Milliseconds. */
const leaving = { most: 7000, likely: 3000 };
/** A first backup at the end of the program is made of a database up to this size. Bytes. */
const smallDatabase = 64 * 1024 * 1024;

export const secondKey = 'backups.second';

/** The backups beside the database at `databasePath`. Nothing is made before it is asked for. */
export function createBackups({ db, events, now, databasePath }: Parts): Backups {
  const folder = `${databasePath}-backups`;
  const assets = `${databasePath}-assets`;
  const program = programVersion();
  const place = doubtfulPlace(databasePath);
  let known: Manifest[] | null = null;
  let error: AppError | null = null;
  let secondError: AppError | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const list = (): Manifest[] => (known ??= listBackups(folder));
  const verified = (): Manifest[] => list().filter(({ verifiedAt }) => verifiedAt !== null);
  const second = (): Second | null => (db.settings.all()[secondKey] as Second | null | undefined) ?? null;
  const shown = ({ id, madeAt, reason, verifiedAt, meetings, bytes }: Manifest): Backup => ({
    id, madeAt, reason, verifiedAt, meetings, bytes, second: second()?.ids.includes(id) ?? false,
  });
  const changed = (): void => {
    known = null;
    events.publish({ type: 'health.changed', origin: null });
  };
  const alone = <Value>(task: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(task, task);
    last = turn.catch(() => undefined);
    return turn;
  };

  /** Copies the database: the one step that its saves wait for. */
  const begin = (): Result<{ id: string; madeAt: string; rows: Record<string, number> }> => {
    const at = now();
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      removeUnfinished(folder);
      if (!hasRoom(folder, databasePath)) return fail('backup.full');
      const id = freshId(folder, at);
      return ok({ id, madeAt: at.toISOString(), rows: db.copyTo(unfinishedOf(folder, id)) });
    } catch (caught) {
      return fail(databaseFailure(caught)?.code === 'database.full' ? 'backup.full' : 'backup.failed');
    }
  };
  const makeNow = async (reason: Backup['reason'], begun: ReturnType<typeof begin>, began: number, work: ThreadWork): Promise<Result<Manifest>> => {
    if (!begun.ok) return begun;
    const made = await inThread('finish', { folder, assets, program, reason, began, ...begun.value }, work);
    if (!made.ok) return made;
    if (made.value.verifiedAt === null) return fail('backup.damaged');
    // Only now: a newer verified one is there.
    await inThread('rotate', { folder, now: now().toISOString() });
    return made;
  };
  const make = (reason: Backup['reason'], work: ThreadWork): Promise<Result<Backup>> =>
    alone(async () => {
      try {
        const made = await makeNow(reason, begin(), Date.now(), work);
        error = made.ok ? null : made.error;
        return made.ok ? ok(shown(made.value)) : made;
      } finally {
        removeUnfinished(folder);
        changed();
      }
    });

  const copyOut = (work: ThreadWork = {}): Promise<Result<null>> =>
    alone(async () => {
      const to = second();
      if (!to) return ok(null);
      const target = join(to.path, 'Minutebook', `${basename(databasePath)}-${db.identity.slice(0, 8)}`);
      const copied = await inThread('copyOut', { from: folder, to: target, place: to.path, now: now().toISOString() }, work);
      secondError = copied.ok ? null : copied.error;
      if (copied.ok && second()?.path === to.path) {
        db.write(() => db.settings.put({ [secondKey]: { path: to.path, copiedAt: now().toISOString(), ids: copied.value } satisfies Second }));
      }
      changed();
      return copied.ok ? ok(null) : copied;
    });

  return {
    databasePath,
    folder,
    assets,
    find: (id) => list().find((manifest) => manifest.id === id) ?? null,
    verified,
    shown,
    alone,
    copyOut,
    state() {
      const lastVerifiedAt = verified()[0]?.madeAt ?? null;
      const to = second();
      return {
        backups: list().map(shown),
        lastVerifiedAt,
        overdue: lastVerifiedAt === null ? isOld(databasePath, now()) : now().getTime() - Date.parse(lastVerifiedAt) > overdueAfter,
        error,
        place,
        second: to && { name: basename(to.path) || to.path, copiedAt: to.copiedAt, error: secondError },
      };
    },
    make: (reason, work = {}) => make(reason, work),
    verify: (id, work = {}) =>
      alone(async () => {
        const manifest = list().find((one) => one.id === id);
        if (!manifest) return fail('backup.notFound');
        const seen = await inThread('verify', { folder, manifest, assets, now: now().toISOString() }, work);
        changed();
        return seen.ok ? ok(shown(seen.value)) : seen;
      }),
    isHeld(savedAt) {
      // One from a clock that ran ahead says nothing of what was saved since.
      const newest = verified().find(({ madeAt }) => Date.parse(madeAt) <= now().getTime());
      return newest !== undefined && newest.madeAt > savedAt;
    },
    async place(path) {
      db.write(() => db.settings.put({ [secondKey]: path === null ? null : ({ path, copiedAt: null, ids: [] } satisfies Second) }));
      secondError = null;
      changed();
      return copyOut();
    },
    async leave() {
      await last;
      const newest = list()[0];
      const wouldFit = newest ? newest.milliseconds < leaving.likely : sizeOf(databasePath) < smallDatabase;
      if (newest?.mark === db.mark() || !wouldFit) return async () => undefined;
      const began = Date.now();
      const begun = begin();
      return async () => {
        // Where it was broken off, the next start makes one.
        await makeNow('quit', begun, began, { signal: AbortSignal.timeout(leaving.most) }).catch(() => undefined);
        removeUnfinished(folder);
      };
    },
  };
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Room for the copy, and for as much again: a backup must not be what keeps her from saving. */
function hasRoom(folder: string, databasePath: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > 2 * (sizeOf(databasePath) + sizeOf(`${databasePath}-wal`));
}

/** A database that has been there long enough to have a backup. */
function isOld(databasePath: string, now: Date): boolean {
  const stats = statSync(databasePath, { throwIfNoEntry: false });
  return stats !== undefined && now.getTime() - stats.birthtimeMs > overdueAfter;
}
