/** 保留兩份, on a store that takes its time. */
import { expect, test, vi } from 'vitest';
import { councilMeeting } from '#shared/minutes/fixtures.ts';
import { ok } from '#shared/result.ts';
import { keepBoth, keepMine } from './others.ts';
import { held, openWindow, storedAt } from './testing/window.ts';

const document = councilMeeting();
const theirs = { ...document, meta: { ...document.meta, title: '另一個視窗的紀錄' } };

/** A window in which 保留兩份 is under way, with a word of its own in the text. */
async function keeping() {
  const copy = held();
  const open = vi.fn(() => Promise.resolve(ok({ state: 'editable', ...storedAt(document, 1) })));
  const window = await openWindow(document, { meetings: { copy: copy.ask, open } });
  const { app, client, current } = window;
  open.mockResolvedValue(ok({ state: 'editable', ...storedAt(theirs, 2) }));
  current.session.setMeta({ place: '苗圃會議室' });
  current.saver.conflict();
  const kept = keepBoth(app, client, current);
  return { ...window, copy, answer: () => (copy.answer(ok({ id: 'copy00000001' })), kept) };
}

test('makes one copy, however often it is pressed', async () => {
  const { app, client, current, copy, answer } = await keeping();
  await Promise.all([keepBoth(app, client, current), keepMine(app, client, current), answer()]);
  expect(copy.ask).toHaveBeenCalledOnce();
});

test('takes nothing that would be in neither text', async () => {
  const { current, copy, answer } = await keeping();
  current.session.setMeta({ place: '別處' });
  const onScreen = current.session.document();
  await answer();
  expect(copy.ask).toHaveBeenCalledWith(expect.objectContaining({ document: onScreen }));
  expect(current.session.document().meta.title).toBe('另一個視窗的紀錄');
  expect(current.session.editor.isEditable()).toBe(true);
});
