import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openZip } from './zip-reading.ts';
import { createZip, endOf, lineOf } from './zip-writing.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'minutebook-zip-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const at = new Date('2024-01-19T09:30:41Z');

/** Whether this computer has a program. */
function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

it('holds what was put in, packed or not, under its name and time', async () => {
  const path = join(folder, 'a.zip');
  const zip = await createZip(path);
  const files = new Map([['會議/紀錄 一.txt', Buffer.from('審議通過。'.repeat(1000))], ['空.txt', Buffer.alloc(0)], ['images/a.png', Buffer.from([1, 2, 3])]]);
  for (const [name, bytes] of files) await zip.add(name, bytes, at, name.endsWith('.png'));
  await zip.finish();

  const opened = await openZip(path, 'a.zip');
  if (!opened.ok) throw new Error(opened.error.code);
  for (const [name, bytes] of files) expect(await opened.value.read(name)).toEqual(bytes);
  const entries = await new ZipReader(new Uint8ArrayReader(readFileSync(path))).getEntries();
  expect(entries.map(({ filename, lastModDate, unixMode, symlink }) => [filename, lastModDate, unixMode, symlink])).toEqual([...files.keys()].map((name) => [name, at, 0o100644, false]));
});

it.runIf(has('python3'))('is a zip to a program of other people', async () => {
  const path = join(folder, 'a.zip');
  const zip = await createZip(path);
  await zip.add('會議/紀錄.txt', Buffer.from('審議通過。'.repeat(100)), at);
  await zip.finish();
  const program = `import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(z.namelist()[0], len(z.read(z.namelist()[0])))`;
  expect(execFileSync('python3', ['-c', program, path], { env: { ...process.env, PYTHONIOENCODING: 'utf-8' } }).toString()).toBe('會議/紀錄.txt 1500\n');
});

it('holds more files than sixteen bits can count', { timeout: 60_000 }, async () => {
  const path = join(folder, 'a.zip');
  const zip = await createZip(path);
  for (let number = 0; number < 66_000; number++) await zip.add(`${number}`, new Uint8Array(), at, true);
  await zip.finish();
  const opened = await openZip(path, 'a.zip');
  expect(opened.ok && opened.value.has('65999')).toBe(true);
});

it('says where a file lies beyond four gigabytes', () => {
  const entry = { name: 'a', at, method: 8, crc: 1, packedSize: 2, size: 3, offset: 5_000_000_000 } as const;
  const line = lineOf(entry);
  expect(line.readUInt32LE(42)).toBe(0xffffffff);
  expect([line.readUInt16LE(47), line.readUInt16LE(49), line.readBigUInt64LE(51)]).toEqual([1, 8, 5_000_000_000n]);
  const end = endOf(3, 100, 5_000_000_000);
  expect([end.readUInt32LE(0), end.readBigUInt64LE(48), end.readBigUInt64LE(64)]).toEqual([0x06064b50, 5_000_000_000n, 5_000_000_100n]);
  expect(end.readUInt32LE(56 + 20 + 16)).toBe(0xffffffff);
});
