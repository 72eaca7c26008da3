/**
 * Saves on a disk that it gives orders to: `node troubled.ts DATABASE ORDERS TROUBLE SEED TRIALS`, with shim.c preloaded.
 * Prints a line for each trial: what was not as promised.
 */
import { constants } from 'node:os';
import { openSync, writeSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { startStore, type StoreHandle } from '#electron/services/store.ts';
import { changesOf, diary, isPictureSave, meetingId, picture, pictureHash } from '../diary.ts';
import { dice } from '../dice.ts';
import type { Trouble } from '../disk-trouble.ts';
import { orderBytes, type Orders } from '../disk/shim.ts';

const [databasePath = '', ordersPath = '', trouble = 'full', seed = '1', trials = '1'] = process.argv.slice(2);
const roll = dice(Number(seed));
const orders = openSync(ordersPath, 'r+');
const order = (given: Orders): void => void writeSync(orders, orderBytes(given), 0, 32, 0);
const { EACCES, EBUSY } = constants.errno;

/** What each trouble tells the disk, and the answers that a save may then get. */
const kinds: Record<Trouble, { orders(): Orders; answers: readonly string[] }> = {
  full: { orders: () => ({ room: roll(4) === 0 ? roll(5000) : roll(400_000) }), answers: ['saved', 'database.full'] },
  failing: { orders: () => ({ failing: 1 + roll(5) }), answers: ['saved', 'database.failed'] },
  refusing: { orders: () => ({ refusal: roll(2) === 0 ? EACCES : EBUSY }), answers: ['database.failed'] },
  slow: { orders: () => ({ slowness: 200 }), answers: ['saved'] },
};
const kind = kinds[trouble as Trouble];
/**
 * Between her last key and the disk lies a second at most, of which the window waits for more keys a third; the host
 * is never held up; and saving goes on soon after the trouble is over. Milliseconds.
 */
const longest = { save: 700, turn: 100, pause: 5000 };

const start = async (): Promise<StoreHandle> => {
  const started = await startStore({ databasePath, resources: '', example: false });
  if (!started.ok) throw new Error(started.error.code);
  return started.value;
};

let store = await start();
const meeting = 1;
const id = meetingId(meeting);
let revision = 0;
const put = async (at: number): Promise<string> => {
  const kept = await store.client.assets.put({ file: new Blob([new Uint8Array(picture(meeting, at))]) });
  return kept.ok ? 'saved' : kept.error.code;
};
await put(0);
await store.client.meetings.create({ document: diary(meeting, 0) });

/** One save, its picture before it; 'saved' or the code of what went wrong. */
async function save(): Promise<string> {
  if (isPictureSave(revision + 1)) {
    const kept = await put(revision + 1);
    if (kept !== 'saved') return kept;
  }
  const saved = await store.client.meetings.save({ id, revision, changes: changesOf(meeting, revision + 1) });
  if (saved.ok) revision = saved.value.revision;
  return saved.ok ? 'saved' : saved.error.code;
}

/** What of the record is not as it was acknowledged; in trouble it may be that nothing can be read. */
async function compare(when: 'in trouble' | 'afterwards' | 'opened again'): Promise<string[]> {
  const opened = await store.client.meetings.open({ id });
  if (!opened.ok && when === 'in trouble' && kind.answers.includes(opened.error.code)) return [];
  if (!opened.ok) return [`${when}: ${opened.error.code}`];
  if (opened.value.state !== 'editable') return [`${when}: it can only be read`];
  const { document } = opened.value;
  if (opened.value.revision !== revision) return [`${when}: it is at ${opened.value.revision}, ${revision} was acknowledged`];
  if (JSON.stringify(document) !== JSON.stringify(diary(meeting, revision))) return [`${when}: another text than at ${revision}`];
  const shown = await store.client.assets.get({ hash: pictureHash(meeting, revision - (revision % 7)) });
  return shown.ok ? [] : [`${when}: the picture: ${shown.error.code}`];
}

/** The answer of the first save that is kept, or of the last one tried. */
async function resumed(): Promise<string> {
  const since = performance.now();
  for (;;) {
    const answer = await save();
    if (answer === 'saved' || performance.now() - since > longest.pause) return answer;
    await pause(50);
  }
}

async function trial(): Promise<string[]> {
  const wrong: string[] = [];
  const turns = monitorEventLoopDelay({ resolution: 10 });
  turns.enable();
  order(kind.orders());
  const answers: string[] = [];
  let slowest = 0;
  // Until it fails, and some more: it has to fail as well as it succeeded.
  for (let failures = 0; failures < 3 && answers.length < (trouble === 'slow' ? 3 : 60); ) {
    const isText = !isPictureSave(revision + 1);
    const since = performance.now();
    const answer = await save();
    answers.push(answer);
    if (isText) slowest = Math.max(slowest, performance.now() - since);
    if (answer !== 'saved') failures += 1;
  }
  turns.disable();
  const expected = [...kind.answers, 'asset.unwritable'];
  wrong.push(...answers.filter((answer) => !expected.includes(answer)).map((answer) => `a save was answered ${answer}`));
  if (trouble === 'slow' && slowest > longest.save) wrong.push(`a save took ${Math.round(slowest)} ms`);
  if (trouble === 'slow' && turns.max / 1e6 > longest.turn) wrong.push(`the host was busy for ${Math.round(turns.max / 1e6)} ms`);
  wrong.push(...(await compare('in trouble')));
  // Closing with the trouble still there must not cost anything either.
  const closesInTrouble = roll(4) === 0;
  if (closesInTrouble) await store.close();
  order({});
  if (closesInTrouble) store = await start();
  const after = await resumed();
  if (after !== 'saved') wrong.push(`afterwards a save was answered ${after}`);
  wrong.push(...(await compare('afterwards')));
  if (roll(3) === 0) {
    await store.close();
    store = await start();
    wrong.push(...(await compare('opened again')));
  }
  return wrong;
}

for (let index = 0; index < Number(trials); index++) {
  const wrong = await trial();
  process.stdout.write(`${JSON.stringify({ trial: `${trouble} ${index}`, wrong })}\n`);
  // One loss would be found again in every trial after it.
  const opened = await store.client.meetings.open({ id });
  if (wrong.length > 0 && opened.ok && opened.value.state === 'editable') revision = opened.value.revision;
}
await store.close();
