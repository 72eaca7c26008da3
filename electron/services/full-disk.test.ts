import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dbOver } from '#electron/db/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { createRouterClient } from '@orpc/server';
import { createStoreRouter } from './router.ts';
import { servicesOver } from './running.ts';
import { paragraph, record, resources, testFolder, valueOf } from './testing/store.ts';

let place: ReturnType<typeof testFolder>;
beforeEach(() => (place = testFolder()));
afterEach(() => place.remove());

const meeting = record(['主席致詞。'], { title: '第二屆理事會' });
const long = (turn: number) => paragraph(1, `${turn}`.padEnd(20_000, '會'));

it('says that the disk is full, loses nothing that was acknowledged, and goes on when there is room', async () => {
  const opened = valueOf(openDatabase(place.databasePath));
  const { connection } = opened;
  const running = servicesOver(dbOver(opened), { databasePath: place.databasePath, resources });
  const client = createRouterClient(createStoreRouter(running.services));
  valueOf(await client.meetings.create({ document: meeting }));
  connection.pragma(`max_page_count = ${(connection.pragma('page_count', { simple: true }) as number) + 20}`);

  let revision = 0;
  let code = '';
  for (let turn = 0; turn < 20 && code === ''; turn++) {
    const saved = await client.meetings.save({ id: meeting.id, revision, changes: { blocks: [long(turn)] } });
    if (saved.ok) revision = saved.value.revision;
    else code = saved.error.code;
  }
  expect(code).toBe('database.full');
  expect(revision).toBeGreaterThan(0);
  const full = valueOf(await client.meetings.open({ id: meeting.id }));
  expect(full).toMatchObject({ state: 'editable', revision, document: { blocks: [long(revision - 1)] } });

  connection.pragma('max_page_count = 100000');
  expect(valueOf(await client.meetings.save({ id: meeting.id, revision, changes: { blocks: [long(77)] } })).revision).toBe(revision + 1);
  running.close();
});

it.runIf(process.platform === 'linux')('keeps its word when writing fails under it', { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/writer.ts'), place.databasePath], { stdio: ['ignore', 'pipe', 'inherit'] });
  const limit = (size: string) => execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${size}`]);
  const seen: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    seen.push(line);
    if (seen.length === 20) limit('65536:');
    if (line === 'database.failed' && seen.filter((one) => one === line).length === 5) limit('unlimited:');
    const after = seen.slice(seen.lastIndexOf('database.failed') + 1);
    if (seen.includes('database.failed') && after.length === 20) child.kill();
  }
  expect(new Set(seen)).toEqual(new Set(['saved', 'database.failed']));
  expect(seen.lastIndexOf('saved')).toBeGreaterThan(seen.lastIndexOf('database.failed'));
});
