import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as health from '#electron/services/health.ts';
import * as meetings from '#electron/services/meetings.ts';
import type { Services } from '#electron/services/services.ts';
import { startServices } from '#electron/services/running.ts';
import { paragraph, record, resources, testFolder, testServices, valueOf } from '#electron/services/testing/store.ts';
import { documentText } from '#shared/minutes/text.ts';
import type { Recovery } from '#shared/rpc/health.ts';

const count = 24;
const pageSize = 4096;

/** A library with everything beside it, made once: two thirds of it in a backup, half of it with archive files. */
let made: ReturnType<typeof testFolder>;
/** What every meeting was last saved as. */
const texts = new Map<string, string>();
let trashed = '';
let pinned = '';

const long = (number: number): string => `第${number}案：` + '行道樹的養護標準由綠化委員會研議後提報理事會。'.repeat(40 + number * 7);

beforeAll(async () => {
  made = testFolder();
  const { services, close } = testServices(made.databasePath);
  const ids: string[] = [];
  const add = (number: number): void => {
    const document = record([long(number), '散會。'], { title: `第${number}次理事會`, start: `20${String(10 + (number % 5))}-03-0${1 + (number % 9)}T09:00` });
    valueOf(meetings.create(services, { document, origin: null }));
    ids.push(document.id);
  };
  const change = (id: string, text: string): void => {
    const opened = valueOf(meetings.open(services, { id }));
    if (opened.state !== 'editable') throw new Error('cannot be edited');
    valueOf(meetings.save(services, { id, revision: opened.revision, changes: { blocks: [paragraph(2, text)] }, origin: null }));
  };
  for (let number = 0; number < (count * 2) / 3; number++) add(number);
  pinned = ids[2] ?? '';
  trashed = ids[5] ?? '';
  valueOf(meetings.pin(services, { id: pinned, pinned: true, origin: null }));
  valueOf(meetings.trash(services, { id: trashed, origin: null }));
  valueOf(await services.backups.make('asked'));
  for (let number = (count * 2) / 3; number < count; number++) add(number);
  await services.archiveFiles.catchUp(() => Promise.resolve());
  for (const id of ids.slice(0, count / 2)) if (id !== trashed) change(id, '備份之後補記：請秘書處於會後一個月內辦理。');
  for (const id of ids) texts.set(id, textIn(services, id) ?? '');
  await close();
});
afterAll(() => made.remove());

function textIn(services: Services, id: string): string | null {
  const opened = meetings.open(services, { id });
  return opened.ok && opened.value.state === 'editable' ? documentText(opened.value.document) : null;
}

let place: ReturnType<typeof testFolder>;
beforeEach(() => {
  place = testFolder();
  for (const name of readdirSync(made.folder)) cpSync(join(made.folder, name), join(place.folder, name), { recursive: true, preserveTimestamps: true });
});
afterEach(() => place.remove());

const without = (...parts: string[]): void => parts.forEach((part) => rmSync(`${place.databasePath}-${part}`, { recursive: true }));
function damage(change: (bytes: Buffer) => void): Buffer {
  const bytes = readFileSync(place.databasePath);
  change(bytes);
  writeFileSync(place.databasePath, bytes);
  return bytes;
}
const asides = (): string[] => readdirSync(place.folder).filter((name) => name.startsWith(`${basename(place.databasePath)}-damaged-`));

/** Opens the database, and holds that every meeting is as it was last saved, or is told of. */
async function expectEveryMeeting(): Promise<{ recovery: Recovery; right: number }> {
  const { services, close } = testServices(place.databasePath);
  const { recovery } = valueOf(await health.state(services));
  if (!recovery) throw new Error('nothing was said');
  let right = 0;
  for (const [id, text] of texts) {
    const told = recovery.meetings.find((meeting) => meeting.id === id);
    const found = textIn(services, id);
    if (found === text) right += 1;
    else expect(told, `${id} is not as it was and nobody says so`).toBeDefined();
    if (found !== text && told?.from !== 'lost') expect(told?.older).toBe(true);
    if (told?.from === 'lost') expect(found).toBeNull();
  }
  expect(recovery.whole + recovery.meetings.filter(({ from }) => from !== 'lost').length).toBeGreaterThanOrEqual(services.db.repairs.numbers().length - recovery.meetings.filter(({ from }) => from === 'lost').length);
  await close();
  return { recovery, right };
}

describe('a damaged database', () => {
  const kinds: Record<string, (bytes: Buffer) => void> = {
    'with pages of zeros': (bytes) => {
      for (const page of [2, 9, 15]) bytes.fill(0, page * pageSize, (page + 1) * pageSize);
    },
    'with pages in each other’s place': (bytes) => {
      const [one, other] = [4, 11].map((page) => Buffer.from(bytes.subarray(page * pageSize, (page + 1) * pageSize)));
      other?.copy(bytes, 4 * pageSize);
      one?.copy(bytes, 11 * pageSize);
    },
    'with a page of something else': (bytes) => void bytes.write('青禾綠化協會敬啟者：'.repeat(200).slice(0, 1300), 6 * pageSize),
    'without its first page': (bytes) => void bytes.fill(0, 0, pageSize),
    'that is something else altogether': (bytes) => void bytes.fill('青禾綠化協會敬啟者：'),
  };
  it.each(Object.keys(kinds))('%s is made anew, set aside whole, and every meeting is right or told of', async (kind) => {
    const bytes = damage((content) => kinds[kind]?.(content));
    const { recovery, right } = await expectEveryMeeting();
    expect(right).toBeGreaterThanOrEqual(kind === 'that is something else altogether' ? count / 2 : count - 6);
    expect(asides()).toEqual([recovery.setAside]);
    expect(readFileSync(join(place.folder, asides()[0] ?? '', basename(place.databasePath))).equals(bytes)).toBe(true);
    // Once: the next start finds nothing wrong.
    await expectEveryMeeting();
    expect(asides()).toHaveLength(1);
  });

  it('that was cut short is made anew from its beginning, the backup and the archive files', async () => {
    truncateSync(place.databasePath, 12 * pageSize + 100);
    const { recovery, right } = await expectEveryMeeting();
    expect(right).toBeGreaterThanOrEqual(count / 2);
    const froms = new Set(recovery.meetings.map(({ from }) => from));
    expect(froms.has('lost')).toBe(false);
  });

  it('keeps its trash, pins, settings and name where its lines are lost', async () => {
    damage((bytes) => bytes.fill(0, 0, pageSize));
    await expectEveryMeeting();
    const { services, close } = testServices(place.databasePath);
    expect(services.db.meetings.find(pinned)?.pinned).toBe(true);
    expect(services.db.meetings.find(trashed)?.trashedAt).not.toBeNull();
    await close();
  });

  it('is made anew from its backup and archive files alone', async () => {
    damage((bytes) => bytes.fill(0));
    const { recovery } = await expectEveryMeeting();
    expect(new Set(recovery.meetings.map(({ from }) => from))).toEqual(new Set(['backup', 'archive']));
    const { services, close } = testServices(place.databasePath);
    expect(services.db.repairs.numbers()).toHaveLength(count);
    expect(services.db.meetings.find(trashed)?.trashedAt).not.toBeNull();
    await close();
  });

  it('is made anew from what is left of a damaged backup, which stays as it is', async () => {
    without('archive');
    damage((bytes) => bytes.fill(0));
    const folder = `${place.databasePath}-backups`;
    const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.db'));
    const backup = readFileSync(join(folder, name)).fill(0, 3 * pageSize, 4 * pageSize);
    writeFileSync(join(folder, name), backup);
    const { services, close } = testServices(place.databasePath);
    expect(services.db.repairs.numbers().length).toBeGreaterThanOrEqual(count / 2);
    await close();
    expect(readFileSync(join(folder, name)).equals(backup)).toBe(true);
  });

  it('without its first page is known for ours by the index of the search alone', async () => {
    const before = testServices(place.databasePath);
    valueOf(meetings.rename(before.services, { id: pinned, title: '改過的名稱', origin: null }));
    await before.close();
    without('archive', 'backups');
    expect(existsSync(`${place.databasePath}-search`)).toBe(true);
    damage((bytes) => bytes.fill(0, 0, pageSize));
    const { services, close } = testServices(place.databasePath);
    expect(services.db.repairs.numbers()).toHaveLength(count);
    for (const [id, text] of texts) if (id !== pinned) expect(textIn(services, id)).toBe(text);
    expect(asides()).toHaveLength(1);
    await close();
  });

  it('is left as it is where nothing can be made of it', async () => {
    without('archive', 'backups');
    const bytes = damage((content) => content.fill(0, 20));
    const opened = startServices({ databasePath: place.databasePath, resources, example: false, patience: 50 });
    expect(opened.ok).toBe(false);
    expect(readFileSync(place.databasePath).equals(bytes)).toBe(true);
    expect(asides()).toEqual([]);
    expect(readdirSync(place.folder).filter((name) => name.includes('recover'))).toEqual([]);
  });
});

describe('a database that is gone', () => {
  it('is never an empty library beside backups and archive files', async () => {
    rmSync(place.databasePath);
    const { recovery } = await expectEveryMeeting();
    expect(recovery.meetings).toHaveLength(count);
    expect(recovery.meetings.every(({ older, from }) => older && from !== 'lost')).toBe(true);
  });

  it('is taken for gone where its file is empty', async () => {
    truncateSync(place.databasePath, 0);
    const { recovery } = await expectEveryMeeting();
    expect(recovery.meetings).toHaveLength(count);
  });

  it('is a new one where nothing lies beside it', async () => {
    without('archive', 'backups');
    rmSync(place.databasePath);
    const { services, close } = testServices(place.databasePath);
    expect(services.db.repairs.numbers()).toEqual([]);
    expect(valueOf(await health.state(services)).recovery).toBeNull();
    await close();
  });
});

it('says it until she has read it', async () => {
  damage((bytes) => bytes.fill(0, 0, pageSize));
  const { services, close } = testServices(place.databasePath);
  expect(valueOf(await health.state(services)).recovery?.seen).toBe(false);
  valueOf(health.seen(services));
  await close();
  const again = testServices(place.databasePath);
  expect(valueOf(await health.state(again.services)).recovery?.seen).toBe(true);
  await again.close();
});

it('is whole after the next start, wherever the program was killed while making it anew', { timeout: 240_000 }, async () => {
  const damaged = damage((bytes) => bytes.fill(0, 0, pageSize).fill(0, 9 * pageSize, 12 * pageSize));
  const program = join(import.meta.dirname, '../testing/killed-start.ts');
  const spare = join(place.folder, 'spare.db');
  copyFileSync(place.databasePath, spare);
  let killed = 0;
  for (let step = 0; ; step++) {
    const { stdout, signal } = spawnSync(process.execPath, [program, place.databasePath, String(step)], { encoding: 'utf8' });
    await expectEveryMeeting();
    // Every byte of what was damaged is still somewhere, once.
    expect(asides()).toHaveLength(1);
    const [aside = ''] = asides();
    expect(readFileSync(join(place.folder, aside, basename(place.databasePath))).equals(damaged)).toBe(true);
    expect(readdirSync(place.folder).filter((name) => /recover/.test(name))).toEqual([]);
    rmSync(join(place.folder, aside), { recursive: true });
    for (const part of ['-wal', '-shm', '-search']) rmSync(place.databasePath + part, { force: true });
    copyFileSync(spare, place.databasePath);
    if (signal !== 'SIGKILL') {
      expect(stdout).toBe('opened');
      break;
    }
    killed += 1;
  }
  expect(killed).toBeGreaterThan(15);
});
