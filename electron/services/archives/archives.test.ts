import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerHost } from '#electron/services/host-calls.ts';
import { paragraph, record, valueOf } from '#electron/services/testing/store.ts';
import { openDocument } from '#shared/minutes/opening.ts';
import { archiveOf, type Computer, computer, send, take } from './testing/computer.ts';
import { meetingNumber, png, withPicture } from './testing/made-up.ts';

let one: Computer;
let other: Computer;
beforeEach(() => {
  one = computer();
  other = computer();
});
afterEach(async () => {
  await one.close();
  await other.close();
});

/** Everything that a computer has, as data. */
async function everything({ client, running }: Computer) {
  const lists = await Promise.all([false, true].map((trashed) => client.meetings.list({ offset: 0, limit: 5000, trashed })));
  const summaries = lists.flatMap((list) => valueOf(list).meetings).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const texts = await Promise.all(summaries.map(async ({ id }) => valueOf(await client.meetings.open({ id }))));
  const pictures = running.services.db.assets.all().toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
  const files = await Promise.all(pictures.map(async ({ hash }) => valueOf(await running.services.assets.read(hash)).toString('hex')));
  const versions = await Promise.all(summaries.map(async ({ id }) => valueOf(await client.versions.list({ id })).versions.filter(({ name, circulatedAt }) => name !== null || circulatedAt !== null)));
  const past = await Promise.all(
    summaries.flatMap(({ id }, at) => (versions[at] ?? []).map(async ({ revision }) => valueOf(await client.versions.open({ id, revision })))),
  );
  return { summaries, texts, pictures, files, versions, past };
}

const left = ({ databasePath }: { databasePath: string }): string[] => readdirSync(`${databasePath}-parcels`);

const meeting = record(['主席致詞。', '審議通過年度預算。'], { title: '青禾綠化協會第三屆第二次理事會', start: '2024-01-19T09:30' });

it('carries two hundred meetings with pictures to another computer, where everything is as it was', { timeout: 60_000 }, async () => {
  const hashes: string[] = [];
  for (let colour = 0; colour < 7; colour++) hashes.push(valueOf(await one.client.assets.put({ file: new Blob([new Uint8Array(png(colour))]) })).hash);
  for (let number = 0; number < 200; number++) {
    const document = number % 3 === 0 ? withPicture(meetingNumber(number), hashes[number % 7] ?? '') : meetingNumber(number);
    valueOf(await one.client.meetings.create({ document }));
    if (number % 4 === 0) valueOf(await one.client.meetings.save({ id: document.id, revision: 0, changes: { blocks: [paragraph(1, '副主席致詞。')] } }));
    if (number % 8 === 0) valueOf(await one.client.versions.name({ id: document.id, revision: number % 16 === 0 ? 0 : 1, name: '初稿', origin: null }));
    if (number === 8) valueOf(await one.client.versions.circulate({ id: document.id, revision: 1, origin: null }));
    if (number % 20 === 0) valueOf(await one.client.meetings.trash({ id: document.id }));
    if (number % 33 === 0) valueOf(await one.client.meetings.pin({ id: document.id, pinned: true }));
  }
  expect(valueOf(await take(other, await archiveOf(one)))).toEqual({ added: 200, same: 0, copied: 0, cards: 0, unreadable: [] });
  expect(await everything(other)).toEqual(await everything(one));
  expect(left(one)).toEqual([]);
  expect(left(other)).toEqual([]);
  expect(valueOf(await other.client.search.query({ query: '第57號', offset: 0, limit: 10 })).total).toBe(1);
});

it('can be read without the program: text, Word, data, pictures, and what it is in three languages', async () => {
  const { hash } = valueOf(await one.client.assets.put({ file: new Blob([new Uint8Array(png(5))]) }));
  const document = withPicture(meeting, hash);
  valueOf(await one.client.meetings.create({ document }));
  const files = await unzipped(await archiveOf(one));
  const path = `meetings/2024/2024-01-19 青禾綠化協會第三屆第二次理事會 ${document.id}`;
  expect([...files.keys()].toSorted()).toEqual(['README.txt', 'index.json', `images/${hash}.png`, `${path}.docx`, `${path}.json`, `${path}.txt`].toSorted());
  expect(files.get(`${path}.txt`)?.toString()).toContain('審議通過年度預算。');
  expect(files.get(`${path}.docx`)?.subarray(0, 2).toString()).toBe('PK');
  expect(openDocument(files.get(`${path}.json`)?.toString())).toEqual({ state: 'editable', document });
  expect(files.get(`images/${hash}.png`)).toEqual(png(5));
  expect(files.get('README.txt')?.toString()).toMatch(/這裡是一位使用者全部的會議紀錄[^]*这里是一位用户全部的会议记录[^]*These are all the meeting minutes/);
});

it('gives every meeting a name that every system takes, and no two the same', async () => {
  const titles = ['CON', 'con.', 'a/b\\c:*?"<>|', '..', ' ', '會'.repeat(300), '😀'.repeat(100), '\u202e倒\u0007', 'aux.txt', '同名', '同名'];
  for (const title of titles) valueOf(await one.client.meetings.create({ document: record(['文'], { title: title.slice(0, 400) }) }));
  const names = [...(await unzipped(await archiveOf(one))).keys()];
  for (const part of names.flatMap((name) => name.split('/'))) {
    expect(Buffer.byteLength(part)).toBeLessThan(255);
    expect(part).not.toMatch(/[\\:*?"<>|\p{Cc}\p{Cf}]|^[ .]|[ .]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu);
  }
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length * 3 + 2);
});

it('is the same archive of the same meetings, but for the time', async () => {
  for (const number of [1, 2, 3]) valueOf(await one.client.meetings.create({ document: meetingNumber(number) }));
  one.running.services.now = () => new Date('2026-11-24T02:00:00Z');
  expect((await archiveOf(one)).equals(await archiveOf(one))).toBe(true);
});

it('is opened under its passphrase only, and tried again without being sent again', { timeout: 60_000 }, async () => {
  valueOf(await one.client.meetings.create({ document: meeting }));
  const bytes = await archiveOf(one, '白鷺在水田');
  expect(bytes.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/);
  expect(bytes.includes(Buffer.from('青禾'))).toBe(false);

  const parcel = await send(other, bytes);
  const attempt = (passphrase: string | null) => other.client.archives.take({ parcel, name: '封存檔.zip.age', passphrase, job: '', origin: null });
  expect(await attempt(null)).toEqual({ ok: false, error: { code: 'archive.passphrase' } });
  expect(await attempt('白鷺在水邊')).toEqual({ ok: false, error: { code: 'archive.passphrase' } });
  expect(valueOf(await attempt('白鷺在水田'))).toMatchObject({ added: 1 });
  expect(await everything(other)).toEqual(await everything(one));
  expect(left(other)).toEqual([]);

  const cut = bytes.subarray(0, bytes.length - 20);
  expect(await take(other, cut, '白鷺在水田')).toEqual({ ok: false, error: { code: 'archive.damaged' } });
});

it('is handed over to where she wants it, and gone from the store then', async () => {
  valueOf(await one.client.meetings.create({ document: meeting }));
  const { parcel, size } = valueOf(await one.client.archives.make({ passphrase: null, job: '' }));
  const file = `${one.databasePath}-全部.zip`;
  expect(await answerHost(one.running.services, { do: 'handOver', parcel, file: join(file, 'x.zip') })).toMatchObject({ ok: false, error: { code: 'file.unwritable' } });
  expect(await answerHost(one.running.services, { do: 'handOver', parcel, file })).toEqual({ ok: true, value: null });
  expect(statSync(file).size).toBe(size);
  expect(left(one)).toEqual([]);
  expect(await answerHost(one.running.services, { do: 'handOver', parcel, file })).toEqual({ ok: false, error: { code: 'parcel.notFound' } });
});

it('overwrites nothing: what is the same stays, another text comes as a copy, and only once', async () => {
  valueOf(await one.client.meetings.create({ document: meeting }));
  const bytes = await archiveOf(one);
  expect(valueOf(await take(one, bytes))).toEqual({ added: 0, same: 1, copied: 0, cards: 0, unreadable: [] });

  valueOf(await one.client.meetings.save({ id: meeting.id, revision: 0, changes: { blocks: [paragraph(1, '後來才寫的。')] } }));
  expect(valueOf(await take(one, bytes))).toEqual({ added: 0, same: 0, copied: 1, cards: 0, unreadable: [] });
  expect(valueOf(await take(one, bytes))).toEqual({ added: 0, same: 1, copied: 0, cards: 0, unreadable: [] });
  const { texts } = await everything(one);
  const first = texts.map((text) => (text.state === 'editable' ? [text.document.meta.title, text.document.blocks[0]] : null));
  expect(first).toHaveLength(2);
  expect(first).toContainEqual([meeting.meta.title, paragraph(1, '後來才寫的。')]);
  expect(first).toContainEqual([expect.stringMatching(/^青禾綠化協會第三屆第二次理事會（\d+年\d+月\d+日封存檔）$/), paragraph(1, '主席致詞。')]);
  expect(valueOf(await one.client.backups.state()).backups.map(({ reason }) => reason)).toContain('import');
});

it('brings a meeting back that was thrown away since', async () => {
  valueOf(await one.client.meetings.create({ document: meeting }));
  const bytes = await archiveOf(one);
  valueOf(await one.client.meetings.trash({ id: meeting.id }));
  expect(valueOf(await take(one, bytes))).toMatchObject({ added: 1, same: 0 });
  expect(valueOf(await one.client.meetings.list({ offset: 0, limit: 10 })).total).toBe(1);
});

it('stops when it is told to, on both sides, and leaves nothing behind', async () => {
  for (let number = 0; number < 30; number++) valueOf(await one.client.meetings.create({ document: meetingNumber(number) }));
  const bytes = await archiveOf(one);
  const making = one.client.archives.make({ passphrase: null, job: 'making' });
  setTimeout(() => void one.client.jobs.stop({ job: 'making' }), 40);
  expect(await making).toEqual({ ok: false, error: { code: 'work.stopped' } });
  expect(left(one)).toEqual([]);

  const parcel = await send(other, bytes);
  const stopAtFifth = (async () => {
    for await (const event of await other.client.events.watch()) {
      if (event.type === 'job.progress' && event.job === 'taking') return other.client.jobs.stop({ job: 'taking' });
    }
    return null;
  })();
  expect(await other.client.archives.take({ parcel, name: 'a.zip', passphrase: null, job: 'taking', origin: null })).toEqual({ ok: false, error: { code: 'work.stopped' } });
  await stopAtFifth;
  const { texts } = await everything(other);
  expect(texts.length).toBeLessThan(30);
  for (const text of texts) expect(text.state).toBe('editable');
  expect(left(other)).toEqual([]);
});

it('says what could be read of a damaged meeting, and keeps the rest', async () => {
  valueOf(await one.client.meetings.create({ document: meeting }));
  const { db } = one.running.services;
  const number = db.repairs.numbers()[0] ?? 0;
  db.write(() => db.documents.addVersion(number, 0, { ...meeting, blocks: [{ kind: 'unheard of', inline: [{ text: '仍可讀的一句。' }] }] }, '2026-01-01T00:00:00.000Z'));
  valueOf(await one.client.meetings.create({ document: meetingNumber(1) }));
  await one.restart();
  const bytes = await archiveOf(one);
  const texts = [...(await unzipped(bytes))].filter(([name]) => name.includes(meeting.id));
  expect(texts.map(([name, text]) => [name.slice(-4), text.toString()])).toEqual([['.txt', expect.stringContaining('仍可讀的一句。')]]);
  expect(valueOf(await take(other, bytes))).toEqual({ added: 1, same: 0, copied: 0, cards: 0, unreadable: [meeting.meta.title] });
});

it('keeps nothing of what was under way when the program ended', async () => {
  const { parcel } = valueOf(await one.client.parcels.begin());
  expect(readFileSync(`${one.databasePath}-parcels/${parcel}`)).toHaveLength(0);
  await one.restart();
  expect(existsSync(`${one.databasePath}-parcels`)).toBe(false);
  expect(await one.client.parcels.read({ parcel, offset: 0 })).toEqual({ ok: false, error: { code: 'parcel.notFound' } });
  valueOf(await one.client.parcels.begin());
  expect(left(one)).toHaveLength(1);
});

async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  const files = new Map<string, Buffer>();
  for (const entry of entries) if (!entry.directory) files.set(entry.filename, Buffer.from(await entry.getData(new Uint8ArrayWriter())));
  return files;
}
