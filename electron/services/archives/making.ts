/** Puts everything into an archive: each meeting as it is when its turn comes. */
import type { MeetingRow } from '#electron/db/meetings.ts';
import { programVersion } from '#electron/host/program.ts';
import type { Work } from '#electron/services/jobs.ts';
import type { Services } from '#electron/services/services.ts';
import * as versions from '#electron/services/versions/index.ts';
import { type MinutesDocument, minutesDocumentSchema } from '#shared/minutes/document.ts';
import { ok, type Result } from '#shared/result.ts';
import { cardsToWrite } from './cards.ts';
import { type ArchivedMeeting, type ArchiveIndex, form } from './form.ts';
import { startWriter } from './writer.ts';
import { layoutOr } from '#electron/services/layouts.ts';
import type { MeetingToWrite } from './writing.ts';

/**
 * Writes the archive of this moment to `path`, where nothing may be; the number of its meetings. Rejects where it was
 * stopped. Errors: archive.full, .failed.
 */
export async function makeArchive(services: Services, path: string, work: Work): Promise<Result<number>> {
  const { db, now, databasePath } = services;
  const madeAt = now().toISOString();
  const writer = startWriter(work.signal);
  try {
    const begun = await writer.begin({ path, assets: `${databasePath}-assets`, at: madeAt });
    if (!begun.ok) return begun;
    const numbers = db.repairs.numbers().toSorted((one, other) => one - other);
    const meetings: ArchivedMeeting[] = [];
    for (const number of numbers) {
      await work.breathe();
      const row = db.meetings.byNumber(number);
      const written = row && (await writer.meeting(meetingAt(services, row)));
      if (written && !written.ok) return written;
      if (written) meetings.push(written.value);
      work.progress(meetings.length, numbers.length);
    }
    const pictures: ArchiveIndex['pictures'] = [];
    for (const picture of db.assets.all().toSorted((one, other) => (one.hash < other.hash ? -1 : 1))) {
      const written = await writer.picture(picture);
      if (!written.ok) return written;
      if (written.value) pictures.push(written.value);
    }
    const cards: ArchiveIndex['cards'] = [];
    for (const file of cardsToWrite(db.cards.stored())) {
      const written = await writer.cards(file);
      if (!written.ok) return written;
      cards.push(written.value);
    }
    const finished = await writer.finish({ format: 'minutebook.archive', form, program: programVersion(), madeAt, database: db.identity, meetings, pictures, cards });
    return finished.ok ? ok(meetings.length) : finished;
  } finally {
    await writer.end();
  }
}

function meetingAt(services: Services, row: MeetingRow): MeetingToWrite {
  // Checked, also where a glance would not: it is what she falls back on.
  const checked = (document: MinutesDocument): MinutesDocument => minutesDocumentSchema.parse(document);
  const read = services.records.glance<MinutesDocument | string>(row, checked, ({ text }) => text);
  const layout = layoutOr(services, typeof read === 'string' ? undefined : read.meta.layout);
  return { row, read, layout, versions: versionsOf(services, row) };
}

/** Those that she named or sent; what only the retention keeps is not worth a file. */
function versionsOf(services: Services, { id, number }: MeetingRow): MeetingToWrite['versions'] {
  const { versions: timeline } = services.db.documents.timeline(number, { offset: 0, limit: 1_000_000 });
  const marked = timeline.filter(({ name, circulatedAt }) => name !== null || circulatedAt !== null);
  return marked.flatMap(({ revision, savedAt, added, removed, name, circulatedAt }) => {
    const past = versions.open(services, { id, revision });
    return past.ok ? [{ revision, savedAt, added, removed, name, circulatedAt, document: past.value.document }] : [];
  });
}
