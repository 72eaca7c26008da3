/** Takes the open record from one stage to the next; the store does it, and this window shows what it answered. */
import type { Meta } from '#shared/minutes/meta.ts';
import { type Stage, stageOf } from '#shared/minutes/stage.ts';
import type { Result } from '#shared/result.ts';
import type { StagedRecord } from '#shared/rpc/stages.ts';
import type { AppParts } from '../app/context.ts';
import type { AppState, Current } from '../app/state.ts';
import { origin } from '../app/store.ts';
import { text } from '../i18n/i18n.ts';

type Open = Extract<Current, { kind: 'open' }>;

interface At {
  id: string;
  revision: number;
  generation: string;
  origin: string;
}

/** Saves, asks the store for a step and shows the record as it is after it. */
async function take({ app, client }: AppParts, ask: (at: At) => Promise<Result<StagedRecord>>, done: (current: Open, past: StagedRecord) => string): Promise<void> {
  const { current, flush, report, toast, library, set } = app.getState();
  if (current.kind !== 'open') return;
  if (!(await flush())) return void toast({ text: text('stages', 'unsaved'), tone: 'error' });
  const answer = await ask({ id: current.id, revision: current.saver.revision(), generation: current.saver.generation(), origin });
  if (!isStill(app.getState(), current)) return;
  if (!answer.ok) {
    report(answer.error);
    return reread({ app, client }, current);
  }
  const { document, revision } = answer.value;
  const words = done(current, answer.value);
  current.saver.adopt(answer.value);
  library.patch(current.id, { stage: stageOf(document.meta), revision });
  set({ versionsMarked: app.getState().versionsMarked + 1 });
  toast({ text: words });
}

const isStill = ({ current }: AppState, before: Open): boolean => current.kind === 'open' && current.session === before.session;

/** A step that was refused may have been taken already, and its answer lost. */
async function reread({ client }: AppParts, { id, saver }: Open): Promise<void> {
  const stored = await client.store.meetings.open({ id });
  if (!stored.ok || stored.value.state !== 'editable' || saver.hasUnsaved()) return;
  if (saver.isBehind(stored.value.revision, stored.value.generation)) saver.adopt(stored.value);
}

export const takeStep = (parts: AppParts, stage: Stage, by: string): Promise<void> =>
  take(parts, (at) => parts.client.store.stages.step({ ...at, stage, by }), () => text('stages', `done.${stage}`));

export const beginCorrection = (parts: AppParts, by: string, reason: string): Promise<void> =>
  take(parts, (at) => parts.client.store.stages.beginCorrection({ ...at, by, reason }), () => text('stages', 'done.begun'));

/** 完成更正, by whoever began it. */
export const finishCorrection = (parts: AppParts): Promise<void> =>
  take(
    parts,
    (at) => parts.client.store.stages.finishCorrection({ ...at, by: '' }),
    (_, { document }) => text('stages', finished(document.meta.corrections?.at(-1)?.after, document.meta.stages?.at(-1)?.seal)),
  );

const finished = (after: string | undefined, seal: string | undefined) => (after !== undefined && after === seal ? 'done.finished' : 'done.nothing');

export const dropCorrection = (parts: AppParts): Promise<void> =>
  take(parts, (at) => parts.client.store.stages.dropCorrection(at), () => text('stages', 'done.dropped'));

/** Who is likely to take the next step: whoever took the last one, else who keeps the minutes. */
export const likelyBy = ({ stages, recorder }: Pick<Meta, 'stages' | 'recorder'>): string => stages?.at(-1)?.by || recorder.slice(0, 100);
