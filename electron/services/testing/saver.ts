/**
 * A program that saves without end, to be killed: `node saver.ts DATABASE`. Prints one line when it has opened the
 * record (its revision and the text that it holds) and one for every save that was acknowledged.
 */
import { startStore } from '#electron/services/store.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { newMeta } from '#shared/minutes/meta.ts';

const databasePath = process.argv[2] ?? '';
const started = await startStore({ databasePath, resources: '', example: false });
if (!started.ok) throw new Error(started.error.code);
const { client } = started.value;

const document: MinutesDocument = {
  version: 1,
  id: 'saverrecord1',
  meta: { ...newMeta('TW'), title: '青禾綠化協會第二屆理事會' },
  roster: [],
  blocks: [{ id: 'saverblock01', kind: 'paragraph', inline: [{ type: 'text', text: '第0次' }] }],
};
await client.meetings.create({ document });
const opened = await client.meetings.open({ id: document.id });
if (!opened.ok || opened.value.state !== 'editable') throw new Error('the record cannot be edited');
let { revision } = opened.value;
process.stdout.write(`opened ${revision} ${JSON.stringify(opened.value.document.blocks)}\n`);

for (;;) {
  const text = `第${revision + 1}次`;
  const saved = await client.meetings.save({
    id: document.id,
    revision,
    changes: { blocks: [{ id: 'saverblock01', kind: 'paragraph', inline: [{ type: 'text', text }] }] },
  });
  if (!saved.ok) throw new Error(saved.error.code);
  revision = saved.value.revision;
  process.stdout.write(`saved ${revision}\n`);
}
