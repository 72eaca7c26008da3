/** Is told databases, and prints for each what the store finds in it: see `examining.ts`. */
import { createRouterClient } from '@orpc/server';
import { createInterface } from 'node:readline';
import { createStoreRouter } from '#electron/services/router.ts';
import { startServices } from '#electron/services/running.ts';
import { resolve } from 'node:path';
import type { Found, FoundMeeting } from '../examining.ts';

const resources = resolve(import.meta.dirname, '../../../resources');

async function look(databasePath: string, check: boolean): Promise<Found> {
  const started = await startServices({ databasePath, resources, example: false, patience: 0 });
  if (!started.ok) return { ok: false, code: started.error.code };
  const running = started.value;
  const client = createRouterClient(createStoreRouter(running.services));
  try {
    const checked = check ? await client.health.check({}) : null;
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
    const health = await client.health.state();
    return {
      ok: true,
      meetings,
      pictures: [...pictures],
      zoom: settings.ok ? (settings.value.zoom ?? null) : null,
      recovery: health.ok ? health.value.recovery : null,
      damaged: checked?.ok ? checked.value.damaged.map(({ id }) => id) : [],
    };
  } finally {
    await running.close();
  }
}

for await (const line of createInterface(process.stdin)) {
  const { databasePath, check } = JSON.parse(line) as { databasePath: string; check: boolean };
  process.stdout.write(`${JSON.stringify(await look(databasePath, check))}\n`);
}
