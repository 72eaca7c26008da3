import { expect, it } from 'vitest';
import { tamper } from '#electron/db/testing/tamper.ts';
import * as meetings from '#electron/services/meetings.ts';
import { programForEach } from '#electron/services/testing/program.ts';
import { paragraph, record, valueOf } from '#electron/services/testing/store.ts';

const program = programForEach({ backups: true });

const spring = record(['理事長致詞。', '審議通過苗圃章程。'], { title: '春季理事會', start: '2019-03-04T09:00' });
const save = (revision: number, text: string) =>
  valueOf(meetings.save(program.services, { id: spring.id, revision, changes: { blocks: [paragraph(1, text)] }, origin: null }));
const dailyBackups = () => program.services.backups.verified().filter(({ reason }) => reason === 'daily');

it('repairs a damaged text that a backup would copy, and then has a backup that can be relied upon', async () => {
  valueOf(meetings.create(program.services, { document: spring, origin: null }));
  save(0, '理事長致詞，並介紹來賓。');
  await program.stop();
  tamper(program.databasePath, "UPDATE operations SET changes = '{}'");
  program.start({ backups: true });
  program.services.now = () => new Date(Date.now() + 2 * 86_400_000);
  expect(dailyBackups()).toEqual([]);
  await program.services.chores.look();
  expect(dailyBackups()).toHaveLength(1);
});

it('does not read everything again and again for a text that is nowhere else', async () => {
  valueOf(meetings.create(program.services, { document: spring, origin: null }));
  await program.abandon();
  tamper(program.databasePath, "UPDATE versions SET document = x'00'");
  program.start({ backups: true });
  await program.services.chores.look();
  const first = program.services.backups.state();
  expect(first.error).toEqual({ code: 'backup.damaged' });
  const copies = first.backups.length;
  await program.services.chores.look();
  expect(program.services.backups.state().backups).toHaveLength(copies + 1);
});
