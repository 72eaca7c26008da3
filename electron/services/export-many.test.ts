import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, it, vi } from 'vitest';
import { tamper } from '#electron/db/testing/tamper.ts';
import { asItIs } from '#shared/export/options.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { fail } from '#shared/result.ts';
import { exportToZip, many, manyInFolder } from './export-many.ts';
import * as meetings from './meetings.ts';
import { programForEach } from './testing/program.ts';
import { record, valueOf } from './testing/store.ts';
import type * as WriteFile from './write-file.ts';

const disk = vi.hoisted(() => ({ isFull: false, asked: 0 }));
vi.mock('./write-file.ts', async (original) => {
  const real = await original<typeof WriteFile>();
  return { ...real, writeFileSafely: (...given: Parameters<typeof real.writeFileSafely>) => ((disk.asked += 1), disk.isFull ? Promise.resolve(fail('file.full')) : real.writeFileSafely(...given)) };
});
afterEach(() => void (disk.isFull = false));

const program = programForEach();
const services = () => program.services;
const board = { organisation: '青禾綠化協會', body: '理事會', term: 6, start: '2024-01-19T09:30' } as const;
const keep = (document: MinutesDocument): string => (valueOf(meetings.create(services(), { document, origin: null })), document.id);

const into = (name: string): string => {
  const folder = join(program.folder, name);
  mkdirSync(folder);
  return folder;
};

it('writes each meeting into the folder under a name of its own, and over nothing that is there', async () => {
  const folder = into('送出');
  writeFileSync(join(folder, '20240119_六屆四次理事會_紀錄.TXT'), '舊');
  const ids = [4, 4, 5].map((session) => keep(record([`第${session}次。`], { ...board, session, title: '理事會' })));
  const report = valueOf(await manyInFolder(services(), { folder, ids: [...ids, ids[0]!], format: 'txt', options: asItIs, job: '' }));
  expect(report).toEqual({ written: 3, failed: [] });
  expect(readdirSync(folder).sort()).toEqual(['20240119_六屆五次理事會_紀錄.txt', '20240119_六屆四次理事會_紀錄 (2).txt', '20240119_六屆四次理事會_紀錄 (3).txt', '20240119_六屆四次理事會_紀錄.TXT'].sort());
  expect(readFileSync(join(folder, '20240119_六屆五次理事會_紀錄.txt'), 'utf8')).toContain('第5次。');
  expect(readFileSync(join(folder, '20240119_六屆四次理事會_紀錄.TXT'), 'utf8')).toBe('舊');
});

it('goes on after one that cannot be read, and lists it in the zip too', async () => {
  const ids = [1, 2, 3].map((session) => keep(record(['會議紀錄。'], { ...board, session, title: `第${session}次理事會` })));
  await program.stop();
  tamper(program.databasePath, 'UPDATE versions SET sha256 = ? WHERE meeting = 2', Buffer.alloc(32));
  program.start();
  const made = valueOf(await many(services(), { ids: [...ids, 'nosuchmeeting'], format: 'docx', options: asItIs, job: '', language: 'zh-Hant', name: '會議紀錄.zip' }));
  expect(made.report.written).toBe(2);
  expect(made.report.failed.map(({ id, title, error }) => [id, title, error.code])).toEqual([[ids[1], '第2次理事會', 'meeting.readOnly'], ['nosuchmeeting', 'nosuchmeeting', 'meeting.notFound']]);
  const parts = unzipSync(readFileSync((await services().parcels.find(made.parcel))!));
  expect(Object.keys(parts).sort()).toEqual(['20240119_六屆一次理事會_紀錄.docx', '20240119_六屆三次理事會_紀錄.docx', '沒有匯出.txt'].sort());
  expect(strFromU8(parts['沒有匯出.txt']!)).toContain('第2次理事會\t這份會議紀錄只能閱讀');
  expect(strFromU8(parts['20240119_六屆一次理事會_紀錄.docx']!.subarray(0, 2), true)).toBe('PK');
});

it('leaves no half zip where it is stopped', async () => {
  const ids = [1, 2, 3].map((session) => keep(record(['會議紀錄。'], { ...board, session })));
  const stopped = many(services(), { ids, format: 'txt', options: asItIs, job: 'mine', language: 'zh-Hant', name: 'a.zip' });
  services().jobs.stop({ job: 'mine' });
  expect(await stopped).toEqual({ ok: false, error: { code: 'work.stopped' } });
  expect(readdirSync(`${program.databasePath}-parcels`)).toEqual([]);
});

it('stops at a disk that takes nothing, instead of failing file by file', async () => {
  const ids = ['a', 'b'];
  let asked = 0;
  const render = () => ((asked += 1), Promise.resolve({ ok: true as const, value: { name: 'a.txt', file: new Blob(['會議']) } }));
  const made = await exportToZip(join(program.folder, '沒有', 'a.zip'), { ids, render, titleOf: (id) => id }, { progress: () => undefined, breathe: () => Promise.resolve() }, { language: 'zh-Hant', at: new Date(0) });
  expect(made).toMatchObject({ ok: false, error: { code: 'archive.failed' } });
  expect(asked).toBe(0);
});

it('stops in a folder whose disk is full', async () => {
  const ids = [1, 2, 3].map((session) => keep(record(['會議紀錄。'], { ...board, session })));
  [disk.isFull, disk.asked] = [true, 0];
  expect(await manyInFolder(services(), { folder: into('送出'), ids, format: 'txt', options: asItIs, job: '' })).toEqual({ ok: false, error: { code: 'file.full' } });
  expect(disk.asked).toBe(1);
});
