/** Writes everything into an archive: each meeting as it is when its turn comes. */
import type { MeetingRow } from '#electron/db/meetings.ts';
import { programVersion } from '#electron/host/program.ts';
import { contentOf } from '#electron/services/exports.ts';
import type { Work } from '#electron/services/jobs.ts';
import type { Services } from '#electron/services/services.ts';
import * as versions from '#electron/services/versions/index.ts';
import { type MinutesDocument, minutesDocumentSchema } from '#shared/minutes/document.ts';
import { type ArchivedMeeting, type ArchivedVersion, type ArchiveIndex, form, indexName, nameOf, picturePath, readme, readmeName } from './form.ts';
import { createZip, type ZipFile } from './zip.ts';

const utf8 = new TextEncoder();
const json = (value: unknown): Uint8Array => utf8.encode(`${JSON.stringify(value, null, 2)}\n`);

/** Writes the archive of this moment to `path`, where nothing may be; the number of its meetings. Throws where it was stopped or cannot be written. */
export async function makeArchive(services: Services, path: string, work: Work): Promise<number> {
  const { db, now } = services;
  const zip = await createZip(path);
  try {
    const at = now();
    await zip.add(readmeName, utf8.encode(readme()), at);
    const numbers = db.repairs.numbers().toSorted((one, other) => one - other);
    const meetings: ArchivedMeeting[] = [];
    for (const number of numbers) {
      await work.breathe();
      const row = db.meetings.byNumber(number);
      if (row) meetings.push(await addMeeting(services, zip, row));
      work.progress(meetings.length, numbers.length);
    }
    const pictures = await addPictures(services, zip, work);
    const index: Omit<ArchiveIndex, 'sha256'> = { format: 'minutebook.archive', form, program: programVersion(), madeAt: at.toISOString(), database: db.identity, meetings, pictures };
    await zip.add(indexName, json({ ...index, sha256: zip.sums() }), at);
    await zip.finish();
    return meetings.length;
  } catch (error) {
    await zip.abandon();
    throw error;
  }
}

async function addMeeting(services: Services, zip: ZipFile, row: MeetingRow): Promise<ArchivedMeeting> {
  const { records, assets } = services;
  const { id, title, revision, updatedAt: savedAt, createdAt, pinned, trashedAt } = row;
  const path = `meetings/${nameOf(row)}`;
  const at = new Date(savedAt);
  // Checked, also where a glance would not: it is what she falls back on.
  const read = records.glance<MinutesDocument | string>(row, (document) => minutesDocumentSchema.parse(document), ({ text }) => text);
  const kept = { id, title, revision, savedAt, createdAt, pinned, trashedAt, versions: await addVersions(services, zip, row) };
  const files: ArchivedMeeting['files'] = { json: null, docx: null, txt: `${path}.txt` };
  if (typeof read === 'string') {
    await zip.add(files.txt, utf8.encode(read), at);
    return { ...kept, files };
  }
  for (const format of ['json', 'docx', 'txt'] as const) {
    const content = await contentOf(read, format, assets);
    files[format] = `${path}.${format}`;
    await zip.add(files[format], typeof content === 'string' ? utf8.encode(content) : content, at, format === 'docx');
  }
  return { ...kept, files };
}

/** Those that she named or sent; what only the retention keeps is not worth a file. */
async function addVersions(services: Services, zip: ZipFile, row: MeetingRow): Promise<ArchivedVersion[]> {
  const { versions: timeline } = services.db.documents.timeline(row.number, { offset: 0, limit: 1_000_000 });
  const added: ArchivedVersion[] = [];
  for (const version of timeline.filter(({ name, circulatedAt }) => name !== null || circulatedAt !== null)) {
    const { revision, savedAt } = version;
    const past = versions.open(services, { id: row.id, revision });
    if (!past.ok) continue;
    const file = `versions/${nameOf(row)} ${revision}.json`;
    await zip.add(file, json(past.value.document), new Date(savedAt));
    added.push({ revision, savedAt, added: version.added, removed: version.removed, name: version.name, circulatedAt: version.circulatedAt, file });
  }
  return added;
}

async function addPictures({ db, assets }: Services, zip: ZipFile, { breathe }: Work): Promise<ArchiveIndex['pictures']> {
  const pictures: ArchiveIndex['pictures'] = [];
  for (const { hash, mime, width, height, createdAt } of db.assets.all().toSorted((one, other) => (one.hash < other.hash ? -1 : 1))) {
    await breathe();
    const bytes = await assets.read(hash);
    if (!bytes.ok) continue;
    const file = picturePath({ hash, mime });
    await zip.add(file, bytes.value, new Date(createdAt), true);
    pictures.push({ hash, mime, width, height, createdAt, file });
  }
  return pictures;
}
