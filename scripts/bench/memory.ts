/** Prints the memory of a process that has a library open and searches in it, in MB. `node memory.ts PATH QUERY …` */
import { startStore } from '#electron/services/store.ts';

const [databasePath = '', ...queries] = process.argv.slice(2);
const store = await startStore({ databasePath, resources: '', example: false });
if (!store.ok) throw new Error(store.error.code);
const { client } = store.value;
await client.meetings.list({ offset: 0, limit: 200 });
for (let turn = 0; turn < 20; turn++) for (const query of queries) await client.search.query({ query });
await client.search.facets({ filters: {} });
process.stdout.write(String(process.memoryUsage().rss / 1e6));
await store.value.close();
