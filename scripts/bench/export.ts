/** Word export of a record of 30 pages. */
import { layouts } from '#shared/layouts/index.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { printToDocx } from '#electron/docx/index.ts';
import { startStore } from '#electron/services/store.ts';
import { longRecord } from '#shared/minutes/fixtures.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import { type Figure, figure, measure } from './figures.ts';

/** Longer than the store waits before it loads what an export needs. Milliseconds. */
const sheOpensAMeeting = 7000;

/** The first export that she asks for, through the store's worker, some seconds after the program was started. */
async function firstOfTheProgram(): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-bench-'));
  const store = await startStore({ databasePath: join(folder, 'minutebook.db'), resources: folder, example: false });
  if (!store.ok) throw new Error(store.error.code);
  const { client, close } = store.value;
  try {
    const document = longRecord(30);
    await client.meetings.create({ document });
    await pause(sheOpensAMeeting);
    return await measure(1, async () => {
      const rendered = await client.exports.render({ id: document.id, format: 'docx' });
      if (!rendered.ok) throw new Error(rendered.error.code);
    }, 0);
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
}

/** From the record to the bytes of the file; the first export of a run, which loads the library, stands apart. */
export async function exportFigures(): Promise<Figure[]> {
  const program = await firstOfTheProgram();
  const record = longRecord(30);
  const write = () => printToDocx(printDocument(record, layouts.association), { layout: layouts.association, asset: () => Promise.resolve(null) });
  const first = await measure(1, write, 0);
  const later = await measure(20, write);
  return [
    figure('Word export, 30 pages, her first of the day, asked of the store', program, { at: 'p50', most: 300 }),
    figure('Word export, 30 pages, the library not loaded yet', first),
    figure('Word export, 30 pages', later, { at: 'p50', most: 300 }),
  ];
}
