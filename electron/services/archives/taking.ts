/** Takes the meetings of an archive in. Nothing that is here is overwritten; each meeting comes whole or not at all. */
import { createHash } from 'node:crypto';
import type { Work } from '#electron/services/jobs.ts';
import { readPicture } from '#electron/services/picture.ts';
import type { Services } from '#electron/services/services.ts';
import { datedTitle } from '#shared/minutes/dated-title.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { openDocument } from '#shared/minutes/opening.ts';
import { asDraft } from '#shared/minutes/stage.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { ImportReport } from '#shared/rpc/archives.ts';
import { takeCards } from './cards.ts';
import { type ArchivedMeeting, type ArchivedVersion, type ArchiveIndex, form, headSchema, indexName, indexSchema, readmeName } from './form.ts';
import { hashOf, type OpenZip, openZip } from './zip-reading.ts';

export interface OpenArchive {
  index: ArchiveIndex;
  /** The content of a file as it was put in; null where it is not that. */
  read(name: string): Promise<Buffer | null>;
}

/** Opens the zip of an archive. Errors: archive.notArchive, .newer, .damaged, .tooLarge. */
export async function openArchive(path: string, shown: string): Promise<Result<OpenArchive>> {
  const zip = await openZip(path, shown);
  if (!zip.ok) return zip;
  const index = await readIndex(zip.value, shown);
  if (!index.ok) return index;
  const { sha256 } = index.value;
  return ok({
    index: index.value,
    async read(name) {
      const bytes = await zip.value.read(name);
      return bytes && hashOf(bytes) === sha256[name] ? bytes : null;
    },
  });
}

async function readIndex(zip: OpenZip, shown: string): Promise<Result<ArchiveIndex>> {
  // Cut short: the end that was found may be that of a Word file inside.
  if (!zip.has(indexName)) return zip.first === readmeName ? fail('archive.damaged') : fail('archive.notArchive', { name: shown });
  const text = (await zip.read(indexName))?.toString('utf8');
  if (text === undefined) return fail('archive.damaged');
  const json = parsed(text);
  const head = headSchema.safeParse(json);
  if (!head.success) return fail('archive.notArchive', { name: shown });
  if (head.data.form > form) return fail('archive.newer');
  const index = indexSchema.safeParse(json);
  return index.success ? ok(index.data) : fail('archive.damaged');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Takes everything in that can be read. */
export async function takeArchive(services: Services, archive: OpenArchive, work: Work): Promise<ImportReport> {
  const { meetings, pictures, cards, madeAt } = archive.index;
  const report: ImportReport = { added: 0, same: 0, copied: 0, cards: 0, unreadable: [] };
  const total = meetings.length + pictures.length + cards.length;
  let done = 0;
  // Before the texts that show them.
  for (const picture of pictures) {
    await work.breathe();
    if (!(await takePicture(services, archive, picture))) report.unreadable.push(picture.file);
    work.progress((done += 1), total);
  }
  for (const meeting of meetings) {
    await work.breathe();
    const became = await takeMeeting(services, archive, meeting);
    if (became === 'unreadable') report.unreadable.push(meeting.title || meeting.id);
    else report[became] += 1;
    work.progress((done += 1), total);
  }
  for (const { collection, file } of cards) {
    const taken = await takeCards(services, { collection, file, madeAt, bytes: await archive.read(file) }, work);
    report.cards += taken.added;
    report.unreadable.push(...taken.unreadable);
    work.progress((done += 1), total);
  }
  return report;
}

/** As for pictures that she puts in herself. */
const mostPixels = 50_000_000;

async function takePicture({ db, assets }: Services, archive: OpenArchive, { hash, file, createdAt }: ArchiveIndex['pictures'][number]): Promise<boolean> {
  const known = db.assets.find(hash);
  if (known && (await assets.read(hash)).ok) return true;
  const bytes = await archive.read(file);
  const picture = bytes && hashOf(bytes) === hash ? readPicture(bytes) : null;
  if (!bytes || !picture || picture.width * picture.height > mostPixels) return false;
  const kept = await assets.keep(bytes);
  if (!kept.ok) throw new Error(kept.error.code);
  db.write(() => db.assets.add({ hash, ...picture, size: bytes.length, createdAt }));
  return true;
}

type Became = Exclude<keyof ImportReport, 'cards'>;

async function takeMeeting(services: Services, archive: OpenArchive, meeting: ArchivedMeeting): Promise<Became> {
  const { db } = services;
  const bytes = meeting.files.json === null ? null : await archive.read(meeting.files.json);
  const opened = openDocument(bytes?.toString('utf8'));
  if (opened.state !== 'editable' || opened.document.id !== meeting.id) return 'unreadable';
  const { document } = opened;
  const here = db.meetings.find(meeting.id);
  if (!here) {
    add(services, document, meeting, await readVersions(archive, meeting));
    return 'added';
  }
  const read = services.records.read(here);
  if (read.ok && JSON.stringify(read.document) === JSON.stringify(document)) {
    // She brings the archive because she misses it.
    const isMissed = here.trashedAt !== null && meeting.trashedAt === null;
    if (isMissed) db.write(() => db.meetings.trash(meeting.id, null));
    return isMissed ? 'added' : 'same';
  }
  // Made of the text itself: the same archive, taken in once more, adds no second copy.
  const id = copyId(document);
  if (db.meetings.find(id)) return 'same';
  const title = datedTitle(document.meta, new Date(archive.index.madeAt), 'archive');
  const past = (await readVersions(archive, meeting)).map((version) => ({ ...version, document: { ...version.document, id } }));
  add(services, { ...document, id, meta: { ...asDraft(document.meta), title } }, { ...meeting, pinned: false }, past);
  return 'copied';
}

type PastText = ArchivedVersion & { document: MinutesDocument };

/** The earlier versions that can be read, oldest first. */
async function readVersions(archive: OpenArchive, { id, revision, versions }: ArchivedMeeting): Promise<PastText[]> {
  const past: PastText[] = [];
  for (const version of versions.filter((one) => one.revision <= revision).toSorted((one, other) => one.revision - other.revision)) {
    const opened = openDocument((await archive.read(version.file))?.toString('utf8'));
    if (opened.state === 'editable' && opened.document.id === id) past.push({ ...version, document: opened.document });
  }
  return past;
}

function add(services: Services, document: MinutesDocument, meeting: Omit<ArchivedMeeting, 'id'>, past: readonly PastText[]): void {
  const { db, search, archiveFiles } = services;
  const { revision, savedAt, createdAt, pinned, trashedAt } = meeting;
  const number = db.write(() => {
    const added = db.repairs.add({ document, revision, savedAt, createdAt, pinned, trashedAt: null });
    for (const version of past) {
      const isPresent = version.revision === revision;
      // With how much it changed, which adding the meeting did not know.
      if (isPresent) db.documents.drop(added, revision);
      db.documents.addVersion(added, version.revision, isPresent ? document : version.document, version.savedAt, version);
      db.documents.name(added, version.revision, version.name);
      if (version.circulatedAt !== null) db.documents.circulate(added, version.revision, version.circulatedAt);
    }
    db.meetings.trash(document.id, trashedAt);
    return added;
  });
  search.changed(number);
  archiveFiles.changed(number);
}

const copyId = (document: MinutesDocument): string => {
  const digest = createHash('sha256').update(JSON.stringify(document)).digest();
  return digest.readBigUInt64BE().toString(36).padStart(13, '0').slice(-12);
};
