/** What a host and its store say to each other outside the calls of the contract. */
import type { MessagePort } from 'node:worker_threads';
import type { ExportFormat, ExportOptions } from '#shared/export/options.ts';
import type { Result } from '#shared/result.ts';
import type { ExportReport } from '#shared/rpc/exports.ts';

export interface StoreOptions {
  /** The file of the database, absolute. Its folder must be there. */
  databasePath: string;
  /** The folder that holds `templates/`. */
  resources: string;
  /** A made-up meeting in a database that was not there before. Default true. */
  example?: boolean;
  /** Backups are made by themselves, from time to time and at the end. Default false: for what runs as long as she writes. */
  backups?: boolean;
  /** Makes a database where there is none. Default true; not when a store is started again. */
  create?: boolean;
  /** Starts although another program has the database, and opens it when that lets go: calls answer database.locked until then. */
  wait?: boolean;
  /** Where texts may lie that could not be saved; those from before `since` (milliseconds) are of an earlier run. */
  rescue?: { places: readonly string[]; since: number };
  /** How long to wait for another program to let go of the database, in milliseconds. Default 1500. */
  patience?: number;
}

/** What only a host may ask for, because it names places of this computer. */
export type HostCall =
  /** The folder that second copies of the backups go to; null = none. Errors: those of the first copies. */
  | { do: 'place'; path: string | null }
  /** Everything as it is in the file of a backup; answers with the folder that the present was set aside in. Errors: backup.damaged, .failed, .full. */
  | { do: 'restoreFrom'; file: string }
  /** Puts a parcel where she wants it; it is then gone from the store. Errors: parcel.notFound, file.unwritable, .full. */
  | { do: 'handOver'; parcel: string; file: string }
  /** Many meetings into a folder. Errors: file.unwritable, .full, work.stopped. */
  | { do: 'exportMany'; folder: string; ids: readonly string[]; format: ExportFormat; options: ExportOptions; job: string };

/** What each call is answered with. */
export interface HostAnswers {
  place: null;
  restoreFrom: { aside: string };
  handOver: null;
  exportMany: ExportReport;
}

/** Carries out a host's call. */
export type Ask = <Call extends HostCall>(call: Call) => Promise<Result<HostAnswers[Call['do']]>>;

export type StoreMessage =
  | { type: 'start'; options: StoreOptions }
  /** With the port to serve: inside the message in a worker thread, beside it in a utility process. */
  | { type: 'connect'; port?: MessagePort }
  /** Answered with the same key. */
  | { type: 'ask'; key: number; call: HostCall }
  /** The answer to what the store wanted printed. */
  | { type: 'printed'; key: number; pdf: Result<Uint8Array<ArrayBuffer>> }
  /** Everything to disk, then `closed`. */
  | { type: 'close' };

export type StoreReply =
  | { type: 'started'; result: Result<null> }
  | { type: 'answer'; key: number; result: Result<unknown> }
  /** Wants HTML as a PDF: `printed`, with the same key, is the answer. */
  | { type: 'print'; key: number; html: string }
  | { type: 'closed' };
