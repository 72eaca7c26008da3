import { layouts } from '#shared/layouts/index.ts';
import { describe, expect, test } from 'vitest';
import { newMinutes } from '#shared/minutes/document.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import type { Stage } from '#shared/minutes/stage.ts';
import { all, at, openDocx, textOf } from './testing/opened.ts';
import { exported } from './testing/records.ts';

const seal = 'a'.repeat(64);
const step = (stage: Stage) => ({ stage, at: '2024-02-01T02:00:00.000Z', by: '林秘書', ...(stage !== 'draft' && stage !== 'submitted' && { seal }) });
const fileOf = async (meta: Parameters<typeof newMinutes>[0]) =>
  openDocx(await exported(printDocument(newMinutes({ title: '理事會會議紀錄', ...meta }), layouts.association)));
const marksIn = (file: Awaited<ReturnType<typeof fileOf>>) =>
  file.names.filter((name) => name.startsWith('word/header')).map((name) => at(file.part(name), 'v:shape', 'v:textpath')?.attributes['string'] ?? null);

describe('the watermark of a draft', () => {
  test('stands in the header of every page, the first one too, and changes no words', async () => {
    const file = await fileOf({});
    expect(marksIn(file)).toEqual(['草稿', '草稿']);
    const [section] = all(file.body, 'w:sectPr');
    expect(all(section!, 'w:headerReference').map((each) => each.attributes['w:type']).sort()).toEqual(['default', 'first']);
    const ids = file.names.filter((name) => name.startsWith('word/header')).map((name) => at(file.part(name), 'v:shape')?.attributes['o:spid']);
    expect(new Set(ids).size).toBe(2);
    expect(textOf(file.part('word/header1.xml')) + textOf(file.part('word/header2.xml'))).toBe('理事會會議紀錄');
  });

  test('is there while it is 送核, and when it went back to 草稿', async () => {
    expect(marksIn(await fileOf({ stages: [step('submitted')] }))).toEqual(['草稿', '草稿']);
    expect(marksIn(await fileOf({ stages: [step('submitted'), step('draft')] }))).toEqual(['草稿', '草稿']);
  });

  test('goes by choice, and from what is final', async () => {
    expect(marksIn(await fileOf({ draftMark: 'none' }))).toEqual([null]);
    expect(marksIn(await fileOf({ stages: [step('final')] }))).toEqual([null]);
    expect(marksIn(await fileOf({ stages: [step('final'), step('confirmed')] }))).toEqual([null]);
  });
});
