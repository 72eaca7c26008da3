import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { councilMeeting } from '#shared/minutes/fixtures.ts';
import { startStore, type StoreClient, type StoreHandle } from './store.ts';
import { paragraph, record, resources, testFolder, testStore, valueOf } from './testing/store.ts';

let place: ReturnType<typeof testFolder>;
let store: StoreHandle;
let client: StoreClient;
beforeEach(async () => {
  place = testFolder();
  store = await testStore(place.databasePath);
  client = store.client;
});
afterEach(async () => {
  await store.close();
  place.remove();
});

const reopen = async () => {
  await store.close();
  store = await testStore(place.databasePath);
  client = store.client;
};
const opened = async (id: string) => {
  const meeting = valueOf(await client.meetings.open({ id }));
  if (meeting.state !== 'editable') throw new Error(meeting.reason.code);
  return meeting;
};
const meeting = record(['主席致詞。', '報告事項。'], { title: '第二屆第三次理事會', organisation: '青禾綠化協會', start: '2024-01-19T09:30' });
const png = new Blob([Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')]);

describe('the store in its worker', () => {
  it('keeps what was saved through closing and opening', async () => {
    valueOf(await client.meetings.create({ document: meeting }));
    const changes = { order: ['p00002', 'p00003'], blocks: [paragraph(3, '審議通過年度計畫。')] };
    const saved = valueOf(await client.meetings.save({ id: meeting.id, revision: 0, changes }));
    expect(saved.revision).toBe(1);
    await reopen();
    const { document, revision, savedAt } = await opened(meeting.id);
    expect(document).toEqual({ ...meeting, blocks: [paragraph(2, '報告事項。'), paragraph(3, '審議通過年度計畫。')] });
    expect([revision, savedAt]).toEqual([1, saved.savedAt]);
  });

  it('starts a new database with an example, and only that', async () => {
    const other = testFolder();
    const first = valueOf(await startStore({ databasePath: other.databasePath, resources }));
    expect(valueOf(await first.client.meetings.list({ offset: 0, limit: 10 })).meetings.map(({ title }) => title)).toEqual([councilMeeting().meta.title]);
    await first.client.meetings.trash({ id: councilMeeting().id });
    await first.close();
    const again = valueOf(await startStore({ databasePath: other.databasePath, resources }));
    expect(valueOf(await again.client.meetings.list({ offset: 0, limit: 10 })).total).toBe(0);
    await again.close();
    other.remove();
  });

  it('keeps a second program out, and says why', async () => {
    const second = await startStore({ databasePath: place.databasePath, resources, patience: 50 });
    expect(second).toEqual({ ok: false, error: { code: 'database.locked' } });
    writeFileSync(`${place.folder}/letter.db`, '敬啟者');
    const letter = await startStore({ databasePath: `${place.folder}/letter.db`, resources });
    expect(letter).toEqual({ ok: false, error: { code: 'database.notDatabase', params: { name: 'letter.db' } } });
  });

  it('hands out ports that speak the same contract', async () => {
    const port = store.connect();
    const other = createORPCClient<StoreClient>(new RPCLink({ port }));
    port.start();
    valueOf(await other.meetings.create({ document: meeting }));
    expect((await opened(meeting.id)).document).toEqual(meeting);
    port.close();
  });

  it('rejects calls after it was closed instead of leaving them waiting', async () => {
    await store.close();
    await expect(client.meetings.list({ offset: 0, limit: 1 })).rejects.toThrow();
  });

  it('carries pictures and files over its ports', async () => {
    const asset = valueOf(await client.assets.put({ file: png }));
    expect(asset).toMatchObject({ mime: 'image/png', width: 1, height: 1 });
    expect(valueOf(await client.assets.put({ file: png }))).toEqual(asset);
    const file = valueOf(await client.assets.get({ hash: asset.hash }));
    expect(file.type).toBe('image/png');
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(await png.arrayBuffer()))).toBe(true);

    const image = { id: 'picture00001', kind: 'image', asset: asset.hash, mime: asset.mime, width: 1, height: 1, paperWidth: null, alt: '會場', caption: [] } as const;
    valueOf(await client.meetings.create({ document: { ...meeting, blocks: [...meeting.blocks, image] } }));
    for (const format of ['docx', 'html', 'txt', 'json'] as const) {
      const rendered = valueOf(await client.exports.render({ id: meeting.id, format }));
      expect(rendered.name).toBe(`20240119_第二屆第三次理事會_紀錄.${format}`);
      const bytes = Buffer.from(await rendered.file.arrayBuffer());
      if (format === 'docx') expect(bytes.toString('latin1', 0, 2)).toBe('PK');
      else expect(bytes.toString('utf8')).toContain('主席致詞。');
      if (format === 'html') expect(bytes.toString('utf8')).toContain('src="data:image/png;base64,iVBOR');
      if (format === 'json') expect(JSON.parse(bytes.toString('utf8'))).toEqual((await opened(meeting.id)).document);
    }
  });

  it('lets its host print, and says where nothing can', async () => {
    const asked = { id: meeting.id, format: 'pdf' } as const;
    valueOf(await client.meetings.create({ document: meeting }));
    expect(await client.exports.render(asked)).toEqual({ ok: false, error: { code: 'pdf.noBrowser' } });

    const other = testFolder();
    const seen: string[] = [];
    const printed = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<</Title (a)\n/Creator (Mozilla/5.0 \\(X11; Linux\\) 1)\n/CreationDate (D:20261128101001)>>\nendobj\n');
    const host = valueOf(await startStore({ databasePath: other.databasePath, resources, example: false, pdf: async (html) => (seen.push(html), { ok: true, value: printed }) }));
    try {
      valueOf(await host.client.meetings.create({ document: meeting }));
      const { name, file } = valueOf(await host.client.exports.render(asked));
      expect(name).toBe('20240119_第二屆第三次理事會_紀錄.pdf');
      expect(file.type).toBe('application/pdf');
      // As long as it was: everything in a PDF is found by its distance from the start.
      const bytes = Buffer.from(await file.arrayBuffer());
      expect(bytes).toHaveLength(printed.length);
      expect(bytes.toString('latin1')).toMatch(/^%PDF-1\.4\n1 0 obj\n<<\/Title \(a\)\n\s+>>\nendobj\n$/);
      expect(seen[0]).toContain('主席致詞。');
    } finally {
      await host.close();
      other.remove();
    }
  });

  it('says of a picture that it is missing or damaged', async () => {
    const { hash } = valueOf(await client.assets.put({ file: png }));
    writeFileSync(`${place.databasePath}-assets/${hash.slice(0, 2)}/${hash}`, 'something else');
    expect(await client.assets.get({ hash })).toEqual({ ok: false, error: { code: 'asset.damaged' } });
    expect(await client.assets.get({ hash: '0'.repeat(64) })).toEqual({ ok: false, error: { code: 'asset.notFound' } });
    expect(await client.assets.put({ file: new Blob(['<svg/>'], { type: 'image/png' }) })).toEqual({ ok: false, error: { code: 'asset.kind' } });
  });

  it('tells every window of a change, with the window that made it', async () => {
    const stop = new AbortController();
    const events = await client.events.watch(undefined, { signal: stop.signal });
    const told: unknown[] = [];
    const reading = (async () => {
      for await (const event of events) told.push(event);
    })().catch(() => undefined);
    await client.meetings.create({ document: meeting, origin: 'window-a' });
    await client.meetings.save({ id: meeting.id, revision: 0, changes: { blocks: [paragraph(1, '主席致詞完畢。')] }, origin: 'window-a' });
    await client.settings.set({ settings: { zoom: 120 }, origin: 'window-b' });
    await expect.poll(() => told.length).toBe(3);
    expect(told).toEqual([
      { type: 'library.changed', origin: 'window-a' },
      { type: 'meeting.changed', id: meeting.id, revision: 1, origin: 'window-a' },
      { type: 'settings.changed', origin: 'window-b' },
    ]);
    stop.abort();
    await reading;
  });

  it('keeps each setting by itself, and falls back where one is no longer allowed', async () => {
    await client.settings.set({ settings: { zoom: 130 } });
    expect(valueOf(await client.settings.set({ settings: { theme: 'dark' } }))).toMatchObject({ zoom: 130, theme: 'dark', lightPaper: true });
    expect(await client.settings.set({ settings: { zoom: 7 } })).toEqual({ ok: false, error: { code: 'request.invalid' } });
    await reopen();
    expect(valueOf(await client.settings.get())).toMatchObject({ zoom: 130, theme: 'dark' });
  });

  it('offers the templates of the program, and leaves out files that are none', async () => {
    const offered = valueOf(await client.templates.list());
    expect(offered.filter(({ scope }) => scope === 'meeting').length).toBeGreaterThanOrEqual(6);
    expect(offered.map(({ scope }) => scope)).toEqual(offered.map(({ scope }) => scope).toSorted());
    const other = testFolder();
    mkdirSync(`${other.folder}/templates`);
    writeFileSync(`${other.folder}/templates/good.json`, readFileSync(`${resources}/templates/blank.json`));
    writeFileSync(`${other.folder}/templates/broken.json`, '{');
    writeFileSync(`${other.folder}/templates/other.json`, '{"id":"other"}');
    const elsewhere = await testStore(other.databasePath, { resources: other.folder });
    expect(valueOf(await elsewhere.client.templates.list()).map(({ id }) => id)).toEqual(['blank']);
    await elsewhere.close();
    other.remove();
  });
});
