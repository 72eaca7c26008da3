import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testFolder } from './testing/store.ts';

/** Databases that are written and killed beside each other, and how often each. */
const lanes = 3;
const rounds = 10;

const cache = testFolder();
const compiling = { ...process.env, NODE_COMPILE_CACHE: cache.folder };
// Who is killed leaves nothing in the cache; with it each life begins in half the time.
beforeAll(() => {
  const modules = ['store.ts', 'running.ts', 'router.ts'].map((name) => `await import(${JSON.stringify(join(import.meta.dirname, name))});`);
  execFileSync(process.execPath, ['--input-type=module', '--eval', modules.join('')], { env: compiling });
});
afterAll(() => cache.remove());

interface Life {
  opened: number;
  text: string;
  acknowledged: number;
}

/** Lets the saver live until it was told `saves` times that its text is on disk, and a little longer; then kills it. */
async function live(databasePath: string, saves: number, longer: number): Promise<Life> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/saver.ts'), databasePath], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: compiling,
  });
  const life: Life = { opened: -1, text: '', acknowledged: -1 };
  let seen = 0;
  for await (const line of createInterface(child.stdout)) {
    const [word, revision = ''] = line.split(' ');
    if (word === 'opened') {
      life.opened = Number(revision);
      life.text = line;
    } else {
      life.acknowledged = Number(revision);
      seen += 1;
      if (seen === saves) setTimeout(() => child.kill('SIGKILL'), longer);
    }
  }
  return life;
}

it.concurrent.each(Array.from({ length: lanes }, (_, lane) => lane))(`loses no acknowledged save when the program is killed ${rounds} times (%d)`, { timeout: 300_000 }, async (lane) => {
  const place = testFolder();
  let last = 0;
  for (let round = lane * rounds; round < (lane + 1) * rounds; round++) {
    const { opened, text, acknowledged } = await live(place.databasePath, 1 + ((round * 37) % 90), (round * 7) % 11);
    // Saves may have reached the disk whose answers the kill cut off: more than was acknowledged, never less.
    expect(opened).toBeGreaterThanOrEqual(last);
    expect(text).toContain(`"第${opened}次"`);
    expect(acknowledged).toBeGreaterThan(opened);
    last = acknowledged;
  }
  expect(last).toBeGreaterThan(rounds);
  place.remove();
});
