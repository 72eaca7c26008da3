import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStoreRouter } from '#electron/services/router.ts';
import { servicesOver, type RunningServices } from '#electron/services/running.ts';
import { openDb } from '#electron/db/index.ts';
import { archivePlaces } from '#electron/services/damage/archive-files.ts';
import { paragraph, record, resources, testFolder, valueOf } from '#electron/services/testing/store.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { addBackupChores } from './chores.ts';
import { collectPictures, emptyTrash } from './cleaning.ts';

const day = 86_400_000;
const start = Date.parse('2026-02-27T09:00:00Z');

let place: ReturnType<typeof testFolder>;
let running: RunningServices;
let time = start;
beforeEach(() => {
  time = start;
  place = testFolder();
  running = servicesOver(valueOf(openDb(place.databasePath)), { databasePath: place.databasePath, resources });
  running.services.now = () => new Date(time);
  vi.useFakeTimers({ toFake: ['Date'], now: time });
});
afterEach(async () => {
  vi.useRealTimers();
  await running.close();
  place.remove();
});

/** It is so many days later. */
const later = (days: number): void => {
  time += days * day;
  vi.setSystemTime(time);
};
const client = () => createRouterClient(createStoreRouter(running.services));
const { signal } = new AbortController();
const meeting = record(['主席致詞。'], { title: '青禾綠化協會第三屆第二次理事會' });
const other = record(['臨時動議。'], { title: '青禾綠化協會第三屆第三次理事會' });
const inTrash = async (): Promise<string[]> =>
  valueOf(await client().meetings.list({ offset: 0, limit: 10, trashed: true })).meetings.map(({ id }) => id);

/** The meetings that have an archive file. */
const archived = (): string[] => [...archivePlaces(`${place.databasePath}-archive`).keys()].toSorted();

describe('the trash', () => {
  beforeEach(async () => {
    for (const document of [meeting, other]) valueOf(await client().meetings.create({ document }));
    valueOf(await client().meetings.trash({ id: meeting.id }));
  });

  it('keeps a meeting for sixty days, and makes no backup for nothing', async () => {
    later(59);
    await emptyTrash(running.services, signal);
    expect(await inTrash()).toEqual([meeting.id]);
    expect(running.services.backups.verified()).toEqual([]);
  });

  it('lets it go after that, with a verified backup of that moment that holds it', async () => {
    later(61);
    await running.services.archiveFiles.catchUp(() => Promise.resolve());
    expect(archived()).toEqual([meeting.id, other.id].toSorted());
    await emptyTrash(running.services, signal);
    expect(await inTrash()).toEqual([]);
    expect(archived()).toEqual([other.id]);
    expect(await client().meetings.open({ id: meeting.id })).toMatchObject({ ok: false, error: { code: 'meeting.notFound' } });
    const { backups } = valueOf(await client().backups.state());
    expect(backups).toMatchObject([{ reason: 'cleaning', verifiedAt: expect.any(String) }]);
    expect(valueOf(await client().backups.restoreMeeting({ id: backups[0]?.id ?? '', meeting: meeting.id })).title).toBe(meeting.meta.title);
    expect(valueOf(await client().meetings.open({ id: other.id })).state).toBe('editable');
  });

  it('lets nothing go while no backup can be made', async () => {
    await running.services.archiveFiles.catchUp(() => Promise.resolve());
    later(61);
    vi.spyOn(running.services.db, 'copyTo').mockImplementation(() => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    });
    await expect(emptyTrash(running.services, signal)).rejects.toThrow('backup.full');
    expect(await inTrash()).toEqual([meeting.id]);
    expect(archived()).toHaveLength(2);
    expect(valueOf(await client().backups.state()).error).toEqual({ code: 'backup.full' });
  });

  it('never gives the number of what is gone to another meeting', async () => {
    const last = record(['散會。'], { title: '最後一份' });
    valueOf(await client().meetings.create({ document: last }));
    // The store has it at hand.
    valueOf(await client().meetings.open({ id: last.id }));
    valueOf(await client().meetings.trash({ id: last.id }));
    expect(valueOf(await client().search.query({ query: '散會' })).total).toBe(0);
    await running.services.archiveFiles.catchUp(() => Promise.resolve());
    later(61);
    await emptyTrash(running.services, signal);
    // Its turn comes when there is another one; until then all of it stays.
    expect(archived()).toContain(last.id);
    const next = record(['另一件事。'], { title: '後來的' });
    valueOf(await client().meetings.create({ document: next }));
    expect(valueOf(await client().search.query({ query: '散會' })).total).toBe(0);
    expect(JSON.stringify(valueOf(await client().meetings.open({ id: next.id })))).toContain('另一件事');
    expect(valueOf(await client().search.query({ query: '另一件事' })).total).toBe(1);
    await emptyTrash(running.services, signal);
    expect(await inTrash()).toEqual([]);
  });
});

describe('a version', () => {
  it('is held by a backup only where one was verified after it was saved', async () => {
    const { backups } = running.services;
    const savedAt = new Date(time).toISOString();
    expect(backups.isHeld(savedAt)).toBe(false);
    later(1);
    valueOf(await backups.make('daily'));
    expect(backups.isHeld(savedAt)).toBe(true);
    expect(backups.isHeld(new Date(time + 1).toISOString())).toBe(false);
    // Made while the clock was a year ahead, it says nothing of what is saved now.
    later(365);
    valueOf(await backups.make('daily'));
    later(-364);
    expect(backups.isHeld(new Date(time).toISOString())).toBe(false);
  });
});

describe('a picture', () => {
  const bytes = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const showing = (asset: string): MinutesDocument => {
    const document = record(['附圖如下。']);
    return { ...document, blocks: [...document.blocks, { id: 'p00002', kind: 'image', asset, mime: 'image/png', width: 1, height: 1, paperWidth: null, alt: '', caption: [] }] };
  };
  const fileOf = (hash: string): string => join(running.services.backups.assets, hash.slice(0, 2), hash);
  const put = async (): Promise<string> => valueOf(await client().assets.put({ file: new Blob([bytes]) })).hash;
  const collect = () => collectPictures(running.services, signal);

  it('stays as long as anything shows it, in the trash too', async () => {
    const hash = await put();
    const document = showing(hash);
    valueOf(await client().meetings.create({ document }));
    valueOf(await client().meetings.trash({ id: document.id }));
    for (let turn = 0; turn < 3; turn++) {
      valueOf(await running.services.backups.make('daily'));
      await collect();
      later(40);
    }
    expect(existsSync(fileOf(hash))).toBe(true);
  });

  it('goes thirty days after the last thing that showed it, and lies in the backup then', async () => {
    const hash = await put();
    valueOf(await client().meetings.create({ document: meeting }));
    valueOf(await running.services.backups.make('daily'));
    await collect();
    later(29);
    await collect();
    expect(existsSync(fileOf(hash))).toBe(true);
    later(2);
    await collect();
    expect(existsSync(fileOf(hash))).toBe(false);
    expect(await client().assets.get({ hash })).toMatchObject({ error: { code: 'asset.notFound' } });
    const [newest] = running.services.backups.verified();
    valueOf(await client().backups.restore({ id: newest?.id ?? '' }));
    expect(valueOf(await client().assets.get({ hash })).size).toBeGreaterThan(0);
  });
});

it('makes a backup by itself a day after the last, and not before', async () => {
  const { chores, backups } = running.services;
  addBackupChores(running.services);
  valueOf(await client().meetings.create({ document: meeting }));
  await chores.look();
  expect(backups.verified()).toHaveLength(1);
  later(23 / 24);
  await chores.look();
  expect(backups.verified()).toHaveLength(1);
  valueOf(await client().meetings.save({ id: meeting.id, revision: 0, changes: { blocks: [paragraph(1, '再寫。')] } }));
  later(2 / 24);
  await chores.look();
  expect(backups.verified().map(({ reason }) => reason)).toEqual(['daily', 'daily']);
  // Seven days without one, and she is told.
  later(6.9);
  expect(valueOf(await client().backups.state()).overdue).toBe(false);
  later(0.2);
  expect(valueOf(await client().backups.state()).overdue).toBe(true);
});
