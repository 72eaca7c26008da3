import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { get as pictureOf } from '#electron/services/assets.ts';
import { open } from '#electron/services/meetings.ts';
import { get as settingsOf } from '#electron/services/settings.ts';
import { testServices, valueOf } from '#electron/services/testing/store.ts';
import { list, open as openVersion } from '#electron/services/versions/index.ts';
import { documentText } from '#shared/minutes/text.ts';
import type { Asset } from '#shared/rpc/schemas.ts';
import { migrations } from '../index.ts';

interface Version {
  revision: number;
  name: string | null;
  circulatedAt: string | null;
  text: string;
}

interface Expected {
  /** Since version 3. */
  cards?: Record<'people' | 'bodies', { id: string }[]>;
  settings: Record<string, unknown>;
  pictures: Asset[];
  meetings: { id: string; revision: number; pinned: boolean; trashedAt: string | null; title: string; year: number; text: string; versions?: Version[] }[];
}

const versions = migrations.map((_, index) => index + 1);
const golden = (name: string): string => join(import.meta.dirname, name);
const expectedOf = (version: number): Expected => JSON.parse(readFileSync(golden(`v${version}.json`), 'utf8')) as Expected;

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'minutebook-golden-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A copy of the golden database of a version, to be opened. */
function copyOf(version: number, name = 'a.db'): string {
  const path = join(folder, name);
  copyFileSync(golden(`v${version}.db`), path);
  return path;
}

/** Holds that the database at `path` opens with everything that the golden one of `version` held. */
async function expectWhole(path: string, version: number): Promise<void> {
  const expected = expectedOf(version);
  const { services, close } = testServices(path);
  expect(valueOf(settingsOf(services))).toMatchObject(expected.settings);
  for (const [collection, list] of Object.entries(expected.cards ?? {})) {
    expect(services.db.cards.all(collection as 'people' | 'bodies').map(({ content }) => content)).toEqual(list);
  }
  for (const picture of expected.pictures) {
    expect(services.db.assets.find(picture.hash)).toEqual(picture);
    // The golden database stands alone: its picture files are not kept with it.
    expect(await pictureOf(services, picture)).toMatchObject({ error: { code: 'asset.notFound' } });
  }
  for (const { text, versions: timeline = [], ...row } of expected.meetings) {
    const opened = valueOf(open(services, { id: row.id }));
    expect(opened.state).toBe('editable');
    expect(opened.state === 'editable' && documentText(opened.document)).toBe(text);
    expect(services.db.meetings.find(row.id)).toMatchObject(row);
    for (const { revision, name, circulatedAt, text: then } of timeline) {
      expect(documentText(valueOf(openVersion(services, { id: row.id, revision })).document)).toBe(then);
      const listed = valueOf(list(services, { id: row.id, offset: 0, limit: 100 })).versions.find((one) => one.revision === revision);
      expect(listed).toMatchObject({ name, circulatedAt });
    }
  }
  expect(services.db.repairs.numbers()).toHaveLength(expected.meetings.length);
  await close();
}

it('has a golden database of every version of the schema, and no others', () => {
  const kept = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.db') || name.endsWith('.json'));
  expect(kept.toSorted()).toEqual(versions.flatMap((version) => [`v${version}.db`, `v${version}.json`]).toSorted());
});

describe.each(versions)('the golden database of version %i', (version) => {
  it('opens with every text, mark, setting and picture that it held', async () => {
    await expectWhole(copyOf(version), version);
  });

  it('is whole at the next start wherever the program was killed in bringing it up to date', { timeout: 240_000 }, async () => {
    const program = join(import.meta.dirname, '../../testing/killed-opening.ts');
    let killed = 0;
    for (let step = 0; ; step++) {
      const path = copyOf(version, `${step}.db`);
      const { stdout, signal } = spawnSync(process.execPath, [program, path, String(step)], { encoding: 'utf8' });
      await expectWhole(path, version);
      if (signal === 'SIGKILL') killed += 1;
      else {
        expect(stdout).toBe('opened');
        break;
      }
    }
    expect(killed).toBeGreaterThan(10);
  });
});
