/** The shapes that travel between window, host and store. */
import { z } from 'zod';
import { asItIs, exportChoiceSchema, usualPattern } from '../export/options.ts';
import { languageSchema } from '../language.ts';
import { blockSchema } from '../minutes/blocks/index.ts';
import { minutesDocumentSchema } from '../minutes/document.ts';
import { idSchema } from '../minutes/id.ts';
import { civilTimeSchema, metaSchema } from '../minutes/meta.ts';
import { rosterSchema } from '../minutes/roster.ts';
import { stageSchema } from '../minutes/stage.ts';
import { savedSearchSchema } from './search-filters.ts';
import type { ErrorCode } from '../locale/errors.ts';
import type { Result } from '../result.ts';

/** A file in memory: a Blob of the page or of Node. */
export interface FileContent {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}
export const fileContentSchema = z.custom<FileContent>(
  (value) => typeof value === 'object' && value !== null && 'arrayBuffer' in value && 'size' in value && 'type' in value,
);

export const errorSchema = z.object({
  code: z.string() as unknown as z.ZodType<ErrorCode>,
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** Success with a value, or an error as a value. */
export const resultOf = <Value>(value: z.ZodType<Value>): z.ZodType<Result<Value>> =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: errorSchema }),
  ]) as unknown as z.ZodType<Result<Value>>;

/** A number of saves that a meeting has had; a save names the one it stands on. */
export const revisionSchema = z.int().min(0);

/** Names the library that a revision is of: after a restore the same revision may be another text. '' before the first restore. */
export const generationSchema = z.string().max(40);

/** How long a meeting stays in the trash. Days. */
export const trashDays = 60;

/** One line of the library. Times are ISO 8601 in UTC unless they are the meeting's own civil time. */
export const meetingSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  organisation: z.string(),
  body: z.string(),
  term: z.number().nullable(),
  session: z.number().nullable(),
  start: civilTimeSchema.nullable(),
  /** 草稿, 送核, 定稿 or 已確認. */
  stage: stageSchema,
  /** The year it stands under in the library: of its start, or of its creation where that is unknown. */
  year: z.int(),
  pinned: z.boolean(),
  trashedAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  revision: revisionSchema,
});
export type MeetingSummary = z.infer<typeof meetingSummarySchema>;

export const openMeetingSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('editable'), document: minutesDocumentSchema, revision: revisionSchema, generation: generationSchema, savedAt: z.string() }),
  /** Damaged, or from a newer program: its text to read, the reason, and nothing to save. */
  z.object({ state: z.literal('readOnly'), id: idSchema, title: z.string(), text: z.string(), reason: errorSchema }),
]);
export type OpenMeeting = z.infer<typeof openMeetingSchema>;

/** What changed since a revision. Top-level blocks that are not in `order` are removed. */
export const changesSchema = z.strictObject({
  meta: metaSchema.optional(),
  roster: rosterSchema.optional(),
  /** Ids of all top-level blocks, in order; absent = as before. */
  order: z.array(idSchema).max(100_000).optional(),
  /** New and changed top-level blocks. */
  blocks: z.array(blockSchema).max(100_000),
});
export type Changes = z.infer<typeof changesSchema>;

export { type TextEncoding, textEncodings } from '../text/encodings.ts';
/** Largest text file, in MB. */
export const textFileLimit = 20;

export const assetSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  mime: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif']),
  width: z.int(),
  height: z.int(),
});
export type Asset = z.infer<typeof assetSchema>;

/** What she set, kept with the meetings. Every key has a default. */
export const settingsSchema = z.object({
  /** null = as the system has it. */
  language: languageSchema.nullable().default(null),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** The paper stays light in the dark theme. */
  lightPaper: z.boolean().default(true),
  /** Per cent. */
  zoom: z.int().min(50).max(300).default(100),
  libraryWidth: z.int().min(180).max(600).default(260),
  inspectorWidth: z.int().min(220).max(600).default(300),
  libraryOpen: z.boolean().default(true),
  inspectorOpen: z.boolean().default(true),
  /** How two versions are shown: beside each other, or as one text. */
  comparisonLayout: z.enum(['side', 'inline']).default('side'),
  /** 片語 that were used before are offered while she types. */
  suggestPhrases: z.boolean().default(true),
  lastMeeting: idSchema.nullable().default(null),
  /** What she searched for last, newest first, each once. */
  searchHistory: z.array(z.string().max(500)).max(20).default([]),
  savedSearches: z.array(savedSearchSchema).max(100).default([]),
  /** 檔名: the pattern by which exported files are called. */
  exportName: z.string().max(200).default(usualPattern),
  exporting: exportChoiceSchema.default({ format: 'docx', ...asItIs }),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Those settings that change. Not `settingsSchema.partial()`: that fills every missing key with its default. */
export const settingsPatchSchema = z.strictObject(
  Object.fromEntries(Object.entries(settingsSchema.shape).map(([key, setting]) => [key, setting.unwrap().optional()])),
) as unknown as z.ZodType<Partial<Settings>>;

/** What other windows need to hear. `origin` is the window that made the change. */
export const storeEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('meeting.changed'), id: idSchema, revision: revisionSchema, origin: z.string().nullable() }),
  z.object({ type: z.literal('library.changed'), origin: z.string().nullable() }),
  /** Another database took the place of the one before: every meeting may be another, also at the same revision. */
  z.object({ type: z.literal('library.replaced'), origin: z.string().nullable() }),
  z.object({ type: z.literal('settings.changed'), origin: z.string().nullable() }),
  /** People and bodies. */
  z.object({ type: z.literal('directory.changed'), origin: z.string().nullable() }),
  /** Templates or phrases of her own. */
  z.object({ type: z.literal('own.changed'), origin: z.string().nullable() }),
  /** Backups, checks, what can be saved: `health.state` and `backups.state` say how it is now. */
  z.object({ type: z.literal('health.changed'), origin: z.string().nullable() }),
  /** How far long work is; `total` 0 where that is not known yet. */
  z.object({ type: z.literal('job.progress'), job: z.string(), done: z.int(), total: z.int(), origin: z.string().nullable() }),
]);
export type StoreEvent = z.infer<typeof storeEventSchema>;
