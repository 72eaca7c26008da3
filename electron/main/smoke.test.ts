import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '#electron/host/places.ts';
import { sandboxArguments } from '#electron/loopback/browsers.ts';
import { hasScreen } from '#electron/loopback/window.ts';
import { electronPath } from '../../scripts/start/electron.ts';

const project = projectFolder();
const program = electronPath(project);
const isBuilt = existsSync(join(project, 'out', 'main', 'desktop.js'));

// Electron's program comes with the first start; where it is not there, the stand-in has to do.
describe.runIf(program && isBuilt && hasScreen())('the desktop in a real Electron', () => {
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
