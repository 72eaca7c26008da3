/** The directory with five thousand people: listing, finding, offering while she types. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStore } from '#electron/services/store.ts';
import { newPersonCard, type PersonCard } from '#shared/directory/person.ts';
import type { Result } from '#shared/result.ts';
import { type Figure, figure, measure } from './figures.ts';

const surnames = '石柳唐方溫葛丁白江何';

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const person = (index: number): PersonCard => ({
  ...newPersonCard(`${surnames.charAt(index % 10)}${String.fromCharCode(0x4e00 + (index % 2000))}${String.fromCharCode(0x5200 + (index % 999))}`),
  posts: [{ organisation: '青禾綠化協會', title: index % 2 === 0 ? '理事' : '常務理事', since: '2019-01-01', until: null }],
});

/** Figures of a directory of so many people, through the worker as the window asks. */
export async function directoryFigures(count = 5000): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-bench-'));
  try {
    const { client, close } = must(await startStore({ databasePath: join(folder, 'minutebook.db'), resources: folder, example: false }));
    const many = Array.from({ length: count }, (_, index) => person(index));
    for (const one of many) must(await client.people.put({ person: one }));
    const list = (query: string, limit: number): Promise<unknown> => client.people.list({ query, limit });
    await list('szp', 1);
    const typed = ['szp', '常務', '溫', 'ㄨ', 'fang', '理事'];
    const figures = [
      figure(`people, the first 200 of ${count}`, await measure(40, () => list('', 200)), { at: 'p95', most: 50 }),
      figure('  all of them at once', await measure(12, () => list('', 5000))),
      figure('  found by name, title, pinyin, zhuyin', await measure(60, (turn) => list(typed[turn % typed.length] ?? '', 200)), { at: 'p95', most: 100 }),
      figure('  offered while she types', await measure(60, () => client.people.offer({ text: '石', date: null, roster: [], limit: 8 })), { at: 'p95', most: 100 }),
    ];
    await close();
    return figures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
