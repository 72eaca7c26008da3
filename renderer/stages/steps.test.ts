/** What she types while a step is under way. */
import { expect, test, vi } from 'vitest';
import { councilMeeting } from '#shared/minutes/fixtures.ts';
import type { Stage } from '#shared/minutes/stage.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { StagedRecord } from '#shared/rpc/stages.ts';
import { held, openWindow, storedAt } from '../saving/testing/window.ts';
import { takeStep } from './steps.ts';

const document = councilMeeting();
const at = (stage: Stage) => storedAt({ ...document, meta: { ...document.meta, stages: [{ stage, at: '2026-01-01T00:00:00.000Z', by: '林秘書' }] } }, 2);

/** A window in which a step is under way. */
async function stepping(stage: Stage) {
  const step = held<Result<StagedRecord>>();
  const window = await openWindow(document, { stages: { step: step.ask } });
  const taken = takeStep(window, stage, '林秘書');
  await vi.waitFor(() => expect(step.ask).toHaveBeenCalledOnce());
  return { ...window, answer: (answer: Result<StagedRecord>) => (step.answer(answer), taken) };
}

test('stays where the record can still be changed, and is saved after the step', async () => {
  const { app, current, saves, answer } = await stepping('submitted');
  current.session.setMeta({ place: '苗圃會議室' });
  await answer(ok(at('submitted')));
  expect(await app.getState().flush()).toBe(true);
  expect(current.session.document().meta).toMatchObject({ place: '苗圃會議室', stages: [{ stage: 'submitted' }] });
  expect(saves.map(({ revision, changes }) => [revision, changes.meta?.place])).toEqual([[2, '苗圃會議室']]);
});

test('is not taken where the record becomes final: nothing is on the screen that is not sealed', async () => {
  const { app, current, saves, answer } = await stepping('final');
  current.session.setMeta({ place: '苗圃會議室' });
  expect(current.session.document().meta.place).toBe(document.meta.place);
  await answer(ok(at('final')));
  expect(await app.getState().flush()).toBe(true);
  expect(saves).toEqual([]);
});

test('is taken again after the step was refused', async () => {
  const { app, current, saves, answer } = await stepping('final');
  await answer(fail('stage.notAllowed'));
  current.session.setMeta({ place: '苗圃會議室' });
  expect(await app.getState().flush()).toBe(true);
  expect(saves.map(({ revision }) => revision)).toEqual([1]);
});
