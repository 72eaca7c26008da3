/** Takes the open record from one stage to the next; the store does it, and this window shows what it answered. */
import type { Meta } from '#shared/minutes/meta.ts';
import { type Stage, stageOf } from '#shared/minutes/stage.ts';
import type { Result } from '#shared/result.ts';
import type { StagedRecord } from '#shared/rpc/stages.ts';
import type { AppParts } from '../app/context.ts';
import type { Current } from '../app/state.ts';
import { origin } from '../app/store.ts';
import { once } from '../app/under-way.ts';
import { text } from '../i18n/i18n.ts';

type Open = Extract<Current, { kind: 'open' }>;

interface At {
  id: string;
  revision: number;
  generation: string;
  origin: string;
}

interface Step {
  ask(at: At): Promise<Result<StagedRecord>>;
  /** Whether the record is final after it: what is typed meanwhile could not be kept. */
  locks: boolean;
  /** What to say when it is taken. */
  done(past: StagedRecord): string;
}

async function take(parts: AppParts, step: Step): Promise<void> {
  const { current } = parts.app.getState();
  if (current.kind === 'open') await once(`step ${current.id}`, () => takeNow(parts, current, step));
}

/** Saves, asks the store for a step and shows the record as it is after it. */
async function takeNow({ app, client }: AppParts, current: Open, { ask, locks, done }: Step): Promise<void> {
  const { report, toast, library, set } = app.getState();
  const { id, saver, session } = current;
  const step = () => saver.step((at) => ask({ id, ...at, origin }));
  const answer = await (locks ? session.freezeDuring(step) : step());
  if (answer === null) return void toast({ text: text('stages', 'unsaved'), tone: 'error' });
  if (!answer.ok) {
    report(answer.error);
    return reread({ app, client }, current);
  }
  const { document, revision } = answer.value;
  library.patch(id, { stage: stageOf(document.meta), revision });
  set({ versionsMarked: app.getState().versionsMarked + 1 });
  toast({ text: done(answer.value) });
}

/** A step that was refused may have been taken already, and its answer lost. */
async function reread({ app, client }: AppParts, { id, session, saver }: Open): Promise<void> {
  const stored = await client.store.meetings.open({ id });
  const { current } = app.getState();
  if (current.kind !== 'open' || current.session !== session) return;
  if (!stored.ok || stored.value.state !== 'editable' || saver.hasUnsaved()) return;
  if (saver.isBehind(stored.value.revision, stored.value.generation)) saver.adopt(stored.value);
}

/** Takes the open record to another stage. */
export const takeStep = (parts: AppParts, stage: Stage, by: string): Promise<void> =>
  take(parts, { ask: (at) => parts.client.store.stages.step({ ...at, stage, by }), locks: stage === 'final' || stage === 'confirmed', done: () => text('stages', `done.${stage}`) });

/** Begins a 更正 of the open record. */
export const beginCorrection = (parts: AppParts, by: string, reason: string): Promise<void> =>
  take(parts, { ask: (at) => parts.client.store.stages.beginCorrection({ ...at, by, reason }), locks: false, done: () => text('stages', 'done.begun') });

/** 完成更正, by whoever began it. */
export const finishCorrection = (parts: AppParts): Promise<void> =>
  take(parts, {
    ask: (at) => parts.client.store.stages.finishCorrection({ ...at, by: '' }),
    locks: true,
    done: ({ document }) => text('stages', finished(document.meta.corrections?.at(-1)?.after, document.meta.stages?.at(-1)?.seal)),
  });

const finished = (after: string | undefined, seal: string | undefined) => (after !== undefined && after === seal ? 'done.finished' : 'done.nothing');

/** Gives a 更正 of the open record up. */
export const dropCorrection = (parts: AppParts): Promise<void> =>
  take(parts, { ask: (at) => parts.client.store.stages.dropCorrection(at), locks: true, done: () => text('stages', 'done.dropped') });

/** Who is likely to take the next step: whoever took the last one, else who keeps the minutes. */
export const likelyBy = ({ stages, recorder }: Pick<Meta, 'stages' | 'recorder'>): string => stages?.at(-1)?.by || recorder.slice(0, 100);
