/** Backs up, spoils and restores: `node drills.ts DATABASE SEED TRIALS`. Prints a line for each trial: what was not as before. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startStore, type StoreHandle } from '#electron/services/store.ts';
import type { Result } from '#shared/result.ts';
import { changesOf, diary, isPictureSave, meetingId, picture, pictureHash } from '../diary.ts';
import { dice, pick } from '../dice.ts';

const [databasePath = '', seed = '1', trials = '1'] = process.argv.slice(2);
const roll = dice(Number(seed));
/** Others in every drill: what one has spoilt is not for the next to find. */
let meetings: readonly number[] = [];

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const start = async (): Promise<StoreHandle> => valueOf(await startStore({ databasePath, resources: '', example: false }));
let store = await start();

const put = async (meeting: number, revision: number): Promise<void> =>
  void valueOf(await store.client.assets.put({ file: new Blob([new Uint8Array(picture(meeting, revision))]) }));
const save = async (meeting: number): Promise<void> => {
  const { revision } = valueOf(await store.client.meetings.open({ id: meetingId(meeting) })) as { revision: number };
  if (isPictureSave(revision + 1)) await put(meeting, revision + 1);
  valueOf(await store.client.meetings.save({ id: meetingId(meeting), revision, changes: changesOf(meeting, revision + 1) }));
};
const shownIn = (meeting: number, revision: number): string => pictureHash(meeting, revision - (revision % 7));
const pictureFile = (hash: string): string => join(`${databasePath}-assets`, hash.slice(0, 2), hash);

/** What the record under `id` lacks of what that meeting was at a revision. */
async function compare(meeting: number, revision: number, id = meetingId(meeting)): Promise<string[]> {
  const opened = await store.client.meetings.open({ id });
  if (!opened.ok) return [`meeting ${meeting}: ${opened.error.code}`];
  if (opened.value.state !== 'editable') return [`meeting ${meeting} can only be read`];
  const { document } = opened.value;
  if (JSON.stringify(document.blocks) !== JSON.stringify(diary(meeting, revision).blocks)) return [`meeting ${meeting} has another text than in the backup`];
  const shown = await store.client.assets.get({ hash: shownIn(meeting, revision) });
  return shown.ok ? [] : [`the picture of meeting ${meeting}: ${shown.error.code}`];
}

const spoils: Record<string, (revisions: ReadonlyMap<number, number>) => Promise<void>> = {
  async 'written on'() {
    for (let turn = 0; turn < 10; turn++) await save(pick(roll, meetings));
  },
  async 'thrown away'() {
    valueOf(await store.client.meetings.trash({ id: meetingId(pick(roll, meetings)) }));
  },
  async 'pictures gone'(revisions) {
    for (const meeting of meetings) rmSync(pictureFile(shownIn(meeting, revisions.get(meeting) ?? 0)), { force: true });
  },
  async damaged() {
    await store.close();
    const bytes = readFileSync(databasePath);
    for (let count = 0; count < 20; count++) bytes[roll(bytes.length)] = roll(256);
    writeFileSync(databasePath, bytes);
    store = await start();
  },
  async 'file gone'() {
    await store.close();
    rmSync(databasePath);
    store = await start();
  },
};

async function drill(kind: string, one: boolean): Promise<string[]> {
  for (const meeting of meetings) {
    await put(meeting, 0);
    valueOf(await store.client.meetings.create({ document: diary(meeting, 0) }));
  }
  for (let turn = 0; turn < 10; turn++) await save(pick(roll, meetings));
  const zoom = 50 + roll(100);
  valueOf(await store.client.settings.set({ settings: { zoom } }));
  const revisions = new Map<number, number>();
  for (const meeting of meetings) revisions.set(meeting, (valueOf(await store.client.meetings.open({ id: meetingId(meeting) })) as { revision: number }).revision);
  const made = await store.client.backups.make({});
  if (!made.ok) return [`backing up: ${made.error.code}`];
  const { id } = made.value;
  await spoils[kind]?.(revisions);

  const wrong: string[] = [];
  if (one) {
    const meeting = pick(roll, meetings);
    const restored = await store.client.backups.restoreMeeting({ id, meeting: meetingId(meeting) });
    wrong.push(...(restored.ok ? await compare(meeting, revisions.get(meeting) ?? 0, restored.value.id) : [`restoring one: ${restored.error.code}`]));
  } else {
    const rehearsed = await store.client.backups.rehearse({ id });
    wrong.push(...(rehearsed.ok ? rehearsed.value.damaged.map((title) => `the rehearsal cannot open ${title}`) : [`the rehearsal: ${rehearsed.error.code}`]));
  }
  const restored = await store.client.backups.restore({ id });
  if (!restored.ok) return [...wrong, `restoring: ${restored.error.code}`];
  for (const meeting of meetings) wrong.push(...(await compare(meeting, revisions.get(meeting) ?? 0)));
  const { meetings: listed } = valueOf(await store.client.meetings.list({ offset: 0, limit: 5000 }));
  for (const meeting of meetings) if (!listed.some(({ id: there }) => there === meetingId(meeting))) wrong.push(`meeting ${meeting} is not in the library`);
  if (valueOf(await store.client.settings.get()).zoom !== zoom) wrong.push('the settings are others');
  return wrong;
}

for (let index = 0; index < Number(trials); index++) {
  const kind = Object.keys(spoils)[index % Object.keys(spoils).length] ?? '';
  const one = index % 3 === 2;
  meetings = [0, 1, 2].map((meeting) => index * 3 + meeting);
  process.stdout.write(`${JSON.stringify({ trial: `drill ${index}, ${kind}${one ? ', one meeting' : ''}`, wrong: await drill(kind, one) })}\n`);
}
await store.close();
