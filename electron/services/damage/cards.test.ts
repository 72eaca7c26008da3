import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tamper } from '#electron/db/testing/tamper.ts';
import * as people from '#electron/services/directory/people.ts';
import * as health from '#electron/services/health.ts';
import * as meetings from '#electron/services/meetings.ts';
import { programForEach } from '#electron/services/testing/program.ts';
import { record, valueOf } from '#electron/services/testing/store.ts';
import { newPersonCard, type PersonCard } from '#shared/directory/person.ts';
import { diagnose } from './diagnosis.ts';

const program = programForEach();

/** Long, so that the cards are on pages of their own. */
const note = '喜歡老樹，會前請備妥放大的資料。'.repeat(40);
const person = (index: number): PersonCard => ({ ...newPersonCard(`石${String.fromCharCode(0x4e00 + index)}`), id: `person${String(index).padStart(6, '0')}`, note });
const all = Array.from({ length: 40 }, (_, index) => person(index));
const shi = { ...newPersonCard('石仲平'), id: 'personshi001' };

const keep = (...cards: PersonCard[]) => valueOf(people.keepAll(program.services, { people: cards, bodies: [], origin: null }));
const backUp = async () => valueOf(await program.services.backups.make('asked'));
const check = async () => valueOf(await health.check(program.services, { job: '' }));
const recovery = async () => valueOf(await health.state(program.services)).recovery;
const names = (): string[] => program.services.directory.people().map(({ name }) => name);
const spoil = (id: string): void => tamper(program.databasePath, "UPDATE cards SET content = replace(content, '石', '時') WHERE id = ?", id);
async function restart(meanwhile: () => void): Promise<void> {
  await program.stop();
  meanwhile();
  program.start();
}

describe('a card that is not as it was written', () => {
  it('is found by the check and comes back from the newest backup; what was damaged is kept aside', async () => {
    keep(shi, ...all);
    await backUp();
    expect(await check()).toMatchObject({ cards: 41, damaged: [] });
    await restart(() => spoil(shi.id));
    expect(names()).not.toContain('石仲平');
    expect(await check()).toMatchObject({ cards: 41, damaged: [{ id: shi.id, title: '時仲平', what: 'card' }] });
    expect(valueOf(people.get(program.services, { id: shi.id }))).toEqual(shi);
    const told = await recovery();
    expect(told).toMatchObject({ cards: 1, meetings: [], seen: false, setAside: expect.stringContaining('-damaged-') as string });
    expect(readdirSync(join(program.folder, told?.setAside ?? ''))).toEqual([`people-${shi.id}.json`]);
    expect((await check()).damaged).toEqual([]);
  });

  it('stays where it is where no backup has it, and is told of every time', async () => {
    keep(shi);
    await restart(() => spoil(shi.id));
    expect((await check()).damaged).toEqual([{ id: shi.id, title: '時仲平', what: 'card' }]);
    expect((await check()).damaged).toHaveLength(1);
    expect(await recovery()).toBeNull();
    expect(program.services.db.cards.stored()).toMatchObject([{ id: shi.id, whole: false }]);
  });

  it('is named by verify and doctor, with where it would come from', async () => {
    keep(shi, ...all);
    await backUp();
    await program.stop();
    spoil(shi.id);
    const found = await diagnose(program.databasePath, new Date());
    expect(found).toMatchObject({ cards: 41 });
    expect(found?.findings).toContainEqual({ what: 'card', name: '時仲平', from: 'backup' });
    rmSync(`${program.databasePath}-backups`, { recursive: true });
    expect((await diagnose(program.databasePath, new Date()))?.findings).toContainEqual({ what: 'card', name: '時仲平', from: 'lost' });
    program.start();
  });
});

describe('the cards of a damaged database', () => {
  const damage = (harm: (bytes: Buffer) => void) => (): void => {
    const bytes = readFileSync(program.databasePath);
    harm(bytes);
    writeFileSync(program.databasePath, bytes);
  };
  const pageSize = 4096;

  it('are completed from the newest verified backup, and newer ones in the file stay as they are', async () => {
    valueOf(meetings.create(program.services, { document: record(['散會。']), origin: null }));
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
    expect(valueOf(people.get(program.services, { id: changed.id })).note).toContain('後來補記');
    for (const { id } of [shi, ...all]) if (id !== changed.id) expect(valueOf(people.get(program.services, { id }))).toEqual([shi, ...all].find((one) => one.id === id));
    const told = await recovery();
    expect(told?.cards).toBeGreaterThan(0);
    expect(told?.cards).toBeLessThan(41);
    expect(readdirSync(program.folder)).toContain(told?.setAside);
  });

  it('are all that there is: the database is made anew for them alone', async () => {
    keep(shi, ...all);
    await backUp();
    await restart(damage((bytes) => void bytes.fill('青禾綠化協會敬啟者：')));
    expect(names()).toHaveLength(41);
    expect(await recovery()).toMatchObject({ cards: 41, meetings: [], setAside: expect.stringContaining(basename(program.databasePath)) as string });
  });
});

it('makes a backup of nothing but a new card, because it is another database then', async () => {
  keep(shi);
  const mark = program.services.db.mark();
  keep({ ...shi, note: '素食' });
  expect(program.services.db.mark()).not.toBe(mark);
  keep(shi);
  expect(program.services.db.mark()).toBe(mark);
  valueOf(people.remove(program.services, { id: shi.id, origin: null }));
  expect(program.services.db.mark()).not.toBe(mark);
});
