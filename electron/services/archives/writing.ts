/** The files of an archive, made in a thread of their own: a Word file alone takes longer than a save may wait. */
import type { KeptAsset } from '#electron/db/assets.ts';
import type { MeetingRow } from '#electron/db/meetings.ts';
import { type AssetFiles, assetFiles } from '#electron/services/asset-files.ts';
import { contentOf } from '#electron/services/exports.ts';
import { noPdf } from '#electron/services/pdf.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import type { CardsToWrite } from './cards.ts';
import { type ArchivedMeeting, type ArchivedVersion, type ArchiveIndex, indexName, nameOf, picturePath, readme, readmeName } from './form.ts';
import { createZip, type ZipFile } from './zip-writing.ts';

/** A meeting as it stands in the database: its document, or what could be read of it. */
export interface MeetingToWrite {
  row: MeetingRow;
  read: MinutesDocument | string;
  /** What its Word file and its text are laid out in. */
  layout: LayoutProfile;
  versions: (Omit<ArchivedVersion, 'file'> & { document: MinutesDocument })[];
}

/** Where an archive is written, and where its pictures lie. */
export interface Place {
  path: string;
  assets: string;
  at: string;
}

/** What the thread can be asked, one at a time, and what it answers. */
export interface Steps {
  begin(place: Place): Promise<null>;
  meeting(meeting: MeetingToWrite): Promise<ArchivedMeeting>;
  /** null where its file cannot be read. */
  picture(picture: KeptAsset): Promise<ArchiveIndex['pictures'][number] | null>;
  cards(cards: CardsToWrite): Promise<ArchiveIndex['cards'][number]>;
  /** With everything on disk. */
  finish(index: Omit<ArchiveIndex, 'sha256'>): Promise<null>;
}

const utf8 = new TextEncoder();
const json = (value: unknown): Uint8Array => utf8.encode(`${JSON.stringify(value, null, 2)}\n`);

/** The writer of one archive. */
export function createWriter(): Steps {
  let zip: ZipFile | undefined;
  let assets: AssetFiles | undefined;
  const open = (): { zip: ZipFile; assets: AssetFiles } => {
    if (!zip || !assets) throw new Error('nothing was begun');
    return { zip, assets };
  };
  return {
    async begin(place) {
      zip = await createZip(place.path);
      assets = assetFiles(place.assets);
      await zip.add(readmeName, utf8.encode(readme()), new Date(place.at));
      return null;
    },
    meeting: (meeting) => addMeeting(open(), meeting),
    async picture({ hash, mime, width, height, createdAt }) {
      const bytes = await open().assets.read(hash);
      if (!bytes.ok) return null;
      const file = picturePath({ hash, mime });
      await open().zip.add(file, bytes.value, new Date(createdAt), true);
      return { hash, mime, width, height, createdAt, file };
    },
    async cards({ collection, file, cards }) {
      const last = cards.reduce((latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest), '');
      await open().zip.add(file, json({ collection, cards }), new Date(last));
      return { collection, count: cards.length, file };
    },
    async finish(index) {
      await open().zip.add(indexName, json({ ...index, sha256: open().zip.sums() }), new Date(index.madeAt));
      await open().zip.finish();
      return null;
    },
  };
}

async function addMeeting({ zip, assets }: { zip: ZipFile; assets: AssetFiles }, { row, read, layout, versions }: MeetingToWrite): Promise<ArchivedMeeting> {
  const { id, title, revision, updatedAt: savedAt, createdAt, pinned, trashedAt } = row;
  const at = new Date(savedAt);
  const path = `meetings/${nameOf(row)}`;
  const files: ArchivedMeeting['files'] = { json: null, docx: null, txt: `${path}.txt` };
  if (typeof read === 'string') await zip.add(files.txt, utf8.encode(read), at);
  else {
    for (const format of ['json', 'docx', 'txt'] as const) {
      const content = await contentOf(read, format, { pictures: assets, pdf: noPdf }, undefined, { layout });
      if (!content.ok) throw new Error(content.error.code);
      files[format] = `${path}.${format}`;
      await zip.add(files[format], typeof content.value === 'string' ? utf8.encode(content.value) : content.value, at, format === 'docx');
    }
  }
  const past: ArchivedVersion[] = [];
  for (const { document, ...version } of versions) {
    const file = `versions/${nameOf(row)} ${version.revision}.json`;
    await zip.add(file, json(document), new Date(version.savedAt));
    past.push({ ...version, file });
  }
  return { id, title, revision, savedAt, createdAt, pinned, trashedAt, files, versions: past };
}
