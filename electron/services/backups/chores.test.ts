import { afterEach, beforeEach, expect, it } from 'vitest';
import { tamper } from '#electron/db/testing/tamper.ts';
import * as meetings from '#electron/services/meetings.ts';
import type { RunningServices } from '#electron/services/running.ts';
import { paragraph, record, testFolder, testServices, valueOf } from '#electron/services/testing/store.ts';

let place: ReturnType<typeof testFolder>;
let running: RunningServices;
beforeEach(() => {
  place = testFolder();
  running = testServices(place.databasePath, { backups: true });
});
afterEach(async () => {
  await running.close();
  place.remove();
});

const spring = record(['理事長致詞。', '審議通過苗圃章程。'], { title: '春季理事會', start: '2019-03-04T09:00' });
const save = (revision: number, text: string) =>
  valueOf(meetings.save(running.services, { id: spring.id, revision, changes: { blocks: [paragraph(1, text)] }, origin: null }));
const dailyBackups = () => running.services.backups.verified().filter(({ reason }) => reason === 'daily');

it('repairs a damaged text that a backup would copy, and then has a backup that can be relied upon', async () => {
  valueOf(meetings.create(running.services, { document: spring, origin: null }));
  save(0, '理事長致詞，並介紹來賓。');
  await running.close();
  tamper(place.databasePath, "UPDATE operations SET changes = '{}'");
  running = testServices(place.databasePath, { backups: true });
  running.services.now = () => new Date(Date.now() + 2 * 86_400_000);
  expect(dailyBackups()).toEqual([]);
  await running.services.chores.look();
  expect(dailyBackups()).toHaveLength(1);
});

it('does not read everything again and again for a text that is nowhere else', async () => {
  valueOf(meetings.create(running.services, { document: spring, origin: null }));
  await running.abandon();
  tamper(place.databasePath, "UPDATE versions SET document = x'00'");
  running = testServices(place.databasePath, { backups: true });
  await running.services.chores.look();
  const first = running.services.backups.state();
  expect(first.error).toEqual({ code: 'backup.damaged' });
  const copies = first.backups.length;
  await running.services.chores.look();
  expect(running.services.backups.state().backups).toHaveLength(copies + 1);
});
