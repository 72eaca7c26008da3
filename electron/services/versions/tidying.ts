/** Lets go of versions that need not be kept, and packs the older ones against each other. Never in the way of a save. */
import type { Db } from '#electron/db/index.ts';
import { newestKept, type VersionRow } from '#electron/db/documents.ts';
import type { Size } from '#electron/services/records.ts';
import { changedSize } from '#shared/minutes/difference/difference.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { openDocument } from '#shared/minutes/opening.ts';
import { keptVersions } from './retention.ts';

interface Parts {
  db: Db;
  /** Whether a verified backup, made after that time, is still there. */
  isHeld(savedAt: string): boolean;
  now(): Date;
}

/** How many versions are packed against one that is whole: a few KB each instead of a hundred. */
const versionsABase = 20;
/** Nobody undoes letter by letter what was written so long ago; its versions stay. Milliseconds. */
const undoneFor = 90 * 86_400_000;

/** Tidies the versions of every meeting, one small write after the other. */
export async function tidyVersions(parts: Parts, signal: AbortSignal): Promise<void> {
  for (const meeting of parts.db.documents.withManyVersions()) {
    const writes = tidyMeeting(parts, meeting);
    while (!writes.next().done) {
      await new Promise((done) => setImmediate(done));
      if (signal.aborted) return;
    }
  }
}

/** The writes of one meeting; every version that stays can be read after each of them. */
export function* tidyMeeting({ db, isHeld, now }: Parts, meeting: number): Generator<void> {
  letGoOfUndoing();
  yield* prune();
  yield* pack();

  function rows(): VersionRow[] {
    return db.documents.timeline(meeting, { offset: 0, limit: 1_000_000 }).versions;
  }

  function letGoOfUndoing(): void {
    const last = rows()[0]?.savedAt ?? '';
    if (now().getTime() - Date.parse(last) > undoneFor && isHeld(last)) db.write(() => db.documents.dropOldOperations(meeting));
  }

  function* prune(): Generator<void> {
    const versions = rows();
    const kept = keptVersions(versions, now()).add(db.documents.foundation(meeting) ?? -1);
    const going = versions.filter(({ revision, savedAt }) => !kept.has(revision) && isHeld(savedAt));
    const gone = new Set(going.map(({ revision }) => revision));
    // First what nothing stands on.
    for (const { revision, base } of going.toSorted((one, other) => Number(one.base === null) - Number(other.base === null))) {
      const left = base === null ? versions.filter((version) => version.base === revision && !gone.has(version.revision)) : [];
      if (!(yield* hand(left.map((version) => version.revision).toReversed()))) continue;
      const size = sizeAfter(revision, gone);
      db.write(() => {
        db.documents.drop(meeting, revision);
        if (size) db.documents.resize(meeting, size.revision, size);
      });
      yield;
    }
  }

  /** How much the version behind `revision` changed of the one before it; null where it goes too, or either cannot be read. */
  function sizeAfter(revision: number, gone: ReadonlySet<number>): (Size & { revision: number }) | null {
    const there = rows();
    const at = there.findIndex((version) => version.revision === revision);
    const [follower, before] = [there[at - 1], there[at + 1]];
    if (!follower || !before || gone.has(follower.revision)) return null;
    const [is, was] = [textOf(follower.revision), textOf(before.revision)];
    return is && was && { revision: follower.revision, ...changedSize(was, is) };
  }

  function textOf(revision: number): MinutesDocument | null {
    const opened = openDocument(db.documents.versionBefore(meeting, revision)?.json);
    return opened.state === 'editable' ? opened.document : null;
  }

  /** Makes the oldest of them whole and packs the others against it; false where one of them cannot be read. */
  function* hand([heir, ...others]: readonly number[]): Generator<void, boolean> {
    if (heir === undefined) return true;
    for (const [revision, base] of [[heir, null] as const, ...others.map((other) => [other, heir] as const)]) {
      if (!db.write(() => db.documents.repack(meeting, revision, base))) return false;
      yield;
    }
    return true;
  }

  function* pack(): Generator<void> {
    let base: number | null = null;
    let standing = 0;
    for (const version of rows().slice(newestKept).toReversed()) {
      const { revision } = version;
      const fits: boolean = base !== null && standing < versionsABase;
      if (version.base === null && fits && db.write(() => db.documents.repack(meeting, revision, base))) {
        standing += 1;
        yield;
      } else if (version.base === null) {
        base = revision;
        standing = 0;
      } else {
        standing = version.base === base ? standing + 1 : versionsABase;
        base = version.base;
      }
    }
  }
}
