import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '#electron/host/places.ts';
import { sandboxArguments } from '#electron/host/browsers.ts';
import { hasScreen } from '#electron/loopback/window.ts';
import { electronPath } from '../../scripts/start/electron.ts';

const project = projectFolder();
const program = electronPath(project);
/** Why there is nothing to try here; null where there is. */
function missing(): string | null {
  if (!program) return 'Electron’s program is not here, it comes with the first npm start';
  if (!existsSync(join(project, 'out', 'main', 'desktop.js'))) return 'the desktop is not built';
  return hasScreen() ? null : 'there is no screen';
}

const reason = missing();
describe.skipIf(reason !== null)(`the desktop in a real Electron${reason ? ` (skipped: ${reason})` : ''}`, () => {
  test('opens its page over its own scheme, reaches the store, and closes when all is saved', { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'minutebook-desktop-'));
    const app = await _electron.launch({
      executablePath: program ?? '',
      args: [...sandboxArguments(), project, `--user-data-dir=${join(folder, 'profile')}`],
      env: { ...process.env, MINUTEBOOK_DB: join(folder, 'a.db') } as Record<string, string>,
    });
    const page = await app.firstWindow();
    await page.locator('.library').waitFor();
    expect(page.url()).toBe('minutebook://app/');
    expect(await page.evaluate('typeof require + typeof process')).toBe('undefinedundefined');
    await app.close();
    expect(readdirSync(folder)).toContain('a.db');
    await rm(folder, { recursive: true });
  });
});
