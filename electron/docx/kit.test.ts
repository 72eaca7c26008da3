import { expect, test } from 'vitest';
import { kitKindSchema, kitPaper } from '#shared/kit/index.ts';
import { kitMeeting } from '#shared/kit/testing.ts';
import { newMinutes } from '#shared/minutes/document.ts';
import { lintDocx } from './lint.ts';
import { all, openDocx } from './testing/opened.ts';
import { exported } from './testing/records.ts';

const cases = kitKindSchema.options.flatMap((kind) => (['TW', 'CN', 'HK'] as const).map((region) => [kind, region] as const));

test.each(cases)('our lint finds no error in %s for %s, full or empty, and it is no draft', async (kind, region) => {
  const script = region === 'CN' ? 'Hans' : 'Hant';
  for (const document of [kitMeeting(region, script), newMinutes({ region, script })]) {
    const bytes = await exported(kitPaper(document, kind, null));
    expect(lintDocx(bytes)).toEqual([]);
    // No paper of the kit is a draft of the record.
    expect(openDocx(bytes).names.filter((part) => part.startsWith('word/header')).flatMap((part) => all(openDocx(bytes).part(part), 'v:textpath'))).toEqual([]);
  }
});
