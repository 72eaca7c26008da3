import { cpSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { generateMeeting } from '#electron/db/generate.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { searchedLines } from '#shared/minutes/searched.ts';
import * as meetings from '../meetings.ts';
import type { RunningServices } from '../running.ts';
import { idsOf, oracle } from '../testing/search.ts';
import { testFolder, testServices, valueOf } from '../testing/store.ts';

const origin = null;
let places: ReturnType<typeof testFolder>[];
let running: RunningServices;
beforeEach(() => {
  places = [testFolder()];
  running = testServices(places[0]?.databasePath ?? '');
});
afterEach(async () => {
  await running.close();
  for (const place of places) place.remove();
});

/** A sequence of numbers in [0, limit) that is the same every time. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
}

interface Kept {
  document: MinutesDocument;
  revision: number;
  trashed: boolean;
}

/** Goes on with the files as they lie on the disk in this moment, as after a kill: nothing is closed before that. */
async function kill(): Promise<void> {
  const [last, next] = [places.at(-1), testFolder()];
  cpSync(last?.folder ?? '', next.folder, { recursive: true });
  await running.abandon();
  places.push(next);
  running = testServices(next.databasePath);
}

async function restart(): Promise<void> {
  await running.close();
  running = testServices(places.at(-1)?.databasePath ?? '');
}

it('finds exactly what a scan finds after 1,000 edits with restarts and kills between them', { timeout: 180_000 }, async () => {
  const roll = dice(20261124);
  const kept: Kept[] = [];
  const pick = (trashed: boolean): Kept | undefined => {
    const among = kept.filter((one) => one.trashed === trashed);
    return among[roll(among.length || 1)];
  };
  const check = async (queries: number): Promise<void> => {
    const [alive, thrown] = [false, true].map((trashed) => kept.filter((one) => one.trashed === trashed).map(({ document }) => document));
    for (let turn = 0; turn < queries; turn++) {
      const lines = [...searchedLines(kept[roll(kept.length)]?.document ?? generateMeeting(0))];
      const line = lines[roll(lines.length)]?.text ?? '';
      const from = roll(Math.max(1, line.length - 6));
      const piece = line.slice(from, from + 1 + roll(6));
      // Some are asked again and again.
      const text = [piece, `「${piece}」`, `${piece} -會員`, `第${roll(20)}次修改`, '會', '年度工作', '章程，'][roll(7)] ?? '';
      expect([text, new Set(await idsOf(running, text))]).toEqual([text, oracle(alive ?? [], text)]);
      if (turn % 10 === 0) expect([text, new Set(await idsOf(running, text, { states: ['trashed'] }))]).toEqual([text, oracle(thrown ?? [], text)]);
    }
  };
  for (let edit = 0; edit < 1000; edit++) {
    const deed = roll(10);
    const [one, thrown] = [pick(false), pick(true)];
    if (deed < 2 || !one) {
      const document = generateMeeting(edit, { characters: 200 });
      valueOf(meetings.create(running.services, { document, origin }));
      kept.push({ document, revision: 0, trashed: false });
    } else if (deed < 7) {
      const blocks = one.document.blocks.map((block, index) => (index === roll(one.document.blocks.length) ? { ...(generateMeeting(edit, { characters: 60 }).blocks[0] ?? block), id: block.id } : block));
      one.document = { ...one.document, blocks };
      one.revision = valueOf(meetings.save(running.services, { id: one.document.id, revision: one.revision, changes: { blocks }, origin })).revision;
    } else if (deed === 7) {
      const title = `第${roll(20)}次修改：${one.document.meta.title}`.slice(0, 60);
      one.document = { ...one.document, meta: { ...one.document.meta, title } };
      one.revision = valueOf(meetings.rename(running.services, { id: one.document.id, title, origin })).revision;
    } else if (deed === 8) {
      valueOf(meetings.trash(running.services, { id: one.document.id, origin }));
      one.trashed = true;
    } else if (thrown) {
      valueOf(meetings.restore(running.services, { id: thrown.document.id, origin }));
      thrown.trashed = false;
    }
    // Some edits are still waiting to be indexed then, others are in the index and not yet flushed.
    if (edit % 97 === 96) await (roll(2) === 0 ? restart() : kill());
    if (edit % 50 === 49) await check(6);
  }
  await check(120);
  expect(kept.length).toBeGreaterThan(150);
});
