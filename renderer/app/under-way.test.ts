/** What is pressed again while nothing seems to happen. */
import { describe, expect, test, vi } from 'vitest';
import { asItIs } from '#shared/export/options.ts';
import { councilMeeting } from '#shared/minutes/fixtures.ts';
import { fail, type Result } from '#shared/result.ts';
import { exportList, sendOut } from '../comments/comments.ts';
import { takeIn } from '../directory/take-in.ts';
import { finishExport } from '../export/export.ts';
import { held, openWindow } from '../saving/testing/window.ts';
import { dropCorrection } from '../stages/steps.ts';
import { once } from './under-way.ts';

test('what is under way is not done again; done or failed, it is', async () => {
  const task = vi.fn(() => Promise.resolve('done'));
  expect(await Promise.all([once('one', task), once('one', task), once('other', task)])).toEqual(['done', null, 'done']);
  await expect(once('one', () => Promise.reject(new Error('unreachable')))).rejects.toThrow();
  expect(await once('one', task)).toBe('done');
});

describe('is asked of the store once, however often it is pressed:', () => {
  const document = councilMeeting();
  type Window = Awaited<ReturnType<typeof openWindow>>;
  test.each<[string, [string, string], (window: Window) => Promise<unknown>]>([
    ['the people of the roster', ['people', 'recognise'], (window) => takeIn(window, window.current.session, () => true)],
    ['送審稿', ['comments', 'paper'], (window) => sendOut(window, document.id)],
    ['修正意見一覽', ['comments', 'corrections'], (window) => exportList(window, document.id)],
    ['a file', ['exports', 'render'], (window) => finishExport({ ...window, session: window.current.session }, { format: 'docx', ...asItIs })],
    ['a step', ['stages', 'dropCorrection'], (window) => dropCorrection(window)],
  ])('%s', async (_, [part, call], press) => {
    const asked = held<Result<never>>();
    const window = await openWindow(document, { [part]: { [call]: asked.ask } });
    const pressed = [press(window), press(window)];
    await vi.waitFor(() => expect(asked.ask).toHaveBeenCalled());
    asked.answer(fail('unexpected'));
    await Promise.all(pressed);
    expect(asked.ask).toHaveBeenCalledOnce();
  });
});
