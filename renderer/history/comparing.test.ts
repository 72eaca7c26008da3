/** Versions that are chosen one after the other. */
import { expect, test, vi } from 'vitest';
import { councilMeeting } from '#shared/minutes/fixtures.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Past } from '#shared/rpc/versions.ts';
import { held, openWindow } from '../saving/testing/window.ts';
import { compare } from './comparing.ts';

test('the one that was chosen last is shown, although the first is read later', async () => {
  const document = councilMeeting();
  const past = (revision: number): Past => ({ document, revision, savedAt: '2026-01-01T00:00:00.000Z' });
  const slow = held<Result<Past>>();
  const open = vi.fn(({ revision }: { revision: number }) => (revision === 1 ? slow.ask() : Promise.resolve(ok(past(revision)))));
  const window = await openWindow(document, { versions: { open, before: () => Promise.resolve(ok(null)) } });
  const first = compare(window, window.current, { revision: 1, name: null });
  await compare(window, window.current, { revision: 2, name: null });
  slow.answer(ok(past(1)));
  await first;
  expect(window.app.getState().comparing?.before.revision).toBe(2);
});
