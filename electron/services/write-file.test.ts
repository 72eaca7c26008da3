import { spawnSync } from 'node:child_process';
import type * as FileSystem from 'node:fs/promises';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeFileSafely } from './write-file.ts';

const trouble = vi.hoisted(() => ({ code: '' }));
/** What was asked of the disk, in order. */
const asked = vi.hoisted((): string[] => []);
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FileSystem>();
  return {
    ...real,
    async open(path: string, flags?: string) {
      const file = await real.open(path, flags);
      const sync = file.sync.bind(file);
      file.sync = () => (asked.push(`flush ${path}`), sync());
      return file;
    },
    rename: (from: string, to: string) => (asked.push(`rename ${to}`), trouble.code ? Promise.reject(Object.assign(new Error('held'), { code: trouble.code })) : real.rename(from, to)),
  };
});
afterEach(() => void ([trouble.code, asked.length] = ['', 0]));

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'minutebook-write-'))));
afterEach(() => rm(folder, { recursive: true }));

const bytes = Buffer.from('青禾綠化協會第三屆第二次理事會會議紀錄');

test('a file is written whole and nothing is left beside it', async () => {
  const path = join(folder, '紀錄.txt');
  expect(await writeFileSafely(path, bytes)).toEqual({ ok: true, value: null });
  expect(await readFile(path)).toEqual(bytes);
  expect(await readdir(folder)).toEqual(['紀錄.txt']);
});

test.runIf(process.platform !== 'win32')('a file is on the disk before it takes its name, and its name before that is told', async () => {
  const path = join(folder, '紀錄.txt');
  await writeFileSafely(path, bytes);
  expect(asked).toEqual([expect.stringMatching(/^flush .*\.tmp$/), `rename ${path}`, `flush ${folder}`]);
});

test('an existing file is replaced, through a link as well, and the link stays', async () => {
  await writeFile(join(folder, '紀錄.txt'), '舊');
  await symlink(join(folder, '紀錄.txt'), join(folder, '連結.txt'));
  await writeFileSafely(join(folder, '連結.txt'), bytes);
  expect(await readFile(join(folder, '紀錄.txt'))).toEqual(bytes);
  expect((await readdir(folder, { withFileTypes: true })).map((entry) => entry.isSymbolicLink())).toContain(true);
});

test('a folder that is not there, and a folder in the place of the file, cannot be written', async () => {
  await mkdir(join(folder, '紀錄.txt'));
  for (const path of [join(folder, '無此資料夾', 'a.txt'), join(folder, '紀錄.txt')]) {
    expect(await writeFileSafely(path, bytes)).toMatchObject({ ok: false, error: { code: 'file.unwritable' } });
  }
  expect(await readdir(folder)).toEqual(['紀錄.txt']);
});

test.runIf(process.getuid?.() !== 0)('a read-only file is not replaced', async () => {
  const path = join(folder, '紀錄.txt');
  await writeFile(path, '舊');
  await chmod(path, 0o444);
  expect(await writeFileSafely(path, bytes)).toMatchObject({ ok: false, error: { code: 'file.unwritable' } });
  expect(await readFile(path, 'utf8')).toBe('舊');
});

test.runIf(process.platform === 'linux')('a write that breaks off half way leaves the old file and no half one', async () => {
  const path = join(folder, '紀錄.txt');
  await writeFile(path, '舊');
  const script = `
    const { writeFileSafely } = await import(${JSON.stringify(join(import.meta.dirname, 'write-file.ts'))});
    const result = await writeFileSafely(${JSON.stringify(path)}, Buffer.alloc(4_000_000, 1));
    console.log(result.error?.code);`;
  const run = spawnSync('bash', ['-c', 'ulimit -f 64; trap "" XFSZ; exec "$0" --input-type=module -e "$1"', process.execPath, script], { encoding: 'utf8' });
  expect(run.stdout.trim(), run.stderr).toBe('file.full');
  expect(await readFile(path, 'utf8')).toBe('舊');
  expect(await readdir(folder)).toEqual(['紀錄.txt']);
});

test.each(['EBUSY', 'EPERM', 'EACCES'])('a file that Word holds (%s) is said to be open, and stays as it was', async (code) => {
  await writeFile(join(folder, '紀錄.docx'), '舊');
  trouble.code = code;
  expect(await writeFileSafely(join(folder, '紀錄.docx'), bytes)).toEqual({ ok: false, error: { code: 'file.inUse', params: { name: '紀錄.docx' } } });
  // Where nothing stands, nobody holds it.
  expect(await writeFileSafely(join(folder, '新.docx'), bytes)).toMatchObject({ ok: false, error: { code: 'file.unwritable' } });
  expect(await readFile(join(folder, '紀錄.docx'), 'utf8')).toBe('舊');
  expect(await readdir(folder)).toEqual(['紀錄.docx']);
});

test.each([
  ['20240119_六屆四次理事會_紀錄.docx', '~$240119_六屆四次理事會_紀錄.docx'],
  ['春季會議紀錄.docx', '~$春季會議紀錄.docx'],
  ['六屆四次會議紀.docx', '~$屆四次會議紀.docx'],
  ['紀錄.docx', '~$紀錄.docx'],
  ['紀錄.docx', '.~lock.紀錄.docx#'],
])('%s is open where %s lies beside it', async (name, lock) => {
  await writeFile(join(folder, lock), '');
  expect(await writeFileSafely(join(folder, name), bytes)).toEqual({ ok: true, value: null });
  expect(await writeFileSafely(join(folder, name), Buffer.from('新'))).toMatchObject({ ok: false, error: { code: 'file.inUse' } });
  expect(await readFile(join(folder, name))).toEqual(bytes);
  await rm(join(folder, lock));
  expect(await writeFileSafely(join(folder, name), bytes)).toEqual({ ok: true, value: null });
});

test('a name as long as names can be is written', async () => {
  const name = `${'會'.repeat(83)}.txt`;
  expect(await writeFileSafely(join(folder, name), bytes)).toEqual({ ok: true, value: null });
  expect(await readdir(folder)).toEqual([name]);
});
