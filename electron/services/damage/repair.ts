/** Puts the newest good text of a meeting in the place of a damaged one. What is replaced is set aside first. */
import { isNameless } from '#electron/db/salvage.ts';
import type { Db } from '#electron/db/index.ts';
import type { MeetingRow } from '#electron/db/meetings.ts';
import type { StoredText } from '#electron/db/repairs.ts';
import type { Records } from '#electron/services/records.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import type { Recovered } from '#shared/rpc/health.ts';
import type { Aside } from './aside.ts';
import { completeCards } from './cards.ts';
import { type Found, newestGood, type Sources, textAt } from './sources.ts';

export interface Damaged {
  db: Db;
  records: Records;
  sources: Sources;
  /** Where damaged texts are set aside; null where the whole file they were in is kept. */
  aside: Aside | null;
}

/**
 * Repairs a meeting where its texts are not whole, or cannot be put together to what was last saved; null where nothing
 * had to come from elsewhere. A text that is nowhere stays as it is, to be read as far as that goes: `lost`.
 */
export function repairMeeting(damaged: Damaged, row: MeetingRow): Recovered | null {
  const { db, records } = damaged;
  const texts = db.repairs.texts(row.number);
  const broken = texts.filter(({ whole }) => !whole);
  const complete = isComplete(texts, row.revision);
  if (complete && broken.length === 0) return null;
  const read = records.read(row);
  // Whole, and not understood: no other text is a better one.
  if (!read.ok && complete) return null;
  const { id, title, revision, updatedAt: savedAt, createdAt } = row;
  const best = read.ok ? { document: read.document, revision, savedAt, createdAt, from: 'earlier' as const } : newest(damaged, row);
  if (!best) return { id, title, from: 'lost', savedAt: null, older: true };
  const isOlder = best.revision < revision;
  const replaced = texts.filter((text) => !text.whole || text.revision > best.revision);
  for (const text of replaced) damaged.aside?.put(`${id}-${text.revision}.${text.kind === 'version' ? 'json.zst' : 'json'}`, text.bytes);
  const versions = broken.map((text) => ({ text, document: text.kind === 'version' ? versionAt(damaged, row, text.revision) : null }));
  // One further than what was lost: nothing that stands on that is ever taken for standing on this.
  const present = isOlder ? revision + 1 : revision;
  const isThere = texts.some(({ kind, revision: at, whole }) => kind === 'version' && whole && at === present);
  db.write(() => {
    for (const { text, document } of versions) {
      if (document) db.repairs.mend(row.number, text, document);
      else if (text.kind === 'operation' || text.revision !== present) db.repairs.drop(row.number, text);
    }
    if (!isThere) db.repairs.put(row.number, { ...best, revision: present, createdAt });
  });
  return { id, title: best.document.meta.title, from: best.from, savedAt: best.savedAt, older: isOlder };
}

/** The text of an earlier version whose own bytes are damaged: from the one before it and the changes since, or from a backup. */
function versionAt({ db, records, sources }: Damaged, row: MeetingRow, revision: number): MinutesDocument | null {
  const again = textAt(records, row, revision);
  if (again || db.meetings.find(row.id)?.number !== row.number) return again;
  for (const backup of sources.backups()) {
    const kept = backup.at(row.id, revision);
    if (kept) return kept;
  }
  return null;
}

/** Whether every byte of what was last saved is there. */
function isComplete(texts: readonly StoredText[], revision: number): boolean {
  const whole = texts.filter((text) => text.whole);
  const from = Math.max(-1, ...whole.filter(({ kind }) => kind === 'version').map((text) => text.revision));
  const after = new Set(whole.filter((text) => text.kind === 'operation' && text.revision > from).map((text) => text.revision));
  return from >= 0 && from + after.size >= revision;
}

/** The newest good text of a meeting wherever it is: the later revision wins, then the later save. */
export function newest({ db, records, sources, aside }: Damaged, row: MeetingRow): Found | null {
  const found = [newestGood(db, records, row, aside ? 'earlier' : 'salvaged'), inBackups(sources, row.id), sources.archive.find(row.id)];
  return found.filter((one) => one !== null).toSorted((one, other) => other.revision - one.revision || other.savedAt.localeCompare(one.savedAt))[0] ?? null;
}

function inBackups(sources: Sources, id: string): Found | null {
  for (const backup of sources.backups()) {
    const found = backup.find(id);
    if (found) return found;
  }
  return null;
}

/**
 * Completes a database that was salvaged: repairs every meeting, gives texts without a name their meeting back, and adds
 * the meetings and cards that only the newest backup or the archive files know. What had to be done, and how many needed nothing.
 */
export function completeSalvaged(damaged: Damaged): { meetings: Recovered[]; whole: number; cards: number } {
  const { db, sources } = damaged;
  const meetings: Recovered[] = [];
  let whole = 0;
  const rows = (): MeetingRow[] => db.repairs.numbers().flatMap((number) => db.meetings.byNumber(number) ?? []);
  for (const row of rows().filter(({ id }) => isNameless(id))) {
    const named = nameAgain(damaged, row);
    if (named) meetings.push(named);
  }
  const done = new Set(meetings.map(({ id }) => id));
  for (const row of rows()) {
    if (done.has(row.id)) continue;
    const repaired = repairMeeting(damaged, row);
    if (repaired) meetings.push(repaired);
    else whole += 1;
  }
  // Older backups may hold meetings that were let go of since, and are asked for known ones only.
  const [backup] = sources.backups();
  for (const source of [backup, sources.archive]) {
    for (const id of source?.ids() ?? []) {
      if (db.meetings.find(id)) continue;
      const found = [backup?.find(id) ?? null, sources.archive.find(id)].filter((one) => one !== null);
      const best = found.toSorted((one, other) => other.revision - one.revision || other.savedAt.localeCompare(one.savedAt))[0];
      if (!best) continue;
      db.write(() => db.repairs.add({ ...best, pinned: found.some(({ pinned }) => pinned), trashedAt: found.find(({ trashedAt }) => trashedAt !== null)?.trashedAt ?? null }));
      meetings.push({ id, title: best.document.meta.title, from: best.from, savedAt: best.savedAt, older: true });
    }
  }
  return { meetings, whole, cards: completeCards(db, sources) };
}

/** The texts say whose they are; where that meeting is there, the newer text of the two stays. */
function nameAgain({ db, records }: Damaged, row: MeetingRow): Recovered | null {
  const best = newestGood(db, records, row, 'salvaged');
  const there = best && db.meetings.find(best.document.id);
  if (!best || (there && there.revision >= best.revision)) {
    db.write(() => db.repairs.remove(row.number));
    return null;
  }
  db.write(() => {
    if (there) db.repairs.remove(there.number);
    db.repairs.put(row.number, { ...best, revision: row.revision });
  });
  const { document, savedAt, revision } = best;
  return { id: document.id, title: document.meta.title, from: 'salvaged', savedAt, older: revision < row.revision };
}
