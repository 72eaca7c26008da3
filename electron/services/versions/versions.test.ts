import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { peek, tamper } from '#electron/db/testing/tamper.ts';
import { generateMeeting } from '#electron/db/generate.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { documentText } from '#shared/minutes/text.ts';
import * as meetings from '../meetings.ts';
import type { RunningServices } from '../running.ts';
import { paragraph, record, testFolder, testServices, valueOf } from '../testing/store.ts';
import * as versions from './index.ts';
import { tidyVersions } from './tidying.ts';

const origin = null;
const meeting = record(['主席致詞。', '報告事項。'], { title: '第二屆理事會' });
const { id } = meeting;

let place: ReturnType<typeof testFolder>;
let running: RunningServices;
const services = () => running.services;
const start = () => (running = testServices(place.databasePath));
/** Every sitting that changed something leaves a version. */
const restart = async () => {
  await running.close();
  start();
};
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-20T09:00:00Z') });
  place = testFolder();
  start();
  valueOf(meetings.create(services(), { document: meeting, origin }));
});
afterEach(async () => {
  await running.close();
  place.remove();
  vi.useRealTimers();
});

const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const revision = () => services().db.meetings.find(id)?.revision ?? -1;
const number = () => services().db.meetings.find(id)?.number ?? -1;
const write = (text: string, block = 1) => valueOf(meetings.save(services(), { id, revision: revision(), changes: { blocks: [paragraph(block, text)] }, origin })).revision;
const sitting = async (text: string) => {
  write(text);
  await restart();
};
const timeline = () => valueOf(versions.list(services(), { id, offset: 0, limit: 500 }));
const textAt = (at: number) => documentText(valueOf(versions.open(services(), { id, revision: at })).document);
const hour = 3_600_000;
const tidy = (isHeld = true) => tidyVersions({ db: services().db, isHeld: () => isHeld, now: () => new Date() }, new AbortController().signal);
const stored = () => services().db.documents.timeline(number(), { offset: 0, limit: 1000 }).versions;

describe('the timeline', () => {
  it('tells when each version was saved and how much it changed, with the present on top', async () => {
    later(hour);
    await sitting('主席致詞，並介紹來賓。');
    later(hour);
    write('主席致詞。');
    expect(timeline()).toMatchObject({
      total: 3,
      versions: [
        { revision: 2, savedAt: '2026-05-20T11:00:00.000Z', added: 0, removed: 6, name: null },
        { revision: 1, savedAt: '2026-05-20T10:00:00.000Z', added: 6, removed: 0 },
        { revision: 0, savedAt: '2026-05-20T09:00:00.000Z' },
      ],
    });
    expect(valueOf(versions.list(services(), { id, offset: 1, limit: 1 })).versions.map((one) => one.revision)).toEqual([1]);
    expect(textAt(1)).toBe('主席致詞，並介紹來賓。\n報告事項。');
    expect(textAt(2)).toBe('主席致詞。\n報告事項。');
  });

  it('names a version, also one between two others, and keeps the name', async () => {
    write('初稿的字');
    write('二稿的字');
    valueOf(versions.name(services(), { id, revision: 1, name: '  送核稿 ', origin }));
    await restart();
    expect(timeline().versions.map((one) => [one.revision, one.name])).toEqual([[2, null], [1, '送核稿'], [0, null]]);
    valueOf(versions.name(services(), { id, revision: 1, name: '', origin }));
    expect(timeline().versions.map((one) => one.name)).toEqual([null, null, null]);
  });

  it('marks what was sent, also where more was written meanwhile, and nothing else', () => {
    write('送出的字');
    write('送出之後的字');
    valueOf(versions.circulate(services(), { id, revision: 1, origin }));
    expect(timeline().versions.map((one) => [one.revision, one.circulatedAt])).toEqual([[2, null], [1, '2026-05-20T09:00:00.000Z'], [0, null]]);
    expect(textAt(1)).toContain('送出的字');
    expect(versions.circulate(services(), { id, revision: 9, origin })).toEqual({ ok: false, error: { code: 'version.notFound' } });
  });

  it('stays in order when the clock is set back', async () => {
    write('一');
    vi.setSystemTime(new Date('2020-01-01T00:00:00Z'));
    write('二');
    write('三');
    const times = [0, 1, 2, 3].map((at) => valueOf(versions.open(services(), { id, revision: at })).savedAt);
    expect(times).toEqual([...new Set(times)].toSorted());
  });

  it('says which versions are not there', () => {
    expect(versions.open(services(), { id, revision: 99 })).toEqual({ ok: false, error: { code: 'version.notFound' } });
    expect(versions.name(services(), { id, revision: 99, name: '未來', origin })).toEqual({ ok: false, error: { code: 'version.notFound' } });
    expect(versions.list(services(), { id: 'nobody000000', offset: 0, limit: 1 })).toEqual({ ok: false, error: { code: 'meeting.notFound' } });
  });
});

describe('tidying', () => {
  const sittings = async (count: number, apart: number) => {
    for (let index = 0; index < count; index += 1) {
      later(apart);
      await sitting(`第${index}稿的字`);
    }
  };

  /** The saves so far are let go, as after a thousand others. */
  const forgetSaves = async () => {
    await running.close();
    tamper(place.databasePath, 'DELETE FROM operations');
    start();
  };

  it('lets go of what the rule does not keep, and only where a backup holds it', async () => {
    await sittings(10, hour / 10);
    await forgetSaves();
    later(48 * hour);
    await tidy(false);
    expect(stored()).toHaveLength(11);
    await tidy(true);
    // Written from 09:06 to 10:00: the newest three, and of the hour from nine its last that is not among them.
    expect(stored().map((one) => one.revision)).toEqual([10, 9, 8]);
    expect(textAt(9)).toContain('第8稿');
  });

  it('keeps the version that the saves stand on which can still be undone', async () => {
    await sittings(10, hour / 10);
    later(48 * hour);
    await tidy();
    expect(stored().map((one) => one.revision)).toEqual([10, 9, 8, 0]);
    for (let at = 10; at > 0; at -= 1) expect(textAt(at)).toContain(`第${at - 1}稿`);
  });

  it('says how much a version changed of the one that is before it now', async () => {
    write('主席');
    await restart();
    for (const text of ['主席致', '主席致詞', '主席致詞說明', '主席致詞說明會務', '主席致詞說明會務。']) await sitting(text);
    valueOf(versions.name(services(), { id, revision: 1, name: '初稿', origin }));
    await forgetSaves();
    later(48 * hour);
    await tidy();
    expect(stored().map((one) => [one.revision, one.added])).toEqual([[6, 1], [5, 2], [4, 4], [1, 0]]);
  });

  it('packs all but the newest three against one that is whole, and each can be read as it was', async () => {
    await sittings(28, hour);
    const before = stored().map((one) => textAt(one.revision));
    await tidy();
    // Newest first: three whole ones, four that stand on 21, that one, twenty that stand on the first, and the first.
    expect(stored().map((one) => one.base)).toEqual([null, null, null, 21, 21, 21, 21, null, ...Array<number>(20).fill(0), null]);
    expect(stored().map((one) => textAt(one.revision))).toEqual(before);
    await restart();
    expect(stored().map((one) => textAt(one.revision))).toEqual(before);
    await tidy();
    expect(stored().map((one) => textAt(one.revision))).toEqual(before);
  });

  it('hands on what stands on a version that goes', async () => {
    await sittings(12, hour / 30);
    await tidy();
    valueOf(versions.name(services(), { id, revision: 3, name: '三稿', origin }));
    valueOf(versions.name(services(), { id, revision: 5, name: '五稿', origin }));
    await forgetSaves();
    later(10 * 24 * hour);
    await tidy();
    expect(stored().map((one) => [one.revision, one.base])).toEqual([[12, null], [11, null], [10, null], [5, 3], [3, null]]);
    expect(textAt(5)).toContain('第4稿');
    expect(textAt(3)).toContain('第2稿');
  });

  it('leaves the present and the other versions as they are where one is damaged', async () => {
    await sittings(8, hour);
    await tidy();
    await running.close();
    tamper(place.databasePath, "UPDATE versions SET document = CAST(substr(document, 1, 8) || 'XX' || substr(document, 11) AS BLOB) WHERE revision = 4");
    start();
    // As long as the saves that led to it are there, they lead to it.
    expect(textAt(4)).toContain('第3稿');
    await forgetSaves();
    expect(versions.open(services(), { id, revision: 4 })).toEqual({ ok: false, error: { code: 'version.damaged' } });
    expect(textAt(3)).toContain('第2稿');
    expect(textAt(8)).toContain('第7稿');
    later(30 * 24 * hour);
    await tidy();
    expect(textAt(8)).toContain('第7稿');
  });

  it('keeps a long record in a few KB a version', async () => {
    const long = { ...generateMeeting(7, { characters: 100_000 }), id: 'longmeeting1' };
    valueOf(meetings.create(services(), { document: long, origin }));
    const blocks = long.blocks.filter((block) => block.kind === 'paragraph');
    for (let turn = 0; turn < 12; turn += 1) {
      const block = blocks[turn * 9] ?? blocks[0];
      if (block) valueOf(meetings.save(services(), { id: long.id, revision: turn, changes: { blocks: [{ ...block, inline: [{ type: 'text', text: `第${turn}次修改的段落。` }] }] }, origin }));
      await restart();
    }
    await tidy();
    await running.close();
    const sizes = sizesOf('longmeeting1');
    start();
    expect(sizes.packed.length).toBeGreaterThan(7);
    expect(Math.max(...sizes.packed)).toBeLessThan(Math.max(...sizes.whole) / 5);
  });

  function sizesOf(meetingId: string): { whole: number[]; packed: number[] } {
    const rows = peek(place.databasePath, `SELECT base, length(document) AS size FROM versions JOIN meetings ON number = meeting WHERE id = '${meetingId}'`) as { base: number | null; size: number }[];
    return { whole: rows.filter((row) => row.base === null).map((row) => row.size), packed: rows.filter((row) => row.base !== null).map((row) => row.size) };
  }
});

describe('undoing beyond the start of the program', () => {
  const undone = (at: number): MinutesDocument | null => valueOf(versions.before(services(), { id, revision: at }))?.document ?? null;
  const stepBefore = (at: number) => valueOf(versions.before(services(), { id, revision: at }))?.revision ?? null;

  it('takes the writing in one block without a pause for one step', async () => {
    write('主');
    later(400);
    write('主席');
    later(400);
    write('主席說');
    later(5000);
    write('主席說明');
    await restart();
    expect(stepBefore(4)).toBe(3);
    expect(stepBefore(3)).toBe(0);
    const start = undone(3);
    expect(start && documentText(start)).toBe('主席致詞。\n報告事項。');
    expect(stepBefore(0)).toBeNull();
  });

  it('takes another block, and a change of the order, for a step of its own', () => {
    write('甲段');
    write('乙段', 2);
    valueOf(meetings.save(services(), { id, revision: 2, changes: { order: ['p00002', 'p00001'], blocks: [] }, origin }));
    write('丙段', 2);
    expect([4, 3, 2, 1].map(stepBefore)).toEqual([3, 2, 1, 0]);
  });

  it('reaches back a thousand saves, whatever versions were written since', async () => {
    for (let turn = 0; turn < 1300; turn += 1) {
      later(3000);
      write(`第${turn}次`);
    }
    await restart();
    expect(textAt(350)).toContain('第349次');
    expect(stepBefore(301)).toBe(300);
    expect(stepBefore(200)).toBeNull();
  });

  it('ends with the newest versions where nothing was written for three months', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      later(5000);
      write(`第${turn}次`);
      await restart();
    }
    later(89 * 24 * hour);
    await tidy();
    expect(stepBefore(3)).toBe(2);
    later(2 * 24 * hour);
    await tidy(false);
    expect(stepBefore(3)).toBe(2);
    await tidy();
    expect(stepBefore(3)).toBeNull();
    expect(stepBefore(5)).toBe(4);
    expect(textAt(5)).toContain('第4次');
  });
});
