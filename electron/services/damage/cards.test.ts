import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tamper } from '#electron/db/testing/tamper.ts';
import * as people from '#electron/services/directory/people.ts';
import * as health from '#electron/services/health.ts';
import * as meetings from '#electron/services/meetings.ts';
import type { RunningServices } from '#electron/services/running.ts';
import { record, testFolder, testServices, valueOf } from '#electron/services/testing/store.ts';
import { newPersonCard, type PersonCard } from '#shared/directory/person.ts';
import { diagnose } from './diagnosis.ts';

let place: ReturnType<typeof testFolder>;
let running: RunningServices;
beforeEach(() => {
  place = testFolder();
  running = testServices(place.databasePath);
});
afterEach(async () => {
  await running.close();
  place.remove();
});

/** Long, so that the cards are on pages of their own. */
const note = '喜歡老樹，會前請備妥放大的資料。'.repeat(40);
const person = (index: number): PersonCard => ({ ...newPersonCard(`石${String.fromCharCode(0x4e00 + index)}`), id: `person${String(index).padStart(6, '0')}`, note });
const all = Array.from({ length: 40 }, (_, index) => person(index));
const shi = { ...newPersonCard('石仲平'), id: 'personshi001' };

const keep = (...cards: PersonCard[]) => valueOf(people.keepAll(running.services, { people: cards, bodies: [], origin: null }));
const backUp = async () => valueOf(await running.services.backups.make('asked'));
const check = async () => valueOf(await health.check(running.services, { job: '' }));
const recovery = async () => valueOf(await health.state(running.services)).recovery;
const names = (): string[] => running.services.directory.people().map(({ name }) => name);
const spoil = (id: string): void => tamper(place.databasePath, "UPDATE cards SET content = replace(content, '石', '時') WHERE id = ?", id);
async function restart(meanwhile: () => void): Promise<void> {
  await running.close();
  meanwhile();
  running = testServices(place.databasePath);
}

describe('a card that is not as it was written', () => {
  it('is found by the check and comes back from the newest backup; what was damaged is kept aside', async () => {
    keep(shi, ...all);
    await backUp();
    expect(await check()).toMatchObject({ cards: 41, damaged: [] });
    await restart(() => spoil(shi.id));
    expect(names()).not.toContain('石仲平');
    expect(await check()).toMatchObject({ cards: 41, damaged: [{ id: shi.id, title: '時仲平', what: 'card' }] });
    expect(valueOf(people.get(running.services, { id: shi.id }))).toEqual(shi);
    const told = await recovery();
    expect(told).toMatchObject({ cards: 1, meetings: [], seen: false, setAside: expect.stringContaining('-damaged-') as string });
    expect(readdirSync(join(place.folder, told?.setAside ?? ''))).toEqual([`people-${shi.id}.json`]);
    expect((await check()).damaged).toEqual([]);
  });

  it('stays where it is where no backup has it, and is told of every time', async () => {
    keep(shi);
    await restart(() => spoil(shi.id));
    expect((await check()).damaged).toEqual([{ id: shi.id, title: '時仲平', what: 'card' }]);
    expect((await check()).damaged).toHaveLength(1);
    expect(await recovery()).toBeNull();
    expect(running.services.db.cards.stored()).toMatchObject([{ id: shi.id, whole: false }]);
  });

  it('is named by verify and doctor, with where it would come from', async () => {
    keep(shi, ...all);
    await backUp();
    await running.close();
    spoil(shi.id);
    const found = await diagnose(place.databasePath, new Date());
    expect(found).toMatchObject({ cards: 41 });
    expect(found?.findings).toContainEqual({ what: 'card', name: '時仲平', from: 'backup' });
    rmSync(`${place.databasePath}-backups`, { recursive: true });
    expect((await diagnose(place.databasePath, new Date()))?.findings).toContainEqual({ what: 'card', name: '時仲平', from: 'lost' });
    running = testServices(place.databasePath);
  });
});

describe('the cards of a damaged database', () => {
  const damage = (harm: (bytes: Buffer) => void) => (): void => {
    const bytes = readFileSync(place.databasePath);
    harm(bytes);
    writeFileSync(place.databasePath, bytes);
  };
  const pageSize = 4096;

  it('are completed from the newest verified backup, and newer ones in the file stay as they are', async () => {
    valueOf(meetings.create(running.services, { document: record(['散會。']), origin: null }));
    keep(shi, ...all);
    await backUp();
    const changed = { ...all[7]!, note: `${note}後來補記。` };
    keep(changed);
    await restart(
      damage((bytes) => {
        // The first page, and of those of the cards every other one.
        bytes.fill(0, 0, pageSize);
        let seen = 0;
        for (let page = 1; page < bytes.length / pageSize; page++) {
          const content = bytes.subarray(page * pageSize, (page + 1) * pageSize);
          if (content.includes('喜歡老樹') && !content.includes('後來補記') && (seen += 1) % 2 === 0) content.fill(0);
        }
        expect(seen).toBeGreaterThan(4);
      }),
    );
    expect(names()).toHaveLength(41);
    expect(valueOf(people.get(running.services, { id: changed.id })).note).toContain('後來補記');
    for (const { id } of [shi, ...all]) if (id !== changed.id) expect(valueOf(people.get(running.services, { id }))).toEqual([shi, ...all].find((one) => one.id === id));
    const told = await recovery();
    expect(told?.cards).toBeGreaterThan(0);
    expect(told?.cards).toBeLessThan(41);
    expect(readdirSync(place.folder)).toContain(told?.setAside);
  });

  it('are all that there is: the database is made anew for them alone', async () => {
    keep(shi, ...all);
    await backUp();
    await restart(damage((bytes) => void bytes.fill('青禾綠化協會敬啟者：')));
    expect(names()).toHaveLength(41);
    expect(await recovery()).toMatchObject({ cards: 41, meetings: [], setAside: expect.stringContaining(basename(place.databasePath)) as string });
  });
});

it('makes a backup of nothing but a new card, because it is another database then', async () => {
  keep(shi);
  const mark = running.services.db.mark();
  keep({ ...shi, note: '素食' });
  expect(running.services.db.mark()).not.toBe(mark);
  keep(shi);
  expect(running.services.db.mark()).toBe(mark);
  valueOf(people.remove(running.services, { id: shi.id, origin: null }));
  expect(running.services.db.mark()).not.toBe(mark);
});
