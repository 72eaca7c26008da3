/** What becomes of the window while long work is done. */
import { expect, test, vi } from 'vitest';
import { councilMeeting } from '#shared/minutes/fixtures.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Backup } from '#shared/rpc/backups.ts';
import { held, openWindow } from '../saving/testing/window.ts';
import { restoreAll } from './backups.ts';

test.each([
  [{ kind: 'safety', section: 'backups' } as const, null],
  [{ kind: 'about' } as const, { kind: 'about' }],
])('after a restore the window 安全與備份 closes, and no other that she has opened meanwhile', async (open, left) => {
  const restore = held<Result<null>>();
  const window = await openWindow(councilMeeting(), { backups: { restore: restore.ask } });
  const { set } = window.app.getState();
  set({ dialog: { kind: 'safety', section: 'backups' } });
  const restored = restoreAll(window, { id: 'back00000001', madeAt: '2026-01-01T00:00:00.000Z' } as Backup);
  await vi.waitFor(() => expect(restore.ask).toHaveBeenCalledOnce());
  set({ dialog: open });
  restore.answer(ok(null));
  await restored;
  expect(window.app.getState().dialog).toEqual(left);
});
