/** Reads paths of databases, and prints for each what the store finds in it: see `examining.ts`. */
import { createRouterClient } from '@orpc/server';
import { createInterface } from 'node:readline';
import { createStoreRouter } from '#electron/services/router.ts';
import { startServices } from '#electron/services/running.ts';
import { resolve } from 'node:path';
import type { Found, FoundMeeting } from '../examining.ts';

const resources = resolve(import.meta.dirname, '../../../resources');

async function look(databasePath: string): Promise<Found> {
  const started = await startServices({ databasePath, resources, example: false, patience: 0 });
  if (!started.ok) return { ok: false, code: started.error.code };
  const running = started.value;
  const client = createRouterClient(createStoreRouter(running.services));
  try {
    const listed = await client.meetings.list({ offset: 0, limit: 5000 });
    if (!listed.ok) return { ok: false, code: listed.error.code };
    const meetings: Record<string, FoundMeeting> = {};
    const pictures = new Set<string>();
    for (const { id } of listed.value.meetings) {
      const opened = await client.meetings.open({ id });
      if (!opened.ok) meetings[id] = { state: 'failed', reason: opened.error.code };
      else if (opened.value.state === 'readOnly') meetings[id] = { state: 'readOnly', text: opened.value.text, reason: opened.value.reason.code };
      else {
        const { document, revision } = opened.value;
        meetings[id] = { state: 'editable', revision, document };
        for (const block of document.blocks) {
          if (block.kind === 'image' && (await client.assets.get({ hash: block.asset })).ok) pictures.add(block.asset);
        }
      }
    }
    const settings = await client.settings.get();
    return { ok: true, meetings, pictures: [...pictures], zoom: settings.ok ? (settings.value.zoom ?? null) : null };
  } finally {
    await running.close();
  }
}

for await (const databasePath of createInterface(process.stdin)) {
  process.stdout.write(`${JSON.stringify(await look(databasePath))}\n`);
}
