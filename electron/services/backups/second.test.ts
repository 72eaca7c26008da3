import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { beforeEach, expect, it } from 'vitest';
import { findBackupPlaces } from '#electron/host/backup-places.ts';
import { createStoreRouter } from '#electron/services/router.ts';
import { programForEach } from '#electron/services/testing/program.ts';
import { record, testFolder, testStore, valueOf } from '#electron/services/testing/store.ts';

const program = programForEach();
let drive: string;
beforeEach(() => {
  drive = join(program.folder, '外接碟');
  mkdirSync(drive);
});

const client = () => createRouterClient(createStoreRouter(program.services));
const state = () => client().backups.state().then(valueOf);
const inDrive = (): string[] => readdirSync(drive, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name).toSorted();
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

it('holds a copy of every verified backup, with its pictures, byte for byte', async () => {
  const { hash } = valueOf(await client().assets.put({ file: new Blob([picture]) }));
  valueOf(await client().meetings.create({ document: record(['主席致詞。']) }));
  const first = valueOf(await client().backups.make({}));
  valueOf(await program.services.backups.place(drive));
  expect(inDrive()).toEqual([`${first.id}.db`, `${first.id}.json`, hash].toSorted());
  expect(await state()).toMatchObject({ backups: [{ second: true }], second: { name: '外接碟', error: null } });

  const second = valueOf(await program.services.backups.make('asked'));
  expect((await state()).backups.map((backup) => backup.second)).toEqual([false, true]);
  valueOf(await program.services.backups.copyOut());
  expect(inDrive()).toContain(`${second.id}.db`);
  const copy = readdirSync(join(drive, 'Minutebook'))[0] ?? '';
  expect(readFileSync(join(drive, 'Minutebook', copy, `${second.id}.db`))).toEqual(readFileSync(join(program.services.backups.folder, `${second.id}.db`)));
});

it('says that it is not plugged in, makes nothing in its stead, and catches up when it is back', async () => {
  valueOf(await client().meetings.create({ document: record(['主席致詞。']) }));
  valueOf(await program.services.backups.place(drive));
  renameSync(drive, `${drive} away`);
  const { id } = valueOf(await program.services.backups.make('daily'));
  expect(await program.services.backups.copyOut()).toMatchObject({ ok: false, error: { code: 'backup.placeMissing', params: { name: '外接碟' } } });
  expect(await state()).toMatchObject({ error: null, lastVerifiedAt: expect.any(String), second: { name: '外接碟', error: { code: 'backup.placeMissing' } } });
  expect(readdirSync(program.folder)).not.toContain('外接碟');
  renameSync(`${drive} away`, drive);
  valueOf(await program.services.backups.copyOut());
  expect(inDrive()).toContain(`${id}.db`);
  expect((await state()).second?.error).toBeNull();
});

it('never takes what was damaged since it was verified', async () => {
  valueOf(await client().meetings.create({ document: record(['主席致詞。']) }));
  const { id } = valueOf(await client().backups.make({}));
  const file = join(program.services.backups.folder, `${id}.db`);
  writeFileSync(file, readFileSync(file).fill(0xff, 5000, 5100));
  expect(await program.services.backups.place(drive)).toMatchObject({ ok: false, error: { code: 'backup.damaged' } });
  expect(inDrive()).toEqual([]);
});

it('is remembered, is no setting of the page, and stays with this computer through a restore', async () => {
  valueOf(await client().meetings.create({ document: record(['主席致詞。']) }));
  const { id } = valueOf(await client().backups.make({}));
  valueOf(await program.services.backups.place(drive));
  valueOf(await client().backups.restore({ id }));
  await program.restart();
  expect((await state()).second).toMatchObject({ name: '外接碟' });
  expect(JSON.stringify(valueOf(await client().settings.get()))).not.toContain('外接碟');
  valueOf(await program.services.backups.place(null));
  expect((await state()).second).toBeNull();
});

it('is chosen by the host of a store in its own thread', async () => {
  const other = testFolder();
  const store = await testStore(other.databasePath);
  valueOf(await store.client.meetings.create({ document: record(['主席致詞。']) }));
  valueOf(await store.client.backups.make({}));
  valueOf(await store.ask({ do: 'place', path: drive }));
  expect(valueOf(await store.client.backups.state()).backups).toMatchObject([{ second: true }]);
  await store.close();
  other.remove();
});

it('may be a folder of hers or a drive that is plugged in, and not the empty folder where one was', () => {
  const home = join(program.folder, 'home');
  mkdirSync(join(home, 'Documents'), { recursive: true });
  const found = findBackupPlaces({ home, drives: [drive, '/proc'] });
  expect(found.map(({ name, kind }) => [name, kind])).toEqual([['proc', 'drive'], ['Documents', 'documents'], ['home', 'home']]);
  rmSync(join(home, 'Documents'), { recursive: true });
  expect(findBackupPlaces({ home, drives: [] }).map(({ kind }) => kind)).toEqual(['home']);
});
