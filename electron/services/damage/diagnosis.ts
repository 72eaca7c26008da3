/** What is wrong with a database and what lies beside it: read from a copy, so that not one byte of it changes. */
import { constants, copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Db, openDb } from '#electron/db/index.ts';
import { openReadingCopy } from '#electron/db/reading-copy.ts';
import { replacementOf } from '#electron/db/replace.ts';
import { openSearchIndex } from '#electron/db/search-index.ts';
import { temporaryFolder } from '#electron/db/temporary.ts';
import { assetFiles } from '#electron/services/asset-files.ts';
import { doubtfulPlace } from '#electron/services/backups/doubtful-place.ts';
import { hashOfFile } from '#electron/services/backups/files.ts';
import { assetsOf, fileOf, listBackups } from '#electron/services/backups/folder.ts';
import { createRecords } from '#electron/services/records.ts';
import type { Recovered } from '#shared/rpc/health.ts';
import { archivePlaces, isArchiveCurrent, isArchiveFileWhole } from './archive-files.ts';
import { cardInBackups, damagedCards } from './cards.ts';
import { examinePictures, examineTexts } from './examine.ts';
import { listPictures } from './pictures.ts';
import { completeSalvaged, newest } from './repair.ts';
import { hasSources, salvageNow, sourcesBeside } from './sources.ts';

/** Of `damaged` something may be lost; the others are only not as they should be. */
export const damages = ['database.damaged', 'database.gone', 'text', 'version', 'picture', 'card', 'archive', 'backup', 'backupPictures'] as const;
export const blemishes = ['archiveBehind', 'backupNone', 'backupUnverified', 'backupOverdue', 'indexBehind', 'unfinished', 'leftover', 'syncFolder', 'networkFolder'] as const;

export interface Finding {
  what: (typeof damages)[number] | (typeof blemishes)[number];
  /** A meeting's title, a file's name, a backup's id. */
  name: string;
  count?: number;
  /** Where the text of a meeting would come from. */
  from?: Recovered['from'];
}

export interface Diagnosis {
  findings: Finding[];
  meetings: number;
  versions: number;
  pictures: number;
  cards: number;
  archives: number;
  backups: number;
}

const backupsOverdueAfter = 7 * 86_400_000;

/** Looks at the database at `databasePath` and everything beside it. Null where there is none and never was. */
export async function diagnose(databasePath: string, now: Date): Promise<Diagnosis | null> {
  const diagnosis: Diagnosis = { findings: [], meetings: 0, versions: 0, pictures: 0, cards: 0, archives: 0, backups: 0 };
  if (!existsSync(databasePath) && !hasSources(databasePath)) return null;
  const copy = existsSync(databasePath) ? openReadingCopy(databasePath, { code: 'database.readOnly' }) : null;
  if (copy?.ok) {
    const { db } = copy.value;
    try {
      await examineAll(db, databasePath, diagnosis);
    } finally {
      db.close();
    }
  } else {
    diagnosis.findings.push({ what: existsSync(databasePath) ? 'database.damaged' : 'database.gone', name: basename(databasePath) });
    diagnosis.findings.push(...wouldRecover(databasePath, now));
  }
  examineBackups(databasePath, now, diagnosis);
  examineFolder(databasePath, diagnosis);
  return diagnosis;
}

async function examineAll(db: Db, databasePath: string, diagnosis: Diagnosis): Promise<void> {
  const records = createRecords(db);
  const assets = assetFiles(`${databasePath}-assets`);
  const root = `${databasePath}-archive`;
  const places = archivePlaces(root);
  const sources = sourcesBeside(databasePath);
  const pictures = new Set<string>();
  let behind = 0;
  try {
    for (const number of db.repairs.numbers()) {
      const row = db.meetings.byNumber(number);
      if (!row) continue;
      diagnosis.meetings += 1;
      const name = row.title;
      const { versions, damaged } = examineTexts(db, records, row);
      diagnosis.versions += versions;
      if (damaged === 'text') diagnosis.findings.push({ what: 'text', name, from: newest({ db, records, sources, aside: null }, row)?.from ?? 'lost' });
      if (damaged === 'version') diagnosis.findings.push({ what: 'version', name });
      for (const hash of await examinePictures(db, records, assets, row, pictures)) diagnosis.findings.push({ what: 'picture', name: `${name} ${hash.slice(0, 8)}` });
      const [place] = places.get(row.id) ?? [];
      if (place === undefined || !(await isArchiveCurrent(root, place, row))) behind += 1;
      else if (!isArchiveFileWhole(place)) diagnosis.findings.push({ what: 'archive', name });
    }
  diagnosis.cards = db.cards.stored().length;
    for (const card of damagedCards(db)) diagnosis.findings.push({ what: 'card', name: card.title, from: cardInBackups(sources, card) ? 'backup' : 'lost' });
  } finally {
    sources.close();
  }
  diagnosis.archives = places.size;
  diagnosis.pictures = pictures.size;
  if (behind > 0) diagnosis.findings.push({ what: 'archiveBehind', name: basename(root), count: behind });
  const unfound = notIndexed(db, `${databasePath}-search`);
  if (unfound > 0) diagnosis.findings.push({ what: 'indexBehind', name: basename(databasePath), count: unfound });
}

/** How many meetings a search would not find as they were last saved. */
function notIndexed(db: Db, path: string): number {
  const folder = temporaryFolder('doctor');
  try {
    const copy = join(folder, 'search');
    for (const part of ['', '-wal']) if (existsSync(path + part)) copyFileSync(path + part, copy + part, constants.COPYFILE_FICLONE);
    const index = openSearchIndex(copy, db.identity);
    const behind = db.meetings.revisions().filter(([number, revision]) => index.meetings.get(number)?.revision !== revision);
    index.close();
    return behind.length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What making the database anew would give: made in a place of its own, and thrown away. */
function wouldRecover(databasePath: string, now: Date): Finding[] {
  const folder = temporaryFolder('doctor');
  const sources = sourcesBeside(databasePath);
  try {
    const made = join(folder, 'made.db');
    if (existsSync(databasePath) && !salvageNow(databasePath, made)) rmSync(made, { force: true });
    const opened = openDb(made);
    if (!opened.ok) return [];
    const db = opened.value;
    const { meetings } = completeSalvaged({ db, records: createRecords(db), sources, aside: null });
    listPictures(db, `${databasePath}-assets`, now);
    db.close();
    return meetings.map(({ title, from }) => ({ what: 'text', name: title, from }));
  } finally {
    sources.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function examineBackups(databasePath: string, now: Date, diagnosis: Diagnosis): void {
  const { findings } = diagnosis;
  const folder = `${databasePath}-backups`;
  const all = listBackups(folder);
  diagnosis.backups = all.length;
  for (const { id, sha256, verifiedAt } of all) {
    if (hashOfFile(fileOf(folder, id)) !== sha256) findings.push({ what: 'backup', name: id });
    else if (verifiedAt === null) findings.push({ what: 'backupUnverified', name: id });
  }
  const damaged = filesUnder(assetsOf(folder)).filter((path) => hashOfFile(path) !== basename(path));
  if (damaged.length > 0) findings.push({ what: 'backupPictures', name: basename(folder), count: damaged.length });
  const last = all.find(({ verifiedAt }) => verifiedAt !== null);
  if (all.length === 0) findings.push({ what: 'backupNone', name: basename(databasePath) });
  else if (!last || now.getTime() - Date.parse(last.madeAt) > backupsOverdueAfter) findings.push({ what: 'backupOverdue', name: last?.id ?? '' });
}

/** What ended in the middle, and where the database lies. */
function examineFolder(databasePath: string, { findings }: Diagnosis): void {
  for (const why of ['recovered', 'restoring'] as const) {
    if (existsSync(replacementOf(databasePath, why))) findings.push({ what: 'unfinished', name: basename(replacementOf(databasePath, why)) });
  }
  for (const path of leftovers(databasePath)) findings.push({ what: 'leftover', name: basename(path) });
  const doubtful = doubtfulPlace(databasePath);
  if (doubtful) findings.push({ what: doubtful.code === 'place.synced' ? 'syncFolder' : 'networkFolder', name: String(doubtful.params?.['name'] ?? '') });
}

/** Files that a program was writing when it ended. None of them ever had a name of its own. */
export function leftovers(databasePath: string): string[] {
  const own = basename(databasePath);
  const beside = namesIn(dirname(databasePath)).filter((name) => (name.startsWith(`${own}-`) || name.startsWith(`.${own}-`)) && name.endsWith('.tmp'));
  const inside = ['archive', 'assets', 'backups'].flatMap((part) => filesUnder(`${databasePath}-${part}`)).filter((path) => path.endsWith('.tmp'));
  return [...beside.map((name) => join(dirname(databasePath), name)), ...inside];
}

function filesUnder(folder: string): string[] {
  return namesIn(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? filesUnder(path) : [path];
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
