import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { createStoreRouter } from '#electron/services/router.ts';
import { programForEach } from '#electron/services/testing/program.ts';
import { paragraph, record, testFolder, testServices, valueOf } from '#electron/services/testing/store.ts';
import { tidyVersions } from '#electron/services/versions/tidying.ts';
import { sweepSetAside } from './restoring.ts';

const program = programForEach();

const client = () => createRouterClient(createStoreRouter(program.services));
const meeting = record(['主席致詞。', '審議通過年度預算。'], { title: '青禾綠化協會第三屆第二次理事會' });
const other = record(['臨時動議。'], { title: '青禾綠化協會第三屆第三次理事會' });
const later = [paragraph(1, '後來才寫的。')];
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** A meeting as it is opened; which library that was of is not part of it. */
const textOf = async (id: string): Promise<string> => JSON.stringify({ ...valueOf(await client().meetings.open({ id })), generation: '' });
const titles = async (): Promise<string[]> => valueOf(await client().meetings.list({ offset: 0, limit: 100 })).meetings.map(({ title }) => title);
const setAside = (): string[] => readdirSync(program.folder).filter((name) => name.includes('before-restore'));

/** The index makes itself at its own time and is no data of hers. */
const isIndex = (name: string): boolean => name.includes('.db-search');

/** Every other file of a folder with its bytes and its time. */
const everything = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isIndex(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => `${path} ${statSync(path).mtimeMs} ${readFileSync(path).toString('base64')}`);

describe('everything', () => {
  it('is as it was, in the same program, and what was there is set aside and backed up', async () => {
    const heard: string[] = [];
    const listening = (async () => {
      for await (const event of program.services.events.watch(undefined)) {
        heard.push(event.type);
        if (heard.includes('library.replaced') && event.type === 'settings.changed') return;
      }
    })();
    valueOf(await client().meetings.create({ document: meeting }));
    const { id } = valueOf(await client().backups.make({}));
    valueOf(await client().meetings.save({ id: meeting.id, revision: 0, changes: { blocks: later } }));
    valueOf(await client().meetings.create({ document: other }));
    expect(valueOf(await client().search.query({ query: '後來才寫' })).total).toBe(1);

    valueOf(await client().backups.restore({ id }));
    expect(await titles()).toEqual([meeting.meta.title]);
    expect(await textOf(meeting.id)).not.toContain('後來才寫的');
    expect(valueOf(await client().search.query({ query: '後來才寫' })).total).toBe(0);
    expect(valueOf(await client().search.query({ query: '年度預算' })).total).toBe(1);
    await listening;

    // Saving goes on, and the way back is open.
    valueOf(await client().meetings.save({ id: meeting.id, revision: 0, changes: { blocks: [paragraph(1, '還原之後。')] } }));
    expect(setAside()).toHaveLength(1);
    const [before] = valueOf(await client().backups.state()).backups;
    expect(before).toMatchObject({ reason: 'restore', meetings: 2 });
    valueOf(await client().backups.restore({ id: before?.id ?? '' }));
    expect(await textOf(meeting.id)).toContain('後來才寫的');
    expect(await titles()).toHaveLength(2);
    expect(setAside().length).toBeGreaterThan(0);
  });

  it('lets no window that slept through it save onto another text, whatever its revision', async () => {
    valueOf(await client().meetings.create({ document: meeting }));
    const { id } = valueOf(await client().backups.make({}));
    const asleep = valueOf(await client().meetings.open({ id: meeting.id }));
    if (asleep.state !== 'editable') throw new Error('cannot be edited');
    valueOf(await client().backups.restore({ id }));
    const save = (generation: string) => client().meetings.save({ id: meeting.id, revision: 0, generation, changes: { blocks: later } });
    expect(await save(asleep.generation)).toEqual({ ok: false, error: { code: 'meeting.conflict' } });
    expect(await textOf(meeting.id)).not.toContain('後來才寫的');
    // It is so after a restart too, and a window that looked again goes on.
    await program.restart();
    expect(await save(asleep.generation)).toEqual({ ok: false, error: { code: 'meeting.conflict' } });
    const awake = valueOf(await client().meetings.open({ id: meeting.id }));
    valueOf(await save(awake.state === 'editable' ? awake.generation : ''));
    expect(await textOf(meeting.id)).toContain('後來才寫的');
  });

  it('keeps what was set aside until two newer verified backups are there besides the one that holds it', async () => {
    const { backups } = program.services;
    valueOf(await client().meetings.create({ document: meeting }));
    valueOf(await client().backups.restore({ id: valueOf(await backups.make('asked')).id }));
    const sweep = (): void => sweepSetAside(program.databasePath, program.services.backups);
    for (let newer = 0; newer < 2; newer++) {
      sweep();
      expect(setAside()).toHaveLength(1);
      valueOf(await program.services.backups.make('asked'));
    }
    // As long as nothing says that a backup holds it, it stays for good.
    const note = join(program.folder, setAside()[0] ?? '', 'held-by');
    const holder = readFileSync(note, 'utf8');
    rmSync(note);
    sweep();
    expect(setAside()).toHaveLength(1);
    writeFileSync(note, holder);
    sweep();
    expect(setAside()).toEqual([]);
  });

  describe('while somebody goes on writing', () => {
    /** Restores the empty beginning; during the verification of so many backups something is saved. */
    async function restoreDuring(saves: number): Promise<void> {
      const { backups } = program.services;
      valueOf(await client().meetings.create({ document: meeting }));
      const { id } = valueOf(await backups.make('asked'));
      const make = backups.make.bind(backups);
      let saved = 0;
      backups.make = async (...asked) => {
        const made = await make(...asked);
        if (saved < saves) valueOf(await client().meetings.save({ id: meeting.id, revision: saved, changes: { blocks: [paragraph(1, `邊還原邊寫${(saved += 1)}`)] } }));
        return made;
      };
      valueOf(await client().backups.restore({ id }));
    }
    const isHeld = (): boolean => existsSync(join(program.folder, setAside()[0] ?? '', 'held-by'));

    it('has what was saved meanwhile in the backup of the present', async () => {
      await restoreDuring(1);
      expect(isHeld()).toBe(true);
      const newest = valueOf(await client().backups.state()).backups[0]?.id ?? '';
      valueOf(await client().backups.restoreMeeting({ id: newest, meeting: meeting.id }));
      expect(valueOf(await client().search.query({ query: '邊還原邊寫1' })).total).toBe(1);
    });

    it('keeps what was set aside for good where no backup has all of it', async () => {
      await restoreDuring(99);
      expect(isHeld()).toBe(false);
    });
  });

  it('brings lost pictures back', async () => {
    const { hash } = valueOf(await client().assets.put({ file: new Blob([picture]) }));
    valueOf(await client().meetings.create({ document: meeting }));
    const { id } = valueOf(await client().backups.make({}));
    const file = join(`${program.databasePath}-assets`, hash.slice(0, 2), hash);
    writeFileSync(file, 'damaged');
    valueOf(await client().backups.restore({ id }));
    expect(valueOf(await client().assets.get({ hash })).size).toBeGreaterThan(0);
  });

  it('goes from one day to another and back, each time exactly as it was', { timeout: 60_000 }, async () => {
    valueOf(await client().meetings.create({ document: meeting }));
    const states: { id: string; text: string }[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const { revision } = valueOf(await client().meetings.save({ id: meeting.id, revision: turn, changes: { blocks: [paragraph(1, `第${turn}次`)] } }));
      expect(revision).toBe(turn + 1);
      states.push({ id: valueOf(await client().backups.make({})).id, text: await textOf(meeting.id) });
    }
    for (const turn of [3, 0, 4, 1]) {
      valueOf(await client().backups.restore({ id: states[turn]?.id ?? '' }));
      expect(await textOf(meeting.id)).toBe(states[turn]?.text);
    }
  });
});

describe('one meeting', () => {
  it('stands under its own id where it is gone, and beside what is there as a dated copy otherwise', async () => {
    valueOf(await client().meetings.create({ document: meeting }));
    const { id, madeAt } = valueOf(await client().backups.make({}));
    valueOf(await client().meetings.save({ id: meeting.id, revision: 0, changes: { blocks: later } }));
    const copy = valueOf(await client().backups.restoreMeeting({ id, meeting: meeting.id }));
    const day = new Date(madeAt);
    expect(copy.title).toBe(`${meeting.meta.title}（${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日備份）`);
    expect(await textOf(copy.id)).toContain('主席致詞');
    expect(await textOf(meeting.id)).toContain('後來才寫的');

    const elsewhere = testFolder();
    const { folder } = program.services.backups;
    await program.restart({ databasePath: elsewhere.databasePath });
    mkdirSync(program.services.backups.folder);
    for (const ending of ['db', 'json']) copyFileSync(join(folder, `${id}.${ending}`), join(program.services.backups.folder, `${id}.${ending}`));
    expect(valueOf(await client().backups.restoreMeeting({ id, meeting: meeting.id })).id).toBe(meeting.id);
    expect(await textOf(meeting.id)).toContain('主席致詞');
    await program.stop();
    elsewhere.remove();
    program.start();
  });

  it('comes back with its named, sent and packed versions where it is gone, each exactly as it was', { timeout: 60_000 }, async () => {
    const { db, records } = program.services;
    for (const document of [meeting, other]) valueOf(await client().meetings.create({ document }));
    const number = db.meetings.find(meeting.id)?.number ?? -1;
    for (let revision = 0; revision < 12; revision++) {
      valueOf(await client().meetings.save({ id: meeting.id, revision, changes: { blocks: [paragraph(1, `第${revision}稿`)] } }));
      records.settle();
    }
    valueOf(await client().versions.name({ id: meeting.id, revision: 3, name: '送審稿', origin: null }));
    valueOf(await client().versions.circulate({ id: meeting.id, revision: 7, origin: null }));
    valueOf(await client().meetings.pin({ id: meeting.id, pinned: true }));
    await tidyVersions({ db, isHeld: () => false, now: () => new Date() }, new AbortController().signal);
    expect(db.documents.timeline(number, { offset: 0, limit: 20 }).versions.filter(({ base }) => base !== null).length).toBeGreaterThan(5);
    // The latest saves lie in no version yet.
    valueOf(await client().meetings.save({ id: meeting.id, revision: 12, changes: { blocks: [paragraph(2, '定稿。')] } }));
    const past = async () => {
      const { versions } = valueOf(await client().versions.list({ id: meeting.id, limit: 100 }));
      return Promise.all(versions.map(async (version) => ({ ...version, ...valueOf(await client().versions.open({ id: meeting.id, revision: version.revision })) })));
    };
    const before = { past: await past(), text: await textOf(meeting.id), summary: valueOf(await client().meetings.list({ offset: 0, limit: 9 })).meetings };
    const { id } = valueOf(await client().backups.make({}));

    valueOf(await client().meetings.trash({ id: meeting.id }));
    db.write(() => db.meetings.erase(number));
    expect(valueOf(await client().search.query({ query: '定稿' })).total).toBe(0);
    const restored = valueOf(await client().backups.restoreMeeting({ id, meeting: meeting.id }));
    expect(restored).toEqual(before.summary[0]);
    expect({ past: await past(), text: await textOf(meeting.id), summary: valueOf(await client().meetings.list({ offset: 0, limit: 9 })).meetings }).toEqual(before);
    expect(before.past.map(({ name }) => name)).toContain('送審稿');
    expect(valueOf(await client().search.query({ query: '定稿' })).total).toBe(1);

    // What stands beside a meeting that is there is a text of its own.
    const copy = valueOf(await client().backups.restoreMeeting({ id, meeting: meeting.id }));
    expect(valueOf(await client().versions.list({ id: copy.id, limit: 100 })).total).toBe(1);
  });

  it('is found in the list of a backup', async () => {
    valueOf(await client().meetings.create({ document: meeting }));
    valueOf(await client().meetings.create({ document: other }));
    const { id } = valueOf(await client().backups.make({}));
    expect(valueOf(await client().backups.meetings({ id })).total).toBe(2);
    const found = valueOf(await client().backups.meetings({ id, query: '第三次' }));
    expect(found).toMatchObject({ total: 1, meetings: [{ id: other.id }] });
    expect(valueOf(await client().backups.meetings({ id, query: '%' })).total).toBe(0);
  });
});

it('rehearses a restore without touching a byte or a time of what is there', async () => {
  valueOf(await client().assets.put({ file: new Blob([picture]) }));
  valueOf(await client().meetings.create({ document: meeting }));
  valueOf(await client().meetings.create({ document: other }));
  valueOf(await client().meetings.trash({ id: other.id }));
  const { id } = valueOf(await client().backups.make({}));
  const before = everything(program.folder);
  expect(valueOf(await client().backups.rehearse({ id }))).toMatchObject({ backup: { id }, meetings: 2, versions: 2, pictures: 1, damaged: [] });
  expect(everything(program.folder)).toEqual(before);
});

const restorer = join(import.meta.dirname, 'testing/restorer.ts');

/** Restores in a program of its own that is killed when it has come to `point`; what it had written then. */
function killedAt(point: string, databasePath: string, id: string): Promise<string> {
  const child = spawn(process.execPath, [restorer, databasePath, id, point], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  return new Promise((done) => child.once('close', (_code, signal) => done(`${said.trim()} ${signal}`)));
}

// Each is a call of the file system during the change of places, before which the program is killed.
it.each([1, 2, 3, 4, 5, 9, 10, 11])('leaves the old or the new whole when it is killed at step %d', { timeout: 60_000 }, async (step) => {
  valueOf(await client().meetings.create({ document: meeting }));
  const { id } = valueOf(await client().backups.make({}));
  valueOf(await client().meetings.save({ id: meeting.id, revision: 0, changes: { blocks: later } }));
  await program.stop();
  const said = await killedAt(String(step), program.databasePath, id);
  expect(said).toMatch(/^(step \d+ SIGKILL|done null)$/);

  program.start();
  const text = await textOf(meeting.id);
  const isOld = text.includes('後來才寫的') && text.includes('"revision":1');
  const isNew = text.includes('主席致詞') && text.includes('"revision":0');
  expect(isOld || isNew).toBe(true);
  if (said.startsWith('done')) expect(isNew).toBe(true);
  expect(valueOf(await client().meetings.save({ id: meeting.id, revision: isOld ? 1 : 0, changes: { blocks: [paragraph(2, '再寫。')] } })).revision).toBe(isOld ? 2 : 1);
  if (isNew) {
    // Nothing of the present was lost: it is set aside, and opens.
    const [aside = ''] = setAside();
    const old = testServices(join(program.folder, aside, '議事簿.db'));
    expect(JSON.stringify(valueOf(await createRouterClient(createStoreRouter(old.services)).meetings.open({ id: meeting.id })))).toContain('後來才寫的');
    await old.close();
  }
  expect(existsSync(`${program.databasePath}-restoring`)).toBe(false);
});
