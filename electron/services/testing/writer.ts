/** A program that goes on saving whatever happens: prints `saved` or the code of the error for each. `node writer.ts DATABASE` */
import { setTimeout as pause } from 'node:timers/promises';
import { startStore } from '#electron/services/store.ts';
import { paragraph, record, valueOf } from './store.ts';

const { client } = valueOf(await startStore({ databasePath: process.argv[2] ?? '', resources: '', example: false }));
const document = record(['主席致詞。']);
valueOf(await client.meetings.create({ document }));
let revision = 0;
for (;;) {
  const text = `第${revision + 1}次`.padEnd(3000, '會');
  const saved = await client.meetings.save({ id: document.id, revision, changes: { blocks: [paragraph(1, text)] } });
  if (saved.ok) revision = saved.value.revision;
  process.stdout.write(`${saved.ok ? 'saved' : saved.error.code}\n`);
  await pause(5);
}
