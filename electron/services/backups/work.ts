/** What is done with whole backups. It reads hundreds of megabytes and waits for the disk: never in the store's own thread. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { heldIn, inspect, meetingsIn, picturesIn } from '#electron/db/backup.ts';
import { openDb } from '#electron/db/index.ts';
import { temporaryFolder } from '#electron/db/temporary.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Backup } from '#shared/rpc/backups.ts';
import { flushFolderSync } from '#electron/db/flush.ts';
import { flush, hashOfFile, writeWhole } from './files.ts';
import { assetsOf, fileOf, listBackups, type Manifest, removeBackups, removeUnfinished, unfinishedOf, writeManifest } from './folder.ts';
import { bringPictures, soundPicture, sweepPictures } from './pictures.ts';
import { oneMeeting, rehearse, shownPictures } from './rehearsal.ts';
import { keptBackups } from './rotation.ts';

/** Hears how far a piece of work is. */
export type Look = (done: number, total: number) => void;

interface Unfinished {
  folder: string;
  id: string;
  reason: Backup['reason'];
  madeAt: string;
  /** What the database held when it was copied. */
  rows: Record<string, number>;
  /** Where the pictures of the program lie. */
  assets: string;
  program: string;
  /** When making it began, as `Date.now()` has it. */
  began: number;
}

/**
 * Makes a backup of a copy: flushed, read again from end to end, its pictures brought, and only then named. One that
 * does not hold what it should stays without `verifiedAt`. Errors: backup.failed where it cannot be read at all.
 */
function finish({ folder, id, reason, madeAt, rows, assets, program, began }: Unfinished, look: Look): Result<Manifest> {
  const unfinished = unfinishedOf(folder, id);
  flush(unfinished);
  const found = inspect(unfinished, look);
  if (!found) return fail('backup.failed');
  const isWhole = found.sound && found.damaged === 0 && JSON.stringify(found.rows) === JSON.stringify(rows);
  const manifest: Manifest = {
    id,
    madeAt,
    reason,
    verifiedAt: isWhole ? madeAt : null,
    meetings: found.meetings,
    bytes: statSync(unfinished).size,
    sha256: hashOfFile(unfinished),
    program,
    schema: found.schema,
    mark: found.mark,
    missing: bringPictures(assets, assetsOf(folder), found.pictures),
    milliseconds: Date.now() - began,
  };
  writeManifest(folder, manifest);
  renameSync(unfinished, fileOf(folder, id));
  flushFolderSync(folder);
  return ok(manifest);
}

/**
 * Reads a backup from end to end, and its pictures; a picture that is damaged there is taken from `assets` again. Its
 * manifest says from then on what was found. Errors: backup.damaged.
 */
function verify({ folder, manifest, assets, now }: { folder: string; manifest: Manifest; assets: string; now: string }, look: Look): Result<Manifest> {
  const file = fileOf(folder, manifest.id);
  const found = existsSync(file) && hashOfFile(file) === manifest.sha256 ? inspect(file, look) : null;
  const lost = found ? bringPictures(assets, assetsOf(folder), found.pictures).filter((hash) => !manifest.missing.includes(hash)) : [];
  const isWhole = found !== null && found.sound && found.damaged === 0 && lost.length === 0;
  const seen = { ...manifest, verifiedAt: isWhole ? now : null };
  writeManifest(folder, seen);
  return isWhole ? ok(seen) : fail('backup.damaged');
}

/** Lets go of what the rotation lets go of, and of the pictures that no backup shows any more. Those that stay. */
function rotate({ folder, now }: { folder: string; now: string }): Result<Manifest[]> {
  const all = listBackups(folder);
  const kept = keptBackups(all, new Date(now));
  const gone = all.filter(({ id }) => !kept.has(id));
  if (gone.length === 0) return ok(all);
  removeBackups(folder, gone.map(({ id }) => id));
  const left = all.filter(({ id }) => kept.has(id));
  const shown = left.map(({ id }) => picturesIn(fileOf(folder, id)));
  // Whoever cannot be read may show anything.
  if (!shown.includes(null)) sweepPictures(assetsOf(folder), new Set(shown.flatMap((hashes) => hashes ?? [])), new Date(now));
  return ok(left);
}

/**
 * Copies to the folder `to` what it lacks of the verified backups, newest first, and compares every byte. The ids that
 * lie there afterwards. `place` is the folder that she chose: where it is away, nothing is made in its stead. Errors:
 * backup.placeMissing, backup.damaged (of a backup whose bytes are no longer those that were verified).
 */
function copyOut({ from, to, place, now }: { from: string; to: string; place: string; now: string }, look: Look): Result<string[]> {
  if (!existsSync(place)) return fail('backup.placeMissing', { name: basename(place) });
  mkdirSync(to, { recursive: true });
  removeUnfinished(to);
  const there = new Set(listBackups(to).map(({ id }) => id));
  const verified = listBackups(from).filter(({ verifiedAt }) => verifiedAt !== null);
  const wanted = keptBackups(verified, new Date(now));
  const missing = verified.filter(({ id }) => wanted.has(id) && !there.has(id));
  let damaged = 0;
  for (const [index, manifest] of missing.entries()) {
    look(index, missing.length);
    const file = fileOf(from, manifest.id);
    const unfinished = unfinishedOf(to, manifest.id);
    copyFileSync(file, unfinished);
    flush(unfinished);
    const hashes = hashOfFile(unfinished) === manifest.sha256 ? picturesIn(unfinished) : null;
    if (!hashes) {
      rmSync(unfinished, { force: true });
      damaged += 1;
      continue;
    }
    bringPictures(assetsOf(from), assetsOf(to), hashes);
    writeManifest(to, manifest);
    renameSync(unfinished, fileOf(to, manifest.id));
    flushFolderSync(to);
  }
  const left = rotate({ folder: to, now });
  if (!left.ok) return left;
  return damaged > 0 ? fail('backup.damaged') : ok(left.value.map(({ id }) => id));
}

/**
 * Brings a copy of the database `file` beside the place that it is to take, read from end to end there, and its pictures
 * to those of the program. Errors: backup.damaged.
 */
function prepare({ file, assets, to, target, sha256 }: { file: string; assets: string; to: string; target: string; sha256: string | null }, look: Look): Result<null> {
  copyFileSync(file, to);
  // A database that was not closed has its latest saves there.
  if (sha256 === null && existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${to}-wal`);
  flush(to);
  flushFolderSync(dirname(to));
  const found = sha256 === null || hashOfFile(to) === sha256 ? inspect(to, look) : null;
  if (!found?.sound || found.damaged > 0) {
    rmSync(to, { force: true });
    return fail('backup.damaged');
  }
  // Brought up to date here, and shown to open, before anything of today makes room for it.
  const opened = openDb(to);
  if (!opened.ok) {
    rmSync(to, { force: true });
    return fail('backup.damaged');
  }
  opened.value.close();
  flush(to);
  bringPictures(assets, target, found.pictures);
  return ok(null);
}

/**
 * Copies a backup to the file `out`, its pictures to `<out>-assets`, and compares every byte; `note` says what it is.
 * Errors: backup.notFound, .damaged.
 */
function give({ folder, id, out, note }: { folder: string; id: string; out: string; note: string }): Result<null> {
  const manifest = listBackups(folder).find((one) => one.id === id);
  if (!manifest) return fail('backup.notFound');
  const copy = `${out}.tmp`;
  try {
    copyFileSync(fileOf(folder, id), copy);
    flush(copy);
    const hashes = hashOfFile(copy) === manifest.sha256 ? picturesIn(copy) : null;
    if (!hashes) return fail('backup.damaged');
    bringPictures(assetsOf(folder), `${out}-assets`, hashes);
    // The file first: with the note of an older one it is never taken for a backup that may be replaced.
    renameSync(copy, out);
    const { madeAt, meetings, sha256, program, schema } = manifest;
    writeWhole(note, JSON.stringify({ madeAt, meetings, sha256, program, schema }, null, 2));
    return ok(null);
  } finally {
    rmSync(copy, { force: true });
  }
}

/** Unpacks a backup into a folder of its own for as long as `use` takes. */
function unpacked<Value>(folder: string, id: string, use: (file: string) => Value): Value {
  const place = temporaryFolder('backup');
  try {
    const file = join(place, 'minutebook.db');
    copyFileSync(fileOf(folder, id), file);
    return use(file);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

interface Read {
  folder: string;
  id: string;
}

/** Everything that the thread of the backups can do, by name. */
export const tasks = {
  finish,
  verify,
  rotate,
  copyOut,
  prepare,
  give,
  /** Brings pictures from one folder to another; those that neither has. */
  bring: ({ from, to, hashes }: { from: string; to: string; hashes: string[] }): Result<string[]> => ok(bringPictures(from, to, hashes)),
  /** Which of these meetings a backup holds. */
  held: ({ folder, id, meetings }: { folder: string; id: string; meetings: { id: string; revision: number }[] }): Result<string[]> => {
    const held = heldIn(fileOf(folder, id), meetings);
    return held ? ok(held) : fail('backup.damaged');
  },
  /** Which of these pictures a folder of backups holds whole. */
  heldPictures: ({ folder, hashes }: { folder: string; hashes: string[] }): Result<string[]> =>
    ok(hashes.filter((hash) => soundPicture(assetsOf(folder), hash))),
  /** The pictures that anything in a backup shows. */
  shownPictures: ({ folder, id }: Read): Result<string[]> => unpacked(folder, id, shownPictures),
  meetings: ({ folder, id, ...page }: { folder: string; id: string; query: string; offset: number; limit: number }) => {
    const found = meetingsIn(fileOf(folder, id), page);
    return found ? ok(found) : fail('backup.damaged');
  },
  rehearse: ({ folder, id }: Read, look: Look) => unpacked(folder, id, (file) => rehearse(file, assetsOf(folder), look)),
  oneMeeting: ({ folder, id, meeting }: Read & { meeting: string }) => unpacked(folder, id, (file) => oneMeeting(file, meeting)),
};
export type Tasks = typeof tasks;
