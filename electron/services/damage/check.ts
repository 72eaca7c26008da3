/** Reads everything and compares every hash; what is damaged is repaired at once where a good text of it is anywhere. */
import type { MeetingRow } from '#electron/db/meetings.ts';
import { assetsOf } from '#electron/services/backups/folder.ts';
import { bringPictures } from '#electron/services/backups/pictures.ts';
import type { Work } from '#electron/services/jobs.ts';
import type { Services } from '#electron/services/services.ts';
import type { CheckReport, Recovered } from '#shared/rpc/health.ts';
import { listPictures, picturesOf } from './pictures.ts';
import { asideBeside, repairMeeting } from './repair.ts';
import { keepCheck, keepRecovery } from './report.ts';
import { sourcesBeside } from './sources.ts';

type Found = CheckReport['damaged'][number];

/** Checks all of a database and what lies beside it, says so to the windows, and keeps the report. Throws where `work` was stopped. */
export async function checkEverything(services: Services, work: Pick<Work, 'progress' | 'breathe'>): Promise<CheckReport> {
  const { db, events, now, databasePath } = services;
  const at = now();
  const report: CheckReport = { at: at.toISOString(), meetings: 0, versions: 0, pictures: 0, database: db.isSound(), damaged: [] };
  const repaired: Recovered[] = [];
  const pictures = new Set<string>();
  const aside = asideBeside(databasePath, at);
  const sources = sourcesBeside(databasePath);
  const note = (row: MeetingRow, what: Found['what']): void => void report.damaged.push({ id: row.id, title: row.title, what });
  try {
    const numbers = db.repairs.numbers();
    for (const number of numbers) {
      work.progress(report.meetings, numbers.length);
      await work.breathe();
      const row = db.meetings.byNumber(number);
      if (!row) continue;
      report.meetings += 1;
      report.versions += checkTexts(services, row, { aside, sources, note, repaired });
      await checkPictures(services, row, pictures, note);
      if (await services.archiveFiles.mend(db.meetings.byNumber(number) ?? row)) note(row, 'archive');
    }
  } finally {
    sources.close();
    // Whatever was repaired before somebody stopped it is said all the same.
    if (repaired.length > 0) {
      keepRecovery(db, { at: report.at, setAside: aside.name(), meetings: repaired, whole: 0, seen: false });
      events.publish({ type: 'library.changed', origin: null });
    }
  }
  report.pictures = pictures.size;
  keepCheck(db, report);
  events.publish({ type: 'health.changed', origin: null });
  return report;
}

interface Texts {
  aside: ReturnType<typeof asideBeside>;
  sources: ReturnType<typeof sourcesBeside>;
  note(row: MeetingRow, what: Found['what']): void;
  repaired: Recovered[];
}

/** How many stored texts a meeting has. */
function checkTexts({ db, records, events, search }: Services, row: MeetingRow, { aside, sources, note, repaired }: Texts): number {
  const texts = db.repairs.texts(row.number);
  const read = records.read(row);
  if (!read.ok && read.unreadable.reason.code === 'document.damaged') note(row, 'text');
  else if (texts.some(({ whole }) => !whole)) note(row, 'version');
  const repair = repairMeeting({ db, records, sources, aside }, row);
  if (repair) repaired.push(repair);
  const after = db.meetings.byNumber(row.number);
  if (after && after.revision !== row.revision) {
    search.changed(row.number);
    events.publish({ type: 'meeting.changed', id: row.id, revision: after.revision, origin: null });
  }
  return texts.filter(({ kind }) => kind === 'version').length;
}

/** Brings the pictures of a record back from the backups where their files are lost or damaged. */
async function checkPictures({ db, records, assets, databasePath, now }: Services, row: MeetingRow, seen: Set<string>, note: Texts['note']): Promise<void> {
  for (const hash of records.glance(row, picturesOf, () => [])) {
    if (seen.has(hash)) continue;
    seen.add(hash);
    if ((await assets.read(hash)).ok && db.assets.find(hash)) continue;
    note(row, 'picture');
    const folder = `${databasePath}-assets`;
    if (bringPictures(assetsOf(`${databasePath}-backups`), folder, [hash]).length === 0) listPictures(db, folder, now(), [hash]);
  }
}
