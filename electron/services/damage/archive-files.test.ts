import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import * as meetings from '#electron/services/meetings.ts';
import { programForEach } from '#electron/services/testing/program.ts';
import { paragraph, record, valueOf } from '#electron/services/testing/store.ts';
import { archivePlaces, isArchiveFileWhole, readArchiveFile } from './archive-files.ts';

const program = programForEach();
const root = (): string => `${program.databasePath}-archive`;

const spring = record(['理事長致詞。', '審議通過苗圃章程。'], { title: '春季理事會', start: '2019-03-04T09:00' });
const kept = (document = spring) => valueOf(meetings.create(program.services, { document, origin: null }));
const save = (id: string, revision: number, text: string) =>
  valueOf(meetings.save(program.services, { id, revision, changes: { blocks: [paragraph(1, text)] }, origin: null }));
const catchUp = () => program.services.archiveFiles.catchUp(() => Promise.resolve());
const placeOf = (id = spring.id): string => archivePlaces(root()).get(id)?.[0] ?? '';

it('lies under its year and can be read with zstd alone', async () => {
  kept();
  save(spring.id, 0, '理事長致詞，並介紹來賓。');
  await catchUp();
  const path = join(root(), '2019', `${spring.id}.json.zst`);
  const read = JSON.parse(zstdDecompressSync(readFileSync(path)).toString('utf8')) as { revision: number; database: string; document: unknown };
  expect(read).toMatchObject({ format: 'minutebook.meeting', form: 1, revision: 1, database: program.services.db.identity });
  expect(read.document).toEqual({ ...spring, blocks: [paragraph(1, '理事長致詞，並介紹來賓。'), spring.blocks[1]] });
  expect(readFileSync(`${path}.sha256`, 'utf8')).toBe(`${createHash('sha256').update(readFileSync(path)).digest('hex')}  ${spring.id}.json.zst\n`);
  expect(isArchiveFileWhole(path)).toBe(true);
});

it.runIf(process.platform === 'linux')('is checked by the tool of that name', async () => {
  kept();
  await catchUp();
  expect(execFileSync('sha256sum', ['--check', `${spring.id}.json.zst.sha256`], { cwd: join(root(), '2019'), encoding: 'utf8' })).toContain('OK');
});

it('is written when the program ends, and only for what was saved since', async () => {
  await program.restart({ backups: true });
  kept();
  await program.stop();
  const before = statSync(placeOf()).ino;
  program.start({ backups: true });
  kept(record(['監事報告。'], { title: '監事會', start: '2020-01-01T09:00' }));
  await program.restart();
  expect(archivePlaces(root()).size).toBe(2);
  expect(statSync(placeOf()).ino).toBe(before);
});

it('follows the saves, and what is up to date is not written again', async () => {
  kept();
  await catchUp();
  const before = statSync(placeOf()).ino;
  await catchUp();
  expect(statSync(placeOf()).ino).toBe(before);
  save(spring.id, 0, '改過了。');
  await catchUp();
  expect(statSync(placeOf()).ino).not.toBe(before);
  expect(readArchiveFile(placeOf())?.revision).toBe(1);
});

it('moves when the meeting was in another year', async () => {
  kept();
  await catchUp();
  const changes = { meta: { ...spring.meta, start: '2021-05-06T09:00' }, blocks: [] };
  valueOf(meetings.save(program.services, { id: spring.id, revision: 0, changes, origin: null }));
  await catchUp();
  expect(archivePlaces(root()).get(spring.id)).toEqual([join(root(), '2021', `${spring.id}.json.zst`)]);
  expect(readdirSync(join(root(), '2019'))).toEqual([]);
});

it('stays while its meeting is in the trash, and goes when it is let go of', async () => {
  kept();
  valueOf(meetings.trash(program.services, { id: spring.id, origin: null }));
  await catchUp();
  const path = placeOf();
  expect(existsSync(path)).toBe(true);
  await program.services.archiveFiles.remove(spring.id);
  expect(readdirSync(join(root(), '2019'))).toEqual([]);
});

it('is found damaged by one byte, with or without its sha256, and is written again', async () => {
  kept();
  await catchUp();
  const path = placeOf();
  const whole = readFileSync(path);
  const { mtime } = statSync(path);
  for (let at = 4; at < whole.length; at += 7) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(isArchiveFileWhole(path)).toBe(false);
    const read = readArchiveFile(path);
    if (read) expect(read.document).toEqual(spring);
  }
  utimesSync(path, mtime, mtime);
  const row = program.services.db.meetings.find(spring.id);
  expect(row && (await program.services.archiveFiles.mend(row))).toBe(true);
  expect(readFileSync(path).equals(whole)).toBe(true);
});

it('stops where it is told to, and goes on from there', async () => {
  for (let number = 1; number <= 6; number++) kept(record([`第${number}案。`], { title: `會議${number}`, start: '2022-01-01T09:00' }));
  let turns = 0;
  await expect(program.services.archiveFiles.catchUp(() => ((turns += 1) < 3 ? Promise.resolve() : Promise.reject(new Error('stopped'))))).rejects.toThrow('stopped');
  expect(archivePlaces(root()).size).toBe(3);
  await catchUp();
  expect(archivePlaces(root()).size).toBe(6);
});
