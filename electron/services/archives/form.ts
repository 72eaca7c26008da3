/** 封存檔: what lies where in an archive, and its list of contents `index.json`. */
import { z } from 'zod';
import type { MeetingRow } from '#electron/db/meetings.ts';
import { fit } from '#shared/export/file-name.ts';
import { languageSchema } from '#shared/language.ts';
import { archiveStrings } from '#shared/locale/archive.ts';
import { idSchema } from '#shared/minutes/id.ts';
import { assetSchema, revisionSchema } from '#shared/rpc/schemas.ts';

/** The newest form that this program writes and reads. */
export const form = 1;
export const indexName = 'index.json';
export const readmeName = 'README.txt';

const path = z.string().max(400);

const versionSchema = z.object({
  revision: revisionSchema,
  savedAt: z.iso.datetime(),
  added: z.int().min(0),
  removed: z.int().min(0),
  name: z.string().max(200).nullable(),
  circulatedAt: z.iso.datetime().nullable(),
  file: path,
});
export type ArchivedVersion = z.infer<typeof versionSchema>;

const meetingSchema = z.object({
  id: idSchema,
  title: z.string(),
  revision: revisionSchema,
  savedAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  pinned: z.boolean(),
  trashedAt: z.iso.datetime().nullable(),
  /** `json` and `docx` null where the record could not be read whole when the archive was made. */
  files: z.object({ json: path.nullable(), docx: path.nullable(), txt: path }),
  versions: z.array(versionSchema).default([]),
});
export type ArchivedMeeting = z.infer<typeof meetingSchema>;

/** Enough to tell what a file is, whatever a newer form changed. */
export const headSchema = z.object({ format: z.literal('minutebook.archive'), form: z.int().min(1) });

export const indexSchema = headSchema.extend({
  /** The version of the program that made it. */
  program: z.string(),
  madeAt: z.iso.datetime(),
  /** Names the database that it was made from. */
  database: z.string(),
  meetings: z.array(meetingSchema),
  pictures: z.array(assetSchema.extend({ createdAt: z.iso.datetime(), file: path })),
  /** People, bodies, templates and phrases of her own. */
  cards: z.array(z.object({ collection: z.string().max(40), count: z.int().min(0), file: path })).default([]),
  /** Of every other file, in hex. */
  sha256: z.record(path, z.string()),
});
export type ArchiveIndex = z.infer<typeof indexSchema>;

/** So that with folder, day and id a name is far from what systems take. Characters. */
const longestTitle = 50;

/** The folder and name of a meeting's files, without their ending; the id in it makes it the only one. */
export function nameOf({ id, year, start, title }: MeetingRow): string {
  const words = [start?.slice(0, 10) ?? '', fit(title, longestTitle).replaceAll('.', ' ').trim(), id];
  return `${year}/${words.filter((word) => word !== '').join(' ')}`;
}

const endings = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp', 'image/gif': 'gif' } as const;

export const picturePath = ({ hash, mime }: { hash: string; mime: keyof typeof endings }): string => `images/${hash}.${endings[mime]}`;

/** What the archive says of itself, in every language. */
export const readme = (): string => languageSchema.options.map((language) => archiveStrings[language].readme).join(`\n${'-'.repeat(72)}\n\n`).replaceAll('\n', '\r\n');
