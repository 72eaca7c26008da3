import { expect, test } from 'vitest';
import { newMeta } from '#shared/minutes/meta.ts';
import { blockText } from '#shared/minutes/text.ts';
import { readPlain } from './record.ts';

test('a line for the head stays in the text where the head says something else, however late it comes', async () => {
  const source = [...Array.from({ length: 60 }, (_, index) => `會務說明之${index}，逐項宣讀。`), '地點：市民中心二樓會議廳'].join('\n');
  const paper = { region: 'TW', script: 'Hant' } as const;
  const record = await readPlain(source, paper, {});
  const texts = (place: string) => record.structured(source, { ...newMeta('TW', 'Hant'), place }).blocks.flatMap(blockText).join('\n');
  expect(texts('活動中心')).toContain('地點：市民中心二樓會議廳');
  expect(texts('')).not.toContain('地點：');
});
