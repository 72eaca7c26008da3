/** Keeps a record that was read from a file: whole, with its pictures, or not at all. */
import type { MeetingRow } from '#electron/db/meetings.ts';
import { put as putPicture } from '#electron/services/assets.ts';
import { after, told } from '#electron/services/meetings.ts';
import type { Services } from '#electron/services/services.ts';
import { wellFormed } from '#electron/services/well-formed.ts';
import { restoreAll } from '#shared/minutes/difference/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { newId } from '#shared/minutes/id.ts';
import { asDraft } from '#shared/minutes/stage.ts';
import { blocksWithin, editBlock } from '#shared/minutes/walk.ts';
import { type AppError, fail, ok, type Result } from '#shared/result.ts';
import { putFileCard } from './files.ts';
import type { Reading } from './reader.ts';

/** A record to keep, and the file that it came from. */
export interface Keeping {
  document: MinutesDocument;
  pictures: Reading['pictures'];
  /** The file's name, and the sha256 of its bytes in hex. */
  name: string;
  sha256: string;
  origin: string | null;
}

/** Keeps it as a meeting of its own; where its id is taken it becomes a draft under a new one. Errors: asset.*. */
export async function keepAsMeeting(services: Services, keeping: Keeping): Promise<Result<MeetingRow>> {
  const { db, records, now } = services;
  const shown = await withPictures(services, keeping);
  if (!shown.ok) return shown;
  const isTaken = db.meetings.find(shown.value.id) !== null;
  const document = wellFormed(isTaken ? { ...shown.value, id: newId(), meta: asDraft(shown.value.meta) } : shown.value);
  const at = now().toISOString();
  const row = db.write(() => {
    const created = records.create(document, at);
    putFileCard(db, keeping.sha256, { name: keeping.name, meeting: created.id }, at);
    return created;
  });
  told(services, row, keeping.origin);
  return ok(row);
}

/**
 * Makes it the present text of the meeting of its id, which stands at `revision`; what stood there stays as a version.
 * Errors: meeting.notFound, .trashed, .conflict, .readOnly, record.locked, asset.*.
 */
export async function keepAsVersion(services: Services, keeping: Keeping, revision: number): Promise<Result<MeetingRow>> {
  const { db, records, now } = services;
  const shown = await withPictures(services, keeping);
  if (!shown.ok) return shown;
  const row = db.meetings.find(keeping.document.id);
  if (!row) return fail('meeting.notFound');
  if (row.trashedAt !== null) return fail('meeting.trashed');
  if (row.revision !== revision) return fail('meeting.conflict');
  const read = records.read(row);
  if (!read.ok) return fail('meeting.readOnly');
  records.keep(row);
  const at = after(row, now());
  const changed = records.change(row, wellFormed(restoreAll(read.document, shown.value)), at);
  if (!changed.ok) return changed;
  db.write(() => putFileCard(db, keeping.sha256, { name: keeping.name, meeting: row.id }, at));
  told(services, changed.value, keeping.origin, row);
  return changed;
}

/** The record with the pictures of its file in the store. One that cannot be used stays a place without a picture. */
async function withPictures(services: Services, { document, pictures }: Keeping): Promise<Result<MinutesDocument>> {
  const kept = new Map<string, string>();
  for (const block of document.blocks.flatMap((one) => [...blocksWithin(one)])) {
    const bytes = block.kind === 'image' ? pictures.get(block.asset) : undefined;
    if (block.kind !== 'image' || !bytes || kept.has(block.asset)) continue;
    const put = await putPicture(services, { file: new Blob([new Uint8Array(bytes)]) });
    if (put.ok) kept.set(block.asset, put.value.hash);
    else if (!isUnusable(put.error)) return put;
  }
  if (kept.size === 0) return ok(document);
  return ok({ ...document, blocks: document.blocks.map((block) => editBlock(block, { asset: (hash) => kept.get(hash) ?? hash })) });
}

const isUnusable = ({ code }: AppError): boolean => code === 'asset.kind' || code === 'asset.tooLarge' || code === 'asset.tooManyPixels';
