/**
 * Writes diaries and says what it was told is kept: `node diarist.ts OPTIONS`, in JSON. Each line is a fact in JSON,
 * printed, or written to the file `marker`: between the writes of the store, in the order in which all happened.
 */
import { openSync, writeSync } from 'node:fs';
import { startStore, type StoreHandle } from '#electron/services/store.ts';
import type { Result } from '#shared/result.ts';
import { changesOf, diary, isPictureSave, meetingId, picture } from '../diary.ts';
import { dice } from '../dice.ts';
import type { DiaristOptions } from '../diarist.ts';
import type { Fact } from '../facts.ts';

const { databasePath, seed, saves = Infinity, meetings = 3, marker, backUp = false } = JSON.parse(process.argv[2] ?? '{}') as DiaristOptions;
const roll = dice(seed);
const out = marker === undefined ? 1 : openSync(marker, 'a');
const tell = (fact: Fact): void => void writeSync(out, `${JSON.stringify(fact)}\n`);

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const start = async (): Promise<StoreHandle> => valueOf(await startStore({ databasePath, resources: '', example: false }));

const revisions = new Map<number, number>();
let store = await start();

/** Where an earlier life got to, or a new record. */
async function begin(meeting: number): Promise<void> {
  const { client } = store;
  const there = await client.meetings.open({ id: meetingId(meeting) });
  if (there.ok) {
    if (there.value.state !== 'editable') throw new Error('the record cannot be edited');
    tell({ found: meeting, revision: there.value.revision });
    revisions.set(meeting, there.value.revision);
    return;
  }
  valueOf(await client.assets.put({ file: new Blob([new Uint8Array(picture(meeting, 0))]) }));
  valueOf(await client.meetings.create({ document: diary(meeting, 0) }));
  tell({ meeting, revision: 0 });
  revisions.set(meeting, 0);
}

async function save(meeting: number): Promise<void> {
  const { client } = store;
  const revision = revisions.get(meeting) ?? 0;
  if (isPictureSave(revision + 1)) valueOf(await client.assets.put({ file: new Blob([new Uint8Array(picture(meeting, revision + 1))]) }));
  valueOf(await client.meetings.save({ id: meetingId(meeting), revision, changes: changesOf(meeting, revision + 1) }));
  tell({ meeting, revision: revision + 1 });
  revisions.set(meeting, revision + 1);
}

for (let meeting = 0; meeting < meetings; meeting++) await begin(meeting);
for (let turn = 0; turn < saves; turn++) {
  if (backUp && turn === Math.floor(saves / 2)) valueOf(await store.client.backups.make({}));
  await save(roll(meetings));
  const other = roll(60);
  if (other === 0) {
    await store.close();
    store = await start();
  } else if (other < 3) {
    const zoom = 50 + roll(100);
    valueOf(await store.client.settings.set({ settings: { zoom } }));
    tell({ zoom });
  } else if (other < 5) {
    await store.client.search.query({ query: '會議紀錄' });
  }
}
await store.close();
