import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { valueOf } from '#electron/services/testing/store.ts';
import { openArchive } from './taking.ts';
import { archiveOf, type Computer, computer, take } from './testing/computer.ts';
import { meetingNumber, png, withPicture } from './testing/made-up.ts';

let one: Computer;
let other: Computer;
let good: Buffer;
const documents = Array.from({ length: 8 }, (_, number) => meetingNumber(number));
beforeAll(async () => {
  one = computer();
  const { hash } = valueOf(await one.client.assets.put({ file: new Blob([new Uint8Array(png(9))]) }));
  for (const [number, document] of documents.entries()) {
    valueOf(await one.client.meetings.create({ document: number === 0 ? withPicture(document, hash) : document }));
  }
  good = await archiveOf(one);
});
beforeEach(() => {
  other = computer();
  return () => other.close();
});
afterAll(() => one.close());

type Files = Map<string, Uint8Array>;

async function filesOf(bytes: Uint8Array): Promise<Files> {
  const files: Files = new Map();
  for (const entry of await new ZipReader(new Uint8ArrayReader(bytes)).getEntries()) {
    if (!entry.directory) files.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  }
  return files;
}

async function zipOf(files: Iterable<[string, Uint8Array]>, options: object = {}): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, bytes] of files) await zip.add(name, new Uint8ArrayReader(bytes), { useWebWorkers: false, ...options });
  return zip.close();
}

/** The good archive, with something done to its list of contents. */
async function withIndex(change: (index: Record<string, unknown>) => void): Promise<Uint8Array> {
  const files = await filesOf(good);
  const index = JSON.parse(Buffer.from(files.get('index.json') ?? []).toString()) as Record<string, unknown>;
  change(index);
  return zipOf(files.set('index.json', Buffer.from(JSON.stringify(index))));
}

const error = (code: string) => expect.objectContaining({ ok: false, error: expect.objectContaining({ code }) as unknown });

async function expectUntouched(): Promise<void> {
  expect(valueOf(await other.client.meetings.list({ offset: 0, limit: 10 })).total).toBe(0);
  expect(readdirSync(`${other.databasePath}-parcels`)).toEqual([]);
}

it('takes nothing of what is no archive of this program', async () => {
  const foreign = [Buffer.from('會議紀錄'), Buffer.alloc(0), await zipOf([['a.txt', Buffer.from('a')]]), await zipOf([['index.json', Buffer.from('[1, 2]')]])];
  for (const bytes of foreign) expect(await take(other, bytes)).toEqual(error('archive.notArchive'));
  await expectUntouched();
});

it('takes nothing of an archive that was cut short, wherever', async () => {
  for (const part of [0.1, 0.5, 0.9, 0.999]) expect(await take(other, good.subarray(0, Math.floor(good.length * part)))).toEqual(error('archive.damaged'));
  await expectUntouched();
});

it('reads only what was put in, wherever a bit has turned over', async () => {
  const path = join(one.databasePath, '../flipped.zip');
  const known = await filesOf(good);
  let noticed = 0;
  for (let turn = 0; turn < 200; turn++) {
    const bytes = Buffer.from(good);
    const at = Math.floor((turn / 200) * good.length);
    bytes[at] = (bytes[at] ?? 0) ^ 8;
    writeFileSync(path, bytes);
    const archive = await openArchive(path, 'a.zip');
    if (!archive.ok) {
      noticed += 1;
      continue;
    }
    const { meetings, pictures } = archive.value.index;
    expect([meetings.map(({ id }) => id), pictures.length]).toEqual([documents.map(({ id }) => id), 1]);
    for (const file of [...meetings.map(({ files }) => files.json ?? ''), ...pictures.map((picture) => picture.file)]) {
      const read = await archive.value.read(file);
      if (read) expect(read.equals(known.get(file) ?? new Uint8Array())).toBe(true);
      else noticed += 1;
    }
  }
  expect(noticed).toBeGreaterThan(8);
});

it('names what is not what the list says, and takes the rest', async () => {
  const files = await filesOf(good);
  const json = [...files.keys()].filter((name) => name.endsWith('.json') && name.startsWith('meetings/'));
  const changed = Buffer.from(files.get(json[0] ?? '') ?? []).toString().replace('主席致詞', '換過的文字');
  files.set(json[0] ?? '', Buffer.from(changed));
  files.set([...files.keys()].find((name) => name.startsWith('images/')) ?? '', png(10));
  const taken = valueOf(await take(other, await zipOf(files)));
  expect(taken).toMatchObject({ added: 7, copied: 0 });
  expect(taken.unreadable).toEqual([expect.stringMatching(/^images\//), expect.any(String)]);
  expect(other.running.services.db.assets.all()).toEqual([]);
});

it('takes no meeting whose text is of a newer program, and none of an archive of a newer form', async () => {
  expect(await take(other, await withIndex((index) => (index['form'] = 2)))).toEqual(error('archive.newer'));
  await expectUntouched();
  const newer = { ...meetingNumber(3), version: 99 };
  valueOf(await one.client.meetings.create({ document: meetingNumber(50) }));
  const { db } = one.running.services;
  db.write(() => db.repairs.add({ document: newer as never, revision: 0, savedAt: '2026-01-01T00:00:00.000Z', createdAt: '2026-01-01T00:00:00.000Z', pinned: false, trashedAt: null }));
  await one.restart();
  const taken = valueOf(await take(other, await archiveOf(one)));
  expect(taken).toMatchObject({ added: 9, unreadable: [newer.meta.title] });
});

it.each(['../outside.txt', '/etc/outside', 'C:/outside', 'meetings\\outside', 'a/../../outside', 'meetings/\u0000x'])('takes nothing of an archive with a file %j', async (name) => {
  const files = await filesOf(good);
  // Written as it is: what writes a proper archive would not.
  const placeholder = 'x'.repeat(Buffer.byteLength(name));
  const bytes = Buffer.from(await zipOf(files.set(placeholder, Buffer.from('x'))));
  for (let at = bytes.indexOf(placeholder); at !== -1; at = bytes.indexOf(placeholder)) bytes.write(name, at, 'utf8');
  expect(await take(other, bytes)).toEqual(error('archive.damaged'));
  await expectUntouched();
});

it('takes nothing of an archive with a link in it', async () => {
  const link = await zipOf([...(await filesOf(good)), ['meetings/link', Buffer.from('/etc/passwd')]], { unixMode: 0o120777 });
  expect(await take(other, link)).toEqual(error('archive.damaged'));
  await expectUntouched();
});

it('reads nothing of a file that would fill the disk or the memory', async () => {
  const bomb = await zipOf((await filesOf(good)).set('meetings/bomb.json', Buffer.alloc(40 * 1024 * 1024)));
  expect(bomb.length).toBeLessThan(200_000);
  expect(await take(other, bomb)).toEqual(error('archive.tooLarge'));
  await expectUntouched();
});

it('stops reading where there is more than a file has said', async () => {
  // A list of contents that says 1,000 bytes of itself, and is 30 MB.
  const bytes = Buffer.from(await zipOf([['index.json', Buffer.alloc(30 * 1024 * 1024, ' ')]]));
  const directory = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  bytes.writeUInt32LE(1000, directory + 24);
  const before = process.memoryUsage().rss;
  expect(await take(other, bytes)).toEqual(error('archive.damaged'));
  expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  await expectUntouched();
});

it('does not take in what is not a meeting of that name', async () => {
  const [, ...rest] = documents;
  const taken = await take(other, await withIndex((index) => {
    const [first, second] = index['meetings'] as { id: string; title: string; files: { json: string } }[];
    if (first && second) first.files.json = second.files.json;
  }));
  expect(valueOf(taken)).toMatchObject({ added: rest.length, unreadable: [documents[0]?.meta.title] });
});
