import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testFolder } from './testing/store.ts';

const rounds = 30;

let place: ReturnType<typeof testFolder>;
beforeEach(() => (place = testFolder()));
afterEach(() => place.remove());

interface Life {
  opened: number;
  text: string;
  acknowledged: number;
}

/** Lets the saver live until it was told `saves` times that its text is on disk, and a little longer; then kills it. */
async function live(saves: number, longer: number): Promise<Life> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/saver.ts'), place.databasePath], {
    stdio: ['ignore', 'pipe', 'inherit'],
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

it(`loses no acknowledged save when the program is killed ${rounds} times`, { timeout: 300_000 }, async () => {
  let last = 0;
  for (let round = 0; round < rounds; round++) {
    const { opened, text, acknowledged } = await live(1 + ((round * 37) % 90), (round * 7) % 11);
    expect(opened).toBeGreaterThanOrEqual(last);
    expect(text).toContain(`"第${opened}次"`);
    expect(acknowledged).toBeGreaterThan(opened);
    last = acknowledged;
  }
  expect(last).toBeGreaterThan(rounds);
});
