/** Works at a store as somebody does who types all day: `node --expose-gc worker-day.ts DATABASE SEED MINUTES`. Prints a line a minute. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { startStore } from '#electron/services/store.ts';
import { ok, type Result } from '#shared/result.ts';
import { changesOf, diary, isPictureSave, meetingId, picture } from '../diary.ts';
import { dice } from '../dice.ts';
import { median, type Minute } from '../soak.ts';

const [databasePath = '', seed = '1', minutes = '10'] = process.argv.slice(2);
const roll = dice(Number(seed));
const records = 200;
const minute = 60_000;
const arithmetic = Buffer.alloc(1_000_000);

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const { client, close } = valueOf(await startStore({ databasePath, resources: '', example: false }));
const put = async (meeting: number, revision: number): Promise<void> =>
  void valueOf(await client.assets.put({ file: new Blob([new Uint8Array(picture(meeting, revision))]) }));

const revisions: number[] = [];
for (let meeting = 0; meeting < records; meeting++) {
  await put(meeting, 0);
  valueOf(await client.meetings.create({ document: diary(meeting, 0) }));
  revisions.push(0);
}

type Timed = 'save' | 'open' | 'search' | 'list' | 'computer';
const nothing = (): Record<Timed, number[]> => ({ save: [], open: [], search: [], list: [], computer: [] });
let times = nothing();
const timed = async (name: Timed, work: () => Promise<Result<unknown>>): Promise<void> => {
  const since = performance.now();
  valueOf(await work());
  times[name].push(performance.now() - since);
};
const medianOf = (name: Timed): number => Math.round(median(times[name]) * 100) / 100;

/** Collects the garbage of both threads. */
async function collect(): Promise<void> {
  const channel = new BroadcastChannel('collect');
  const collected = new Promise((done) => (channel.onmessage = done));
  channel.postMessage('collect');
  await collected;
  channel.close();
  globalThis.gc?.();
  // What was let go of is given back a little later.
  await pause(1000);
}

/** One record is written for a while, as a meeting is. */
async function sitting(meeting: number): Promise<void> {
  await timed('open', () => client.meetings.open({ id: meetingId(meeting) }));
  for (let turn = 0; turn < 40; turn++) {
    const revision = revisions[meeting] ?? 0;
    if (isPictureSave(revision + 1)) await put(meeting, revision + 1);
    await timed('save', () => client.meetings.save({ id: meetingId(meeting), revision, changes: changesOf(meeting, revision + 1) }));
    revisions[meeting] = revision + 1;
    await pause(5);
  }
  await timed('computer', () => Promise.resolve(ok(createHash('sha256').update(arithmetic).digest())));
  await timed('list', () => client.meetings.list({ offset: 0, limit: 100 }));
  await timed('search', () => client.search.query({ query: `第${meeting}場` }));
  if (roll(5) === 0) valueOf(await client.exports.render({ id: meetingId(meeting), format: 'docx' }));
  if (roll(40) === 0) valueOf(await client.backups.make({}));
}

const end = performance.now() + Number(minutes) * minute;
while (performance.now() < end) {
  const until = Math.min(end, performance.now() + minute);
  while (performance.now() < until) await sitting(roll(records));
  await collect();
  const figures: Minute = {
    save: medianOf('save'),
    open: medianOf('open'),
    search: medianOf('search'),
    list: medianOf('list'),
    saves: times.save.length,
    megabytes: Math.round(process.memoryUsage.rss() / 1e6),
    handles: process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0,
    computer: medianOf('computer'),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  times = nothing();
}
await close();
