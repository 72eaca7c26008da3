/** Reads everything and compares every hash; what is damaged is repaired at once where a good text of it is anywhere. */
import type { Db } from '#electron/db/index.ts';
import type { MeetingRow } from '#electron/db/meetings.ts';
import { assetsOf } from '#electron/services/backups/folder.ts';
import { bringPictures } from '#electron/services/backups/pictures.ts';
import type { Work } from '#electron/services/jobs.ts';
import type { Services } from '#electron/services/services.ts';
import type { CheckReport, Recovered } from '#shared/rpc/health.ts';
import { asideBeside } from './aside.ts';
import { damagedCards, repairCards } from './cards.ts';
import { examinePictures, examineTexts } from './examine.ts';
import { listPictures } from './pictures.ts';
import { repairMeeting } from './repair.ts';
import { keepCheck, keepRecovery } from './report.ts';
import { sourcesBeside } from './sources.ts';

type Found = CheckReport['damaged'][number];

/** Checks all of a database and what lies beside it, says so to the windows, and keeps the report. Throws where `work` was stopped. */
export async function checkEverything(services: Services, work: Pick<Work, 'progress' | 'breathe'>): Promise<CheckReport> {
  const { db, records, assets, events, now, databasePath } = services;
  const at = now();
  const report: CheckReport = { at: at.toISOString(), meetings: 0, versions: 0, pictures: 0, cards: 0, database: true, damaged: [] };
  const repaired: Recovered[] = [];
  let repairedCards = 0;
  const pictures = new Set<string>();
  const aside = asideBeside(databasePath, at);
  const sources = sourcesBeside(databasePath);
  const note = (row: MeetingRow, what: Found['what']): void => void report.damaged.push({ id: row.id, title: row.title, what });
  try {
    report.database = await isSound(db, work);
    // First of all: through a wrong index a whole text looks as if it were not there.
    if (!report.database && reindex(db)) report.database = await isSound(db, work);
    const numbers = db.repairs.numbers();
    for (const number of numbers) {
      work.progress(report.meetings, numbers.length);
      await work.breathe();
      const row = db.meetings.byNumber(number);
      if (!row) continue;
      report.meetings += 1;
      const texts = examineTexts(db, records, row);
      report.versions += texts.versions;
      if (texts.damaged) note(row, texts.damaged);
      const repair = texts.damaged && repairMeeting({ db, records, sources, aside }, row);
      if (repair) {
        repaired.push(repair);
        tell(services, row);
      }
      for (const hash of await examinePictures(db, records, assets, row, pictures)) {
        note(row, 'picture');
        bringBack(services, hash);
      }
      if (await services.archiveFiles.mend(db.meetings.byNumber(number) ?? row)) note(row, 'archive');
    }
    await work.breathe();
    const cards = damagedCards(db);
    report.cards = db.cards.stored().length;
    for (const { id, title } of cards) report.damaged.push({ id, title, what: 'card' });
    repairedCards = repairCards(db, sources, aside, cards);
  } finally {
    sources.close();
    // Whatever was repaired before somebody stopped it is said all the same.
    if (repaired.length > 0 || repairedCards > 0) {
      keepRecovery(db, { at: report.at, setAside: aside.name(), meetings: repaired, cards: repairedCards, whole: 0, seen: false });
      events.publish({ type: 'library.changed', origin: null });
    }
    if (repairedCards > 0) {
      services.directory.forget();
      events.publish({ type: 'directory.changed', origin: null });
    }
  }
  report.pictures = pictures.size;
  keepCheck(db, report);
  events.publish({ type: 'health.changed', origin: null });
  return report;
}

async function isSound(db: Db, { breathe }: Pick<Work, 'breathe'>): Promise<boolean> {
  for (const isPartSound of db.soundness()) {
    if (!isPartSound) return false;
    await breathe();
  }
  return true;
}

function reindex(db: Db): boolean {
  try {
    db.write(() => db.repairs.reindex());
    return true;
  } catch {
    // It is the rows that are damaged: the next start makes the database anew.
    return false;
  }
}

/** Tells the search and the windows of a meeting that has another text now. */
function tell({ db, search, archiveFiles, events }: Services, { id, number, revision: before }: MeetingRow): void {
  const revision = db.meetings.byNumber(number)?.revision ?? before;
  if (revision === before) return;
  search.changed(number);
  archiveFiles.changed(number);
  events.publish({ type: 'meeting.changed', id, revision, origin: null });
}

/** Brings a picture back from the backups, if one of them has it. */
function bringBack({ db, databasePath, now }: Services, hash: string): void {
  const folder = `${databasePath}-assets`;
  if (bringPictures(assetsOf(`${databasePath}-backups`), folder, [hash]).length === 0) listPictures(db, folder, now(), [hash]);
}
