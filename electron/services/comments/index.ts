/** 送審: the paper that goes out, the copies that come back, and what was decided about them. */
import { createHash } from 'node:crypto';
import { printToDocx } from '#electron/docx/index.ts';
import { paperName } from '#shared/export/export-name.ts';
import type { MeetingRow } from '#electron/db/meetings.ts';
import { pictureOf } from '#electron/services/exports.ts';
import { layoutOr } from '#electron/services/layouts.ts';
import type { Services } from '#electron/services/services.ts';
import * as versions from '#electron/services/versions/index.ts';
import { correctionsName, correctionsPaper } from '#shared/comments/corrections.ts';
import { commentPaper } from '#shared/comments/paper.ts';
import { proposalsOf } from '#shared/comments/proposals.ts';
import { type Decision, type Returned, returnedSchema } from '#shared/comments/returned.ts';
import { layouts } from '#shared/layouts/index.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import type { PrintDocument } from '#shared/minutes/print.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { FileContent } from '#shared/rpc/schemas.ts';
import { toScript } from '#shared/text/script.ts';
import { readCopy } from './reading.ts';

type File = Result<{ name: string; file: FileContent }>;
type Open = { row: MeetingRow; document: MinutesDocument };

function opened({ db, records }: Services, id: string): Result<Open> {
  const row = db.meetings.find(id);
  if (!row) return fail('meeting.notFound');
  const read = records.read(row);
  return read.ok ? ok({ row, document: read.document }) : fail('meeting.readOnly');
}

/** 送審稿 of a meeting; what it holds becomes a version that was sent. Errors: meeting.notFound, .readOnly. */
export async function paper(services: Services, { id, origin }: { id: string; origin: string | null }): Promise<File> {
  const open = opened(services, id);
  if (!open.ok) return open;
  const { row, document } = open.value;
  const sent = versions.circulate(services, { id, revision: row.revision, origin });
  if (!sent.ok) return sent;
  const layout = layoutOr(services, document.meta.layout);
  return fileOf(services, document, commentPaper(document, layout, row.revision), layout, '送審稿');
}

/** 修正意見一覽 of a meeting. Errors: meeting.notFound, .readOnly. */
export async function corrections(services: Services, { id }: { id: string }): Promise<File> {
  const open = opened(services, id);
  if (!open.ok) return open;
  const { document } = open.value;
  const proposed = proposalsOf(document, copiesOf(services, id), (revision) => {
    const past = versions.open(services, { id, revision });
    return past.ok ? past.value.document : undefined;
  });
  return fileOf(services, document, correctionsPaper(document, proposed), layouts.association, correctionsName(document));
}

async function fileOf({ assets }: Services, { meta }: MinutesDocument, print: PrintDocument, layout: LayoutProfile, words: string): Promise<File> {
  const bytes = new Uint8Array(await printToDocx(print, { layout, asset: pictureOf(assets) }));
  return ok({ name: paperName(meta, toScript(words, meta.script, meta.region), 'docx'), file: new Blob([bytes], { type: wordType }) });
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Takes in a copy that came back. The same file is one copy, whatever it is called. Errors: comments.notCopy, word.*,
 * meeting.notFound, .readOnly, version.*.
 */
export async function take(services: Services, { id, file, name }: { id: string; file: FileContent; name: string }): Promise<Result<Returned>> {
  const open = opened(services, id);
  if (!open.ok) return open;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const key = createHash('sha256').update(id).update(bytes).digest('hex').slice(0, 32);
  const known = copiesOf(services, id).find((copy) => copy.id === key);
  if (known) return ok(known);
  const read = await readCopy(services, open.value, bytes, name);
  if (!read.ok) return read;
  return put(services, { ...read.value, id: key, meeting: id, name, at: services.now().toISOString(), decisions: {} });
}

/** The copies of a meeting, oldest first. */
export const list = (services: Services, { id }: { id: string }): Result<Returned[]> => ok(copiesOf(services, id));

function copiesOf({ db }: Services, id: string): Returned[] {
  const copies = db.cards.all('returnedCopies').flatMap(({ content }) => returnedSchema.safeParse(content).data ?? []);
  return copies.filter(({ meeting }) => meeting === id).sort((one, other) => (one.at < other.at ? -1 : 1));
}

function put({ db, now }: Services, copy: Returned): Result<Returned> {
  db.write(() => db.cards.put('returnedCopies', copy.id, copy, now().toISOString()));
  return ok(copy);
}

interface Note {
  copy: string;
  by?: string | undefined;
  decision?: { key: string; as: Decision | null } | undefined;
}

/** Notes who returned a copy, or what was decided about a proposal. Error: comments.gone. */
export function note(services: Services, { copy: id, by, decision }: Note): Result<Returned> {
  const { data: copy } = returnedSchema.safeParse(services.db.cards.find('returnedCopies', id)?.content);
  if (!copy) return fail('comments.gone');
  const decisions = Object.fromEntries(Object.entries(copy.decisions).filter(([key]) => key !== decision?.key));
  if (decision?.as) decisions[decision.key] = decision.as;
  return put(services, { ...copy, by: by ?? copy.by, decisions });
}

/** Forgets a copy. */
export function drop({ db }: Services, { copy }: { copy: string }): Result<null> {
  db.write(() => db.cards.remove('returnedCopies', copy));
  return ok(null);
}
