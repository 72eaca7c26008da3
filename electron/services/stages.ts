/** How far a record is: the steps from 草稿 to 已確認, and 更正 of what is final. */
import type { MeetingRow } from '#electron/db/meetings.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { newId } from '#shared/minutes/id.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import { openDocument } from '#shared/minutes/opening.ts';
import { sealOf } from '#shared/minutes/seal.ts';
import { correctionUnderway, isLocked, nextStages, type Stage, type StageStep, stageOf } from '#shared/minutes/stage.ts';
import { correctionWords, stageTerms } from '#shared/minutes/stage-words.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { StagedRecord } from '#shared/rpc/stages.ts';
import { after, told } from './meetings.ts';
import { documentAt } from './records.ts';
import type { Services } from './services.ts';

interface At {
  id: string;
  revision: number;
  generation: string;
  origin: string | null;
}

interface Found {
  row: MeetingRow;
  document: MinutesDocument;
}

/** The record that a step is about, at the revision that the window has seen. */
function find({ db, records }: Services, { id, revision, generation }: At): Result<Found> {
  const row = db.meetings.find(id);
  if (!row) return fail('meeting.notFound');
  if (row.trashedAt !== null) return fail('meeting.trashed');
  if (row.revision !== revision || generation !== db.generation()) return fail('meeting.conflict');
  const read = records.read(row);
  return read.ok ? ok({ row, document: read.document }) : fail('meeting.readOnly');
}

interface Next {
  meta: Meta;
  /** What the version of this moment is called. */
  name: string | null;
  /** The whole text, where that changes too. */
  content?: MinutesDocument;
}

/** Takes a step on disk, keeps the text of that moment as a named version, and answers with the record. */
function take(services: Services, { row }: Found, { meta, name, content }: Next, { origin }: At): Result<StagedRecord> {
  const { db, records, now } = services;
  const stepped = records.step(row, meta, after(row, now()), content);
  if (!stepped.ok) return stepped;
  const moved = stepped.value;
  if (name !== null) {
    records.keep(moved);
    db.write(() => db.documents.name(moved.number, moved.revision, name));
  }
  told(services, moved, origin, row);
  const read = records.read(moved);
  return read.ok ? ok({ document: read.document, revision: moved.revision, generation: db.generation(), savedAt: moved.updatedAt }) : fail('meeting.readOnly');
}

/** Takes a record to another stage. Errors: meeting.*, stage.notAllowed. */
export function step(services: Services, input: At & { stage: Stage; by: string }): Result<StagedRecord> {
  const found = find(services, input);
  if (!found.ok) return found;
  const { document } = found.value;
  const { stage, by } = input;
  if (!nextStages[stageOf(document.meta)].includes(stage) || correctionUnderway(document.meta)) return fail('stage.notAllowed');
  const taken = stepOf(services, document, stage, by);
  return take(services, found.value, { meta: withStep(document.meta, taken), name: stageTerms[stage][document.meta.script] }, input);
}

function stepOf({ now }: Services, document: MinutesDocument, stage: Stage, by: string): StageStep {
  const isSeal = stage === 'final' || stage === 'confirmed';
  return { stage, at: now().toISOString(), by: by.trim(), ...(isSeal && { seal: sealOf(document) }) };
}

/** The steps are a record's own history; of a very long one the oldest go, never what it stands on. */
const withStep = (meta: Meta, taken: StageStep): Meta => ({ ...meta, stages: [...(meta.stages ?? []), taken].slice(-200) });

/** Begins a 更正. Errors: meeting.*, stage.notAllowed where the record is not sealed, or is being corrected. */
export function beginCorrection(services: Services, input: At & { by: string; reason: string }): Result<StagedRecord> {
  const found = find(services, input);
  if (!found.ok) return found;
  const { row, document } = found.value;
  const { meta } = document;
  const reason = input.reason.trim();
  if (!isLocked(meta) || reason === '') return fail('stage.notAllowed');
  // What was final is there for good, also where it came from another computer and was never a version here.
  const { db, records, now } = services;
  records.keep(row);
  const kept = db.documents.version(row.number, row.revision);
  if (kept?.name === null) db.write(() => db.documents.name(row.number, row.revision, correctionWords.before[meta.script]));
  const begun = { id: newId(), at: now().toISOString(), by: input.by.trim(), reason, before: sealOf(document) };
  return take(services, found.value, { meta: { ...meta, corrections: [...(meta.corrections ?? []), begun] }, name: null }, input);
}

/** Seals the corrected text: it is 定稿 again, and the next meeting confirms it. Errors: meeting.*, stage.notAllowed. */
export function finishCorrection(services: Services, input: At & { by: string }): Result<StagedRecord> {
  const found = find(services, input);
  if (!found.ok) return found;
  const { document } = found.value;
  const { meta } = document;
  const underway = correctionUnderway(meta);
  if (!underway) return fail('stage.notAllowed');
  const seal = sealOf(document);
  if (seal === underway.before) return take(services, found.value, { meta: without(meta, underway.id), name: null }, input);
  const corrections = meta.corrections?.map((one) => (one.id === underway.id ? { ...one, after: seal } : one));
  const sealed = withStep({ ...meta, ...(corrections && { corrections }) }, stepOf(services, document, 'final', input.by || underway.by));
  return take(services, found.value, { meta: sealed, name: correctionWords.after[meta.script] }, input);
}

/** Gives a 更正 up: the sealed text comes back as it was. Errors: meeting.*, stage.notAllowed, version.damaged. */
export function dropCorrection(services: Services, input: At): Result<StagedRecord> {
  const found = find(services, input);
  if (!found.ok) return found;
  const { row, document } = found.value;
  const { meta } = document;
  const underway = correctionUnderway(meta);
  if (!underway) return fail('stage.notAllowed');
  const restored = without(meta, underway.id);
  if (sealOf(document) === underway.before) return take(services, found.value, { meta: restored, name: null }, input);
  const sealed = sealedBefore(services, row, underway.before);
  if (!sealed) return fail('version.damaged');
  // The changed text is not lost: it is the version before this step.
  services.records.keep(row);
  const { stages, corrections } = restored;
  const content = { ...sealed.meta, ...(stages && { stages }), ...(corrections && { corrections }) };
  if (!corrections) delete content.corrections;
  return take(services, found.value, { meta: content, name: null, content: sealed }, input);
}

/** The newest kept text with this seal. */
function sealedBefore({ db }: Services, row: MeetingRow, seal: string): MinutesDocument | null {
  for (const { revision } of db.documents.versions(row.number)) {
    const opened = openDocument(documentAt(db, row, revision));
    if (opened.state === 'editable' && sealOf(opened.document) === seal) return opened.document;
  }
  return null;
}

function without(meta: Meta, correction: string): Meta {
  const left = meta.corrections?.filter(({ id }) => id !== correction) ?? [];
  const rest = { ...meta };
  delete rest.corrections;
  return left.length > 0 ? { ...rest, corrections: left } : rest;
}
