/**
 * Every call and event of the program, declared here and nowhere else. `store` runs in the worker that owns the
 * database; `host` is what differs between desktop and browser.
 */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { minutesDocumentSchema } from '../minutes/document.ts';
import { idSchema } from '../minutes/id.ts';
import { archivesContract } from './archives.ts';
import { backupPlaceSchema, backupsContract } from './backups.ts';
import { bodiesContract, peopleContract } from './directory.ts';
import { commentsContract } from './comments.ts';
import { exportManySchema, exportReportSchema, exportsContract } from './exports.ts';
import { healthContract } from './health.ts';
import { importsContract } from './imports.ts';
import { layoutsContract } from './layouts.ts';
import { jobsContract } from './jobs.ts';
import { stagesContract } from './stages.ts';
import { versionsContract } from './versions.ts';
import { origin } from './origin.ts';
import { phrasesContract, templatesContract, wordTemplatesContract } from './own.ts';
import { proofsContract } from './proofs.ts';
import { parcelSchema, parcelsContract } from './parcels.ts';
import { registersContract } from './registers.ts';
import { searchContract } from './search.ts';
import {
  assetSchema,
  changesSchema,
  fileContentSchema,
  generationSchema,
  meetingSummarySchema,
  openMeetingSchema,
  resultOf,
  revisionSchema,
  settingsPatchSchema,
  settingsSchema,
  storeEventSchema,
  textEncodings,
} from './schemas.ts';

export const storeContract = {
  meetings: {
    /** The library from `offset`, pinned first, then newest first; `total` counts all of them. */
    list: oc
      .input(z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(5000), trashed: z.boolean().default(false) }))
      .output(resultOf(z.object({ total: z.int(), meetings: z.array(meetingSummarySchema) }))),
    /** Keeps a new meeting; its id must be new. */
    create: oc
      .input(z.strictObject({ document: minutesDocumentSchema, origin }))
      .output(resultOf(z.object({ summary: meetingSummarySchema, revision: revisionSchema, savedAt: z.string() }))),
    open: oc.input(z.strictObject({ id: idSchema })).output(resultOf(openMeetingSchema)),
    /**
     * Answers only when the change is on disk. `meeting.conflict` where the meeting is past `revision`, or where that was of
     * another generation of the library: nothing is written. Without `generation` it is the present one.
     */
    save: oc
      .input(z.strictObject({ id: idSchema, revision: revisionSchema, generation: generationSchema.optional(), changes: changesSchema, origin }))
      .output(resultOf(z.object({ revision: revisionSchema, savedAt: z.string() }))),
    /** 複製為下次會議: 次 + 1, date and text cleared, roster kept. */
    duplicateAsNext: oc.input(z.strictObject({ id: idSchema, origin })).output(resultOf(meetingSummarySchema)),
    /** Another copy of a text, e.g. the other side of a conflict. */
    copy: oc.input(z.strictObject({ document: minutesDocumentSchema, title: z.string().max(500), origin })).output(resultOf(meetingSummarySchema)),
    rename: oc.input(z.strictObject({ id: idSchema, title: z.string().max(500), origin })).output(resultOf(meetingSummarySchema)),
    pin: oc.input(z.strictObject({ id: idSchema, pinned: z.boolean(), origin })).output(resultOf(meetingSummarySchema)),
    trash: oc.input(z.strictObject({ id: idSchema, origin })).output(resultOf(meetingSummarySchema)),
    restore: oc.input(z.strictObject({ id: idSchema, origin })).output(resultOf(meetingSummarySchema)),
  },
  search: searchContract,
  registers: registersContract,
  assets: {
    /** Keeps a picture once by its hash. Checks its magic bytes and size. */
    put: oc.input(z.strictObject({ file: fileContentSchema })).output(resultOf(assetSchema)),
    get: oc.input(z.strictObject({ hash: assetSchema.shape.hash })).output(resultOf(fileContentSchema)),
  },
  texts: {
    /** The text of a file from outside, cleaned. Errors: file.*; file.encoding where it is in another one than UTF-8. */
    read: oc
      .input(z.strictObject({ file: fileContentSchema, name: z.string().max(300), encoding: z.enum(textEncodings).nullable().default(null) }))
      .output(resultOf(z.object({ text: z.string() }))),
  },
  templates: templatesContract,
  phrases: phrasesContract,
  wordTemplates: wordTemplatesContract,
  layouts: layoutsContract,
  exports: exportsContract,
  proofs: proofsContract,
  imports: importsContract,
  comments: commentsContract,
  settings: {
    get: oc.output(resultOf(settingsSchema)),
    set: oc.input(z.strictObject({ settings: settingsPatchSchema, origin })).output(resultOf(settingsSchema)),
  },
  people: peopleContract,
  bodies: bodiesContract,
  backups: backupsContract,
  archives: archivesContract,
  parcels: parcelsContract,
  versions: versionsContract,
  stages: stagesContract,
  health: healthContract,
  jobs: jobsContract,
  events: {
    /** Runs until the window goes. */
    watch: oc.output(eventIterator(storeEventSchema)),
  },
};

export const hostInfoSchema = z.object({
  /** Shown in 關於. */
  host: z.enum(['desktop', 'browser']),
  version: z.string(),
  /** Name of the database file for 關於; shown, never sent back. */
  database: z.string(),
  /** Where a file goes that she saves: the host asks with a dialog, or the page downloads it. */
  saving: z.enum(['dialog', 'download']),
  /** The host has a menu bar of its own. */
  menuBar: z.boolean(),
  /** It can print to a PDF. */
  pdf: z.boolean(),
  platform: z.enum(['mac', 'windows', 'linux']),
  /** The system's language, for the first start. */
  language: z.string(),
});
export type HostInfo = z.infer<typeof hostInfoSchema>;

export const hostEventSchema = z.discriminatedUnion('type', [
  /** A menu item was chosen: run the command of that id. */
  z.object({ type: z.literal('command'), id: z.string() }),
  /** The window wants to close: save, then call `closeReady`. */
  z.object({ type: z.literal('closing') }),
  /** The computer was asleep: whatever waited is due. */
  z.object({ type: z.literal('resumed') }),
]);
export type HostEvent = z.infer<typeof hostEventSchema>;

export const hostContract = {
  info: oc.output(resultOf(hostInfoSchema)),
  /** Asks where, writes beside, flushes and renames; null where she cancelled, else the file's name. Only where `saving` is 'dialog'. */
  saveFile: oc
    .input(z.strictObject({ name: z.string().min(1).max(200), file: fileContentSchema }))
    .output(resultOf(z.object({ name: z.string().nullable() }))),
  /** The same for a file that lies with the store, of any size; where she cancelled it stays there. */
  saveParcel: oc
    .input(z.strictObject({ name: z.string().min(1).max(200), parcel: parcelSchema }))
    .output(resultOf(z.object({ name: z.string().nullable() }))),
  /** Asks for a folder and writes many meetings into it, a file each; null where she cancelled. Only where `saving` is 'dialog'. Errors: file.unwritable, .full, work.stopped. */
  exportToFolder: oc.input(exportManySchema).output(resultOf(z.object({ folder: z.string(), report: exportReportSchema }).nullable())),
  setTitle: oc.input(z.strictObject({ title: z.string().max(500) })).output(resultOf(z.null())),
  /** Opens an http, https or mailto address outside, after asking. */
  openLink: oc.input(z.strictObject({ url: z.string().max(2048) })).output(resultOf(z.null())),
  /** Writes a text that cannot be saved to a safe place elsewhere; when. Errors: file.unwritable, file.full, where there is none. */
  rescue: oc.input(z.strictObject({ document: minutesDocumentSchema, revision: revisionSchema })).output(resultOf(z.object({ at: z.string() }))),
  /** It was saved after all: what lies elsewhere is no longer needed. */
  rescueOver: oc.input(z.strictObject({ id: idSchema })).output(resultOf(z.null())),
  /** Where a second copy of the backups can go: what is plugged in now, her folders, and a dialog where there is one. */
  places: oc.output(resultOf(z.array(backupPlaceSchema))),
  /**
   * Sends copies of the backups there from now on, or nowhere with null; the place's name, null where there is none or
   * she thought better of it. Errors: backup.placeMissing where it is gone, and those of the first copies.
   */
  choosePlace: oc.input(z.strictObject({ id: z.string().max(40).nullable() })).output(resultOf(z.object({ name: z.string().nullable() }))),
  /** Everything is on disk: the window may close. */
  closeReady: oc.output(resultOf(z.null())),
  events: oc.output(eventIterator(hostEventSchema)),
};

export const contract = { store: storeContract, host: hostContract };
