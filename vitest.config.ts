import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Every program and thread that a test starts loads some hundred sources: kept as compiled, they begin in half the time. */
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/minutebook-compiled');

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,electron,renderer,scripts}/**/*.test.{ts,tsx}'],
          environment: 'node',
          testTimeout: 60_000,
          // Both processors of a small machine: much of the time goes into waiting for disks and other programs.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['electron/loopback/e2e/**/*.e2e.ts'],
          environment: 'node',
          globalSetup: ['electron/loopback/e2e/setup/build.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // What is waited for is there at once, unless the machine is busy with the other browser.
          expect: { poll: { timeout: 15_000 } },
          // A browser of its own for each file, and half of the time goes into waiting.
          maxWorkers: 2,
        },
      },
    ],
  },
});
