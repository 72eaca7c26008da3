/**
 * Gives mutated files to everything that opens files: `node openers.ts FOLDER SEED FIRST TRIALS`. Prints a line for each:
 * what was not as it has to be.
 */
import { createRouterClient, type RouterClient } from '@orpc/server';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createStoreRouter } from '#electron/services/router.ts';
import { startServices, type RunningServices } from '#electron/services/running.ts';
import type { Result } from '#shared/result.ts';
import { diary, meetingId, picture } from '../diary.ts';
import { dice, pick } from '../dice.ts';
import { mutate } from '../mutate.ts';

const [folder = '', seed = '1', first = '0', trials = '1'] = process.argv.slice(2);
const templates = resolve(import.meta.dirname, '../../../resources/templates');
const resources = join(folder, 'resources');
cpSync(templates, join(resources, 'templates'), { recursive: true });
const [template = ''] = readdirSync(templates).filter((name) => name.endsWith('.json'));
const templateBytes = readFileSync(join(templates, template));

/** What went wrong outside of any call. */
const thrown: string[] = [];
process.on('unhandledRejection', (error) => thrown.push(`an unhandled rejection: ${String(error)}`));

type Client = RouterClient<ReturnType<typeof createStoreRouter>>;
const clientOf = ({ services }: RunningServices): Client => createRouterClient(createStoreRouter(services));
const file = (bytes: Buffer): Blob => new Blob([new Uint8Array(bytes)]);

function started(databasePath: string): RunningServices {
  const running = startServices({ databasePath, resources, example: false, patience: 0 });
  if (!running.ok) throw new Error(running.error.code);
  return running.value;
}

/** A closed database with three records, to be mutated. */
async function makeDatabase(): Promise<Buffer> {
  const path = join(folder, 'whole.db');
  const running = started(path);
  for (const meeting of [0, 1, 2]) await clientOf(running).meetings.create({ document: diary(meeting, 3) });
  await running.close();
  return readFileSync(path);
}

const database = await makeDatabase();
const running = started(join(folder, '議事簿.db'));
const client = clientOf(running);
await client.meetings.create({ document: diary(0, 9) });

/** The bytes of an archive of everything. */
async function makeArchive(): Promise<Buffer> {
  const made = await client.archives.make({});
  if (!made.ok) throw new Error(made.error.code);
  const read = await client.parcels.read({ parcel: made.value.parcel, offset: 0 });
  if (!read.ok) throw new Error(read.error.code);
  return Buffer.from(await read.value.arrayBuffer());
}
const archive = await makeArchive();

const text = Buffer.from(`會議紀錄\n\n時間：中華民國一一五年三月二日\n主席：石仲平\n\n一、報告事項\n${'　　審議通過年度工作計畫與預算。\n'.repeat(30)}`);

const openers: Record<string, (roll: ReturnType<typeof dice>) => Promise<Result<unknown>[]>> = {
  text: async (roll) => [await client.texts.read({ file: file(mutate(text, roll)), name: '紀錄.txt', encoding: pick(roll, [null, 'big5', 'gb18030'] as const) })],
  picture: async (roll) => [await client.assets.put({ file: file(mutate(picture(1, roll(50)), roll)) })],
  async template(roll) {
    writeFileSync(join(resources, 'templates', template), mutate(templateBytes, roll));
    return [await client.templates.list()];
  },
  async archive(roll) {
    const begun = await client.parcels.begin();
    if (!begun.ok) return [begun];
    const { parcel } = begun.value;
    const added = await client.parcels.add({ parcel, piece: file(mutate(archive, roll)) });
    const taken = await client.archives.take({ parcel, name: '封存檔.zip' });
    return [added, taken];
  },
  async database(roll) {
    const place = join(folder, 'mutated');
    mkdirSync(place);
    const path = join(place, '議事簿.db');
    writeFileSync(path, mutate(database, roll));
    const opened = startServices({ databasePath: path, resources, example: false, patience: 0 });
    const answers: Result<unknown>[] = [opened];
    if (opened.ok) {
      const { meetings, search, health } = clientOf(opened.value);
      answers.push(await meetings.list({ offset: 0, limit: 100 }), await search.query({ query: '會議' }), await health.check({}));
      for (const meeting of [0, 1, 2]) answers.push(await meetings.open({ id: meetingId(meeting) }));
      await opened.value.close();
    }
    rmSync(place, { recursive: true });
    return answers;
  },
};
/** The slow ones less often. */
const order = [...Array<string>(11).fill('text'), ...Array<string>(10).fill('picture'), 'template', 'template', 'archive', 'database'];

for (let trial = Number(first); trial < Number(trials); trial++) {
  // Of its own, so that one file can be made again without those before it.
  const roll = dice(Number(seed) * 1_000_003 + trial);
  const kind = order[trial % order.length] ?? 'text';
  const wrong: string[] = [];
  try {
    const answers = (await openers[kind]?.(roll)) ?? [];
    for (const answer of answers) if (!answer.ok && answer.error.code === 'unexpected') wrong.push('it is said that something unexpected happened');
  } catch (error) {
    wrong.push(`it threw ${String(error)}`);
  }
  wrong.push(...thrown.splice(0));
  process.stdout.write(`${JSON.stringify({ trial: `file ${trial}, ${kind}`, wrong })}\n`);
}
await running.close();
